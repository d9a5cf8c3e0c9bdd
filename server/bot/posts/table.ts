/** A season's table in a post: its picture, and its lines for the words beside it. */
import type { Race, Season } from '../../league/facts.ts';
import { finalRaces } from '../../league/races.ts';
import { type Standing, standings } from '../../league/standings.ts';
import { drawable } from '../../pictures/drawn-name.ts';
import { podiumPicture } from '../../pictures/podium-picture.ts';
import type { Mark } from '../../pictures/sponsor.ts';
import { mostLines, tablePicture } from '../../pictures/table-picture.ts';
import type { Presenter } from '../../sponsors/sponsors.ts';
import type { PictureBlock, Post } from './post.ts';
import type { Telling } from './telling.ts';

/** The standings after those races; `before` are the ones that movements are told from. */
export function tableBlock(
  telling: Telling,
  season: Season,
  races: readonly Race[],
  before: readonly Race[],
  presenter: Presenter | undefined,
): PictureBlock {
  const { facts, says } = telling;
  const table = standings(facts, season, races);
  const earlier = new Map(standings(facts, season, before).map((line) => [line.racer, line]));
  const title = season.season ?? '';
  const svg = tablePicture({
    title: says.picture.table(title),
    below: says.picture.after(facts.settings.leagueName, races.at(-1)?.race ?? ''),
    lines: table.map((line) => ({
      rank: line.rank,
      name: drawnName(telling, line.racer),
      points: says.number(line.points),
      ...change(telling, line, earlier.get(line.racer), before.length > 0),
    })),
    more: says.picture.more,
    ...markOf(telling, presenter),
  });
  const lines = table.slice(0, mostLines).map((line) => ({ ...line, name: spokenName(telling, line.racer) }));
  return { block: 'picture', file: 'standings.png', svg, says: says.picture.tableSays(title, lines) };
}

/** Undefined where nobody raced. */
export function podiumBlock(
  telling: Telling,
  season: Season,
  presenter: Presenter | undefined,
): PictureBlock | undefined {
  const { facts, says } = telling;
  const steps = podiumOf(telling, season);
  if (steps.length === 0) return undefined;
  const title = season.season ?? '';
  const svg = podiumPicture({
    title,
    below: says.picture.podium(facts.settings.leagueName),
    steps: steps.map(({ rank, racer, points }) => ({
      rank,
      name: drawnName(telling, racer),
      points: says.picture.points(points),
    })),
    ...markOf(telling, presenter),
  });
  const lines = steps.map((line) => ({ ...line, name: spokenName(telling, line.racer) }));
  return { block: 'picture', file: 'podium.png', svg, says: says.picture.podiumSays(title, lines) };
}

/** The first three; of more who share the third rank those that the table names first. */
export function podiumOf({ facts }: Telling, season: Season): Standing[] {
  const raced = standings(facts, season, finalRaces(facts, season.id)).filter(({ races }) => races > 0);
  return raced.filter(({ rank }) => rank <= 3).slice(0, 3);
}

function change({ says }: Telling, now: Standing, before: Standing | undefined, any: boolean) {
  const added = Math.round((now.points - (before?.points ?? 0)) * 1e6) / 1e6;
  const moved = before ? before.rank - now.rank : 0;
  const said = added < 0 ? `−${says.number(-added)}` : `+${says.number(added)}`;
  return any && added !== 0 ? { added: said, moved } : { moved };
}

/** Their name in the game; where no font has any of it, what Discord calls them. */
function drawnName({ facts }: Telling, id: string): string {
  const racer = facts.racers.get(id);
  return drawable(racer?.racer ?? '') ?? drawable(racer?.discordName ?? '') ?? '…';
}

function spokenName({ facts }: Telling, id: string): string {
  return facts.racers.get(id)?.racer ?? '?';
}

function markOf({ says }: Telling, presenter: Presenter | undefined): { sponsor?: Mark } {
  return presenter ? { sponsor: { says: says.picture.presentedBy, ...presenter } } : {};
}

/** For the post that carries the picture. */
export function carrying(presenter: Presenter | undefined): Pick<Post, 'sponsors'> {
  return presenter ? { sponsors: [presenter.id] } : {};
}
