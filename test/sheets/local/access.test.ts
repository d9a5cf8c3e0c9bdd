import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sheets as googleSheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { asAccount } from '../../../sheets/local/access.ts';
import { SheetsError } from '../../../sheets/local/errors.ts';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';
import { BOOK, newSheets, read, type } from './league.ts';

/** A second spreadsheet, which the league may always edit. */
const OTHER = 'another-spreadsheet';

const forbidden = { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' };
const unsupported = {
  code: 400,
  message: 'This operation is not supported for this document',
  status: 'FAILED_PRECONDITION',
};

let local: OpenedLocalSheets;
let google: ReturnType<typeof googleSheets>;

const filter = { gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } };
const at = { spreadsheetId: BOOK, range: 'A1' };
const values = [['Robin']];

const readings: Record<string, () => Promise<unknown>> = {
  'spreadsheets.get': () => google.spreadsheets.get({ spreadsheetId: BOOK }),
  'spreadsheets.getByDataFilter': () =>
    google.spreadsheets.getByDataFilter({ spreadsheetId: BOOK, requestBody: { dataFilters: [filter] } }),
  'values.get': () => google.spreadsheets.values.get(at),
  'values.batchGet': () => google.spreadsheets.values.batchGet({ spreadsheetId: BOOK, ranges: ['A1'] }),
  'values.batchGetByDataFilter': () =>
    google.spreadsheets.values.batchGetByDataFilter({ spreadsheetId: BOOK, requestBody: { dataFilters: [filter] } }),
  'developerMetadata.get': () => google.spreadsheets.developerMetadata.get({ spreadsheetId: BOOK, metadataId: 7 }),
  'developerMetadata.search': () =>
    google.spreadsheets.developerMetadata.search({ spreadsheetId: BOOK, requestBody: { dataFilters: [filter] } }),
  'sheets.copyTo, away from it': () =>
    google.spreadsheets.sheets.copyTo({
      spreadsheetId: BOOK,
      sheetId: 0,
      requestBody: { destinationSpreadsheetId: OTHER },
    }),
};

const writings: Record<string, () => Promise<unknown>> = {
  'spreadsheets.batchUpdate': () =>
    google.spreadsheets.batchUpdate({ spreadsheetId: BOOK, requestBody: { requests: [{ addSheet: {} }] } }),
  'sheets.copyTo, into it': () =>
    google.spreadsheets.sheets.copyTo({
      spreadsheetId: OTHER,
      sheetId: 0,
      requestBody: { destinationSpreadsheetId: BOOK },
    }),
  'values.update': () => google.spreadsheets.values.update({ ...at, valueInputOption: 'RAW', requestBody: { values } }),
  'values.append': () => google.spreadsheets.values.append({ ...at, valueInputOption: 'RAW', requestBody: { values } }),
  'values.clear': () => google.spreadsheets.values.clear(at),
  'values.batchUpdate': () =>
    google.spreadsheets.values.batchUpdate({
      spreadsheetId: BOOK,
      requestBody: { valueInputOption: 'RAW', data: [{ range: 'A1', values }] },
    }),
  'values.batchUpdateByDataFilter': () =>
    google.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: BOOK,
      requestBody: { valueInputOption: 'RAW', data: [{ dataFilter: filter, values }] },
    }),
  'values.batchClear': () =>
    google.spreadsheets.values.batchClear({ spreadsheetId: BOOK, requestBody: { ranges: ['A1'] } }),
  'values.batchClearByDataFilter': () =>
    google.spreadsheets.values.batchClearByDataFilter({ spreadsheetId: BOOK, requestBody: { dataFilters: [filter] } }),
};

beforeAll(async () => {
  local = await openLocalSheets({ port: 0, now: () => Date.UTC(2026, 10, 23), random: Math.random });
  google = googleSheets({ version: 'v4', rootUrl: `${local.url}/` });
});
afterAll(() => local.close());

beforeEach(() => {
  for (const id of [BOOK, OTHER]) {
    if (local.engine.list().some((book) => book.id === id)) local.engine.removeSpreadsheet(id);
    local.engine.ensureSpreadsheet(id, 'A league');
  }
  type(local.engine, 'A1', ['Ana']);
  const metadata = { metadataId: 7, metadataKey: 'of', visibility: 'DOCUMENT', location: { spreadsheet: true } };
  const requests = [{ createDeveloperMetadata: { developerMetadata: metadata } }];
  local.engine.spreadsheets.batchUpdate({ spreadsheetId: BOOK, requestBody: { requests } });
});

/** The body of the error that Google's client rejects with; undefined if it doesn't. */
async function refusalOf(call: (() => Promise<unknown>) | undefined): Promise<unknown> {
  const error = await call?.().then(
    () => undefined,
    (reason) => reason,
  );
  return error?.response?.data?.error;
}

describe('A spreadsheet that the league may edit, as every new one', () => {
  it.each(Object.entries({ ...readings, ...writings }))('takes %s', async (_, call) => {
    expect(await refusalOf(call)).toBeUndefined();
  });
});

