import { linkOf } from './formula/looks.ts';
import type { Schema } from './model/api.ts';
import type { Cell, Sheet } from './model/book.ts';
import { COLUMN_WIDTH, DEFAULT_FORMAT, ROW_HEIGHT } from './model/defaults.ts';
import { type Box, overlaps } from './model/grid.ts';
import { type Effective, formattedValue } from './values/render.ts';
import { bandFill, bandsOf } from './view/banding.ts';
import { conditionalOf } from './view/conditional.ts';
import { type Sight, subjectOf } from './view/subjects.ts';

/**
 * The cells of a rectangle as `spreadsheets.get` answers them; rows and cells after the last that says anything are
 * left out.
 * @param withFormats whether the formats are wanted that follow from bands and conditions: they take their time
 */
export function gridData(sheet: Sheet, box: Box, sight: Sight, withFormats: boolean): Schema['GridData'] {
  const lent = withFormats ? lentFormats(sheet, box, sight) : NOTHING_LENT;
  const rows: Schema['RowData'][] = [];
  for (let r = box.top; r < Math.min(box.bottom, Math.max(sheet.rows.length, lent.bottom)); r++) {
    const values: Schema['CellData'][] = [];
    const width = Math.max(sheet.rows[r]?.length ?? 0, lent.rightOf(r));
    for (let c = box.left; c < Math.min(box.right, width); c++) values.push(cellData(sheet, r, c, sight, lent));
    const kept = withoutEnd(values);
    rows.push(kept.length > 0 ? { values: kept } : {});
  }
  const kept = withoutEnd(rows);
  return {
    startRow: box.top,
    startColumn: box.left,
    ...(kept.length > 0 && { rowData: kept }),
    rowMetadata: sized(sheet.rowProperties, box.top, box.bottom, ROW_HEIGHT),
    columnMetadata: sized(sheet.columnProperties, box.left, box.right, COLUMN_WIDTH),
  };
}

/** What bands and conditions lend to cells. They may colour empty ones: so it says how far they reach. */
type Lent = {
  readonly bottom: number;
  readonly rightOf: (row: number) => number;
  /** A band's colour gives way to a cell's own, which gives way to a condition's format. */
  readonly at: (
    row: number,
    column: number,
    cell: Cell | undefined,
  ) => { readonly below: Format; readonly above: Format };
};
type Format = Schema['CellFormat'];

const NO_FORMAT: Format = {};
const NONE = { below: NO_FORMAT, above: NO_FORMAT };
const NOTHING_LENT: Lent = { bottom: 0, rightOf: () => 0, at: () => NONE };

function lentFormats(sheet: Sheet, box: Box, sight: Sight): Lent {
  const bands = bandsOf(sheet, sight.book);
  const conditional = conditionalOf(sheet, sight, [box.top, box.bottom]);
  const boxes = [...bands.map((band) => band.box), ...conditional.boxes];
  if (boxes.length === 0) return NOTHING_LENT;
  return {
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    rightOf(row) {
      const across = { top: row, bottom: row + 1, left: 0, right: sheet.grid.columnCount };
      return Math.max(...boxes.map((each) => (overlaps(each, across) ? each.right : 0)));
    },
    at(row, column, cell) {
      const fill = bandFill(bands, row, column);
      const added = conditional.added(row, column, subjectOf(sheet, row, column, cell, sight));
      if (!fill && !added) return NONE;
      return {
        below: fill ? { backgroundColorStyle: fill.style } : NO_FORMAT,
        above: added?.format ?? NO_FORMAT,
      };
    },
  };
}

function cellData(sheet: Sheet, r: number, c: number, sight: Sight, lent: Lent): Schema['CellData'] {
  const cell = sheet.rows[r]?.[c];
  const colours = lent.at(r, c, cell);
  if (!cell) return colours === NONE ? {} : { effectiveFormat: effectiveFormat(undefined, undefined, colours) };
  const effectiveValue = sight.evaluation(sheet, r, c, cell);
  const formatted = formattedValue(cell, effectiveValue);
  const { userEnteredFormat, userEnteredValue } = cell;
  const shows = effectiveValue || userEnteredFormat || colours !== NONE;
  const link = userEnteredValue?.formulaValue && linkOf(userEnteredValue.formulaValue);
  return {
    ...cell,
    ...(link && { hyperlink: link }),
    ...(effectiveValue && { effectiveValue }),
    ...(formatted !== undefined && { formattedValue: formatted }),
    ...(shows && { effectiveFormat: effectiveFormat(userEnteredFormat, effectiveValue, colours) }),
  };
}

const effectiveFormat = (
  own: Format | undefined,
  effective: Effective,
  { below, above }: ReturnType<Lent['at']>,
): Format => ({
  ...DEFAULT_FORMAT,
  ...(effective?.inferredFormat && { numberFormat: effective.inferredFormat }),
  ...below,
  ...own,
  ...above,
  textFormat: { ...DEFAULT_FORMAT.textFormat, ...own?.textFormat, ...above.textFormat },
});

function sized(
  list: readonly (Schema['DimensionProperties'] | undefined)[],
  from: number,
  to: number,
  pixelSize: number,
): Schema['DimensionProperties'][] {
  return Array.from({ length: to - from }, (_, i) => ({ pixelSize, ...list[from + i] }));
}

/** Without the messages at a list's end that say nothing. */
function withoutEnd<T extends object>(list: readonly T[]): T[] {
  let end = list.length;
  while (end > 0 && Object.keys(list[end - 1] ?? {}).length === 0) end -= 1;
  return list.slice(0, end);
}
