import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGoogle, SheetsFailure } from '../../sheets/google.ts';
import { type OpenedLocalSheets, openLocalSheets } from '../../sheets/local/open.ts';

const book = 'a-book';
let sheets: OpenedLocalSheets;

beforeAll(async () => {
  sheets = await openLocalSheets({ port: 0, now: Date.now, random: Math.random });
  sheets.engine.ensureSpreadsheet(book, 'A book');
});
afterAll(() => sheets.close());

const google = (timeout?: number) =>
  openGoogle({ rootUrl: `http://127.0.0.1:${sheets.port}/`, ...(timeout !== undefined && { timeout }) });
const addSheet = (sheetId: number, title: string) => ({ addSheet: { properties: { sheetId, title } } });

async function failureOf(call: Promise<unknown>): Promise<SheetsFailure> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SheetsFailure)) throw new Error(`no SheetsFailure: ${inspect(error)}`);
  return error;
}

/** A server that does to every request what `answer` does, for as long as `use` takes. */
async function withServer(answer: Parameters<typeof createServer>[1], use: (rootUrl: string) => Promise<void>) {
  const server = createServer(answer ?? (() => {})).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

describe('Google’s own client against the local spreadsheet', () => {
  it('writes a batch and reads it back as it is in the cells', async () => {
    const calls = google();
    const row = (...cells: (string | number | boolean)[]) => ({
      values: cells.map((cell) => ({
        userEnteredValue:
          typeof cell === 'string'
            ? { stringValue: cell }
            : typeof cell === 'number'
              ? { numberValue: cell }
              : { boolValue: cell },
      })),
    });
    await calls.batchUpdate(book, [
      addSheet(7, 'Results'),
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 0, columnIndex: 0 },
          rows: [row('Racer', 'Position', 'On page'), row('Zoë', 2, true), row('', '0042')],
          fields: 'userEnteredValue',
        },
      },
    ]);
    const [all, none, one] = await calls.read(book, ["'Results'", 'Results!E5:F9', 'Results!B2']);
    expect(all).toEqual([
      ['Racer', 'Position', 'On page'],
      ['Zoë', 2, true],
      ['', '0042'],
    ]);
    expect(none).toEqual([]);
    expect(one).toEqual([[2]]);
  });

  it('says which tabs and named ranges there are, zeros too', async () => {
    const calls = google();
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    await calls.batchUpdate(book, [{ addNamedRange: { namedRange: { name: 'cozy_push_1', range } } }]);
    const meta = await calls.meta(book);
    expect(meta.sheets[0]).toEqual({ sheetId: 0, title: 'Sheet1', rowCount: 1000, columnCount: 26 });
    expect([...meta.namedRanges.keys()]).toEqual(['cozy_push_1']);
    expect(meta.namedRanges.get('cozy_push_1')).toBeTruthy();
  });

  it('applies a batch whole or not at all', async () => {
    const calls = google();
    const failure = await failureOf(calls.batchUpdate(book, [addSheet(8, 'New'), addSheet(9, 'New')]));
    expect([failure.status, failure.applied]).toEqual([400, 'no']);
    expect((await calls.meta(book)).sheets.map(({ title }) => title)).not.toContain('New');
  });
});

describe('a call that fails', () => {
  it('for a spreadsheet that isn’t there was refused', async () => {
    for (const call of [google().meta('nope'), google().read('nope', ['A1']), google().batchUpdate('nope', [])]) {
      const failure = await failureOf(call);
      expect([failure.status, failure.applied, failure.message]).toEqual([
        404,
        'no',
        'Requested entity was not found.',
      ]);
    }
  });

  it('for a range that isn’t there was refused', async () => {
    const failure = await failureOf(google().read(book, ["'Renamed'!A1"]));
    expect([failure.status, failure.applied]).toEqual([400, 'no']);
    expect(failure.message).toContain('Renamed');
  });

  it.each([
    [429, 'no'],
    [403, 'no'],
    [500, 'unknown'],
    [503, 'unknown'],
  ])('with %i may have been applied: %s', async (status, applied) => {
    let asked = 0;
    await withServer(
      (_request, response) => {
        asked += 1;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: { code: status, message: 'Not now.', status: 'UNAVAILABLE' } }));
      },
      async (rootUrl) => {
        const failure = await failureOf(openGoogle({ rootUrl }).batchUpdate(book, []));
        expect([failure.status, failure.applied, failure.message]).toEqual([status, applied, 'Not now.']);
      },
    );
    expect(asked, 'it tries once: whether again is sync’s to decide').toBe(1);
  });

  it('because nobody is there may have been applied', async () => {
    let gone = '';
    await withServer(
      () => {},
      async (rootUrl) => {
        gone = rootUrl;
      },
    );
    const failure = await failureOf(openGoogle({ rootUrl: gone }).batchUpdate(book, []));
    expect([failure.status, failure.applied]).toEqual([0, 'unknown']);
  });

  it('because the connection broke may have been applied', async () => {
    await withServer(
      (request) => request.socket.destroy(),
      async (rootUrl) => {
        const failure = await failureOf(openGoogle({ rootUrl }).batchUpdate(book, []));
        expect([failure.status, failure.applied]).toEqual([0, 'unknown']);
      },
    );
  });

  it('because no answer came in time may have been applied', async () => {
    await withServer(
      () => {},
      async (rootUrl) => {
        const failure = await failureOf(openGoogle({ rootUrl, timeout: 50 }).batchUpdate(book, []));
        expect([failure.status, failure.applied]).toEqual([0, 'unknown']);
      },
    );
  });

  it('because the answer isn’t Google’s may have been applied', async () => {
    await withServer(
      (_request, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
      async (rootUrl) => {
        const failure = await failureOf(openGoogle({ rootUrl }).batchUpdate(book, []));
        expect([failure.status, failure.applied]).toEqual([502, 'unknown']);
      },
    );
  });

  it('tells no key, whoever looks at the error', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const damaged = pem.replace(/\n[^-\n]+\n-----END/, '\n-----END');
    const credentials = { client_email: 'league@example.com', private_key: damaged };
    const failure = await failureOf(
      openGoogle({ rootUrl: `http://127.0.0.1:${sheets.port}/`, credentials }).meta(book),
    );
    const seen = inspect(failure, { depth: 10, showHidden: true }) + JSON.stringify(failure);
    for (const line of damaged.split('\n').slice(1, 5)) expect(seen).not.toContain(line);
    expect(seen).not.toMatch(/bearer|authorization/i);
  });
});
