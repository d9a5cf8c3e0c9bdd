/** What is said when a night is over: its table, who moved, the standings, and what comes next. */
import type { Season } from '../../league/facts.ts';
import { type Standing, standings, standingsApart } from '../../league/standings.ts';
import { plain } from '../markdown.ts';
import type { Night } from './nights.ts';
import { colours, type Post, text } from './post.ts';
import { carrying, tableBlock } from './table.ts';
import type { Telling } from './telling.ts';
import { toCome } from './to-come.ts';

/** As many as a phone shows at once. */
const mostShown = 12;
const mostMovers = 3;

/** In its place, when all of the night's races were voided. */
export function nothingLeft({ says }: Telling, night: Night): Post {
  return { colour: colours.void, blocks: [text(says.recap.title(plain(night.name)), says.recap.nothing)] };
}

/** `now` decides what is still to come, in milliseconds since 1970. */
export function recap(telling: Telling, season: Season, night: Night, now: number): Post {
  const { facts, says } = telling;
  const table = standingsApart(facts, season, night.races);
  const rest = table.length - mostShown;
  const races = [...night.before, ...night.races];
  // One further than the standings, so that a short season's posts aren't all the first sponsor's.
  const presenter = telling.presenter(season, night.index + 1);
  return {
    colour: colours.over,
    ...carrying(presenter),
    blocks: [
      text(
        says.recap.title(plain(night.name)),
        says.recap.races(night.races.length, table.length),
        ...table.slice(0, mostShown).map((line) => says.recap.line({ ...line, name: telling.names.racer(line.racer) })),
        rest > 0 ? says.recap.more(rest) : undefined,
      ),
      text(...movers(telling, season, night)),
      tableBlock(telling, season, races, night.before, presenter),
      text(toCome(telling, now), says.recap.thanks),
    ].filter((block) => block.block !== 'text' || block.text !== ''),
  };
}

function movers(telling: Telling, season: Season, { before, races }: Night): (string | undefined)[] {
  const { facts, names, says } = telling;
  const after = standings(facts, season, [...before, ...races]);
  const earlier = new Map(standings(facts, season, before).map((line) => [line.racer, line.rank]));
  const gained = ({ racer, rank }: Standing) => (earlier.get(racer) ?? rank) - rank;
  const up = after
    .filter((line) => gained(line) > 0)
    .sort((a, b) => gained(b) - gained(a) || a.rank - b.rank)
    .slice(0, mostMovers)
    .map((line) => says.recap.move(names.racer(line.racer), line.rank + gained(line), line.rank));
  const leaders = after.filter(({ rank }) => rank === 1);
  const led = leaders.length > 0 && leaders.every(({ racer }) => earlier.get(racer) === 1);
  const lead = (led ? says.recap.still : says.recap.leads)(
    leaders.map(({ racer }) => names.racer(racer)),
    names.season(season.id),
  );
  // A season that is over has a champion, which is told in a post of its own.
  const leads = leaders.length > 0 && season.status === 'Open';
  return [up.length > 0 ? says.recap.up(up) : undefined, leads ? lead : undefined];
}
