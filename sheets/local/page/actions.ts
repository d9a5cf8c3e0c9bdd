import { batchUpdate, type Cell, enterValues, quoted, type Request } from './api.ts';
import { type Box, boxName, cellAt, type Shown } from './model.ts';

/** What a person can do to the shown tab. Each ends when it's saved, and remembers how to take it back. */
export type Actions = {
  enter(box: Box, values: readonly (readonly string[])[]): Promise<void>;
  clear(box: Box): Promise<void>;
  insertRow(at: number): Promise<void>;
  deleteRows(from: number, to: number): Promise<void>;
  sort(column: number, order: 'ASCENDING' | 'DESCENDING'): Promise<void>;
  resize(column: number, pixelSize: number): Promise<void>;
  undo(): Promise<void>;
  readonly canUndo: () => boolean;
};

const UNDO_STEPS = 50;

/** @param changed called when there is something else to take back than before */
export function actionsOn(spreadsheetId: string, shown: () => Shown, changed: () => void): Actions {
  const undone: Request[][] = [];
  const sheetId = () => shown().tab.sheetId;

  /** Does something; should it be refused, there's nothing to take back. */
  const doing = async (back: Request[], action: () => Promise<void>): Promise<void> => {
    await action();
    undone.push(back);
    if (undone.length > UNDO_STEPS) undone.shift();
    changed();
  };
  const update = (...requests: Request[]) => batchUpdate(spreadsheetId, requests);
  const range = (box: Box) => ({
    sheetId: sheetId(),
    startRowIndex: box.top,
    endRowIndex: box.bottom,
    startColumnIndex: box.left,
    endColumnIndex: box.right,
  });
  const rows = (startIndex: number, endIndex: number) => ({
    sheetId: sheetId(),
    dimension: 'ROWS',
    startIndex,
    endIndex,
  });
  const asNow = (box: Box): Request => ({
    updateCells: {
      range: range(box),
      fields: 'userEnteredValue,userEnteredFormat,dataValidation,note',
      rows: copyOf(shown(), box),
    },
  });

  return {
    enter(box, values) {
      const wide = Math.max(...values.map((row) => row.length));
      const target = { ...box, bottom: box.top + values.length, right: box.left + wide };
      const place = `${quoted(shown().tab.title)}!${boxName(target)}`;
      return doing([asNow(target)], () => enterValues(spreadsheetId, place, values));
    },
    clear: (box) =>
      doing([asNow(box)], () => update({ updateCells: { range: range(box), fields: 'userEnteredValue' } })),
    insertRow: (at) =>
      doing([{ deleteDimension: { range: rows(at, at + 1) } }], () =>
        update({ insertDimension: { range: rows(at, at + 1), inheritFromBefore: at > headerRows(shown()) } }),
      ),
    deleteRows(from, to) {
      const width = Math.max(
        1,
        ...shown()
          .rows.slice(from, to)
          .map((row) => row?.length ?? 0),
      );
      const back = [
        { insertDimension: { range: rows(from, to) } },
        asNow({ top: from, bottom: to, left: 0, right: width }),
      ];
      return doing(back, () => update({ deleteDimension: { range: rows(from, to) } }));
    },
    sort(column, sortOrder) {
      const box = dataBox(shown(), column);
      const sortSpecs = [{ dimensionIndex: column, sortOrder }];
      return doing([asNow(box)], () => update({ sortRange: { range: range(box), sortSpecs } }));
    },
    resize(column, pixelSize) {
      const columns = { sheetId: sheetId(), dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 };
      const back = [
        {
          updateDimensionProperties: {
            range: columns,
            properties: { pixelSize: shown().widths[column] ?? 100 },
            fields: 'pixelSize',
          },
        },
      ];
      return doing(back, () =>
        update({ updateDimensionProperties: { range: columns, properties: { pixelSize }, fields: 'pixelSize' } }),
      );
    },
    async undo() {
      const back = undone.pop();
      changed();
      if (back) await update(...back);
    },
    canUndo: () => undone.length > 0,
  };
}

const headerRows = (shown: Shown): number => shown.tab.gridProperties.frozenRowCount ?? 0;

/** All rows of data below the frozen header, over all columns in use. */
function dataBox(shown: Shown, column: number): Box {
  const top = headerRows(shown);
  const width = shown.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), column + 1);
  return { top, left: 0, bottom: Math.max(top + 1, shown.rows.length), right: width };
}

/** The cells of a rectangle as `updateCells` takes them. */
function copyOf(shown: Shown, box: Box): { values: Cell[] }[] {
  return Array.from({ length: box.bottom - box.top }, (_, r) => ({
    values: Array.from({ length: box.right - box.left }, (_, c) => {
      const { effectiveValue: _e, formattedValue: _f, ...own } = cellAt(shown, box.top + r, box.left + c) ?? {};
      return own;
    }),
  }));
}
