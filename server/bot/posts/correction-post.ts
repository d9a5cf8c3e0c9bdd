/** What corrections changed of what counts. */
import type { RacerEffect, SeasonEffect } from '../../league/effects.ts';
import type { Told } from './corrections.ts';
import { colours, type Post, text } from './post.ts';
import type { Telling } from './telling.ts';

/** More nobody reads: the Log has all of it. */
const mostMoves = 10;

/** Undefined where it's nothing that anybody sees in the standings. */
export function correctionPost(telling: Telling, { races, effects }: Told): Post | undefined {
  const { names, says } = telling;
  const all = effects.seasons.reduce((sum, { racers }) => sum + racers.filter(isMove).length, 0);
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
  if (blocks.length === 0 && rest === 0) return undefined;
  return {
    colour: colours.over,
    blocks: [
      text(says.correction.title(races.slice(0, 3).map(names.race))),
      ...blocks,
      ...(rest > 0 ? [text(says.correction.more(rest))] : []),
    ],
  };
}

function movesOf({ names, says }: Telling, { racers }: SeasonEffect, most: number): string[] {
  return racers
    .filter(isMove)
    .slice(0, most)
    .map(({ racer, points, rank }) => says.correction.move({ name: names.racer(racer), points, rank }));
}

/** A change of what is dropped alone moves nobody. */
function isMove({ points, rank }: RacerEffect): boolean {
  return points[0] !== points[1] || rank[0] !== rank[1];
}
