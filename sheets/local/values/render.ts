import type { Schema } from '../model/api.ts';
import type { Cell } from '../model/book.ts';
import { formatNumber, isDateFormat } from './format.ts';

export const valueRenderOptions = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const;
export type ValueRender = (typeof valueRenderOptions)[number];
export const dateTimeRenderOptions = ['SERIAL_NUMBER', 'FORMATTED_STRING'] as const;
export type DateTimeRender = (typeof dateTimeRenderOptions)[number];

/** A value as the values methods give it. */
export type Plain = string | number | boolean;

/** What a cell comes to: its own value, or what its formula evaluates to. */
export type Effective =
  | (Schema['ExtendedValue'] & {
      /** How a formula's number looks while nobody formatted its cell. */
      readonly inferredFormat?: Schema['NumberFormat'];
    })
  | undefined;

/** A cell as `values.get` shows it; an empty cell is ''. */
export function render(cell: Cell | undefined, effective: Effective, how: ValueRender, dates: DateTimeRender): Plain {
  if (!cell || !effective) return '';
  const formula = cell.userEnteredValue?.formulaValue;
  if (how === 'FORMULA' && formula != null) return formula;
  const { numberValue, stringValue, boolValue, errorValue } = effective;
  if (numberValue != null) {
    const format = cell.userEnteredFormat?.numberFormat ?? effective.inferredFormat;
    if (how === 'FORMATTED_VALUE') return formatNumber(numberValue, format);
    const asText = how === 'UNFORMATTED_VALUE' && dates === 'FORMATTED_STRING' && isDateFormat(format);
    return asText ? formatNumber(numberValue, format) : numberValue;
  }
  if (boolValue != null) return how === 'FORMATTED_VALUE' ? String(boolValue).toUpperCase() : boolValue;
  if (errorValue) return errorText(errorValue.type);
  return stringValue ?? '';
}

/** The text that a person sees in the cell; undefined for an empty one. */
export function formattedValue(cell: Cell | undefined, effective: Effective): string | undefined {
  return effective ? String(render(cell, effective, 'FORMATTED_VALUE', 'SERIAL_NUMBER')) : undefined;
}

const ERRORS: Record<string, string> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

const errorText = (type: string | null | undefined): string => ERRORS[type ?? 'ERROR'] ?? '#ERROR!';
