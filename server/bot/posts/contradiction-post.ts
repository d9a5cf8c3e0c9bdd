/** Racers who say the same of a race are asked about it, and nobody else is. */
import type { Race, Result } from '../../league/facts.ts';
import { checkRace } from '../../league/races.ts';
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

/** In place of the question, once it's answered or nobody has to answer it. Undefined while the places don't fit. */
export function settledPost({ facts, names, says }: Telling, race: Race): Post | undefined {
  const name = names.race(race.id);
  if (race.status === 'Void') return { colour: colours.void, blocks: [text(says.contradiction.voided(name))] };
  const { contradictions, gaps } = checkRace(facts, race.id);
  if (contradictions.length > 0 || gaps.length > 0) return undefined;
  return { colour: colours.open, blocks: [text(says.contradiction.settled(name))] };
}
