import { describe, expect, it } from 'vitest';
import { batch, type } from './league.ts';
import { sheetPage } from './sheet-page.ts';

const { page, open, cell, engine, shows, stores, press, write, selected } = sheetPage();
const range = (a: number, b: number, c: number, d: number) => ({
  sheetId: 0,
  startRowIndex: a,
  endRowIndex: b,
  startColumnIndex: c,
  endColumnIndex: d,
});

describe('A host moves about by keys', () => {
  it('by arrows, Tab, to the edge of the data, to the ends, and selects with Shift', async () => {
    await press('ArrowDown', 'Tab', 'Tab');
    expect(await selected()).toBe('C2');
    await press('Control+ArrowDown');
    expect(await selected()).toBe('C4');
    await press('Control+Home', 'Shift+Control+End');
    expect(await selected()).toBe('A1:D4');
    await press('Shift+Tab', 'Control+a');
    expect(await selected()).toBe('A1:Z1000');
    await press('Control+End', 'Home', 'Shift+ArrowRight', 'Shift+ArrowUp');
    expect(await selected()).toBe('A3:B4');
    await press('PageDown');
    expect(Number((await selected())?.slice(1))).toBeGreaterThan(20);
  });

  it('and can leave the cells without a mouse: Escape, then Tab', async () => {
    const focused = () => page().evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
    await press('Tab');
    expect(await focused()).toBe('cells');
    await press('Escape', 'Tab');
    expect(await focused()).toBe('more-rows');
    await press('Shift+Tab', 'Escape', 'Shift+Tab');
    expect(await focused()).toBe('formula');
  });

  it('and what is in view follows, frozen rows staying', async () => {
    await press('Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowRight');
    expect(await selected()).toBe('Z1000');
    await cell('Z1000').waitFor();
    await cell('Z1').waitFor();
    expect(await cell('A1').count()).toBe(0);
    const named = page().getByRole('grid').getAttribute('aria-activedescendant');
    expect(await named).toBe('cell-Z1000');
  });
});

describe('A host types', () => {
  it('over a cell, where arrows save; F2 makes them move in the text', async () => {
    await cell('C2').click();
    await write('7');
    await press('ArrowRight');
    await stores('Results!C2', [[7]]);
    expect(await selected()).toBe('D2');
    await cell('A2').click();
    await press('F2', 'ArrowLeft');
    await write('1');
    await press('Enter');
    await stores('Results!A2', [['Race 11']]);
  });

  it('several lines with Alt, and the row grows', async () => {
    const before = await cell('A5').boundingBox();
    await cell('A5').click();
    await write('one');
    await press('Alt+Enter');
    await write('two');
    await press('Enter');
    await stores('Results!A5', [['one\ntwo']]);
    await expect.poll(async () => (await cell('A5').boundingBox())?.height).toBeGreaterThan((before?.height ?? 0) + 10);
    await cell('A5').click();
    expect(await page().getByLabel('Entry of the selected cell').inputValue()).toBe('one\ntwo');
  });

  it('a formula, in the cell or in the line above, which shows what is typed', async () => {
    await cell('E2').click();
    await write('=C2*2');
    expect(await page().getByLabel('Entry of the selected cell').inputValue()).toBe('=C2*2');
    await press('Enter');
    await shows('E2', '4');
    await cell('E3').click();
    await page().getByLabel('Entry of the selected cell').fill('=SUM(C2:C4)');
    await press('Enter');
    await shows('E3', '6');
    expect(await selected()).toBe('E4');
    await cell('C2').click();
    await write('10');
    await press('Enter');
    await shows('E2', '20');
    await shows('E3', '14');
  });

  it('one value into all that is selected with Ctrl+Enter, or fills down', async () => {
    await cell('E2').click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await write('x');
    await press('Control+Enter');
    await stores('Results!E2:E4', [['x'], ['x'], ['x']]);
    await cell('E2').click();
    await write('=C2');
    await press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await stores('Results!E2:E4', [[2], [1], [3]]);
  });

  it('and is told when somebody changes the same cell meanwhile: nothing is lost unseen', async () => {
    await cell('A2').dblclick();
    await write(' (mine)');
    type(engine(), 'Results!A2', ['Race 1 (theirs)']);
    await shows('A2', 'Race 1 (theirs)');
    await press('Enter');
    await page().getByText('Somebody else has just changed this cell').waitFor();
    await press('Enter');
    await stores('Results!A2', [['Race 1 (mine)']]);
  });

  it('and when another row has come to stand there: a note goes into no foreign row unseen', async () => {
    await cell('E3').click();
    await write('my note');
    const rows = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    batch(engine(), { insertDimension: { range: rows } });
    await shows('A2', '');
    await press('Enter');
    await page().getByText('Somebody else has just changed this cell, or moved its row').waitFor();
    await press('Escape');
    await stores('Results!E2:E5', []);
  });
});

