/** What a person does in the league's spreadsheet, as its page would do it for them. */
import type { LocalSheets } from '../sheets/local/engine.ts';
import type { Raw } from '../sheets/records.ts';

export function handOn(sheets: LocalSheets, spreadsheetId: string) {
  const read = (tab: string, valueRenderOption: 'UNFORMATTED_VALUE' | 'FORMULA') =>
    (sheets.spreadsheets.values.get({ spreadsheetId, range: quoted(tab), valueRenderOption }).values ?? []) as Raw[][];

  return {
    /** A tab's cells, trimmed as Google trims them. */
    grid: (tab: string): Raw[][] => read(tab, 'UNFORMATTED_VALUE'),

    /** The same, formulas as they were typed. */
    typed: (tab: string): Raw[][] => read(tab, 'FORMULA'),

    /** Types into cells: `Results!C2`, with the rest of the row and the rows below from `rows`. */
    type(range: string, ...rows: Raw[][]): void {
      const requestBody = { values: rows };
      sheets.spreadsheets.values.update({ spreadsheetId, range, valueInputOption: 'USER_ENTERED', requestBody });
    },

    batch(...requests: object[]): void {
      sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
    },

    sheetId(tab: string): number {
      const { sheets: all = [] } = sheets.spreadsheets.get({ spreadsheetId });
      return all.find(({ properties }) => properties?.title === tab)?.properties?.sheetId ?? 0;
    },
  };
}

function quoted(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}
