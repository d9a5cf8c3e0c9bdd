/** The page of a small league's spreadsheet in a real browser, for the tests of what a host does there. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';
import { openBrowser } from '../../browser.ts';
import { BOOK, batch, read, type } from './league.ts';

/**
 * Opens, for each test of a file, a spreadsheet with the tabs Results and Racers and one that is hidden.
 * @param options of the browser's window
 */
export function sheetPage(options: BrowserContextOptions = { viewport: { width: 1280, height: 720 } }) {
  let browser: Browser;
  let context: BrowserContext;
  let local: OpenedLocalSheets;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    local = await openLocalSheets({ port: 0, now: () => Date.UTC(2026, 10, 23), random: Math.random });
    local.engine.ensureSpreadsheet(BOOK, 'Cozy-Kart League');
    fill(local);
    context = await browser.newContext(options);
    context.setDefaultTimeout(8000);
    page = await open();
  });
  afterEach(async () => {
    await context.close();
    await local.close();
    expect(troubles.splice(0)).toEqual([]);
  });

  /** Somebody's page, ready to be worked on. */
  async function open(path = '/'): Promise<Page> {
    const opened = await context.newPage();
    opened.on('pageerror', (error) => troubles.push(error.message));
    opened.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await opened.goto(local.url + path);
    await opened.getByText('Live').waitFor();
    return opened;
  }
  const cell = (a1: string, on = page) => on.locator(`[data-a1="${a1}"]`);

  return {
    open,
    cell,
    page: () => page,
    context: () => context,
    engine: () => local.engine,
    local: () => local,
    /** Opens another spreadsheet server in place of the one that was closed: nothing of it is kept. */
    async reopen(port: number): Promise<OpenedLocalSheets> {
      local = await openLocalSheets({ port, now: Date.now, random: Math.random });
      return local;
    },
    /** Waits until a cell shows a text. */
    shows: (a1: string, text: string, on = page) =>
      vi.waitFor(async () => expect(await cell(a1, on).textContent()).toBe(text), { timeout: 15_000 }),
    /** Waits until the spreadsheet holds values. */
    stores: (range: string, values: unknown[][]) =>
      vi.waitFor(() => expect(read(local.engine, range)).toEqual(values), { timeout: 15_000 }),
    press: (...keys: string[]) =>
      keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve()),
    write: (text: string) => page.keyboard.type(text),
    /** Chromium itself reports a request that was refused or didn't arrive. */
    forgetTroubles: () => void troubles.splice(0),
    /** Which cells are selected, as the page says it. */
    selected: () => page.textContent('#place'),
  };
}

function fill({ engine }: OpenedLocalSheets): void {
  const racers = ['Robin', 'Sam', 'Kim'].map((userEnteredValue) => ({ userEnteredValue }));
  const racer = { sheetId: 0, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
  batch(
    engine,
    {
      updateSheetProperties: {
        properties: { sheetId: 0, title: 'Results', gridProperties: { frozenRowCount: 1 } },
        fields: 'title,gridProperties.frozenRowCount',
      },
    },
    { addSheet: { properties: { sheetId: 1, title: 'Racers' } } },
    { addSheet: { properties: { sheetId: 2, title: 'shadow', hidden: true } } },
    {
      setDataValidation: {
        range: racer,
        rule: { condition: { type: 'ONE_OF_LIST', values: racers }, strict: true, showCustomUi: true },
      },
    },
  );
  type(engine, 'Results!A1', ['Race', 'Racer', 'Position', 'At'], ['Race 1', 'Robin', 2, '2026-11-20 20:15']);
  type(engine, 'Results!A3', ['Race 1', 'Sam', 1], ['Race 1', 'Kim', 3]);
}
