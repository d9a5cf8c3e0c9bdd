import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../sheets/local/model/api.ts';
import { BOOK, batch, type } from './league.ts';
import { sheetPage } from './sheet-page.ts';

const { page, open, cell, engine } = sheetPage();

const source = (column: number) => ({
  sourceRange: { sources: [{ sheetId: 0, startRowIndex: 0, startColumnIndex: column, endColumnIndex: column + 1 }] },
});
const position = (rowIndex: number, columnIndex: number) => ({
  overlayPosition: { anchorCell: { sheetId: 0, rowIndex, columnIndex }, widthPixels: 480, heightPixels: 300 },
});
const add = (title: string, spec: Schema['EmbeddedChart']['spec'], at = position(1, 5)) =>
  batch(engine(), { addChart: { chart: { spec: { title, ...spec }, position: at } } });
const basic = (chartType: string, more: object = {}) => ({
  basicChart: { chartType, headerCount: 1, domains: [{ domain: source(1) }], series: [{ series: source(2) }], ...more },
});
const chart = (title: string) => page().getByRole('figure', { name: `Chart: ${title}` });
/** The heights or widths of the drawn rectangles, the legend's apart, rounded. */
const lengths = (title: string, side: 'width' | 'height') =>
  chart(title)
    .locator('rect:has(title)')
    .evaluateAll((all, name) => all.map((each) => Math.round(Number(each.getAttribute(name)))), side);

describe('A chart over the cells', () => {
  it('draws columns as high as their numbers, and goes on doing so', async () => {
    add('Positions', basic('COLUMN'));
    await chart('Positions').waitFor();
    const [robin = 0, sam = 0, kim = 0] = await lengths('Positions', 'height');
    expect([robin / sam, kim / sam].map(Math.round)).toEqual([2, 3]);
    type(engine(), 'Results!A5', ['Race 2', 'Sam', 6]);
    await expect.poll(async () => (await lengths('Positions', 'height')).length).toBe(4);
    const after = await lengths('Positions', 'height');
    expect(Math.round((after[3] ?? 0) / (after[1] ?? 1))).toBe(6);
  });

  it('draws bars, lines, areas and pies, with title, legend and axes', async () => {
    const axis = [
      { position: 'BOTTOM_AXIS', title: 'Who' },
      { position: 'LEFT_AXIS', title: 'Where' },
    ];
    add('Bars', basic('BAR'), position(1, 5));
    add('Lines', basic('LINE', { axis, legendPosition: 'BOTTOM_LEGEND' }), position(1, 10));
    add('Areas', basic('AREA'), position(18, 5));
    add(
      'Pie',
      { pieChart: { domain: source(1), series: source(2), legendPosition: 'RIGHT_LEGEND' } },
      position(18, 10),
    );
    await chart('Pie').waitFor();
    const [robin = 0, sam = 1] = await lengths('Bars', 'width');
    expect(Math.round(robin / sam)).toBe(2);
    expect(await chart('Lines').locator('path').count()).toBe(1);
    expect(await chart('Lines').locator('svg text').allTextContents()).toEqual(
      expect.arrayContaining(['Lines', 'Robin', 'Sam', 'Kim', 'Who', 'Where', 'Position', '0']),
    );
    expect(await chart('Areas').locator('path[fill-opacity]').count()).toBe(1);
    expect(await chart('Pie').locator('path').count()).toBe(3);
    expect(await chart('Pie').locator('svg text').allTextContents()).toEqual(
      expect.arrayContaining(['33%', '17%', '50%', 'Robin', 'Sam', 'Kim']),
    );
  });

  it('says its numbers to who can’t see it', async () => {
    add('Positions', basic('COLUMN'));
    const rows = chart('Positions').getByRole('row');
    await rows.first().waitFor();
    expect(await rows.evaluateAll((all) => all.map((row) => row.textContent))).toEqual([
      'Position',
      'Robin2',
      'Sam1',
      'Kim3',
    ]);
  });

  it('lies at its place, scrolls with it, and goes when it’s deleted', async () => {
    add('Positions', basic('COLUMN'));
    const corner = await cell('F2').boundingBox();
    const place = await chart('Positions').boundingBox();
    expect([place?.x, place?.y, place?.width, place?.height]).toEqual([corner?.x, corner?.y, 480, 300]);
    await page().mouse.move(300, 400);
    await page().mouse.wheel(0, 105);
    await expect.poll(async () => (await chart('Positions').boundingBox())?.y).toBe((place?.y ?? 0) - 105);
    const [drawn] = engine().page.charts({ spreadsheetId: BOOK, sheetId: 0 });
    batch(engine(), { deleteEmbeddedObject: { objectId: drawn?.chartId ?? 0 } });
    await chart('Positions').waitFor({ state: 'detached' });
  });

  it('says so where there is nothing to draw, or nothing that it can', async () => {
    type(engine(), 'Results!C2', [''], [''], ['']);
    add('Empty', basic('LINE'));
    add('Old', { histogramChart: { series: [{ data: source(2) }] } }, position(20, 5));
    await chart('Empty').getByText('Nothing to draw yet.').waitFor();
    await chart('Old').getByText('A chart of this kind (histogram) isn’t drawn here.').waitFor();
  });
});

it('A chart is about another tab and still lives', async () => {
  add('Positions', basic('COLUMN'), {
    overlayPosition: { ...position(1, 1).overlayPosition, anchorCell: { sheetId: 1, rowIndex: 1, columnIndex: 1 } },
  });
  const racers = await open('/?tab=Racers');
  const columns = racers.getByRole('figure', { name: 'Chart: Positions' }).locator('rect:has(title)');
  await columns.first().waitFor();
  expect(await columns.count()).toBe(3);
  type(engine(), 'Results!A5', ['Race 2', 'Sam', 6]);
  await expect.poll(() => columns.count()).toBe(4);
});
