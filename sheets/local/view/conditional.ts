import type { Schema } from '../model/api.ts';
import type { Sheet } from '../model/book.ts';
import { cellAt } from '../model/cells.ts';
import type { Box } from '../model/grid.ts';
import type { Span } from './bench.ts';
import { boxWithin, isIn } from './box.ts';
import { hexOf, styleOf } from './color.ts';
import { type Condition, holds, type Subject } from './conditions.ts';
import { cornerOf } from './corner.ts';
import { gradient } from './gradient.ts';
import { type Look, lookOf } from './look.ts';
import { askingOn, type Sight, subjectOf } from './subjects.ts';

/** What the conditional formats of a sheet make of its cells. */
export type Conditional = {
  /** The rectangles that rules are about: an empty cell may be coloured too. */
  readonly boxes: readonly Box[];
  /** What they add to a cell: of the rules that it meets, the first one's format alone. */
  readonly added: (row: number, column: number, subject: Subject) => Added | undefined;
};

/** A format, and how it's drawn. */
export type Added = { readonly format: Schema['CellFormat']; readonly look: Look };

type AddedBy = Conditional['added'];

/** @param span the rows that are going to be looked at */
export function conditionalOf(sheet: Sheet, sight: Sight, span: Span): Conditional {
  const asking = askingOn(sheet, sight, span);
  const rules = sheet.conditionalFormats.map((rule) => {
    const boxes = (rule.ranges ?? []).map((range) => boxWithin(range, sheet.grid));
    return { boxes, added: addedBy(rule, boxes, sheet, sight, asking) };
  });
  return {
    boxes: rules.flatMap((rule) => rule.boxes),
    added(row, column, subject) {
      for (const { boxes, added } of rules) {
        const made = boxes.some((box) => isIn(box, row, column)) ? added(row, column, subject) : undefined;
        if (made) return made;
      }
      return undefined;
    },
  };
}

function addedBy(
  rule: Schema['ConditionalFormatRule'],
  boxes: readonly Box[],
  sheet: Sheet,
  sight: Sight,
  asking: ReturnType<typeof askingOn>,
): AddedBy {
  const { booleanRule, gradientRule } = rule;
  if (gradientRule) {
    const colors = gradient(gradientRule, numbersIn(boxes, sheet, sight), sight.book);
    return (_row, _column, { value }) => {
      const rgb = value?.numberValue == null ? undefined : colors(value.numberValue);
      return rgb && { format: { backgroundColorStyle: styleOf(rgb) }, look: { fill: hexOf(rgb) } };
    };
  }
  const condition: Condition = booleanRule?.condition ?? {};
  const format = booleanRule?.format ?? {};
  const added = { format, look: lookOf(format, sight.book) };
  const corner = cornerOf(boxes);
  return (row, column, subject) => (holds(condition, subject, asking(row, column, corner)) ? added : undefined);
}

function numbersIn(boxes: readonly Box[], sheet: Sheet, sight: Sight): number[] {
  const numbers: number[] = [];
  for (const box of boxes) {
    for (let r = box.top; r < Math.min(box.bottom, sheet.rows.length); r++) {
      for (let c = box.left; c < Math.min(box.right, sheet.rows[r]?.length ?? 0); c++) {
        const number = subjectOf(sheet, r, c, cellAt(sheet, r, c), sight).value?.numberValue;
        if (number != null) numbers.push(number);
      }
    }
  }
  return numbers;
}
