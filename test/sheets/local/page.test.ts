import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { OpenedLocalSheets } from '../../../sheets/local/open.ts';
import { BOOK, batch, read, type } from './league.ts';
import { sheetPage } from './sheet-page.ts';

const sheet = sheetPage();
let local: OpenedLocalSheets;
let context: BrowserContext;
let page: Page;

beforeEach(() => {
  local = sheet.local();
  context = sheet.context();
  page = sheet.page();
});

const openPage = sheet.open;
const cell = (on: Page, a1: string) => sheet.cell(a1, on);
const shows = (on: Page, a1: string, text: string) => sheet.shows(a1, text, on);
const stores = sheet.stores;

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
    await page.getByText('Results!B4: “Nobody” is not allowed there. Choose from the list').waitFor();
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
    local = await sheet.reopen(port);
    local.engine.ensureSpreadsheet(BOOK, 'Cozy-Kart League');
    type(local.engine, 'A1', ['Back again']);
    await page.getByText('Live').waitFor();
    await shows(page, 'A1', 'Back again');
    sheet.forgetTroubles();
  });
});

describe('A host who is to give the league a spreadsheet', () => {
  const rename = async (name: string, key: string) => {
    await page.getByRole('button', { name: 'Cozy-Kart League' }).click();
    await page.keyboard.type(name);
    await page.keyboard.press(key);
  };
  const titles = () => local.engine.list().map(({ properties }) => properties.title);

  it('makes one beside those that there are, and names it', async () => {
    await page.getByRole('link', { name: 'All spreadsheets' }).click();
    await page.getByRole('link', { name: 'Cozy-Kart League' }).waitFor();
    await page.getByRole('button', { name: 'New spreadsheet' }).click();
    await page.getByRole('button', { name: 'Untitled spreadsheet' }).click();
    await page.keyboard.type('Moonlight <b>League</b>');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Moonlight <b>League</b>' }).waitFor();
    expect(titles()).toEqual(['Cozy-Kart League', 'Moonlight <b>League</b>']);
    await page.getByRole('link', { name: 'All spreadsheets' }).click();
    await page.getByRole('link', { name: 'Moonlight <b>League</b>' }).waitFor();
  });

  it('gives it another name by leaving the input, and takes that back', async () => {
    const other = await openPage();
    await rename('Sunday League', 'Tab');
    await other.getByRole('heading', { name: 'Sunday League' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await other.getByRole('heading', { name: 'Cozy-Kart League' }).waitFor();
  });

  it('keeps its name with Escape, or by leaving none', async () => {
    await rename('Sunday League', 'Escape');
    await page.getByRole('button', { name: 'Cozy-Kart League' }).waitFor();
    await rename(' ', 'Enter');
    await page.getByRole('button', { name: 'Cozy-Kart League' }).waitFor();
    expect(titles()).toEqual(['Cozy-Kart League']);
  });

  it('copies its address, which opens it', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy address' }).click();
    await page.getByText('Copied.').waitFor();
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await page.getByRole('heading', { name: 'Cozy-Kart League' }).waitFor();
  });

  it('finds the address selected where the browser won’t copy it', async () => {
    const around = createServer((_, response) => response.end(`<iframe src="${local.url}" width=900 height=600>`));
    onTestFinished(() => void around.close());
    await once(around.listen(0, '127.0.0.1'), 'listening');
    await page.goto(`http://localhost:${(around.address() as AddressInfo).port}`);
    const inside = page.frameLocator('iframe');
    await inside.getByRole('button', { name: 'Share' }).click();
    await inside.getByRole('button', { name: 'Copy address' }).click();
    await inside.getByText('copy it by hand').waitFor();
    const selected = inside
      .getByLabel('Address')
      .evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0));
    expect(await selected).toBe(`${local.url}/?id=${BOOK}`);
    sheet.forgetTroubles();
  });

  it('chooses what the league may do, and sees what somebody else has chosen', async () => {
    await page.getByRole('button', { name: 'Share' }).click();
    // The menu asks for it as it opens, and shows it then.
    await page.getByLabel('edit', { exact: true }).and(page.locator(':checked')).waitFor();
    await page.getByLabel('only look').click();
    await page.getByText('Saved.').waitFor();
    expect(local.engine.accessOf(BOOK)).toBe('view');
    await page.keyboard.press('Escape');
    local.engine.setAccess(BOOK, 'none');
    await page.getByRole('button', { name: 'Share' }).click();
    await vi.waitFor(async () => expect(await page.getByLabel('do nothing').isChecked()).toBe(true), {
      timeout: 15_000,
    });
    // The person at the page goes on all the same.
    await page.keyboard.press('Escape');
    await cell(page, 'C2').click();
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await stores('Results!C2', [[4]]);
  });

  it('is told in the menu when that can’t be saved', async () => {
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByLabel('edit', { exact: true }).and(page.locator(':checked')).waitFor();
    await local.close();
    await page.getByLabel('do nothing').click();
    await page.getByRole('status').filter({ hasText: 'Not saved: the spreadsheet cannot be reached.' }).waitFor();
    expect(await page.getByLabel('edit', { exact: true }).isChecked()).toBe(true);
    local = await sheet.reopen(0);
    sheet.forgetTroubles();
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

it('When the spreadsheet is deleted it says so and what is there, and makes a new one', async () => {
  local.engine.removeSpreadsheet(BOOK);
  await page.getByText('“Cozy-Kart League” has been deleted.').waitFor();
  await page.getByText('No spreadsheet has been made yet.').waitFor();
  await page.getByRole('button', { name: 'New spreadsheet' }).click();
  await page.getByRole('heading', { name: 'Untitled spreadsheet' }).waitFor();
  await page.getByText('Live').waitFor();
  expect(local.engine.list()).toHaveLength(1);
});

it('When an answer takes long it says that it waits', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/do', async (route) => {
    await promise;
    await route.continue();
  });
  await cell(page, 'C2').click();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.getByText('One moment…').waitFor();
  resolve();
  await shows(page, 'C2', '5');
  await page.getByText('One moment…').waitFor({ state: 'detached' });
});

it('When the spreadsheet can’t be read it says so, and goes on as soon as it can be', async () => {
  const other = await context.newPage();
  const path = '**/page/books/**';
  await other.route(path, (route) => route.abort());
  await other.goto(local.url);
  await other.getByText('The spreadsheet cannot be reached.').waitFor();
  await other.unroute(path);
  await shows(other, 'B2', 'Robin');
});

it('What is written while the page is being read isn’t missed', async () => {
  const other = await context.newPage();
  await other.route('**/tabs/0', async (route) => {
    const response = await route.fetch();
    type(local.engine, 'Results!B2', ['Kim']);
    await route.fulfill({ response });
  });
  await other.goto(local.url);
  await shows(other, 'B2', 'Kim');
});
