import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';
import { openBrowser } from '../../browser.ts';
import { BOOK, batch, read, type } from './league.ts';

let local: OpenedLocalSheets;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  local = await openLocalSheets({ port: 0, now: () => Date.UTC(2026, 10, 23), random: Math.random });
  local.engine.ensureSpreadsheet(BOOK, 'Cozy-Kart League');
  const racers = ['Robin', 'Sam', 'Kim'].map((userEnteredValue) => ({ userEnteredValue }));
  batch(
    local.engine,
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
        range: { sheetId: 0, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
        rule: { condition: { type: 'ONE_OF_LIST', values: racers }, strict: true },
      },
    },
  );
  type(local.engine, 'Results!A1', ['Race', 'Racer', 'Position', 'At'], ['Race 1', 'Robin', 2, '2026-11-20 20:15']);
  type(local.engine, 'Results!A3', ['Race 1', 'Sam', 1], ['Race 1', 'Kim', 3]);
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(8000);
  page = await openPage();
});
afterEach(async () => {
  await context.close();
  await local.close();
  expect(troubles.splice(0)).toEqual([]);
});

/** Somebody's page, ready to be worked on. */
async function openPage(path = '/'): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => troubles.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await opened.goto(local.url + path);
  await opened.getByText('Live').waitFor();
  await cell(opened, 'A1').waitFor();
  return opened;
}

const cell = (on: Page, a1: string) => on.locator(`[data-a1="${a1}"]`);
const shows = (on: Page, a1: string, text: string) =>
  vi.waitFor(async () => expect(await cell(on, a1).textContent()).toBe(text), { timeout: 5000 });
const stores = (range: string, values: unknown[][]) =>
  vi.waitFor(() => expect(read(local.engine, range)).toEqual(values), { timeout: 5000 });

/** Pastes text as if it came from another program. */
const paste = (on: Page, text: string) =>
  on.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

