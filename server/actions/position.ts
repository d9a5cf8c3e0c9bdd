/** A position as somebody gives it. */
import { outcomes, type Position } from '../../sheets/records.ts';

/** 1 to `last`, as a number or its digits; DNF, DSQ or DNS. Undefined for anything else. */
export function readPosition(given: number | string, last: number): Position | undefined {
  const text = String(given).trim();
  const outcome = outcomes.find((one) => one === text.toUpperCase());
  if (outcome) return outcome;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= 1 && number <= last ? number : undefined;
}
