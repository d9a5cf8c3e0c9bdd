import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Book, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { boxOf } from '../model/grid.ts';
import type { Handler } from './change.ts';
import { mustBeCondition } from './condition.ts';

type Rule = Schema['ConditionalFormatRule'];

export const addConditionalFormatRule: Handler<'addConditionalFormatRule'> = (book, { rule, index }) => {
  const sheet = ruledSheet(book, rule);
  const at = index ?? 0;
  if (at > sheet.conditionalFormats.length) throw noRule(at, sheet);
  return { book: withRules(book, sheet, sheet.conditionalFormats.toSpliced(at, 0, rule ?? {})) };
};

/** Either the rule is replaced, or it's moved to another place in the order. */
export const updateConditionalFormatRule: Handler<'updateConditionalFormatRule'> = (book, request) => {
  const { rule, newIndex } = request;
  const sheet = rule ? ruledSheet(book, rule) : sheetById(book, request.sheetId);
  const index = request.index ?? 0;
  const oldRule = sheet.conditionalFormats[index];
  if (!oldRule) throw noRule(index, sheet);
  if (rule) {
    const reply = { updateConditionalFormatRule: { newRule: rule, newIndex: index, oldRule } };
    return { book: withRules(book, sheet, sheet.conditionalFormats.with(index, rule)), reply };
  }
  const to = newIndex ?? 0;
  if (to >= sheet.conditionalFormats.length) throw noRule(to, sheet);
  const moved = sheet.conditionalFormats.toSpliced(index, 1).toSpliced(to, 0, oldRule);
  const reply = { updateConditionalFormatRule: { newRule: oldRule, newIndex: to, oldRule, oldIndex: index } };
  return { book: withRules(book, sheet, moved), reply };
};

export const deleteConditionalFormatRule: Handler<'deleteConditionalFormatRule'> = (book, request) => {
  const sheet = sheetById(book, request.sheetId);
  const index = request.index ?? 0;
  const rule = sheet.conditionalFormats[index];
  if (!rule) throw noRule(index, sheet);
  const next = withRules(book, sheet, sheet.conditionalFormats.toSpliced(index, 1));
  return { book: next, reply: { deleteConditionalFormatRule: { rule } } };
};

/** The one sheet that a rule is about. */
function ruledSheet(book: Book, rule: Rule | undefined): Sheet {
  const [first, ...others] = rule?.ranges ?? [];
  if (!rule || !first) throw invalid('A conditional format rule must have at least one range.');
  if (others.some((range) => (range.sheetId ?? 0) !== (first.sheetId ?? 0))) {
    throw invalid('All ranges of a conditional format rule must be on the same sheet.');
  }
  if (!rule.booleanRule && !rule.gradientRule)
    throw invalid('A conditional format rule must be boolean or a gradient.');
  if (rule.booleanRule) mustBeCondition(rule.booleanRule.condition, 'conditional formatting');
  const sheet = sheetById(book, first.sheetId);
  for (const range of [first, ...others]) boxOf(range, sheet.grid);
  return sheet;
}

const withRules = (book: Book, sheet: Sheet, conditionalFormats: readonly Rule[]): Book =>
  withSheet(book, { ...sheet, conditionalFormats });

const noRule = (index: number, sheet: Sheet) =>
  invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
