import { type Request, Router } from 'express';
import type { LocalSheets } from '../engine.ts';
import { invalid } from '../errors.ts';
import type { Entry } from '../view/calls.ts';
import { asGoogleSaysIt, bodyOf, takeBody } from './edge.ts';

/**
 * A spreadsheet for the person at its page; to be mounted at `/page/books`. GET `/:id`, `/:id/tabs/:sheet` (with
 * `rows=FROM-TO`), its `/charts` and `/choices?row&column`; POST `/:id/do` and `/:id/undo`.
 */
export function viewRoutes({ page }: Pick<LocalSheets, 'page'>): Router {
  const router = Router();
  router.use(takeBody);
  router.use((_, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.get('/:id', (request, response) => {
    response.json(page.book({ spreadsheetId: request.params.id }));
  });
  router.get('/:id/tabs/:sheet', (request, response) => {
    const rows = /^(\d+)-(\d+)$/.exec(String(request.query.rows ?? ''));
    const span = rows && ([Number(rows[1]), Number(rows[2])] as const);
    response.json(page.tab({ ...placeOf(request.params), ...(span && { rows: span }) }));
  });
  router.get('/:id/tabs/:sheet/charts', (request, response) => {
    response.json(page.charts(placeOf(request.params)));
  });
  router.get('/:id/tabs/:sheet/choices', (request, response) => {
    const [row, column] = [wholeNumber(request.query.row, 'row'), wholeNumber(request.query.column, 'column')];
    response.json(page.choices({ ...placeOf(request.params), row, column }));
  });
  router.post('/:id/do', (request, response) => {
    const { requests, entry }: { requests?: unknown; entry?: unknown } = bodyOf(request.body);
    response.json(page.perform({ spreadsheetId: request.params.id, requests, entry: entryOf(entry) }));
  });
  router.post('/:id/undo', (request, response) => {
    const { step }: { step?: unknown } = bodyOf(request.body);
    response.json(page.takeBack({ spreadsheetId: request.params.id, step: wholeNumber(step, 'step') }));
  });
  router.use(asGoogleSaysIt);
  return router;
}

const placeOf = ({ id, sheet }: Request<{ id: string; sheet: string }>['params']) => ({
  spreadsheetId: id,
  sheetId: wholeNumber(sheet, 'sheet'),
});

function wholeNumber(value: unknown, name: string): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
    throw invalid(`${name} is a whole number from 0 on.`);
  }
  return number;
}

function entryOf(given: unknown): Entry | undefined {
  if (given === undefined) return undefined;
  const { sheetId, row, column, values }: Record<string, unknown> = { ...(typeof given === 'object' && given) };
  if (!isTable(values)) throw invalid('entry.values is a list of rows of texts.');
  return {
    sheetId: wholeNumber(sheetId, 'entry.sheetId'),
    row: wholeNumber(row, 'entry.row'),
    column: wholeNumber(column, 'entry.column'),
    values,
  };
}

const isTable = (values: unknown): values is string[][] =>
  Array.isArray(values) &&
  values.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string')) &&
  values.length > 0;
