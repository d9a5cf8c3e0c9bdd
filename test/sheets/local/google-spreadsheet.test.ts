/** A published client that wasn't written with us in mind, at a spreadsheet that asks for credentials as Google does. */
import {
  GoogleSpreadsheet,
  GoogleSpreadsheetCellErrorValue,
  type GoogleSpreadsheetWorksheet,
} from 'google-spreadsheet';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';
import { leadGoogleTo } from './google-fetch.ts';

const auth = { token: 'a-host' };
const key = { apiKey: 'anybody' };

let local: OpenedLocalSheets;
let stopLeading: () => void;
let doc: GoogleSpreadsheet;

beforeAll(async () => {
  local = await openLocalSheets({
    port: 0,
    now: () => Date.UTC(2026, 10, 23),
    random: Math.random,
    strict: true,
    privateIds: ['nobody-s'],
  });
  stopLeading = leadGoogleTo(local.url);
});
afterAll(async () => {
  stopLeading();
  await local.close();
});
beforeEach(async () => {
  doc = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: 'Night 1' });
});

/** A tab of racers, their points, and a third column. */
async function racers(rows: readonly (readonly (string | number)[])[] = []): Promise<GoogleSpreadsheetWorksheet> {
  const tab = await doc.addSheet({ title: `Räcers & “${rows.length}”`, headerValues: ['Racer', 'Points', 'Team'] });
  if (rows.length > 0) await tab.addRows(rows.map((row) => [...row]));
  return tab;
}

const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

/** A column of a tab, its header aside, as it's read anew. */
const column = async (tab: GoogleSpreadsheetWorksheet, header = 'Racer') =>
  (await tab.getRows()).map((row) => row.get(header));

describe('A document', () => {
  it('is made, found, renamed and deleted for good', async () => {
    expect(doc.title).toBe('Night 1');
    await doc.updateProperties({ title: 'Night 2' });
    const found = new GoogleSpreadsheet(doc.spreadsheetId, auth);
    await found.loadInfo();
    expect([found.title, found.sheetCount]).toEqual(['Night 2', 1]);
    await found.delete();
    await expect(doc.delete()).rejects.toThrow('404');
    await expect(doc.loadInfo()).rejects.toThrow('[404] Requested entity was not found.');
  });

  it('is nobody’s to read without credentials, and nobody’s at all when it is marked so', async () => {
    const answer = await fetch(`${local.url}/v4/spreadsheets/${doc.spreadsheetId}`);
    expect([answer.status, (await answer.json()).error.status]).toEqual([401, 'UNAUTHENTICATED']);
    await expect(new GoogleSpreadsheet('nobody-s', auth).loadInfo()).rejects.toThrow(
      '[403] The caller does not have permission',
    );
  });

  it('may be read with an API key once it is shared with everybody, and never written', async () => {
    const tab = await racers([['Ana', 15]]);
    const anybody = new GoogleSpreadsheet(doc.spreadsheetId, key);
    await expect(anybody.loadInfo()).rejects.toThrow('[403] The caller does not have permission');
    await doc.setPublicAccessLevel('reader');
    await anybody.loadInfo();
    const theirs = anybody.sheetsById[tab.sheetId];
    expect(theirs && (await column(theirs))).toEqual(['Ana']);
    await expect(theirs?.addRow(['Robin'])).rejects.toThrow('[401] Request is missing required authentication');
    await doc.setPublicAccessLevel(false);
    await expect(anybody.loadInfo()).rejects.toThrow('403');
  });

  it('tells whom it is shared with', async () => {
    await doc.share('robin@example.com', { role: 'reader' });
    await doc.share('example.org');
    const shared = await doc.listPermissions();
    expect(shared).toEqual([
      { id: 'owner', type: 'user', role: 'owner', emailAddress: 'owner@localhost' },
      { id: expect.any(String), type: 'user', role: 'reader', emailAddress: 'robin@example.com' },
      { id: expect.any(String), type: 'domain', role: 'writer', domain: 'example.org' },
    ]);
    await doc.deletePermission(shared[1]?.id ?? '');
    expect(await doc.listPermissions()).toHaveLength(2);
    await expect(doc.deletePermission('nobody')).rejects.toThrow('[404] Permission not found: nobody.');
  });

  it('that an account may only see is not written, nor copied into', async () => {
    const seen = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: 'Seen' });
    local.engine.setAccess(seen.spreadsheetId, 'view');
    await expect(seen.addSheet({ title: 'Mine' })).rejects.toThrow('[403] The caller does not have permission');
    const tab = await racers();
    await expect(tab.copyToSpreadsheet(seen.spreadsheetId)).rejects.toThrow('403');
    await expect(seen.delete()).rejects.toThrow('[403]');
  });

  it('is taken away in every format that the client knows', async () => {
    const tab = await racers([
      ['Ana, “the fast”', 15],
      ['Robin', 12],
    ]);
    await doc.loadInfo();
    const text = async (buffer: Promise<ArrayBuffer>) => new TextDecoder().decode(await buffer);
    expect(await text(tab.downloadAsCSV())).toBe('Racer,Points,Team\r\n"Ana, “the fast”",15,\r\nRobin,12,');
    expect(await text(tab.downloadAsTSV())).toBe('Racer\tPoints\tTeam\r\nAna, “the fast”\t15\t\r\nRobin\t12\t');
    for (const archive of [
      await doc.downloadAsXLSX(),
      await doc.downloadAsODS(),
      await doc.downloadAsZippedHTML(false),
    ]) {
      expect(Buffer.from(archive).toString('latin1', 0, 2)).toBe('PK');
    }
    expect(await text(tab.downloadAsPDF())).toContain('%PDF-1.4');
  });
});