describe('One that it may only look at', () => {
  beforeEach(() => local.engine.setAccess(BOOK, 'view'));

  it.each(Object.entries(readings))('answers %s', async (_, call) => {
    expect(await refusalOf(call)).toBeUndefined();
  });

  it.each(Object.entries(writings))('refuses %s and stays as it was', async (_, call) => {
    const before = local.engine.list()[0];
    expect(await refusalOf(call)).toEqual(forbidden);
    expect(local.engine.list()[0]).toBe(before);
  });
});

describe('One that isn’t shared with it', () => {
  it.each(Object.entries({ ...readings, ...writings }))('refuses %s', async (_, call) => {
    local.engine.setAccess(BOOK, 'none');
    expect(await refusalOf(call)).toEqual(forbidden);
  });
});

describe('A file of another kind', () => {
  it.each(Object.entries({ ...readings, ...writings }))('can’t be used with %s', async (_, call) => {
    local.engine.setAccess(BOOK, 'excel');
    expect(await refusalOf(call)).toEqual(unsupported);
  });
});

describe('What the league may do', () => {
  it('is as before once it’s given back', async () => {
    local.engine.setAccess(BOOK, 'none');
    local.engine.setAccess(BOOK, 'edit');
    expect(await refusalOf(writings['values.update'])).toBeUndefined();
    expect(read(local.engine, 'A1')).toEqual([['Robin']]);
  });

  it('concerns no other spreadsheet, and none that isn’t there', async () => {
    local.engine.setAccess(BOOK, 'none');
    expect((await google.spreadsheets.get({ spreadsheetId: OTHER })).status).toBe(200);
    expect(await refusalOf(() => google.spreadsheets.get({ spreadsheetId: 'nowhere' }))).toMatchObject({ code: 404 });
    expect(() => local.engine.setAccess('nowhere', 'view')).toThrow('Requested entity was not found.');
  });

  it('stands in no answer of the API', async () => {
    const get = async () => (await google.spreadsheets.get({ spreadsheetId: BOOK, includeGridData: true })).data;
    const before = await get();
    local.engine.setAccess(BOOK, 'view');
    expect(await get()).toEqual(before);
  });

  it('is kept on disk with the spreadsheet', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'access-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    const open = () => openLocalSheets({ dir, port: 0, now: Date.now, random: Math.random });
    const first = await open();
    first.engine.ensureSpreadsheet(BOOK, 'A league');
    first.engine.setAccess(BOOK, 'view');
    await first.close();
    const second = await open();
    expect(second.engine.accessOf(BOOK)).toBe('view');
    await second.close();
  });

  it('can be asked for in this process too, where calls are a person’s unless they’re said to be an account’s', () => {
    const sheets = newSheets();
    sheets.setAccess(BOOK, 'view');
    const account = asAccount(sheets);
    const update = { ...at, valueInputOption: 'RAW', requestBody: { values } };
    expect(() => account.values.update(update)).toThrow(SheetsError);
    expect(account.values.get(at).values).toBeUndefined();
    sheets.spreadsheets.values.update(update);
    expect(account.values.get(at).values).toEqual(values);
  });
});

describe('The page’s own way in', () => {
  const page = (path: string, init: RequestInit = {}) => fetch(`${local.url}/page${path}`, init);
  const choose = (body: string, id = BOOK) => page(`/access/${id}`, { method: 'PUT', body });

  it('is never shut: a person edits what the league may not even see', async () => {
    for (const access of ['none', 'excel'] as const) {
      local.engine.setAccess(BOOK, access);
      const path = `/v4/spreadsheets/${BOOK}/values/A1`;
      const body = JSON.stringify({ values: [[access]] });
      expect((await page(`${path}?valueInputOption=RAW`, { method: 'PUT', body })).status).toBe(200);
      expect(await (await page(path)).json()).toMatchObject({ values: [[access]] });
    }
  });

  it('tells and changes what the league may do', async () => {
    expect(await (await page(`/access/${BOOK}`)).json()).toEqual({ access: 'edit' });
    expect(await (await choose('{"access":"view"}')).json()).toEqual({ access: 'view' });
    expect(await refusalOf(writings['values.clear'])).toEqual(forbidden);
  });

  it.each([
    ['a file of another kind', '{"access":"excel"}', BOOK, 400, 'access is one of edit, view, none.'],
    ['nothing', '', BOOK, 400, 'access is one of edit, view, none.'],
    ['what is no message', '[]', BOOK, 400, 'Root element must be a message.'],
    ['a spreadsheet that isn’t there', '{"access":"view"}', 'nowhere', 404, 'Requested entity was not found.'],
  ])('refuses %s', async (_, body, id, status, message) => {
    const answer = await choose(body, id);
    const { error } = await answer.json();
    expect([answer.status, error.message]).toEqual([status, expect.stringContaining(message)]);
    expect(local.engine.accessOf(BOOK)).toBe('edit');
  });
});
