/** Racers who say the same of a race are asked about it, and nobody else is. */
import type { Race, Result } from '../../league/facts.ts';
import { colours, type Post, text } from './post.ts';
import type { Telling } from './telling.ts';

export function contradictionPost(
  { facts, names, says }: Telling,
  race: Race,
  position: number,
  results: readonly Result[],
): Post {
  const users = results.flatMap(({ racer = '' }) => facts.racers.get(racer)?.discordId ?? []);
  const mentions = results.map(({ racer = '' }) => {
    const user = facts.racers.get(racer)?.discordId;
    return user === undefined ? names.racer(racer) : `<@${user}>`;
  });
  return {
    colour: colours.wrong,
    blocks: [text(says.contradiction.ask(mentions, names.race(race.id), position))],
    pings: { users },
  };
}

/** In place of the question, once it's answered. */
export function settledPost({ names, says }: Telling, race: Race): Post {
  return { colour: colours.open, blocks: [text(says.contradiction.settled(names.race(race.id)))] };
}
