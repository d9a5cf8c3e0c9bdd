import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGoogle, SheetsFailure } from '../../../sheets/google.ts';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';
import { openBrowser } from '../../browser.ts';
import { simulatedClock } from '../../clock.ts';
import { BOOK, read, type } from './league.ts';

const clock = simulatedClock();
let local: OpenedLocalSheets;

beforeEach(async () => {
  local = await openLocalSheets({ port: 0, now: clock.now, random: Math.random, after: clock.after });
  local.engine.ensureSpreadsheet(BOOK, 'Cozy-Kart League');
  type(local.engine, 'A1', ['Racer', 'Position'], ['Zoe', 1], ['Ana', 2]);
});
afterEach(() => local.close());

const google = (timeout = 5_000) => openGoogle({ rootUrl: `http://127.0.0.1:${local.port}/`, timeout });
/** Writes `Kim` into A2 as a program does. */
const write = (calls = google()) =>
  calls.batchUpdate(BOOK, [
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'Kim' } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
const racers = () => read(local.engine, 'A2:A3').flat();
/** What became of a call; 'done' if nothing went wrong. */
const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'done' as const,
    (error: unknown) => {
      if (!(error instanceof SheetsFailure)) throw error;
      return { status: error.status, applied: error.applied, message: error.message };
    },
  );
const unavailable = { status: 503, applied: 'unknown', message: 'The service is currently unavailable.' };
const noAnswer = { status: 0, applied: 'unknown' };
const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), { interval: 2, timeout: 15_000 });

describe('The next write', () => {
  it('is refused as Google refuses what exceeds the quota', async () => {
    local.faults.add({ kind: 'quota' });
    expect(await outcome(write())).toEqual({
      status: 429,
      applied: 'no',
      message:
        "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.",
    });
    expect(racers()).toEqual(['Zoe', 'Ana']);
    expect(await outcome(write())).toBe('done');
  });

  it('is answered 503 and not applied', async () => {
    local.faults.add({ kind: 'unavailable' });
    expect(await outcome(write())).toEqual(unavailable);
    expect(racers()).toEqual(['Zoe', 'Ana']);
  });

  it('is answered 503 although it was applied', async () => {
    local.faults.add({ kind: 'unavailableButApplied' });
    expect(await outcome(write())).toEqual(unavailable);
    expect(racers()).toEqual(['Kim', 'Ana']);
  });

  it('hangs until the client gives up, and is never applied', async () => {
    local.faults.add({ kind: 'hang' });
    expect(await outcome(write(google(60)))).toMatchObject(noAnswer);
    await until(() => local.faults.now().held.length === 0);
    local.faults.clear();
    expect(racers()).toEqual(['Zoe', 'Ana']);
  });

  it('hangs until that is cleared, and goes on then', async () => {
    local.faults.add({ kind: 'hang' });
    const done = outcome(write());
    await until(() => local.faults.now().held.length === 1);
    expect(racers()).toEqual(['Zoe', 'Ana']);
    local.faults.clear();
    expect(await done).toBe('done');
    expect(racers()).toEqual(['Kim', 'Ana']);
  });

  it('is applied, and the connection cut', async () => {
    local.faults.add({ kind: 'hangUp' });
    expect(await outcome(write())).toMatchObject(noAnswer);
    expect(racers()).toEqual(['Kim', 'Ana']);
  });

  it('is applied four seconds late', async () => {
    local.faults.add({ kind: 'late' });
    expect(await outcome(write())).toMatchObject(noAnswer);
    expect(local.faults.now()).toEqual({ waiting: [], held: [{ kind: 'late' }] });
    await clock.advance(3_999);
    expect(racers()).toEqual(['Zoe', 'Ana']);
    await clock.advance(1);
    expect(racers()).toEqual(['Kim', 'Ana']);
    expect(local.faults.now().held).toEqual([]);
  });

  it('that is late comes at once when all is cleared, and once only', async () => {
    local.faults.add({ kind: 'late', ms: 60_000 });
    await outcome(write());
    local.faults.clear();
    expect(racers()).toEqual(['Kim', 'Ana']);
    type(local.engine, 'A2', ['Robin']);
    await clock.advance(60_000);
    expect(racers()).toEqual(['Robin', 'Ana']);
  });

  it('finds the rows sorted by a host in that very moment', async () => {
    local.faults.add({ kind: 'sort', tab: 'Sheet1' });
    expect(await outcome(write())).toBe('done');
    expect(read(local.engine, 'A1:B3')).toEqual([
      ['Racer', 'Position'],
      ['Kim', 2],
      ['Zoe', 1],
    ]);
  });

  it('finds them sorted by another column and downwards, if asked', async () => {
    local.faults.add({ kind: 'sort', tab: 'sheet1', column: 'b', order: 'DESCENDING' });
    await write();
    expect(racers()).toEqual(['Kim', 'Zoe']);
  });

  it('goes over what a host typed in that very moment', async () => {
    local.faults.add({ kind: 'type', tab: 'Sheet1', cell: 'B3', value: '7' });
    local.faults.add({ kind: 'type', tab: 'Sheet1', cell: 'A2', value: 'Robin' });
    const seen: unknown[] = [];
    local.engine.onChange(() => seen.push(racers()[0]));
    await write();
    await write();
    expect(seen).toEqual(['Zoe', 'Kim', 'Robin', 'Kim']);
    expect(read(local.engine, 'B3')).toEqual([[7]]);
  });
});

