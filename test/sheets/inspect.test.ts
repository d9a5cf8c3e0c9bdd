import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGoogle, type SheetsCalls } from '../../sheets/google.ts';
import { inspect, removeCode, spreadsheetIn } from '../../sheets/inspect.ts';
import { type OpenedLocalSheets, openLocalSheets } from '../../sheets/local/open.ts';

const code = 'KART-7H2K-9QXM';
let local: OpenedLocalSheets;
let google: SheetsCalls;
let books = 0;

beforeAll(async () => {
  local = await openLocalSheets({ port: 0, now: Date.now, random: Math.random });
  google = openGoogle({ rootUrl: `http://127.0.0.1:${local.port}/` });
});
afterAll(() => local.close());

/** A spreadsheet of its own for each case. */
function newBook(): string {
  const id = `spreadsheet-${++books}`;
  local.engine.ensureSpreadsheet(id, 'Night Owls');
  return id;
}

function type(spreadsheetId: string, range: string, ...values: unknown[][]): void {
  local.engine.spreadsheets.values.update({
    spreadsheetId,
    range,
    valueInputOption: 'USER_ENTERED',
    requestBody: { values },
  });
}

function addTab(spreadsheetId: string, title: string): void {
  const requests = [{ addSheet: { properties: { title } } }];
  local.engine.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}

const look = (id: string) => inspect(google, id, code, 'test');

describe('the address of a spreadsheet', () => {
  const id = '1aBcD-eFgH_iJkLmNoPqRsTuVwXyZ0123456789';
  it.each([
    [`https://docs.google.com/spreadsheets/d/${id}/edit?gid=0#gid=0`],
    [`https://docs.google.com/spreadsheets/d/${id}`],
    [`https://docs.google.com/spreadsheets/u/1/d/${id}/htmlview`],
    [`  https://drive.google.com/open?id=${id} `],
    [`http://localhost:8081/?id=${id}&tab=Results`],
    [id],
  ])('%s is understood', (address) => expect(spreadsheetIn(address)).toEqual({ id }));

  it.each([
    [`https://docs.google.com/document/d/${id}/edit`],
    [`https://docs.google.com/presentation/d/${id}/edit`],
    [`https://drive.google.com/file/d/${id}/view`],
  ])('%s is that of another kind of file', (address) => expect(spreadsheetIn(address)).toBe('notASpreadsheet'));

  it.each([
    ['https://docs.google.com/spreadsheets/'],
    ['https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnop/pubhtml'],
    ['https://example.com/'],
    ['our sheet'],
    ['short'],
    ["'; DROP TABLE leagues; --"],
  ])('%s is none', (address) => expect(spreadsheetIn(address)).toBeUndefined());
});

describe('a look at a spreadsheet', () => {
  it('finds a blank one fit, and leaves nothing in it', async () => {
    const id = newBook();
    const before = local.engine.spreadsheets.get({ spreadsheetId: id, includeGridData: true });
    expect(await look(id)).toEqual({ found: 'fit', title: 'Night Owls', hasCode: false });
    expect(local.engine.spreadsheets.get({ spreadsheetId: id, includeGridData: true })).toEqual(before);
  });

  it.each([
    ['A1', code],
    ['Z1000', code],
    ['C7', ` ${code.toLowerCase()}  `],
  ])('finds the code in %s, and takes it out again', async (cell, typed) => {
    const id = newBook();
    addTab(id, "Ana's notes");
    type(id, `'Ana''s notes'!${cell}`, [typed]);
    expect(await look(id)).toEqual({ found: 'fit', title: 'Night Owls', hasCode: true });
    await removeCode(google, id, code);
    expect(await look(id)).toMatchObject({ found: 'fit', hasCode: false });
  });

  it('takes another code for something that stands there', async () => {
    const id = newBook();
    type(id, 'A1', ['KART-7H2K-9QXN']);
    expect(await look(id)).toEqual({ found: 'somethingElse', title: 'Night Owls', tabs: ['Sheet1'] });
  });

  it('says which tabs hold something else, one that is only called like ours among them', async () => {
    const id = newBook();
    addTab(id, 'Results');
    addTab(id, 'Empty');
    type(id, 'Sheet1!B2', ['rent']);
    type(id, 'Results!A1', ['Team', 'Goals'], ['Reds', 3]);
    expect(await look(id)).toEqual({ found: 'somethingElse', title: 'Night Owls', tabs: ['Sheet1', 'Results'] });
  });

  it('finds one that was a league fit, whatever else its host keeps in it', async () => {
    const id = newBook();
    addTab(id, 'Racers');
    type(id, 'Racers!A1', ['Mine', 'Racer', 'ID'], ['x', 'Ana', 'abc']);
    type(id, 'Sheet1!A1', ['my notes']);
    expect(await look(id)).toEqual({ found: 'fit', title: 'Night Owls', hasCode: false });
  });

  it.each([
    ['none', 'notShared'],
    ['view', 'viewOnly'],
    ['excel', 'notASpreadsheet'],
  ] as const)('with the access "%s" says %s', async (access, found) => {
    const id = newBook();
    local.engine.setAccess(id, access);
    expect(await look(id)).toEqual({ found });
  });

  it('says that there is none', async () => {
    expect(await look('nobody-has-this-one')).toEqual({ found: 'nothing' });
  });

  it('rejects while Google can’t tell', async () => {
    const nobody = openGoogle({ rootUrl: 'http://127.0.0.1:9/' });
    await expect(inspect(nobody, newBook(), code, 'test')).rejects.toMatchObject({ name: 'SheetsFailure', status: 0 });
  });
});
