/** The few formulas that the simulation's host types, and what they come to. */
import type { Evaluate } from '../../sheets/local/values/evaluate.ts';

/** The smaller of a place and a number that no other formula has. */
export function placeFormula(place: number, token: number): string {
  return `=MIN(${place},${1_000 + token})`;
}

/** A text with a number that no other formula has. */
export function textFormula(text: string, token: number): string {
  return `=TEXTJOIN("${text}",${1_000 + token})`;
}

export function errorFormula(token: number): string {
  return `=NA(${token})`;
}

export const evaluateFew: Evaluate = () => (_sheet, _row, _column, cell) => {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula == null) return cell.userEnteredValue;
  const place = /^=MIN\((\d+),\d+\)$/.exec(formula)?.[1];
  if (place !== undefined) return { numberValue: Number(place) };
  const text = /^=TEXTJOIN\("(.*)",\d+\)$/.exec(formula)?.[1];
  return text === undefined ? { errorValue: { type: 'N_A' } } : { stringValue: text };
};
