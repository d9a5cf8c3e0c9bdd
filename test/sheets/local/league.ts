import { createLocalSheets, type LocalSheets } from '../../../sheets/local/engine.ts';
import type { Schema } from '../../../sheets/local/model/api.ts';

/** The spreadsheet that these tests work on. */
export const BOOK = 'cozy-kart-league';

/** A spreadsheet service in memory with one empty spreadsheet, its ids made the same way each time. */
export function newSheets(): LocalSheets {
  let drawn = 0;
  const random = () => ((drawn++ * 0.618_033_988_749) % 1) * 0.999;
  const sheets = createLocalSheets({ now: () => Date.UTC(2026, 10, 23), random });
  sheets.ensureSpreadsheet(BOOK, 'Cozy-Kart League');
  return sheets;
}

/** Sends requests in one batch. */
export const batch = (sheets: LocalSheets, ...requests: Schema['Request'][]): Schema['BatchUpdateResponse'] =>
  sheets.spreadsheets.batchUpdate({ spreadsheetId: BOOK, requestBody: { requests } });

/** Writes rows of text and numbers from a cell on, as a person types them. */
export const type = (sheets: LocalSheets, range: string, ...values: unknown[][]) =>
  sheets.spreadsheets.values.update({
    spreadsheetId: BOOK,
    range,
    valueInputOption: 'USER_ENTERED',
    requestBody: { values },
  });

/** The values of a range as they are stored. */
export const read = (sheets: LocalSheets, range: string): unknown[][] =>
  sheets.spreadsheets.values.get({ spreadsheetId: BOOK, range, valueRenderOption: 'UNFORMATTED_VALUE' }).values ?? [];

/** The values of a range as a person sees them. */
export const look = (sheets: LocalSheets, range: string): unknown[][] =>
  sheets.spreadsheets.values.get({ spreadsheetId: BOOK, range }).values ?? [];
