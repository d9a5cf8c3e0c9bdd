/** Who is who among the racers. */
import type { Raw } from '../../sheets/records.ts';
import type { Cells } from './changes.ts';
import type { Facts, Racer } from './facts.ts';

/** Who a racer is, by ID: themselves, or whom they are the same as. */
export function personOf({ sameAs }: Facts, racer: string): string {
  return sameAs.get(racer) ?? racer;
}

/** The row of somebody new; without Discord unless it's said. */
export function newRacer(racer: string, joined: Raw, { discordName = '', discordId = '' } = {}): Cells {
  return { racer, discordName, discordId, joined, active: 'Yes', onPage: 'Yes', sameAs: '' };
}

/** The Discord user whose racer that is: by their own row, else by that of somebody who is the same. */
export function discordOf(facts: Facts, { id, discordId }: Racer): string | undefined {
  if (discordId !== undefined) return discordId;
  return rowsOf(facts, id).flatMap((row) => row.discordId ?? [])[0];
}

/** Whether the public page may name them: none of their rows says No, so that a merge shows nobody who hid. */
export function isOnPage(facts: Facts, person: string): boolean {
  return rowsOf(facts, person).every(({ onPage }) => onPage !== false);
}

/** Everything that stands in the Racers tab about one person: their own row first, then those that are the same. */
export function rowsOf(facts: Facts, person: string): Racer[] {
  const same = [...facts.sameAs].flatMap(([row, of]) => (of === person ? row : []));
  return [person, ...same].flatMap((id) => facts.racers.get(id) ?? []);
}

/** A racer without Discord, whom a host added or whom results of the past name, and who is nobody else. */
export function isPlaceholder(facts: Facts, racer: Racer): boolean {
  return !facts.sameAs.has(racer.id) && discordOf(facts, racer) === undefined;
}