describe('A cell with a rule', () => {
  it('on a list that insists takes nothing else, and offers what goes by the letters typed', async () => {
    await cell('B2').click();
    await write('k');
    expect(await page().getByRole('option').allTextContents()).toEqual(['Kim']);
    await press('ArrowDown', 'Enter');
    await stores('Results!B2', [['Kim']]);
    await write('q');
    await page().getByText('Nothing on the list goes by that.').waitFor();
    await press('Escape');
    expect(await selected()).toBe('B3');
  });

  it('that is a list in cells offers what stands there now', async () => {
    const values = [{ userEnteredValue: '=Racers!$A$2:$A' }];
    const rule = { condition: { type: 'ONE_OF_RANGE', values }, strict: false, showCustomUi: true };
    batch(engine(), { setDataValidation: { range: range(1, 4, 1, 2), rule } });
    await cell('B3').dblclick();
    await page().getByText('This list is empty so far.').waitFor();
    await press('Escape');
    type(engine(), 'Racers!A2', ['Sam'], ['Zoe']);
    await cell('B3').dblclick();
    expect(await page().getByRole('option').allTextContents()).toEqual(['Sam', 'Zoe']);
    await press('Escape');
    await page().locator('.not-allowed[data-a1="B2"]').waitFor();
    expect(
      await page()
        .locator('.not-allowed')
        .evaluateAll((all) => all.map((each) => each.id)),
    ).toEqual(['cell-B2', 'cell-B4']);
    await cell('B2').hover();
    await page().getByText('Not allowed here. Choose from the list').waitFor();
    type(engine(), 'Racers!A4', ['Robin'], ['Kim']);
    await expect.poll(() => page().locator('.not-allowed').count()).toBe(0);
  });

  it('that is a checkbox is ticked by a press or by Space', async () => {
    batch(engine(), {
      setDataValidation: { range: range(1, 4, 4, 5), rule: { condition: { type: 'BOOLEAN' }, strict: true } },
    });
    await page().getByRole('gridcell', { name: 'E2 not ticked' }).click();
    await stores('Results!E2', [[true]]);
    await press('ArrowDown', 'Space');
    await page().getByRole('gridcell', { name: 'E3 ticked', exact: true }).waitFor();
    await stores('Results!E3', [[true]]);
  });

  it('that is guarded asks before it is changed, once in a while', async () => {
    const protectedRange = {
      range: range(0, 1, 0, 4),
      warningOnly: true,
      description: 'Columns are found by these names.',
    };
    batch(engine(), { addProtectedRange: { protectedRange } });
    const dialog = page().getByRole('dialog', { name: 'This part is better left alone' });
    type(engine(), 'Results!A9', ['told later than the guard']);
    await shows('A9', 'told later than the guard');
    await cell('D1').click();
    await write('When');
    await press('Enter');
    await dialog.getByText('Columns are found by these names.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await shows('D1', 'At');
    await cell('D1').click();
    await press('Delete');
    await dialog.getByLabel('Don’t ask again').check();
    await dialog.getByRole('button', { name: 'Change it anyway' }).click();
    await stores('Results!D1', []);
    await shows('D1', '');
    await write('Time');
    await press('Enter');
    await stores('Results!D1', [['Time']]);
  });
});

describe('A cell looks', () => {
  it('as rules colour it, at once where they change', async () => {
    const condition = { type: 'NUMBER_EQ', values: [{ userEnteredValue: '1' }] };
    const format = { backgroundColorStyle: { rgbColor: { red: 1, green: 0.8 } } };
    batch(engine(), {
      addConditionalFormatRule: { rule: { ranges: [range(1, 100, 2, 3)], booleanRule: { condition, format } } },
    });
    const fill = (a1: string) => cell(a1).evaluate((element) => element.style.backgroundColor);
    await expect.poll(() => fill('C3')).toBe('rgb(255, 204, 0)');
    await cell('C2').click();
    await write('1');
    await press('Enter');
    await expect.poll(() => fill('C2')).toBe('rgb(255, 204, 0)');
  });

  it('bold by its key, and as ever after Undo and Redo', async () => {
    const weight = () => cell('A2').evaluate((element) => element.style.fontWeight);
    await cell('A2').click();
    await press('Control+b');
    await expect.poll(weight).toBe('600');
    await page().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(weight).toBe('');
    await page().getByRole('button', { name: 'Redo' }).click();
    await expect.poll(weight).toBe('600');
  });

  it('as the Format menu makes it', async () => {
    await cell('C2').click();
    await page().getByRole('button', { name: 'Format' }).click();
    await page().getByRole('menuitem', { name: 'Fill: light green' }).click();
    await expect.poll(() => cell('C2').evaluate((each) => each.style.backgroundColor)).toBe('rgb(217, 234, 211)');
    await page().getByRole('button', { name: 'Format' }).click();
    await page().getByRole('menuitem', { name: 'Percent' }).click();
    await shows('C2', '200.00%');
  });

  it('with a note at its corner, which is shown to who points or goes there', async () => {
    await cell('A3').click({ button: 'right' });
    await page().getByRole('menuitem', { name: 'Add a note…' }).click();
    await page().getByRole('textbox', { name: 'Note' }).fill('Sam was late');
    await page().getByRole('button', { name: 'Save' }).click();
    await page().locator('.note').getByText('Sam was late').waitFor();
    await cell('D4').click();
    await page().locator('.note').waitFor({ state: 'detached' });
    await page().mouse.move(700, 600);
    await cell('A3').hover();
    await page().locator('.note').waitFor();
    expect(await cell('A3').getAttribute('aria-description')).toBe('Sam was late');
  });

  it('merged with others as one: selected, edited and left as one', async () => {
    batch(engine(), { mergeCells: { range: range(5, 7, 0, 3), mergeType: 'MERGE_ALL' } });
    await expect.poll(() => cell('B6').count()).toBe(0);
    await page().mouse.click(...(await middleOf('A6')));
    expect(await selected()).toBe('A6:C7');
    await write('one');
    await press('Enter');
    await stores('Results!A6', [['one']]);
    expect(await selected()).toBe('A8');
    await press('ArrowRight', 'Shift+ArrowUp');
    expect(await selected()).toBe('A6:C8');
  });
});

async function middleOf(a1: string): Promise<[number, number]> {
  const box = await cell(a1).boundingBox();
  if (!box) throw new Error(`${a1} is not in view.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

it('Ten thousand rows scroll and take an entry at once', async () => {
  const rows = Array.from({ length: 9_999 }, (_, i) => [`Race ${i}`, 'Sam', i % 8, '2026-11-20 20:15', i]);
  batch(engine(), { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 10_000 } });
  type(engine(), 'Results!A5', ...rows);
  const long = await open();
  await long.locator('[data-a1="A5"]').getByText('Race 0').waitFor();
  const frames = await long.evaluate(async () => {
    const cells = document.querySelector('#cells');
    const took: number[] = [];
    for (let i = 1; i <= 40; i++) {
      const before = performance.now();
      cells?.scrollTo({ top: i * 5_000 });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      took.push(performance.now() - before);
    }
    return took.sort((a, b) => a - b);
  });
  expect(frames[20]).toBeLessThan(120);
  await long.keyboard.press('Control+End');
  await long.keyboard.press('ArrowDown');
  await long.keyboard.press('Home');
  await long.keyboard.type('The last');
  await long.keyboard.press('Enter');
  await long.getByRole('gridcell', { name: 'A10004 The last' }).waitFor();
});
