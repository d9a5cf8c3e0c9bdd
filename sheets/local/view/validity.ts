import type { Schema } from '../model/api.ts';
import { type Asking, holds, type Subject } from './conditions.ts';

/** Does a cell hold what its rule allows? An empty one always does. */
export const isValid = (rule: Schema['DataValidationRule'], subject: Subject, asking: Asking): boolean =>
  subject.text === '' || holds(rule.condition ?? {}, subject, asking);

/** What a rule asks for, as a sentence; the rule's own words come first. */
export function demandOf({ condition, inputMessage }: Schema['DataValidationRule']): string {
  if (inputMessage) return inputMessage;
  const [first = '', second = ''] = (condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
  return DEMANDS[condition?.type ?? '']?.(first, second) ?? 'The cell’s rule doesn’t allow it.';
}

const DEMANDS: Readonly<Record<string, (first: string, second: string) => string>> = {
  ONE_OF_LIST: () => 'Choose from the list, or clear the cell.',
  ONE_OF_RANGE: () => 'Choose from the list, or clear the cell.',
  BOOLEAN: () => 'The cell is a checkbox: tick it or not.',
  NUMBER_BETWEEN: (first, second) => `Use a number from ${first} to ${second}.`,
  NUMBER_NOT_BETWEEN: (first, second) => `Use a number below ${first} or above ${second}.`,
  NUMBER_GREATER: (first) => `Use a number greater than ${first}.`,
  NUMBER_GREATER_THAN_EQ: (first) => `Use a number of at least ${first}.`,
  NUMBER_LESS: (first) => `Use a number less than ${first}.`,
  NUMBER_LESS_THAN_EQ: (first) => `Use a number of at most ${first}.`,
  NUMBER_EQ: (first) => `Only ${first} is allowed here.`,
  NUMBER_NOT_EQ: (first) => `Anything but ${first} is allowed here.`,
  DATE_IS_VALID: () => 'Use a date, such as 2026-11-23.',
  DATE_BETWEEN: (first, second) => `Use a date from ${first} to ${second}.`,
  TEXT_EQ: (first) => `Only “${first}” is allowed here.`,
  TEXT_IS_EMAIL: () => 'Use an e-mail address.',
  TEXT_IS_URL: () => 'Use the address of a page, such as https://example.com.',
  TEXT_CONTAINS: (first) => `The text has to contain “${first}”.`,
  TEXT_NOT_CONTAINS: (first) => `The text must not contain “${first}”.`,
};
