/** The next race that has a date, in the reader's own time. */
import { nextPlanned } from '../../league/races.ts';
import { moment } from '../markdown.ts';
import type { Telling } from './telling.ts';

/** Undefined where none is planned after `now` (milliseconds since 1970). */
export function toCome({ facts, names, says }: Telling, now: number): string | undefined {
  const next = nextPlanned(facts, now);
  if (next?.planned === undefined) return undefined;
  return says.recap.next(names.race(next.id), moment(next.planned, 'f'), moment(next.planned, 'R'));
}
