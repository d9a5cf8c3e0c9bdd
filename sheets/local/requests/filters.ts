import { invalid } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import { type Book, freshId, type Sheet, sheetById, withSheet } from '../model/book.ts';
import { boxOf, rangeOf } from '../model/grid.ts';
import { updateMask } from '../wire/known-fields.ts';
import { merge } from '../wire/mask.ts';
import type { Handler } from './change.ts';
import { mustBeCondition } from './condition.ts';

export const setBasicFilter: Handler<'setBasicFilter'> = (book, request) => {
  mustBeKept(request.filter ?? {});
  const sheet = sheetById(book, request.filter?.range?.sheetId);
  const range = rangeOf(sheet.id, boxOf(request.filter?.range ?? {}, sheet.grid));
  return { book: withSheet(book, { ...sheet, basicFilter: { ...request.filter, range } }) };
};

export const clearBasicFilter: Handler<'clearBasicFilter'> = (book, request) => {
  const { basicFilter: _, ...sheet } = sheetById(book, request.sheetId);
  return { book: withSheet(book, sheet) };
};

export const addFilterView: Handler<'addFilterView'> = (book, request, { random }) => {
  const wanted = request.filter ?? {};
  mustBeKept(wanted);
  const sheet = sheetById(book, wanted.range?.sheetId);
  const filterViewId = wanted.filterViewId ?? freshId(random, (id) => Boolean(holder(book, id)));
  if (holder(book, filterViewId)) throw invalid(`Filter view with ID ${filterViewId} already exists.`);
  const range = rangeOf(sheet.id, boxOf(wanted.range ?? {}, sheet.grid));
  const filter = { ...wanted, filterViewId, range };
  const next = { ...sheet, filterViews: [...sheet.filterViews, filter] };
  return { book: withSheet(book, next), reply: { addFilterView: { filter } } };
};

export const updateFilterView: Handler<'updateFilterView'> = (book, request) => {
  const wanted = request.filter ?? {};
  mustBeKept(wanted);
  const mask = updateMask(request.fields, 'FilterView');
  return changed(book, wanted.filterViewId, (views) =>
    views.map((view) =>
      view.filterViewId === wanted.filterViewId
        ? { ...merge(mask, view, wanted), filterViewId: view.filterViewId ?? null }
        : view,
    ),
  );
};

export const deleteFilterView: Handler<'deleteFilterView'> = (book, { filterId }) =>
  changed(book, filterId, (views) => views.filter((view) => view.filterViewId !== filterId));

export const duplicateFilterView: Handler<'duplicateFilterView'> = (book, { filterId }, { random }) => {
  const view = holder(book, filterId)?.filterViews.find((each) => each.filterViewId === filterId);
  const filterViewId = freshId(random, (id) => Boolean(holder(book, id)));
  const filter = { ...view, filterViewId, title: `Copy of ${view?.title ?? ''}` };
  return { ...changed(book, filterId, (views) => [...views, filter]), reply: { duplicateFilterView: { filter } } };
};

/** What Google would filter by and this spreadsheet can't is refused, not forgotten. */
function mustBeKept({ tableId, filterSpecs, sortSpecs, criteria }: Schema['BasicFilter']): void {
  if (tableId) throw invalid('Tables are not supported by this local spreadsheet.');
  if ([...(filterSpecs ?? []), ...(sortSpecs ?? [])].some((spec) => spec.dataSourceColumnReference)) {
    throw invalid('Data sources are not supported by this local spreadsheet.');
  }
  const chosen = [...Object.values(criteria ?? {}), ...(filterSpecs ?? []).map((spec) => spec.filterCriteria)];
  for (const each of chosen) if (each?.condition) mustBeCondition(each.condition, 'filters');
}

function changed(
  book: Book,
  id: number | null | undefined,
  change: (views: Sheet['filterViews']) => Schema['FilterView'][],
): { book: Book } {
  const sheet = holder(book, id);
  if (!sheet) throw invalid(`No filter view with ID: ${id ?? ''}`);
  return { book: withSheet(book, { ...sheet, filterViews: change(sheet.filterViews) }) };
}

const holder = (book: Book, id: number | null | undefined): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.filterViews.some((view) => view.filterViewId === id));
