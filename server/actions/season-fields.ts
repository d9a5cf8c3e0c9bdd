/** What a season is made of, as a host gives it: its dates, its scoring table, how many races don't count, its money. */
import { z } from 'zod';
import { folded } from '../../sheets/names.ts';
import type { Raw } from '../../sheets/records.ts';
import type { Season } from '../league/facts.ts';
import { endsBeforeItStarts } from '../league/seasons.ts';
import type { Refusal } from '../words/refusals.ts';
import { moneyFields, readMoneyFields } from './money-fields.ts';
import { isRefusal, type Situation } from './verb.ts';

/** Null takes a date away; what is left out stays as it is. */
export const seasonFields = {
  starts: z.number().nullable().optional(),
  ends: z.number().nullable().optional(),
  scoring: z.string().max(200).optional(),
  dropWorst: z.number().optional(),
  ...moneyFields,
};

type Given = { [F in keyof typeof seasonFields]?: z.infer<(typeof seasonFields)[F]> };

/** Dates that a cell of the Sheet holds, with room for any time zone: milliseconds since 1970. */
const [earliest, latest] = [Date.UTC(1900, 0, 3), Date.UTC(9999, 11, 29)];
/** As many as a cell of Drop worst takes. */
const mostDropped = 100;

/** The cells for what is given, or why that can't be. `season` is the one that it is for, if it's there already. */
export function readFields(
  { facts, cell }: Situation,
  given: Given,
  season: Season | undefined,
): Record<string, Raw> | Refusal {
  const dates = [given.starts, given.ends].filter((date) => typeof date === 'number');
  if (!dates.every((date) => date >= earliest && date <= latest)) return { refused: 'bad_dates' };
  const starts = given.starts === undefined ? season?.starts : given.starts;
  const ends = given.ends === undefined ? season?.ends : given.ends;
  const both = typeof starts === 'number' && typeof ends === 'number';
  if (both && endsBeforeItStarts(facts, { starts, ends })) return { refused: 'bad_dates' };
  const scoring = given.scoring?.trim();
  if (scoring !== undefined && !facts.scoring.has(folded(scoring)))
    return { refused: 'no_scoring', given: { scoring } };
  const { dropWorst } = given;
  const isCount = dropWorst === undefined || (Number.isInteger(dropWorst) && dropWorst >= 0);
  if (!isCount || (dropWorst ?? 0) > mostDropped) return { refused: 'bad_drop', given: { most: mostDropped } };
  const money = readMoneyFields(facts, given);
  if (isRefusal(money)) return money;
  return {
    ...money,
    ...(given.starts !== undefined && { starts: given.starts === null ? '' : cell(given.starts) }),
    ...(given.ends !== undefined && { ends: given.ends === null ? '' : cell(given.ends) }),
    ...(scoring !== undefined && { scoring: facts.scoring.get(folded(scoring))?.name ?? scoring }),
    ...(dropWorst !== undefined && { dropWorst }),
  };
}
