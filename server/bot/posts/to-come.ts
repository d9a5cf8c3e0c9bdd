/** The next race that has a date, in the reader's own time. */
import { byTime } from '../../league/races.ts';
import { moment } from '../markdown.ts';
import type { Telling } from './telling.ts';

/** Undefined where none is planned after `now` (milliseconds since 1970). */
export function nextPlanned({ facts, names, says }: Telling, now: number): string | undefined {
  const [next] = [...facts.races.values()]
    .filter(({ status, season, planned = 0 }) => {
      const closed = facts.seasons.get(season ?? '')?.status === 'Closed';
      return status === 'Planned' && !closed && planned > now;
    })
    .sort((a, b) => (a.planned ?? 0) - (b.planned ?? 0) || byTime(a, b));
  if (next?.planned === undefined) return undefined;
  return says.recap.next(names.race(next.id), moment(next.planned, 'f'), moment(next.planned, 'R'));
}
