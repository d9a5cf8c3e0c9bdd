import type { Cell } from '../model/book.ts';
import { parseEntry } from '../values/entered.ts';
import { formatNumber } from '../values/format.ts';

/**
 * What a person would type to make this cell again: the formula, the number in its own form where that says it all,
 * text with an apostrophe where it would else be read as something other.
 * @param year the current year: a text that would be taken for a date without one keeps its apostrophe too
 */
export function entryOf(cell: Cell | undefined, year: number): string {
  const { formulaValue, numberValue, stringValue, boolValue } = cell?.userEnteredValue ?? {};
  if (formulaValue != null) return formulaValue;
  if (boolValue != null) return boolValue ? 'TRUE' : 'FALSE';
  if (numberValue != null) return numberEntry(numberValue, cell, year);
  const isText = cell?.userEnteredFormat?.numberFormat?.type === 'TEXT';
  // Empty text, which an apostrophe alone makes, isn't no text.
  if (stringValue === '' && !isText) return "'";
  const text = stringValue ?? '';
  if (text === '' || isText) return text;
  return parseEntry(text, year).value.stringValue === text ? text : `'${text}`;
}

/** A date or a percent as it is shown, unless that hides a part of it. */
function numberEntry(number: number, cell: Cell | undefined, year: number): string {
  const format = cell?.userEnteredFormat?.numberFormat;
  for (const shown of format ? [formatNumber(number, format), formatNumber(number, longFormat(format.type))] : []) {
    if (parseEntry(shown, year).value.numberValue === number) return shown;
  }
  return String(number);
}

const LONG = { DATE: 'yyyy-mm-dd', DATE_TIME: 'yyyy-mm-dd hh:mm:ss', TIME: 'hh:mm:ss' } as const;

function longFormat(type: string | null | undefined): { type: string; pattern: string } | undefined {
  return type === 'DATE' || type === 'DATE_TIME' || type === 'TIME' ? { type, pattern: LONG[type] } : undefined;
}
