import { invalid, SheetsError } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import type { Book } from '../model/book.ts';
import { autoResizeDimensions } from './auto-resize.ts';
import { addBanding, deleteBanding, updateBanding } from './banding.ts';
import { updateSpreadsheetProperties } from './book.ts';
import { appendCells, repeatCell, setDataValidation, updateBorders, updateCells } from './cells.ts';
import type { Change, Context, Handler, Kind } from './change.ts';
import {
  addChart,
  deleteEmbeddedObject,
  updateChartSpec,
  updateEmbeddedObjectBorder,
  updateEmbeddedObjectPosition,
} from './charts.ts';
import { addConditionalFormatRule, deleteConditionalFormatRule, updateConditionalFormatRule } from './conditional.ts';
import { pasteData, textToColumns } from './delimited.ts';
import {
  appendDimension,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './dimensions.ts';
import { deleteDuplicates, randomizeRange } from './duplicates.ts';
import { autoFill } from './fill.ts';
import {
  addFilterView,
  clearBasicFilter,
  deleteFilterView,
  duplicateFilterView,
  setBasicFilter,
  updateFilterView,
} from './filters.ts';
import { addDimensionGroup, deleteDimensionGroup, updateDimensionGroup } from './groups.ts';
import { mergeCells, unmergeCells } from './merges.ts';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './metadata.ts';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './named.ts';
import { copyPaste, cutPaste } from './paste.ts';
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from './protected.ts';
import { deleteRange, insertRange } from './ranges.ts';
import { sortRange } from './sort.ts';
import { addSheet, deleteSheet, duplicateSheet, updateSheetProperties } from './tabs.ts';
import { findReplace, trimWhitespace } from './text.ts';

/** Every kind of request that this spreadsheet understands. */
const HANDLERS: { readonly [K in Kind]?: Handler<K> } = {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addFilterView,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendCells,
  appendDimension,
  autoFill,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteDuplicates,
  deleteEmbeddedObject,
  deleteFilterView,
  deleteNamedRange,
  deleteProtectedRange,
  deleteRange,
  deleteSheet,
  duplicateFilterView,
  duplicateSheet,
  findReplace,
  insertDimension,
  insertRange,
  mergeCells,
  moveDimension,
  pasteData,
  randomizeRange,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  textToColumns,
  trimWhitespace,
  unmergeCells,
  updateBanding,
  updateBorders,
  updateCells,
  updateChartSpec,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateDimensionGroup,
  updateDimensionProperties,
  updateEmbeddedObjectBorder,
  updateEmbeddedObjectPosition,
  updateFilterView,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};

/**
 * Applies the requests of a batch one after the other, all or nothing: the book that came in is never changed.
 * @throws SheetsError that names the request, as Google does: `Invalid requests[2].addSheet: …`
 */
export function applyRequests(
  book: Book,
  requests: readonly Schema['Request'][],
  context: Context,
): { book: Book; replies: Schema['Response'][] } {
  let current = book;
  const replies = requests.map((request, i) => {
    const kind = kindOf(request, i);
    try {
      const change = apply(kind, current, request, context);
      current = change.book;
      return change.reply ?? {};
    } catch (error) {
      if (!(error instanceof SheetsError)) throw error;
      throw invalid(`Invalid requests[${i}].${kind}: ${error.message}`);
    }
  });
  return { book: current, replies };
}

function kindOf(request: Schema['Request'], index: number): Kind {
  const kinds = Object.keys(request).filter((key): key is Kind => request[key as Kind] != null);
  const [kind, other] = kinds;
  if (!kind) throw invalid(`Invalid requests[${index}]: No request set.`);
  if (other)
    throw invalid(`Invalid requests[${index}]: Only one kind of request may be set, not both ${kind} and ${other}.`);
  return kind;
}

function apply<K extends Kind>(kind: K, book: Book, request: Schema['Request'], context: Context): Change {
  const handler = HANDLERS[kind];
  const body = request[kind];
  if (!handler) throw invalid('This kind of request is not supported by this local spreadsheet.');
  if (body == null) throw new Error(`kindOf found no ${kind}.`);
  return handler(book, body, context);
}
