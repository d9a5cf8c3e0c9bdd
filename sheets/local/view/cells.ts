import type { Cell, Row, Sheet } from '../model/book.ts';
import { overlaps } from '../model/grid.ts';
import { bandFill, bandsOf } from './banding.ts';
import { conditionalOf } from './conditional.ts';
import type { Look } from './look.ts';
import { NO_LOOK, plainOf } from './plain.ts';
import { askingOn, type Sight, subjectOf } from './subjects.ts';
import { demandOf, isValid } from './validity.ts';

/** A cell as its page shows it. What it doesn't say is as usual; `look` and `rule` are places in the tab's lists. */
export type CellView = {
  readonly text?: string;
  /** What the entry line shows, where that isn't the text. */
  readonly entry?: string;
  readonly kind?: 'number' | 'boolean' | 'error';
  readonly look?: number;
  readonly rule?: number;
  readonly note?: string;
  /** Its rule doesn't allow what it holds, and asks for this. */
  readonly invalid?: string;
};

/** What a rule lets a person choose: from a list, or whether a box is ticked. */
export type RuleView =
  | { readonly kind: 'list' }
  | { readonly kind: 'checkbox'; readonly checked: string; readonly unchecked: string };

/** The cells of the rows [from, to); rows and cells after the last that shows anything are left out. */
export function cellViews(
  sheet: Sheet,
  sight: Sight,
  from: number,
  to: number,
): { cells: (CellView | 0)[][]; looks: Look[]; rules: RuleView[] } {
  const looks = numbered<Look>();
  const rules = numbered<RuleView>();
  const bands = bandsOf(sheet, sight.book);
  const conditional = conditionalOf(sheet, sight, [from, to]);
  const asking = askingOn(sheet, sight, [from, to]);
  const colored = [...bands.map((band) => band.box), ...conditional.boxes];

  const cellView = (r: number, c: number, cell: Cell | undefined): CellView | 0 => {
    const subject = subjectOf(sheet, r, c, cell, sight);
    const plain = cell && plainOf(cell, sight.book, sight.year);
    const own = plain?.look ?? NO_LOOK;
    const fill = bandFill(bands, r, c)?.hex;
    const added = conditional.added(r, c, subject)?.look;
    const look = looks.of(fill || added ? { ...(fill && { fill }), ...own, ...added } : own);
    const validation = cell?.dataValidation;
    const choice = validation && ruleView(validation);
    const rule = choice && rules.of(choice);
    const invalid =
      validation && !isValid(validation, subject, asking(r, c, { row: r, column: c }))
        ? demandOf(validation)
        : undefined;
    const kind = kindOf(subject.value);
    const view: { -readonly [key in keyof CellView]: CellView[key] } = {};
    if (subject.text !== '') view.text = subject.text;
    if (plain && plain.entry !== subject.text) view.entry = plain.entry;
    if (kind) view.kind = kind;
    if (look !== undefined) view.look = look;
    if (rule !== undefined) view.rule = rule;
    if (cell?.note) view.note = cell.note;
    if (invalid !== undefined) view.invalid = invalid;
    for (const _ in view) return view;
    return 0;
  };

  const rowView = (r: number, row: Row | undefined): (CellView | 0)[] => {
    const across = { top: r, bottom: r + 1, left: 0, right: sheet.grid.columnCount };
    const reach = colored.map((box) => (overlaps(box, across) ? box.right : 0));
    const width = Math.max(row?.length ?? 0, ...reach);
    const cells = Array.from({ length: width }, (_, c) => cellView(r, c, row?.[c]));
    return withoutEnd(cells, (cell) => cell === 0);
  };
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => rowView(from + i, sheet.rows[from + i]));
  return { cells: withoutEnd(rows, (row) => row.length === 0), looks: looks.all, rules: rules.all };
}

function kindOf(value: ReturnType<typeof subjectOf>['value']): CellView['kind'] {
  if (value?.numberValue != null) return 'number';
  if (value?.boolValue != null) return 'boolean';
  return value?.errorValue ? 'error' : undefined;
}

function ruleView({ condition, showCustomUi }: NonNullable<Cell['dataValidation']>): RuleView | undefined {
  const [checked, unchecked] = condition?.values ?? [];
  if (condition?.type === 'BOOLEAN') {
    return {
      kind: 'checkbox',
      checked: checked?.userEnteredValue ?? 'TRUE',
      unchecked: unchecked?.userEnteredValue ?? 'FALSE',
    };
  }
  const isList = condition?.type === 'ONE_OF_LIST' || condition?.type === 'ONE_OF_RANGE';
  return isList && showCustomUi !== false ? { kind: 'list' } : undefined;
}

/** A list in which what is equal stands once; nothing at all has no number. */
function numbered<T extends object>(): { all: T[]; of: (value: T) => number | undefined } {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  /** Most are the same object over and over. */
  const same = new Map<T, number | undefined>();
  const of = (value: T): number | undefined => {
    if (same.has(value)) return same.get(value);
    const number = numberOf(value);
    same.set(value, number);
    return number;
  };
  const numberOf = (value: T): number | undefined => {
    const key = JSON.stringify(value);
    if (key === '{}') return undefined;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, all.length);
    return all.push(value) - 1;
  };
  return { all, of };
}

function withoutEnd<T>(list: T[], isNothing: (item: T) => boolean): T[] {
  let end = list.length;
  while (end > 0 && isNothing(list[end - 1] as T)) end -= 1;
  return list.slice(0, end);
}