describe('Tabs', () => {
  it('are added with headers, resized, renamed, cleared and deleted', async () => {
    const tab = await racers([['Ana', 15]]);
    await tab.resize({ rowCount: 77, columnCount: 5 });
    await tab.updateProperties({ title: 'Points' });
    await doc.loadInfo();
    expect([tab.title, tab.rowCount, tab.columnCount, doc.sheetsByTitle.Points]).toEqual(['Points', 77, 5, tab]);
    await tab.setHeaderRow(['Name']);
    await tab.loadHeaderRow();
    expect(tab.headerValues).toEqual(['Name']);
    await tab.clear();
    await tab.loadCells();
    expect(tab.cellStats).toEqual({ nonEmpty: 0, loaded: 385, total: 385 });
    await tab.delete();
    expect(doc.sheetCount).toBe(1);
  });

  it('are duplicated in front, and copied into another document', async () => {
    const tab = await racers([['Ana', 15]]);
    const double = await tab.duplicate({ title: 'Double' });
    expect([doc.sheetsByIndex[0], tab.index]).toEqual([double, 2]);
    const other = await GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title: 'Another' });
    await tab.copyToSpreadsheet(other.spreadsheetId);
    await other.loadInfo();
    expect(other.sheetsByIndex[1]?.title).toBe(`Copy of ${tab.title}`);
    expect(other.sheetsByIndex[1] && (await column(other.sheetsByIndex[1]))).toEqual(['Ana']);
  });
});

describe('Rows', () => {
  it('are added, changed, computed and deleted', async () => {
    const tab = await racers([
      ['Ana', 15],
      ['Robin', 12],
    ]);
    const added = await tab.addRow({ Racer: 'Zoë', Points: '=SUM(B2:B3)' });
    expect([added.rowNumber, added.get('Points')]).toEqual([4, '27']);
    const [ana, robin] = await tab.getRows();
    ana?.assign({ Points: 16, Team: 'line\nbreak <“ç”>' });
    await ana?.save();
    await robin?.delete();
    const rows = await tab.getRows({ limit: 2 });
    expect(rows.map((row) => [row.get('Racer'), row.get('Points'), row.get('Team')])).toEqual([
      ['Ana', '16', 'line\nbreak <“ç”>'],
      ['Zoë', '16', ''],
    ]);
    await expect(robin?.save()).rejects.toThrow('deleted');
  });

  it('go in as typed or raw, are inserted, and make the grid grow', async () => {
    const tab = await doc.addSheet({ headerValues: ['Racer'], gridProperties: { rowCount: 3, columnCount: 2 } });
    const [typed, raw] = [await tab.addRow(['true']), await tab.addRow(['true'], { raw: true })];
    expect([typed.get('Racer'), raw.get('Racer')]).toEqual(['TRUE', 'true']);
    await tab.addRow(['Ana'], { insert: true });
    await tab.addRows([['Robin'], ['Zoë']]);
    const counted = tab.rowCount;
    await doc.loadInfo();
    expect([tab.rowCount, counted]).toEqual([6, 6]);
    expect(await column(tab)).toEqual(['TRUE', 'true', 'Ana', 'Robin', 'Zoë']);
  });

  it('covered by a merge take nothing until it is undone', async () => {
    const tab = await racers([
      ['Ana', 15],
      ['Robin', 12],
    ]);
    await tab.mergeCells(range(1, 2, 0, 2));
    const [ana] = await tab.getRows();
    ana?.set('Points', 99);
    await ana?.save();
    expect([ana?.get('Racer'), ana?.get('Points')]).toEqual(['Ana', '']);
    await tab.unmergeCells(range(1, 2, 0, 2));
    ana?.set('Points', 99);
    await ana?.save();
    expect(await column(tab, 'Points')).toEqual(['99', '12']);
  });
});

