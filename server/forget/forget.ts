/** "Forget me": the journal is rewritten without somebody, and what follows from it stays as it is. */

import type { Rewriting } from '../desk.ts';
import type { State } from '../fold.ts';
import type { By, Entry } from '../journal/entry.ts';
import type { Wanted } from '../league/changes.ts';
import { personIn } from './person.ts';
import { redacted } from './redact.ts';

/**
 * Undefined if there is nothing to forget. `of` has the user, or a racer's ID; `host` is who asks for it, if that's
 * somebody else than whom it's about.
 */
export function forget(
  entries: readonly Entry[],
  state: State,
  of: { user: string } | { racer: string },
  host?: { user: string; name: string },
): (Rewriting & { called: string }) | undefined {
  const person = personIn(entries, state, of);
  if (!person) return undefined;
  const asked = [...state.takeOvers.values()].filter(({ user }) => user === person.user);
  const changes = asked.map(({ id }): Wanted => ({ kind: 'takeOverSettled', id }));
  const [racer] = person.rows;
  const happening = { what: 'forgotten' as const, ...(racer !== undefined && { racer }) };
  const by: By = host ? { kind: 'member', user: host.user, name: host.name } : { kind: 'league' };
  const rewritten = entries.map((entry) => redacted(entry, person));
  return { entries: rewritten, note: { by, happening, changes }, called: person.called };
}
