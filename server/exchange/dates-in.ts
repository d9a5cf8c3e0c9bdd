/** When the races of a file were raced: their order counts, so those without a date stand where they stand in it. */
import type { FileNote } from '../words/exchange.ts';
import type { SeasonIn } from './seasons-in.ts';

const second = 1 / 86_400;

/**
 * A serial number for each race of a season. One without a date is a second after the race before it; before the first
 * one that has a date, a second before the next. Where none has any, the last is a second before `now`.
 */
export function dates({ name, races }: SeasonIn, now: number, notes: FileNote[]): number[] {
  const undated = races.filter(({ date }) => date === undefined).length;
  if (undated > 0) notes.push({ note: 'undated', given: { season: name, races: undated } });
  const first = races.findIndex(({ date }) => date !== undefined);
  const [from, at] = first < 0 ? [races.length, now] : [first, races[first]?.date ?? now];
  let last = at;
  return races.map(({ date }, index) => {
    last = index < from ? at - (from - index) * second : (date ?? last + second);
    return last;
  });
}
