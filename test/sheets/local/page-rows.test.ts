import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { batch, read, type } from './league.ts';
import { sheetPage } from './sheet-page.ts';

const { page, open, cell, context, engine, shows, stores, press, write, selected, forgetTroubles } = sheetPage();

const menu = (name: string) => page().getByRole('menuitem', { name, exact: true }).click();
const columnHead = (letter: string) =>
  page()
    .locator('.column-heads .head')
    .filter({ hasText: new RegExp(`^${letter}$`) });
const rowHead = (row: number) =>
  page()
    .locator('.row-heads .head')
    .filter({ hasText: new RegExp(`^${row}$`) });
const racers = () => read(engine(), 'Results!B1:B5').map(([name]) => name ?? '');

describe('Rows and columns', () => {
  it('are inserted, moved and deleted by the menu of their heads, as many as are selected', async () => {
    await rowHead(2).click();
    await rowHead(3).click({ modifiers: ['Shift'] });
    expect(await selected()).toBe('A2:Z3');
    await rowHead(3).click({ button: 'right' });
    await menu('Insert 2 rows above');
    await expect.poll(racers).toEqual(['Racer', '', '', 'Robin', 'Sam']);
    await rowHead(5).click({ button: 'right' });
    await menu('Move row 5 up');
    await expect.poll(racers).toEqual(['Racer', '', '', 'Sam', 'Robin']);
    await columnHead('A').click({ button: 'right' });
    await menu('Delete column A');
    await stores('Results!A1:B1', [['Racer', 'Position']]);
    await page().getByRole('button', { name: 'Undo' }).click();
    await stores('Results!A1:B1', [['Race', 'Racer']]);
  });

  it('are hidden and shown again', async () => {
    await columnHead('B').click({ button: 'right' });
    await menu('Hide column B');
    await cell('B2').waitFor({ state: 'detached' });
    await cell('A2').click();
    await press('ArrowRight');
    expect(await selected()).toBe('C2');
    await columnHead('C').click({ button: 'right' });
    await menu('Show hidden columns');
    await cell('B2').waitFor();
  });

  it('are frozen, and then stay in view', async () => {
    await columnHead('A').click({ button: 'right' });
    await menu('Freeze up to column A');
    await page().locator('.pane.left [data-a1="A2"]').waitFor();
    await cell('B3').click();
    await press('Control+ArrowRight', 'Control+ArrowRight');
    await cell('Z3').waitFor();
    expect(await cell('A3').isVisible()).toBe(true);
    expect(await cell('B3').count()).toBe(0);
  });

  it('are as wide as they are dragged', async () => {
    const { x, y, width, height } = (await columnHead('A').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page().mouse.move(x + width - 2, y + height / 2);
    await page().mouse.down();
    await page().mouse.move(x + width + 58, y + height / 2);
    await page().mouse.up();
    await expect.poll(async () => (await columnHead('A').boundingBox())?.width).toBe(160);
  });

  it('are sorted by the active column; where some rows are selected, those alone', async () => {
    await cell('B3').click();
    await press('Shift+ArrowDown');
    await page().getByRole('button', { name: 'Sort A–Z' }).click();
    await stores('Results!B1:B4', [['Racer'], ['Robin'], ['Kim'], ['Sam']]);
    await cell('C2').click();
    await page().getByRole('button', { name: 'More' }).click();
    await menu('Sort Z–A by this column');
    await stores('Results!C1:C4', [['Position'], [3], [2], [1]]);
  });

  it('grow at the end of the sheet', async () => {
    await cell('A2').click();
    await press('Control+ArrowDown', 'Control+ArrowDown');
    await page().getByRole('button', { name: 'Add 100 rows' }).click();
    await rowHead(1001).waitFor();
  });

  it('have their menu by keys too', async () => {
    await cell('A3').click();
    await press('Shift+F10');
    expect(
      await page()
        .getByRole('menuitem')
        .first()
        .evaluate((item) => item === document.activeElement),
    ).toBe(true);
    await press('d', 'Enter');
    await stores('Results!B1:B3', [['Racer'], ['Robin'], ['Kim']]);
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('cells');
    await press('Shift+F10', 'Escape');
    expect(await page().getByRole('menu').count()).toBe(0);
  });
});

/** Does with the real clipboard what a key does. */
const onClipboard = async (key: string, on = page()) => {
  await context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await on.keyboard.press(key);
};
const paste = (html: string, text: string, on: Page = page()) =>
  on.evaluate(
    ([markup, plain]) => {
      const clipboardData = new DataTransfer();
      if (markup) clipboardData.setData('text/html', markup);
      clipboardData.setData('text/plain', plain ?? '');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [html, text],
  );

describe('Copy and paste', () => {
  it('within the spreadsheet takes formulas along, which follow, and looks', async () => {
    type(engine(), 'Results!E2', ['=C2*10']);
    await shows('E2', '20');
    await cell('E2').click();
    await press('Control+b');
    await onClipboard('Control+c');
    await cell('E3').click();
    await press('Shift+ArrowDown');
    await onClipboard('Control+v');
    await stores('Results!E2:E4', [[20], [10], [30]]);
    await expect.poll(() => cell('E4').evaluate((each) => each.style.fontWeight)).toBe('600');
    await cell('F2').click();
    await onClipboard('Control+Shift+v');
    await stores('Results!F2', [[20]]);
  });

  it('of what was cut moves it', async () => {
    await cell('B2').click();
    await press('Shift+ArrowRight');
    await onClipboard('Control+x');
    await page().locator('.copied').first().waitFor();
    await cell('F7').click();
    await onClipboard('Control+v');
    await stores('Results!F7:G7', [['Robin', 2]]);
    expect(read(engine(), 'Results!B2:C2')).toEqual([]);
  });

  it('pastes what was there when somebody has moved it since', async () => {
    await cell('B2').click();
    await onClipboard('Control+c');
    batch(engine(), { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } });
    await shows('B3', 'Robin');
    await cell('F7').click();
    await onClipboard('Control+v');
    await stores('Results!F7', [['Robin']]);
  });

  it('takes the table of another spreadsheet, its merged cells and lines', async () => {
    const table =
      '<meta charset="utf-8"><google-sheets-html-origin><style>td{border:1px}</style>' +
      '<table><tbody><tr><td colspan="2">Race 2</td><td>Kim</td></tr>' +
      '<tr><td>first<br>second</td><td> a\n  b </td><td>3</td></tr></tbody></table>';
    await cell('D7').click();
    await paste(table, 'ignored');
    await stores('Results!D7:F8', [
      ['Race 2', '', 'Kim'],
      ['first\nsecond', 'a b', 3],
    ]);
    expect(await selected()).toBe('D7:F8');
  });

  it('gives other programs a table and text', async () => {
    type(engine(), 'Results!A5', ['two\nlines', 'a "b"']);
    await shows('B5', 'a "b"');
    await cell('A5').click();
    await press('Shift+ArrowRight');
    const [text, html] = await page().evaluate(() => {
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return ['text/plain', 'text/html'].map((kind) => event.clipboardData?.getData(kind));
    });
    expect(text).toBe('"two\nlines"\ta "b"');
    expect(html).toContain('<td colspan="1" rowspan="1">two<br>lines</td>');
  });

  it('beyond the last row makes room, and fills a selection with one value', async () => {
    await cell('F1').click();
    await press('Control+ArrowDown');
    expect(await selected()).toBe('F1000');
    await paste('', 'a\nb\nc');
    await stores('Results!F1000:F1002', [['a'], ['b'], ['c']]);
    await press('Control+Home');
    await cell('F2').click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    await paste('', 'x');
    await stores('Results!F2:G3', [
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });

  it('says so where there is nothing to paste', async () => {
    await cell('F2').click();
    await paste('', '');
    await page().getByText('There is no text on the clipboard.').waitFor();
  });
});

describe('Tabs', () => {
  const tabs = () => page().getByRole('tab').allTextContents();
  const tab = (name: string) => page().getByRole('tab', { name, exact: true });

  it('are added, named, moved, copied and deleted, and deleting is taken back', async () => {
    await page().getByRole('button', { name: 'Add a tab' }).click();
    await page().getByRole('tab', { name: 'Sheet', selected: true }).waitFor();
    expect(await tabs()).toEqual(['Results', 'Sheet4', 'Racers']);
    await tab('Sheet4').dblclick();
    await write('Seasons');
    await press('Enter');
    await tab('Seasons').waitFor();
    await tab('Seasons').click({ button: 'right' });
    await menu('Move right');
    await expect.poll(tabs).toEqual(['Results', 'Racers', 'Seasons']);
    await tab('Results').click({ button: 'right' });
    await menu('Duplicate');
    await expect.poll(tabs).toEqual(['Results', 'Copy of Results', 'Racers', 'Seasons']);
    await tab('Results').click({ button: 'right' });
    await menu('Delete…');
    await page()
      .getByRole('dialog', { name: 'Delete the tab “Results”?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect.poll(tabs).toEqual(['Copy of Results', 'Racers', 'Seasons']);
    await page().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(tabs).toEqual(['Results', 'Copy of Results', 'Racers', 'Seasons']);
  });

  it('are gone along with arrows', async () => {
    await tab('Results').focus();
    await press('ArrowRight');
    await page().getByRole('tab', { name: 'Racers', selected: true }).waitFor();
    await expect.poll(() => page().evaluate(() => document.activeElement?.textContent)).toBe('Racers');
  });

  it('keep their names where another has it, and say so', async () => {
    await tab('Racers').focus();
    await press('F2');
    await write('Results');
    await press('Enter');
    await page().getByText('A sheet with the name "Results" already exists').waitFor();
    expect(await tabs()).toEqual(['Results', 'Racers']);
    forgetTroubles();
  });

  it('that somebody else deletes say so to who looks at them', async () => {
    await tab('Racers').click();
    await page().getByRole('tab', { name: 'Racers', selected: true }).waitFor();
    batch(engine(), { deleteSheet: { sheetId: 1 } });
    await page().getByText('Somebody has deleted the tab “Racers”.').waitFor();
    expect(await tabs()).toEqual(['Results']);
  });
});

it('Two people undo their own, and never the other’s', async () => {
  const other = await open();
  await cell('C2').click();
  await write('8');
  await press('Enter');
  await shows('C2', '8', other);
  await cell('C2', other).click();
  await other.keyboard.type('5');
  await other.keyboard.press('Enter');
  await shows('C2', '5');
  await page().getByRole('button', { name: 'Undo' }).click();
  await page().getByText('Results!C2 has been changed since').waitFor();
  await stores('Results!C2', [[5]]);
  await other.getByRole('button', { name: 'Undo' }).click();
  await stores('Results!C2', [[8]]);
});
