/** What corrections changed of what counts. */
import type { SeasonEffect } from '../../league/effects.ts';
import type { Told } from './corrections.ts';
import { colours, type Post, text } from './post.ts';
import type { Telling } from './telling.ts';

/** More nobody reads: the Log has all of it. */
const mostMoves = 10;

export function correctionPost(telling: Telling, { races, effects }: Told): Post {
  const { names, says } = telling;
  const all = effects.seasons.reduce((sum, { racers }) => sum + racers.length, 0);
  let room = mostMoves;
  const blocks = effects.seasons.flatMap((season) => {
    const lines = movesOf(telling, season, room);
    room -= lines.length;
    const won = season.champions && says.correction.champions(season.champions.to.map(names.racer));
    return lines.length === 0 && won === undefined
      ? []
      : [text(says.correction.inSeason(names.season(season.season)), won, ...lines)];
  });
  const rest = all - (mostMoves - room) + (effects.more ?? 0);
  return {
    colour: colours.over,
    blocks: [
      text(says.correction.title(races.slice(0, 3).map(names.race))),
      ...blocks,
      ...(rest > 0 ? [text(says.correction.more(rest))] : []),
    ],
  };
}

/** Those whose points or ranks change; a change of what is dropped alone moves nobody. */
function movesOf({ names, says }: Telling, { racers }: SeasonEffect, most: number): string[] {
  return racers
    .filter(({ points, rank }) => points[0] !== points[1] || rank[0] !== rank[1])
    .slice(0, most)
    .map(({ racer, points, rank }) => says.correction.move({ name: names.racer(racer), points, rank }));
}
