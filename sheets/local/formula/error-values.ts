import type { Schema } from '../model/api.ts';

type ErrorValue = NonNullable<Schema['ExtendedValue']['errorValue']>;

/** The library's errors as Google's. It has some that Google tells as another; `#BROKEN!` is for what broke it. */
const ERRORS: Readonly<Record<string, ErrorValue>> = {
  '#DIV/0!': { type: 'DIVIDE_BY_ZERO', message: 'Division by zero.' },
  '#VALUE!': { type: 'VALUE', message: 'A value here is of the wrong kind.' },
  '#REF!': { type: 'REF', message: 'Reference does not exist.' },
  '#NAME?': { type: 'NAME', message: 'Unknown function or range name.' },
  '#NUM!': { type: 'NUM', message: 'The result is not a number that can be shown.' },
  '#N/A': { type: 'N_A', message: 'Did not find a value.' },
  '#NULL!': { type: 'NULL_VALUE', message: 'The ranges have no cell in common.' },
  '#ERROR!': { type: 'ERROR', message: 'Formula parse error.' },
  '#N/IMPL!': { type: 'NAME', message: 'This spreadsheet does not know this function.' },
  '#CIRC!': { type: 'REF', message: 'Circular dependency detected.' },
  '#CALC!': { type: 'N_A', message: 'No matches are found.' },
  '#SPILL!': { type: 'REF', message: 'Array result was not expanded because it would overwrite data.' },
  '#BROKEN!': { type: 'ERROR', message: 'This formula could not be calculated.' },
};

/** @param message where something more exact is to be said */
export function errorOf(text: string, message?: string): { errorValue: ErrorValue } {
  const known: ErrorValue = ERRORS[text] ?? { type: 'ERROR', message: 'This formula could not be calculated.' };
  return { errorValue: { ...known, ...(message && { message }) } };
}