it('What a host does in between and a mishap meet one write', async () => {
  local.faults.add({ kind: 'type', tab: 'Sheet1', cell: 'A3', value: 'Robin' });
  local.faults.add({ kind: 'hangUp' });
  expect(await outcome(write())).toMatchObject(noAnswer);
  expect(racers()).toEqual(['Kim', 'Robin']);
  expect(local.faults.now().waiting).toEqual([]);
});

describe('A fault', () => {
  it('concerns as many requests as it says, of the kind that it says, in the order in which they were asked for', async () => {
    local.faults.add({ kind: 'unavailable', concerns: 'reads', times: 2 });
    local.faults.add({ kind: 'quota', concerns: 'both' });
    const kinds = [];
    for (const call of ['read', 'write', 'read', 'meta', 'write'] as const) {
      const calls = google();
      const asked = {
        read: () => calls.read(BOOK, ['A1']),
        meta: () => calls.meta(BOOK),
        write: () => write(calls),
      };
      const came = await outcome(asked[call]());
      kinds.push([call, came === 'done' ? came : came.status]);
    }
    expect(kinds).toEqual([
      ['read', 503],
      ['write', 429],
      ['read', 503],
      ['meta', 'done'],
      ['write', 'done'],
    ]);
  });

  it('goes on until it’s cleared', async () => {
    local.faults.add({ kind: 'quota', times: 'until cleared' });
    for (let i = 0; i < 5; i++) expect(await outcome(write())).toMatchObject({ status: 429 });
    local.faults.clear();
    expect(await outcome(write())).toBe('done');
  });

  it('of a tab waits for a write to a spreadsheet that has it', async () => {
    local.engine.ensureSpreadsheet('other', 'Another');
    const [other] = local.engine.list().find(({ id }) => id === 'other')?.sheets ?? [];
    const title = { properties: { sheetId: other?.id ?? 0, title: 'Elsewhere' }, fields: 'title' };
    const requests = [{ updateSheetProperties: title }];
    local.engine.spreadsheets.batchUpdate({ spreadsheetId: 'other', requestBody: { requests } });
    local.faults.add({ kind: 'sort', tab: 'Elsewhere' });
    await write();
    expect(local.faults.now().waiting).toHaveLength(1);
    await google().batchUpdate('other', requests);
    expect(local.faults.now().waiting).toEqual([]);
  });

  it('keeps nobody waiting when the server ends', async () => {
    local.faults.add({ kind: 'late', ms: 5 });
    await outcome(write());
    local.faults.add({ kind: 'hang', times: 'until cleared' });
    const hung = outcome(write());
    await until(() => local.faults.now().held.length === 2);
    await local.close();
    expect(await hung).toMatchObject(noAnswer);
    await clock.advance(5);
    expect(racers()).toEqual(['Zoe', 'Ana']);
    local = await openLocalSheets({ port: 0, now: clock.now, random: Math.random, after: clock.after });
  });
});

