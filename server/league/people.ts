/** Who is who among the racers. */
import type { Facts, Racer } from './facts.ts';

/** The Discord user whose racer that is: by their own row, else by that of somebody who is the same. */
export function discordOf(facts: Facts, { id, discordId }: Racer): string | undefined {
  if (discordId !== undefined) return discordId;
  const same = [...facts.sameAs].filter(([, person]) => person === id);
  return same.map(([one]) => facts.racers.get(one)?.discordId).find((user) => user !== undefined);
}

/** A racer without Discord, whom a host added or whom results of the past name, and who is nobody else. */
export function isPlaceholder(facts: Facts, racer: Racer): boolean {
  return !facts.sameAs.has(racer.id) && discordOf(facts, racer) === undefined;
}
