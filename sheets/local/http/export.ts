import { Router } from 'express';
import type { Doors } from '../callers.ts';
import { type DelimitedFormat, delimited, delimitedFormats, MIME_TYPES } from '../drive/delimited.ts';
import type { LocalSheets } from '../engine.ts';
import { invalid } from '../errors.ts';
import { formatRange } from '../model/a1.ts';
import { sheetById } from '../model/book.ts';
import { callerOf } from './caller.ts';
import { asGoogleSaysIt } from './edge.ts';

/**
 * A spreadsheet's address as on the web, to be mounted at `/spreadsheets/d`: `/ID/edit` leads to its page,
 * `/ID/export?format=csv&gid=SHEET` gives one sheet as text.
 */
export function documentRoutes(engine: LocalSheets, doors: Doors): Router {
  const router = Router();
  router.get('/:id{/edit}', (request, response) => {
    response.redirect(`/?id=${encodeURIComponent(request.params.id)}`);
  });
  router.get('/:id/export', (request, response) => {
    const { id } = request.params;
    const { gid } = request.query;
    const format = delimitedFormats.find((each) => each === request.query.format);
    // Asked as whoever it is: this refuses whom the spreadsheet isn't open to.
    doors.callsOf(callerOf(request)).get({ spreadsheetId: id, fields: 'spreadsheetId' });
    if (!format) throw invalid(`A spreadsheet can be exported as ${delimitedFormats.join(' or ')} only.`);
    response.type(MIME_TYPES[format]).send(textOf(engine, id, gid === undefined ? undefined : Number(gid), format));
  });
  router.use(asGoogleSaysIt);
  return router;
}

/** @param sheetId the first sheet where it isn't said */
export function textOf(
  { spreadsheets, list }: Pick<LocalSheets, 'spreadsheets' | 'list'>,
  spreadsheetId: string,
  sheetId: number | undefined,
  format: DelimitedFormat,
): string {
  const book = list().find(({ id }) => id === spreadsheetId);
  const [first] = book?.sheets ?? [];
  if (!book || !first) throw new Error(`There is no spreadsheet ${spreadsheetId} to export.`);
  const { title, grid } = sheetId === undefined ? first : sheetById(book, sheetId, 'sheet');
  const range = formatRange(title, { top: 0, left: 0, bottom: grid.rowCount, right: grid.columnCount });
  return delimited(spreadsheets.values.get({ spreadsheetId, range }).values ?? [], format);
}
