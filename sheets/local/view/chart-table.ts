import type { Schema } from '../model/api.ts';
import { type Sheet, sheetById } from '../model/book.ts';
import { cellAt } from '../model/cells.ts';
import { boxWithin } from './box.ts';
import type { Subject } from './conditions.ts';
import { type Sight, subjectOf } from './subjects.ts';

/** The ranges of one column (or row) of a chart's data, one after the other. */
export type Source = readonly Schema['GridRange'][];

/** A chart's data: as many labels as each series has values. */
export type ChartTable = {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

type Options = {
  /** How many first cells of each column are its name; undefined: what isn't a number above numbers. */
  readonly headers: number | undefined;
  /** Which hidden cells don't count, in the API's words. */
  readonly hidden: string;
};

/** Reads a chart's data; rows in which nothing stands are left out, so that open ranges grow with their sheet. */
export function chartTable(domain: Source, series: readonly Source[], options: Options, sight: Sight): ChartTable {
  const labels = cellsOf(domain, options.hidden, sight);
  const columns = series.map((source) => cellsOf(source, options.hidden, sight));
  const headers = options.headers ?? guessedHeaders(labels, columns);
  const length = Math.max(labels.length, ...columns.map((column) => column.length));
  const filled = Array.from({ length }, (_, i) => i).filter(
    (i) => i >= headers && [labels, ...columns].some((column) => (column[i]?.text ?? '') !== ''),
  );
  return {
    labels: filled.map((i) => labels[i]?.text ?? ''),
    series: columns.map((column) => ({
      name: column
        .slice(0, headers)
        .map((cell) => cell.text)
        .join(' '),
      values: filled.map((i) => column[i]?.value?.numberValue ?? null),
    })),
  };
}

/** One header where every series begins with a text and goes on with numbers. */
function guessedHeaders(labels: readonly Subject[], columns: readonly (readonly Subject[])[]): number {
  const isNamed = (column: readonly Subject[]) =>
    column[0]?.value?.stringValue != null && column.some((cell) => cell.value?.numberValue != null);
  return labels.length > 1 && columns.length > 0 && columns.every(isNamed) ? 1 : 0;
}

function cellsOf(source: Source, hidden: string, sight: Sight): Subject[] {
  return source.flatMap((range) => {
    const sheet = sight.book.sheets.find((each) => each.id === (range.sheetId ?? 0));
    return sheet ? cellsIn(range, sheetById(sight.book, sheet.id), hidden, sight) : [];
  });
}

function cellsIn(range: Schema['GridRange'], sheet: Sheet, hidden: string, sight: Sight): Subject[] {
  const box = boxWithin(range, sheet.grid);
  const skipsRows = hidden === 'SKIP_HIDDEN_ROWS_AND_COLUMNS' || hidden === 'SKIP_HIDDEN_ROWS';
  const skipsColumns = hidden === 'SKIP_HIDDEN_ROWS_AND_COLUMNS' || hidden === 'SKIP_HIDDEN_COLUMNS';
  const bottom = range.endRowIndex == null ? Math.min(box.bottom, Math.max(sheet.rows.length, box.top)) : box.bottom;
  const out: Subject[] = [];
  for (let r = box.top; r < bottom; r++) {
    if (skipsRows && isHidden(sheet.rowProperties[r])) continue;
    for (let c = box.left; c < box.right; c++) {
      if (skipsColumns && isHidden(sheet.columnProperties[c])) continue;
      out.push(subjectOf(sheet, r, c, cellAt(sheet, r, c), sight));
    }
  }
  return out;
}

const isHidden = (properties: Schema['DimensionProperties'] | undefined): boolean =>
  properties?.hiddenByUser === true || properties?.hiddenByFilter === true;
