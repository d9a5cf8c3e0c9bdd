import { once } from 'node:events';
import { request } from 'node:http';
import { sheets as googleSheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';

let local: OpenedLocalSheets;
let google: ReturnType<typeof googleSheets>;
let spreadsheetId: string;

beforeAll(async () => {
  local = await openLocalSheets({ port: 0, now: () => Date.UTC(2026, 10, 23), random: Math.random });
  google = googleSheets({ version: 'v4', rootUrl: `${local.url}/` });
});
afterAll(() => local.close());
beforeEach(async () => {
  const made = await google.spreadsheets.create({ requestBody: { properties: { title: 'Night 1' } } });
  spreadsheetId = made.data.spreadsheetId ?? '';
});

/** What Google's client rejects with: the body of the error. */
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  return error?.response?.data?.error;
};

describe('The real googleapis client', () => {
  it('makes a spreadsheet as Google makes it', async () => {
    const { data } = await google.spreadsheets.get({ spreadsheetId });
    expect(data.properties).toMatchObject({ title: 'Night 1', locale: 'en_US', timeZone: 'Etc/GMT' });
    expect(data.sheets).toEqual([
      {
        properties: {
          sheetId: 0,
          title: 'Sheet1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ]);
  });

  it('writes and reads values, trailing emptiness left out', async () => {
    const written = await google.spreadsheets.values.update({
      spreadsheetId,
      range: 'Sheet1!A1',
      valueInputOption: 'RAW',
      requestBody: {
        values: [
          ['Racer', '', 'Points'],
          ['Robin', null, 15],
        ],
      },
    });
    expect(written.data).toMatchObject({ updatedRange: 'Sheet1!A1:C2', updatedRows: 2, updatedCells: 5 });
    const { data } = await google.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: ['Sheet1', "'Sheet1'!C2:C"],
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(data.valueRanges).toEqual([
      {
        range: 'Sheet1!A1:Z1000',
        majorDimension: 'ROWS',
        values: [
          ['Racer', '', 'Points'],
          ['Robin', '', 15],
        ],
      },
      { range: 'Sheet1!C2:C1000', majorDimension: 'ROWS', values: [[15]] },
    ]);
  });

  it('finds a tab whatever its name holds', async () => {
    const title = "Robin's 100%/heat: a+b?";
    await google.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ addSheet: { properties: { title } } }] },
    });
    const range = `'${title.replaceAll("'", "''")}'!B2`;
    const write = { spreadsheetId, range, valueInputOption: 'RAW', requestBody: { values: [['x']] } };
    await google.spreadsheets.values.update(write);
    const { data } = await google.spreadsheets.values.get({ spreadsheetId, range });
    expect(data).toEqual({ range, majorDimension: 'ROWS', values: [['x']] });
  });

  it('appends after the table that it finds, and grows the grid', async () => {
    const append = (values: string[][], range = 'Sheet1') =>
      google.spreadsheets.values.append({
        spreadsheetId,
        range,
        valueInputOption: 'RAW',
        requestBody: { values },
      });
    expect((await append([['x', '', 'y']])).data.updates?.updatedRange).toBe('Sheet1!A1:C1');
    const second = await append([['z']]);
    expect(second.data).toMatchObject({ tableRange: 'Sheet1!C1', updates: { updatedRange: 'Sheet1!C2' } });
    await append([['last']], 'Sheet1!A1000');
    await append([['beyond']], 'Sheet1!A1000');
    const { data } = await google.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties.gridProperties.rowCount',
    });
    expect(data).toEqual({ sheets: [{ properties: { gridProperties: { rowCount: 1001 } } }] });
  });

  it('writes a batch and reads back what it touched in the same answer', async () => {
    const { data } = await google.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { addNamedRange: { namedRange: { name: 'cozy_push_1', range: { sheetId: 0, endRowIndex: 1 } } } },
          {
            updateCells: {
              start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
              rows: [
                {
                  values: [
                    { userEnteredValue: { stringValue: '=not a formula' } },
                    { userEnteredValue: { numberValue: 0 } },
                  ],
                },
              ],
              fields: 'userEnteredValue',
            },
          },
        ],
        includeSpreadsheetInResponse: true,
        responseRanges: ['Sheet1!A2:B2'],
        responseIncludeGridData: true,
      },
    });
    const [grid] = data.updatedSpreadsheet?.sheets?.[0]?.data ?? [];
    expect(grid?.startRow).toBe(1);
    expect(grid?.rowData?.[0]?.values?.map((cell) => [cell.userEnteredValue, cell.formattedValue])).toEqual([
      [{ stringValue: '=not a formula' }, '=not a formula'],
      [{ numberValue: 0 }, '0'],
    ]);
  });
});

