import type { LocalSheets } from '../engine.ts';
import { type Book, sheetByTitle } from '../model/book.ts';
import { type HostAct, placeOf } from './fault.ts';

/** Does what a host does in between; where the tab has no such row or column, there's nothing to do. */
export function hostActs({ spreadsheets }: LocalSheets, book: Book, fault: HostAct): void {
  const sheet = sheetByTitle(book, fault.tab);
  const { row, column } = placeOf(fault);
  if (!sheet || row >= sheet.grid.rowCount || column >= sheet.grid.columnCount) return;
  const spreadsheetId = book.id;
  switch (fault.kind) {
    case 'sort': {
      const range = { sheetId: sheet.id, startRowIndex: row };
      const sortSpecs = [{ dimensionIndex: column, sortOrder: fault.order }];
      spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ sortRange: { range, sortSpecs } }] } });
      break;
    }
    case 'type':
      spreadsheets.values.update({
        spreadsheetId,
        range: `'${sheet.title.replaceAll("'", "''")}'!${fault.cell}`,
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: [[fault.value]] },
      });
  }
}
