import { formatRange } from '../model/a1.ts';
import type { Schema } from '../model/api.ts';
import { columnAfterData, rowAfterData } from '../model/cells.ts';
import type { Place } from '../model/resolve.ts';
import type { Evaluation } from './evaluate.ts';
import { type DateTimeRender, type Effective, type Plain, render, type ValueRender } from './render.ts';

export type ReadOptions = {
  readonly render: ValueRender;
  readonly dates: DateTimeRender;
  readonly dimension: 'ROWS' | 'COLUMNS';
};

/** A range as `values.get` answers it: trailing empty cells and rows are cut off, inner empty rows are `[]`. */
export function readValues(place: Place, evaluation: Evaluation, options: ReadOptions): Schema['ValueRange'] {
  const range = formatRange(place.sheet.title, place.box);
  const rows = readRows(place, evaluation, options);
  const values = options.dimension === 'COLUMNS' ? transpose(rows) : rows;
  return { range, majorDimension: options.dimension, ...(values.length > 0 && { values }) };
}

function readRows({ sheet, box }: Place, evaluation: Evaluation, options: ReadOptions): Plain[][] {
  const out: Plain[][] = [];
  const last = Math.min(box.bottom, rowAfterData(sheet));
  for (let r = box.top; r < last; r++) {
    const row = sheet.rows[r] ?? [];
    const values: Plain[] = [];
    const width = Math.min(box.right, columnAfterData(row));
    for (let c = box.left; c < width; c++) {
      const cell = row[c];
      const effective: Effective = cell && evaluation(sheet, r, c, cell);
      values.push(render(cell, effective, options.render, options.dates));
    }
    while (values.length > 0 && values[values.length - 1] === '') values.pop();
    out.push(values);
  }
  while (out.length > 0 && out[out.length - 1]?.length === 0) out.pop();
  return out;
}

function transpose(rows: readonly Plain[][]): Plain[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, c) => {
    const column = rows.map((row) => row[c] ?? '');
    while (column[column.length - 1] === '') column.pop();
    return column;
  });
}