describe('A refusal is said as Google says it', () => {
  it('when a named range exists already, and then nothing of the batch is done', async () => {
    const named = { addNamedRange: { namedRange: { name: 'cozy_push_1', range: { sheetId: 0 } } } };
    const send = (requests: object[]) => google.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
    await send([named]);
    const rename = { updateSheetProperties: { properties: { sheetId: 0, title: 'Renamed' }, fields: 'title' } };
    expect(await refusal(send([rename, named]))).toEqual({
      code: 400,
      message:
        'Invalid requests[1].addNamedRange: Cannot add named range with name cozy_push_1, a named range with that name already exists.',
      status: 'INVALID_ARGUMENT',
    });
    const { data } = await google.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.title' });
    expect(data.sheets?.[0]?.properties?.title).toBe('Sheet1');
  });

  it.each([
    ['No grid with id: 7', { updateCells: { range: { sheetId: 7 }, fields: '*' } }],
    ['No sheet with id: 7', { deleteSheet: { sheetId: 7 } }],
    ["You can't remove all the visible sheets in a document.", { deleteSheet: { sheetId: 0 } }],
    [
      'A sheet with the name "sheet1" already exists. Please enter another name.',
      { addSheet: { properties: { title: 'sheet1' } } },
    ],
    ['No named range with ID: nobody', { deleteNamedRange: { namedRangeId: 'nobody' } }],
    [
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
      { updateSheetProperties: { properties: { title: 'x' } } },
    ],
    ['This kind of request is not supported by this local spreadsheet.', { addSlicer: {} }],
  ])('%s', async (message, body) => {
    const [kind] = Object.keys(body);
    const sent = google.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [body] } });
    expect(await refusal(sent)).toMatchObject({ code: 400, message: `Invalid requests[0].${kind}: ${message}` });
  });

  it('for a range that is none, or beyond the grid, or too small', async () => {
    const { values } = google.spreadsheets;
    expect(await refusal(values.get({ spreadsheetId, range: 'Nowhere!A1' }))).toMatchObject({
      message: 'Unable to parse range: Nowhere!A1',
    });
    expect(await refusal(values.get({ spreadsheetId, range: 'Sheet1!A1001' }))).toMatchObject({
      message: 'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    });
    const write = { spreadsheetId, range: 'Sheet1!A1:B1', valueInputOption: 'RAW' };
    expect(await refusal(values.update({ ...write, requestBody: { values: [['a', 'b', 'c']] } }))).toMatchObject({
      message: 'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    });
  });

  it('for a spreadsheet that is not there', async () => {
    expect(await refusal(google.spreadsheets.get({ spreadsheetId: 'nowhere' }))).toEqual({
      code: 404,
      message: 'Requested entity was not found.',
      status: 'NOT_FOUND',
    });
  });
});

describe('Over plain HTTP', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${local.url}/v4/spreadsheets${path}`, { method: 'POST', body, headers });

  it('other clients may put a slash before the colon and at the end', async () => {
    const rename = { updateSpreadsheetProperties: { properties: { title: 'Night 2' }, fields: 'title' } };
    expect((await post(`/${spreadsheetId}/:batchUpdate`, JSON.stringify({ requests: [rename] }))).status).toBe(200);
    const answer = await fetch(`${local.url}/v4/spreadsheets/${spreadsheetId}/?fields=properties/title`);
    expect(await answer.json()).toEqual({ properties: { title: 'Night 2' } });
  });

  it('names the field that it does not know', async () => {
    const answer = await post(`/${spreadsheetId}:batchUpdate`, '{"requests":[{"updateCells":{"feilds":"*"}}]}');
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).toMatchObject({
      message: `Invalid JSON payload received. Unknown name "feilds" at 'requests[0].update_cells': Cannot find field.`,
      details: [{ fieldViolations: [{ field: 'requests[0].update_cells' }] }],
    });
  });

  it('refuses what is no JSON, what is too much, and a parameter that nobody knows', async () => {
    const said = async (answer: Response) => [answer.status, (await answer.json()).error.message.split('\n')[0]];
    expect(await said(await post('', '{"properties":'))).toEqual([
      400,
      'Invalid JSON payload received. Unexpected token.',
    ]);
    expect(await said(await post('', ' '.repeat(10 * 1024 * 1024 + 1)))).toEqual([
      400,
      'Request payload size exceeds the limit: 10485760 bytes.',
    ]);
    expect((await post('?colour=red', '{}')).status).toBe(400);
    expect((await post('/a/b/c', '{}')).status).toBe(404);
  });

  it('answers nobody who is not on this machine', async () => {
    for (const headers of [{ host: 'evil.example' }, { origin: 'http://evil.example' }, { origin: 'null' }]) {
      for (const path of ['/', '/live?id=x', `/v4/spreadsheets/${spreadsheetId}`]) {
        const sent = request({ host: '127.0.0.1', port: local.port, path, headers }).end();
        const [answer] = await once(sent, 'response');
        answer.resume();
        expect(answer.statusCode).toBe(403);
      }
    }
    const friendly = { host: 'stage.localhost:3333', origin: 'http://localhost:3333' };
    const sent = request({ host: '127.0.0.1', port: local.port, path: '/', headers: friendly }).end();
    const [answer] = await once(sent, 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
  });
});

it('A port that is taken is refused with the original error', async () => {
  const again = openLocalSheets({ port: local.port, now: Date.now, random: Math.random });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