describe('Over HTTP', () => {
  const ask = async (method: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${local.port}/faults`, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };

  it('faults are added, listed and cleared', async () => {
    const late = { kind: 'late', concerns: 'writes', times: 1, ms: 4000 };
    expect(await ask('POST', { kind: 'late' })).toEqual({ status: 201, body: { waiting: [late], held: [] } });
    const sort = {
      kind: 'sort',
      tab: 'Sheet1',
      column: 'B',
      order: 'ASCENDING',
      concerns: 'both',
      times: 'until cleared',
    };
    await ask('POST', { kind: 'sort', tab: 'Sheet1', column: 'b', concerns: 'both', times: 'until cleared' });
    expect(await ask('GET')).toEqual({ status: 200, body: { waiting: [late, sort], held: [] } });
    expect(await ask('DELETE')).toEqual({ status: 200, body: { waiting: [], held: [] } });
  });

  it.each([
    [{}, 'kind is one of quota, unavailable, unavailableButApplied, hang, hangUp, late, sort, type, not left out.'],
    [{ kind: 'hang', concerns: 'all' }, 'concerns is one of writes, reads, both, not "all".'],
    [{ kind: 'hang', times: 0 }, 'times is a whole number from 1 to 10000, or “until cleared”, not 0.'],
    [{ kind: 'late', ms: '4' }, 'ms is a whole number from 0 to 3600000, not "4".'],
    [{ kind: 'quota', ms: 4 }, '“ms” is none of what quota takes: kind, concerns, times.'],
    [{ kind: 'sort' }, 'tab is the name of one, not left out.'],
    [{ kind: 'sort', tab: 'Nowhere' }, 'No spreadsheet has a tab “Nowhere”.'],
    [{ kind: 'sort', tab: 'Sheet1', column: '2' }, 'column is written as in C, not "2".'],
    [{ kind: 'type', tab: 'Sheet1', cell: 'A0' }, 'cell is written as in C2, not "A0".'],
    ['[]', 'Invalid JSON payload received. Root element must be a message.'],
  ])('%j is refused in a sentence', async (wanted, message) => {
    expect(await ask('POST', wanted)).toEqual({
      status: 400,
      body: { error: { code: 400, message, status: 'INVALID_ARGUMENT' } },
    });
    expect(local.faults.now().waiting).toEqual([]);
  });

  it('a page elsewhere can’t ask for any', async () => {
    expect((await ask('POST', { kind: 'hang' }, { origin: 'https://example.com' })).status).toBe(403);
    expect(local.faults.now().waiting).toEqual([]);
  });
});

describe('On its page', () => {
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await page.goto(local.url);
    await page.getByText('Live').waitFor();
    await page.locator('[data-a1="B3"]').click();
  });
  afterEach(async () => {
    await page.close();
    expect(troubles.splice(0)).toEqual([]);
  });

  const menu = () => page.getByRole('form', { name: 'Make trouble' });
  const open = () => page.getByRole('button', { name: 'Make trouble' }).click();
  const add = (what: string) => menu().getByLabel('What happens').selectOption({ label: what });
  const waits = (...faults: object[]) =>
    vi.waitFor(() => expect(local.faults.now().waiting).toMatchObject(faults), { timeout: 15_000 });

  it('a person chooses what goes wrong, how often and for whom, sees it listed, and clears it', async () => {
    await open();
    await menu().getByText('Nothing. Every request is answered as it should be.').waitFor();
    await add('The connection breaks, and it is saved later');
    await menu().getByLabel('Seconds until it is saved').fill('1.5');
    await menu().getByLabel('To which requests').selectOption('Reads and writes');
    await menu().getByLabel('How often').selectOption('Three times');
    await menu().getByRole('button', { name: 'Add' }).click();
    await menu().getByText('Next 3 requests: The connection breaks, and it is saved 1.5 s later').waitFor();
    await waits({ kind: 'late', ms: 1500, concerns: 'both', times: 3 });
    await menu().getByRole('button', { name: 'Clear all' }).click();
    await menu().getByText('Nothing. Every request').waitFor();
    await waits();
  });

  it('it is where the person is: the tab that is open, and the selected column and cell', async () => {
    await open();
    await add('A host sorts in the moment before');
    await menu().getByText('Sheet1, by column B.').waitFor();
    await menu().getByRole('button', { name: 'Add' }).click();
    await add('A host types in the moment before');
    await menu().getByLabel('What is typed').fill('DNF');
    await menu().getByRole('button', { name: 'Add' }).click();
    await waits(
      { kind: 'sort', tab: 'Sheet1', column: 'B', order: 'ASCENDING', concerns: 'writes', times: 1 },
      { kind: 'type', tab: 'Sheet1', cell: 'B3', value: 'DNF' },
    );
    await menu().getByText('Next write: A host types “DNF” into Sheet1!B3 in the moment before').waitFor();
  });

  it('by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Make trouble' }).focus();
    await page.keyboard.press('Enter');
    await menu().getByLabel('What happens').and(page.locator(':focus')).waitFor();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waits({ kind: 'hang' });
    await page.keyboard.press('Escape');
    await menu().waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('make-trouble');
  });

  it('it says live what others asked for, what was met, and what is under way', async () => {
    local.faults.add({ kind: 'late' });
    local.faults.add({ kind: 'quota', concerns: 'reads', times: 'until cleared' });
    await page.getByRole('button', { name: 'Make trouble (2)' }).click();
    await menu().getByText('All reads: “Too many requests” (429)').waitFor();
    await outcome(write());
    await menu().getByText('A request is on its way, and will be saved late.').waitFor();
    await clock.advance(4_000);
    await page.getByRole('button', { name: 'Make trouble (1)' }).waitFor();
  });

  it('what the person does there is never concerned', async () => {
    local.faults.add({ kind: 'quota', concerns: 'both', times: 'until cleared' });
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await vi.waitFor(() => expect(read(local.engine, 'B3')).toEqual([[5]]), { timeout: 15_000 });
    await page.reload();
    await page.locator('[data-a1="B3"]').getByText('5').waitFor();
  });

  it('what is refused is said in the menu', async () => {
    await open();
    await add('A host sorts in the moment before');
    const tab = { properties: { sheetId: 0, title: 'Renamed' }, fields: 'title' };
    const requests = [{ updateSheetProperties: tab }, { addSheet: { properties: { title: 'New' } } }];
    await page.route('**/faults', async (route) => {
      local.engine.spreadsheets.batchUpdate({ spreadsheetId: BOOK, requestBody: { requests } });
      await route.continue();
    });
    await menu().getByRole('button', { name: 'Add' }).click();
    await menu().getByRole('alert').getByText('No spreadsheet has a tab “Sheet1”.').waitFor();
    // Chromium itself reports the refusal.
    troubles.length = 0;
  });
});
