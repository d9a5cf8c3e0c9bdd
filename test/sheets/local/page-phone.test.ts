import { describe, expect, it } from 'vitest';
import { sheetPage } from './sheet-page.ts';

const { page, cell, stores, write, press, selected } = sheetPage({
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
});

describe('On a small phone', () => {
  it('a tap selects, a second one edits', async () => {
    await cell('C2').tap();
    expect(await selected()).toBe('C2');
    await cell('C2').dblclick();
    await press('Backspace');
    await write('5');
    await press('Enter');
    await stores('Results!C2', [[5]]);
  });

  it('a tap in the line above edits too, and one on a cell saves', async () => {
    await cell('A2').tap();
    await page().getByLabel('Entry of the selected cell').tap();
    await write(' b');
    await cell('A3').tap();
    await stores('Results!A2', [['Race 1 b']]);
    expect(await selected()).toBe('A3');
  });

  it('everything is within the screen, and what doesn’t fit is scrolled to', async () => {
    const wide = () => page().evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(360);
    await page().getByRole('button', { name: 'More' }).tap();
    const menu = await page().getByRole('menu').boundingBox();
    expect((menu?.x ?? 0) + (menu?.width ?? 999)).toBeLessThanOrEqual(360);
    await page().getByRole('menuitem', { name: 'Add a note…' }).tap();
    await page().getByRole('dialog', { name: 'Note' }).waitFor();
    expect(await wide()).toBe(360);
  });

  it('frozen columns that would fill it scroll like the others', async () => {
    await cell('D2').tap();
    await page().getByRole('button', { name: 'More' }).tap();
    await page().getByRole('menuitem', { name: 'Freeze up to column D' }).tap();
    await page().getByRole('button', { name: 'Undo' }).and(page().locator(':enabled')).waitFor();
    expect(await page().locator('.pane.left .cell').count()).toBe(0);
    await cell('E2').scrollIntoViewIfNeeded();
  });
});