describe('Cells', () => {
  it('are loaded by ranges of any kind, and refused beyond the grid', async () => {
    const tab = await doc.addSheet({ headerValues: ['a', 'b'], gridProperties: { rowCount: 10, columnCount: 4 } });
    await tab.loadCells(['A1:A3', range(0, 3, 1, 3)]);
    expect(tab.cellStats).toMatchObject({ nonEmpty: 2, loaded: 9 });
    await tab.loadCells('A10:B11');
    expect(tab.getCellByA1('B10').value).toBeNull();
    for (const wrong of ['NOT-A-RANGE', 'A20:B21', { startRowIndex: 20 }]) {
      await expect(tab.loadCells(wrong)).rejects.toThrow('[400]');
    }
  });

  it('hold values, formulas, errors, notes and links', async () => {
    const tab = await racers();
    await tab.loadCells('A1:F1');
    const [a, b, sum, wrong, link, empty] = Array.from({ length: 6 }, (_, i) => tab.getCell(0, i));
    if (!a || !b || !sum || !wrong || !link || !empty) throw new Error('Six cells were loaded.');
    [a.value, b.value, sum.formula, wrong.formula] = [1.2345, 2.3456, '=A1 + B1', '=NOTAFORMULA'];
    link.formula = '=HYPERLINK("https://example.com/race", "The race")';
    [a.note, empty.value] = ['In seconds', true];
    await tab.saveUpdatedCells();
    expect([sum.value, sum.formula, sum.valueType]).toEqual([1.2345 + 2.3456, '=A1 + B1', 'numberValue']);
    expect(wrong.value).toBeInstanceOf(GoogleSpreadsheetCellErrorValue);
    expect(wrong.errorValue?.type).toBe('NAME');
    expect([link.value, link.hyperlink, a.note, empty.valueType]).toEqual([
      'The race',
      'https://example.com/race',
      'In seconds',
      'boolValue',
    ]);
    a.value = 2;
    await tab.saveCells([a, b, sum]);
    expect(sum.value).toBe(2 + 2.3456);
    [a.value, b.value] = [null, ''];
    await tab.saveUpdatedCells();
    expect([a.value, b.value]).toEqual([null, null]);
    await tab.loadCells('C1');
    expect(sum.value).toBe(0);
  });

  it('keep their formats until all are cleared', async () => {
    const tab = await racers([['Ana', 15]]);
    await tab.loadCells('A2:B2');
    const [name, points] = [tab.getCellByA1('A2'), tab.getCellByA1('B2')];
    name.textFormat = { bold: true, fontSize: 14 };
    name.backgroundColorStyle = { rgbColor: { red: 1, green: 0, blue: 0 } };
    name.horizontalAlignment = 'CENTER';
    name.wrapStrategy = 'WRAP';
    name.textRotation = { angle: 45, vertical: false };
    points.numberFormat = { type: 'NUMBER', pattern: '#.00' };
    await tab.saveUpdatedCells();
    tab.resetLocalCache(true);
    await tab.loadCells('A2:B2');
    expect(tab.getCellByA1('B2').formattedValue).toBe('15.00');
    const formatted = tab.getCellByA1('A2');
    expect(formatted.textFormat).toMatchObject({ bold: true, fontSize: 14 });
    expect([formatted.backgroundColor?.red, formatted.horizontalAlignment, formatted.textRotation?.angle]).toEqual([
      1,
      'CENTER',
      45,
    ]);
    formatted.clearAllFormatting();
    await tab.saveUpdatedCells();
    tab.resetLocalCache(true);
    await tab.loadCells('A2');
    const cleared = tab.getCellByA1('A2');
    expect([cleared.userEnteredFormat, cleared.effectiveFormat?.textFormat?.bold, cleared.value]).toEqual([
      undefined,
      false,
      'Ana',
    ]);
  });
});

