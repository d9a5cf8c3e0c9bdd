import { columnIndex } from '../model/a1.ts';
import type { Effective } from '../values/render.ts';

const operators = ['<>', '<=', '>=', '=', '<', '>'] as const;
type Operator = (typeof operators)[number];

/** A cell of a formula: by its place, or by how far it lies from where the formula is read. */
export type Reference = {
  /** As it's written, unquoted; none for the formula's own sheet. */
  readonly tab: string | undefined;
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
};

export type Operand = { readonly reference: Reference } | { readonly value: Effective };
export type Comparison = { readonly left: Operand; readonly right: Operand; readonly operator: Operator };

const OPERAND = String.raw`((?:(?:'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Za-z]{1,3}\$?[1-9]\d*|-?\d+(?:\.\d+)?|"(?:[^"]|"")*"|TRUE|FALSE)`;
const COMPARISON = new RegExp(String.raw`^=\s*${OPERAND}\s*(<>|<=|>=|=|<|>)\s*${OPERAND}\s*$`, 'i');

/**
 * A formula that compares one cell or constant with another, as most conditions do (`=$C2="DNF"`): it's understood here,
 * for every cell at once, without a calculation for each. Undefined for all others.
 */
export function comparisonOf(formula: string): Comparison | undefined {
  const [, left, sign, right] = COMPARISON.exec(formula) ?? [];
  const operator = operators.find((each) => each === sign);
  if (left === undefined || right === undefined || !operator) return undefined;
  return { left: operandOf(left), right: operandOf(right), operator };
}

/** A plain reference to one cell, such as `=$B2`; undefined for everything else. */
export function referenceOf(formula: string): Reference | undefined {
  const match = /^=\s*((?:'(?:[^']|'')+'|[\w.]+)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)\s*$/.exec(formula);
  if (!match) return undefined;
  const [, tab, columnFixed, letters = '', rowFixed, digits] = match;
  return {
    tab: tab?.replace(/^'|'?!$/g, '').replaceAll("''", "'"),
    column: columnIndex(letters),
    columnFixed: columnFixed !== '',
    row: Number(digits) - 1,
    rowFixed: rowFixed !== '',
  };
}

/** Does a comparison hold? Text goes by its letters whatever their case; numbers come before text, text before yes and no. */
export function compares(left: Effective, operator: Operator, right: Effective): boolean {
  const order = orderOf(left, right);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
  }
}

function operandOf(text: string): Operand {
  if (text.startsWith('"')) return { value: { stringValue: text.slice(1, -1).replaceAll('""', '"') } };
  if (/^(true|false)$/i.test(text)) return { value: { boolValue: /^true$/i.test(text) } };
  const reference = referenceOf(`=${text}`);
  return reference ? { reference } : { value: { numberValue: Number(text) } };
}

/** An empty cell is whatever it's compared with is when empty: no text, zero, no. */
function orderOf(left: Effective, right: Effective): number {
  const [a, b] = [plain(left), plain(right)];
  if (a === undefined || b === undefined) {
    const given = a ?? b;
    if (given === undefined || given === '' || given === 0 || given === false) return 0;
    const sign = given === true || typeof given === 'string' || given > 0 ? -1 : 1;
    return a === undefined ? sign : -sign;
  }
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [first, second] = [a.toLowerCase(), b.toLowerCase()];
    return first === second ? 0 : first < second ? -1 : 1;
  }
  return Number(a) - Number(b);
}

type Given = string | number | boolean;

const plain = (value: Effective): Given | undefined =>
  value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? undefined;

const rankOf = (value: Given): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
