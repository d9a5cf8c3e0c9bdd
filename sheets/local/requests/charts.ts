import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Book, freshId, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';

type Chart = Schema['EmbeddedChart'];

/** Charts are kept and given back as they were sent; their ranges follow the rows. */
export const addChart: Handler<'addChart'> = (book, request, { random }) => {
  const wanted = request.chart ?? {};
  if (!wanted.spec) throw invalid('A chart must have a specification.');
  if (wanted.position?.newSheet) throw invalid('A chart on a sheet of its own is not supported by this spreadsheet.');
  const anchor = wanted.position?.overlayPosition?.anchorCell;
  const sheet = sheetById(book, anchor?.sheetId ?? book.sheets[0]?.id);
  const chartId = wanted.chartId ?? freshId(random, (id) => Boolean(holder(book, id)));
  if (holder(book, chartId)) throw invalid(`A chart with ID ${chartId} already exists.`);
  const position = wanted.position ?? { overlayPosition: { anchorCell: { sheetId: sheet.id } } };
  const chart = { ...wanted, chartId, position };
  return { book: withSheet(book, { ...sheet, charts: [...sheet.charts, chart] }), reply: { addChart: { chart } } };
};

export const updateChartSpec: Handler<'updateChartSpec'> = (book, { chartId, spec }) => {
  if (!spec) throw invalid('A chart must have a specification.');
  return { book: changed(book, chartId, (chart) => ({ ...chart, spec })) };
};

export const updateEmbeddedObjectPosition: Handler<'updateEmbeddedObjectPosition'> = (book, request) => {
  const wanted = request.newPosition ?? {};
  const mask = updateMask(request.fields, 'OverlayPosition', ['newPosition', 'overlayPosition']);
  const moved = changed(book, request.objectId, (chart) => ({
    ...chart,
    position: {
      ...chart.position,
      overlayPosition: merge(mask, chart.position?.overlayPosition ?? {}, wanted.overlayPosition ?? {}),
    },
  }));
  const position = holder(moved, request.objectId)?.charts.find((each) => each.chartId === request.objectId)?.position;
  return { book: moved, reply: { updateEmbeddedObjectPosition: { ...(position && { position }) } } };
};

export const updateEmbeddedObjectBorder: Handler<'updateEmbeddedObjectBorder'> = (book, request) => {
  const mask = updateMask(request.fields, 'EmbeddedObjectBorder');
  return {
    book: changed(book, request.objectId, (chart) => ({
      ...chart,
      border: merge(mask, chart.border ?? {}, request.border ?? {}),
    })),
  };
};

export const deleteEmbeddedObject: Handler<'deleteEmbeddedObject'> = (book, { objectId }) => ({
  book: changed(book, objectId, () => undefined),
});

function changed(book: Book, id: number | null | undefined, change: (chart: Chart) => Chart | undefined): Book {
  const sheet = holder(book, id);
  if (!sheet) throw invalid(`No embedded object with id: ${id ?? 0}`);
  const charts = sheet.charts.flatMap((each) => (each.chartId === id ? (change(each) ?? []) : [each]));
  return withSheet(book, { ...sheet, charts });
}

const holder = (book: Book, id: number | null | undefined): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.charts.some((each) => each.chartId === id));
