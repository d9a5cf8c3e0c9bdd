/** A file into the league: a CSV of results, or a league as JSON. */
import { serialOf } from '../../sheets/moments.ts';
import { contextOf, type State } from '../fold.ts';
import { planLeague } from './import-league.ts';
import { planResults } from './import-results.ts';
import { emptyPlan, type Import, type Plan } from './plan.ts';

/** `bytes` are the file's; `at` is now, in milliseconds since 1970. Nothing is changed. */
export function planImport(
  bytes: Uint8Array,
  state: State,
  { at, ...about }: Omit<Import, 'now'> & { at: number },
): Plan {
  const now = serialOf(at, contextOf(state).timeZone);
  const plan = isJson(bytes) ? planLeague(bytes, state) : planResults(bytes, state, { ...about, now });
  return plan.problems.length > 0 ? { ...plan, changes: [], after: emptyPlan().after } : plan;
}

/** No CSV of results begins with a brace. */
function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith('{') || start.startsWith('[');
}