describe('A host edits a cell', () => {
  it('by typing over it; Enter saves and goes down', async () => {
    await cell(page, 'C2').click();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await stores('Results!C2', [[12]]);
    await shows(page, 'C2', '12');
    expect(await page.textContent('#place')).toBe('C3');
  });

  it('by double click or F2, going on in what stands there; Tab saves and goes right', async () => {
    await cell(page, 'A2').dblclick();
    await page.keyboard.type('0');
    await page.keyboard.press('Tab');
    await stores('Results!A2', [['Race 10']]);
    await cell(page, 'A3').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    expect(await page.textContent('#place')).toBe('B3');
    expect(read(local.engine, 'Results!A3')).toEqual([['Race 1']]);
  });

  it('in the bar above, which shows the entry as it was made', async () => {
    await cell(page, 'D2').click();
    const bar = page.getByLabel('Entry of the selected cell');
    expect(await bar.inputValue()).toBe('2026-11-20 20:15');
    await bar.fill('2026-11-21 20:15');
    await bar.press('Enter');
    await shows(page, 'D2', '2026-11-21 20:15');
    expect(read(local.engine, 'Results!D2')).toEqual([[46347.84375]]);
  });

  it('in the frozen header as well', async () => {
    await cell(page, 'D1').click();
    expect(await page.textContent('#place')).toBe('D1');
    await page.keyboard.type('When');
    await page.keyboard.press('Enter');
    await stores('Results!D1', [['When']]);
  });

  it('from a dropdown, by keys or by mouse, and nothing else', async () => {
    await cell(page, 'B2').dblclick();
    await page.getByRole('option', { name: 'Kim' }).click();
    await stores('Results!B2', [['Kim']]);
    await cell(page, 'B3').dblclick();
    await page.getByRole('option', { name: 'Sam' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await stores('Results!B3', [['Kim']]);
    await cell(page, 'B4').click();
    await page.keyboard.type('Nobody');
    await page.keyboard.press('Enter');
    await page.getByText("“Nobody” is not on this cell's list.").waitFor();
    expect(read(local.engine, 'Results!B4')).toEqual([['Kim']]);
  });

  it('and Delete clears what is selected, Undo brings it back', async () => {
    await cell(page, 'B2').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await page.textContent('#place')).toBe('B2:C3');
    await page.keyboard.press('Delete');
    await stores('Results!A2:C3', [['Race 1'], ['Race 1']]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await stores('Results!A2:C3', [
      ['Race 1', 'Robin', 2],
      ['Race 1', 'Sam', 1],
    ]);
  });
});

describe('A host works with rows', () => {
  it('pastes a block from another spreadsheet', async () => {
    await cell(page, 'A5').click();
    await paste(page, 'Race 2\tRobin\t1\r\n"Race\t""2"""\tSam\t\r\n');
    await stores('Results!A5:C6', [
      ['Race 2', 'Robin', 1],
      ['Race\t"2"', 'Sam'],
    ]);
    await shows(page, 'B6', 'Sam');
  });

  it('copies what is selected, as text between tabs', async () => {
    await cell(page, 'B2').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    const copied = await page.evaluate(() => {
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain');
    });
    expect(copied).toBe('Robin\t2\nSam\t1');
  });

  it('sorts by the selected column, the header stays', async () => {
    await cell(page, 'C3').click();
    await page.getByRole('button', { name: 'Sort A–Z' }).click();
    await stores('Results!B1:C4', [
      ['Racer', 'Position'],
      ['Sam', 1],
      ['Robin', 2],
      ['Kim', 3],
    ]);
    await shows(page, 'B2', 'Sam');
  });

  it('inserts and deletes them, and takes it back', async () => {
    await cell(page, 'A3').click();
    await page.getByRole('button', { name: 'Insert row' }).click();
    await stores('Results!A2:B4', [['Race 1', 'Robin'], [], ['Race 1', 'Sam']]);
    await shows(page, 'B4', 'Sam');
    await cell(page, 'A4').click();
    await page.getByRole('button', { name: 'Delete row' }).click();
    await stores('Results!A2:B4', [['Race 1', 'Robin'], [], ['Race 1', 'Kim']]);
    await shows(page, 'B4', 'Kim');
    await page.keyboard.press('Control+z');
    await stores('Results!B2:B5', [['Robin'], [], ['Sam'], ['Kim']]);
  });
});

describe('Two people at once', () => {
  it('see what the other writes, while they type themselves', async () => {
    const other = await openPage();
    await cell(page, 'A2').dblclick();
    await page.keyboard.type(' final');
    await cell(other, 'C2').click();
    await other.keyboard.type('8');
    await other.keyboard.press('Enter');
    await cell(other, 'C3').click();
    await other.keyboard.type('7');
    await other.keyboard.press('Enter');
    await shows(page, 'C3', '7');
    expect(read(local.engine, 'Results!A2')).toEqual([['Race 1']]);
    await page.keyboard.press('Enter');
    await shows(other, 'A2', 'Race 1 final');
    await shows(page, 'C2', '8');
  });

  it('see tabs and rows come and go', async () => {
    batch(
      local.engine,
      { addSheet: { properties: { sheetId: 9, title: 'Seasons' } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
    );
    await page.getByRole('tab', { name: 'Seasons' }).waitFor();
    await shows(page, 'B3', 'Robin');
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Results', 'Racers', 'Seasons']);
  });

  it('are told when the connection is lost, and catch up when it is back', async () => {
    const { port } = local;
    await local.close();
    await page.getByText('Not connected. Trying again…').waitFor();
    await cell(page, 'C2').click();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.getByText('Not saved: the spreadsheet cannot be reached.').waitFor();
    local = await openLocalSheets({ port, now: Date.now, random: Math.random });
    local.engine.ensureSpreadsheet(BOOK, 'Cozy-Kart League');
    type(local.engine, 'A1', ['Back again']);
    await page.getByText('Live').waitFor();
    await shows(page, 'A1', 'Back again');
    // Chromium itself reports the failed requests.
    troubles.length = 0;
  });
});

it('Text in a cell stays text, whatever it looks like', async () => {
  const hostile = '<img src=x onerror="document.title=1"><b>hi</b>';
  type(local.engine, 'Results!A5', [hostile]);
  await shows(page, 'A5', hostile);
  expect(await page.locator('#grid img, #grid b').count()).toBe(0);
});

it('Tabs are opened by a click or by the address', async () => {
  type(local.engine, 'Racers!A1', ['Racer', 'ID']);
  await page.getByRole('tab', { name: 'Racers' }).click();
  await shows(page, 'B1', 'ID');
  await page.reload();
  await shows(page, 'B1', 'ID');
  expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Racers');
});

it('When the spreadsheet is deleted it says what is there, and makes a new one', async () => {
  local.engine.removeSpreadsheet(BOOK);
  await page.getByText('No spreadsheet has been made yet.').waitFor();
  await page.getByRole('button', { name: 'New spreadsheet' }).click();
  await page.getByRole('heading', { name: 'Untitled spreadsheet' }).waitFor();
  await page.getByText('Live').waitFor();
  expect(local.engine.list()).toHaveLength(1);
});