describe('A range', () => {
  it('is inserted, deleted, moved, sorted and shuffled', async () => {
    const tab = await racers([
      ['Zoë', 10],
      ['Ana', 15],
      ['Robin', 12],
    ]);
    await tab.sortRange(range(1, 4, 0, 3), [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }]);
    expect(await column(tab)).toEqual(['Ana', 'Robin', 'Zoë']);
    await tab.moveDimension('ROWS', { startIndex: 1, endIndex: 2 }, 4);
    expect(await column(tab)).toEqual(['Robin', 'Zoë', 'Ana']);
    await tab.insertDimension('ROWS', { startIndex: 2, endIndex: 3 });
    expect(await column(tab)).toEqual(['Robin', '', 'Zoë', 'Ana']);
    await tab.deleteDimension('ROWS', { startIndex: 2, endIndex: 3 });
    await tab.deleteRange(range(2, 3, 0, 1), 'ROWS');
    expect([await column(tab), await column(tab, 'Points')]).toEqual([
      ['Robin', 'Ana', ''],
      ['12', '10', '15'],
    ]);
    await tab.insertRange(range(1, 2, 0, 1), 'ROWS');
    expect(await column(tab)).toEqual(['', 'Robin', 'Ana']);
    await tab.randomizeRange(range(1, 4, 1, 2));
    expect((await column(tab, 'Points')).sort()).toEqual(['10', '12', '15']);
  });

  it('is filled, pasted, split, trimmed and rid of doubles', async () => {
    const tab = await racers([
      ['Race 1', 1],
      ['Race 2', 3],
    ]);
    await tab.autoFill({ source: range(1, 3, 0, 2), dimension: 'ROWS', fillLength: 2 });
    expect([await column(tab), await column(tab, 'Points')]).toEqual([
      ['Race 1', 'Race 2', 'Race 3', 'Race 4'],
      ['1', '3', '5', '7'],
    ]);
    await tab.pasteData({ rowIndex: 1, columnIndex: 0 }, ' a ,"1,5"\nA,x', ',');
    await tab.trimWhitespace(range(1, 3, 0, 1));
    expect([await column(tab), await column(tab, 'Points')]).toEqual([
      ['a', 'A', 'Race 3', 'Race 4'],
      ['1,5', 'x', '5', '7'],
    ]);
    await tab.deleteDuplicates(range(1, 5, 0, 1));
    expect(await column(tab)).toEqual(['a', 'Race 3', 'Race 4', '']);
    await tab.textToColumns(range(2, 4, 0, 1), 'SPACE');
    expect([await column(tab), await column(tab, 'Points')]).toEqual([
      ['a', 'Race', 'Race', ''],
      ['1,5', '3', '4', '7'],
    ]);
    await tab.findReplace('Race', 'Heat');
    await tab.copyPaste(range(1, 4, 0, 1), range(1, 4, 2, 3));
    await tab.cutPaste(range(1, 2, 0, 1), { rowIndex: 4, columnIndex: 0 });
    expect([await column(tab), await column(tab, 'Team')]).toEqual([
      ['', 'Heat', 'Heat', 'a'],
      ['a', 'Heat', 'Heat', ''],
    ]);
  });

  it('has a name, protection, filters, colours by rule, bands and metadata', async () => {
    const tab = await racers([['Ana', 15]]);
    const box = { sheetId: tab.sheetId, ...range(0, 2, 0, 2) };
    const named = await tab.addNamedRange('Top', range(0, 2, 0, 2));
    await tab.updateNamedRange(named.namedRange.namedRangeId, { name: 'First' }, 'name');
    const kept = await tab.addProtectedRange({ range: box, warningOnly: true });
    await tab.updateProtectedRange(kept.protectedRange.protectedRangeId, { description: 'Ours' });
    const view = await tab.addFilterView({ title: 'Mine', range: box });
    await tab.duplicateFilterView(view.filter.filterViewId);
    const bands = await tab.addBanding({
      range: box,
      rowProperties: {
        firstBandColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
        secondBandColorStyle: { rgbColor: { red: 0.9, green: 0.9, blue: 0.9 } },
      },
    });
    expect(bands.bandedRange.bandedRangeId).toBeTruthy();
    await tab.createDeveloperMetadata({
      metadataKey: 'round',
      metadataValue: '1',
      location: { dimensionRange: { sheetId: tab.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
      visibility: 'DOCUMENT',
    });
    expect(await doc.searchDeveloperMetadata([{ developerMetadataLookup: { metadataKey: 'round' } }])).toMatchObject([
      { metadataKey: 'round', metadataValue: '1' },
    ]);
    tab.resetLocalCache(true);
    await doc.loadCells({ developerMetadataLookup: { metadataKey: 'round' } });
    expect(tab.getCell(1, 0).value).toBe('Ana');
    const { namedRanges, sheets } = local.engine.spreadsheets.get({ spreadsheetId: doc.spreadsheetId });
    expect(namedRanges?.map(({ name }) => name)).toEqual(['First']);
    expect(sheets?.[1]?.protectedRanges?.[0]?.description).toBe('Ours');
    expect(sheets?.[1]?.filterViews?.map(({ title }) => title)).toEqual(['Mine', 'Copy of Mine']);
    await tab.deleteProtectedRange(kept.protectedRange.protectedRangeId);
    await doc.deleteNamedRange(named.namedRange.namedRangeId);
  });
});
