import { describe, expect, it } from 'vitest';
import { BOOK, batch, look, newSheets, read, type } from './league.ts';

/** Two tabs; `Podium` is A2:B4 of the second. */
function withPodium() {
  const sheets = newSheets();
  const range = { sheetId: 5, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 };
  batch(
    sheets,
    { addSheet: { properties: { sheetId: 5, title: 'Race 7' } } },
    { addNamedRange: { namedRange: { name: 'Podium', range } } },
  );
  type(sheets, "'Race 7'!A1", ['Place', 'Racer'], [1, 'Kim'], [2, 'Sam'], [3, 'Zoe'], [4, 'Ana']);
  return sheets;
}

describe('A named range', () => {
  it.each(['Podium', "'Race 7'!Podium", "'race 7'!podium"])('is read as %s', (range) => {
    const answer = withPodium().spreadsheets.values.get({ spreadsheetId: BOOK, range });
    expect(answer).toEqual({
      range: "'Race 7'!A2:B4",
      majorDimension: 'ROWS',
      values: [
        ['1', 'Kim'],
        ['2', 'Sam'],
        ['3', 'Zoe'],
      ],
    });
  });

  it('is written, and cleared, after the name of its tab', () => {
    const sheets = withPodium();
    type(sheets, "'Race 7'!Podium", [1, 'Ana']);
    expect(read(sheets, 'Podium')[0]).toEqual([1, 'Ana']);
    sheets.spreadsheets.values.clear({ spreadsheetId: BOOK, range: "'Race 7'!Podium" });
    expect(look(sheets, "'Race 7'")).toEqual([['Place', 'Racer'], [], [], [], ['4', 'Ana']]);
  });

  it.each(['Sheet1!Podium', "'Race 7'!Winners", 'Nowhere!Podium'])('isn’t where %s says', (range) => {
    expect(() => read(withPodium(), range)).toThrow(`Unable to parse range: ${range}`);
  });
});

describe('A batch of values', () => {
  const write = (...data: { range: string; values: unknown[][] }[]) =>
    withPodium().spreadsheets.values.batchUpdate({
      spreadsheetId: BOOK,
      requestBody: { valueInputOption: 'RAW', data },
    });

  it('counts the rows and columns that its ranges share once', () => {
    expect(
      write(
        { range: 'B2:D2', values: [['Kim', 'Sam', 'Zoe']] },
        { range: 'C9:E9', values: [['Ana', null, 'Leo']] },
        { range: 'C2', values: [['Sam']] },
      ),
    ).toMatchObject({ totalUpdatedRows: 2, totalUpdatedColumns: 4, totalUpdatedCells: 6, totalUpdatedSheets: 1 });
  });

  it('counts those of different tabs apart', () => {
    expect(
      write({ range: 'Sheet1!A1', values: [['Kim']] }, { range: "'Race 7'!A1", values: [['Place']] }),
    ).toMatchObject({ totalUpdatedRows: 2, totalUpdatedColumns: 2, totalUpdatedCells: 2, totalUpdatedSheets: 2 });
  });
});

describe('A chart', () => {
  it('gets a border, and keeps what the mask leaves out', () => {
    const sheets = newSheets();
    const spec = { title: 'Wins', basicChart: { chartType: 'COLUMN' } };
    const colorStyle = { rgbColor: { red: 1 } };
    batch(
      sheets,
      { addChart: { chart: { chartId: 9, spec } } },
      {
        updateEmbeddedObjectBorder: {
          objectId: 9,
          border: { colorStyle },
          fields: 'color',
        },
      },
    );
    const shown = sheets.spreadsheets.get({ spreadsheetId: BOOK, fields: 'sheets.charts(spec.title,border)' });
    expect(shown.sheets?.[0]?.charts).toEqual([{ spec: { title: 'Wins' }, border: { color: { red: 1 }, colorStyle } }]);
    expect(() => batch(sheets, { updateEmbeddedObjectBorder: { objectId: 8, border: {}, fields: 'color' } })).toThrow(
      'Invalid requests[0].updateEmbeddedObjectBorder: No embedded object with id: 8',
    );
  });
});
