import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { LocalSheets } from '../engine.ts';
import { invalid, SheetsError } from '../errors.ts';
import { queryOf } from './query.ts';
import { findRoute } from './routes.ts';

/** Google's own limit for a request body. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** The Sheets API v4 over HTTP, to be mounted at `/v4/spreadsheets`. */
export function sheetsApi(sheets: LocalSheets): Router {
  const router = Router();
  router.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  router.use(answer(sheets));
  router.use(asGoogleSaysIt);
  return router;
}

const answer =
  (sheets: LocalSheets): RequestHandler =>
  (request, response) => {
    const url = new URL(request.originalUrl, 'http://localhost');
    const path = url.pathname.replace(/^\/v4\/spreadsheets/, '');
    const { route, path: parts } = findRoute(request.method, path);
    const query = queryOf(url.searchParams, route.query ?? []);
    response.json(route.run(sheets, parts, query, bodyOf(request.body)));
  };

/** The body's JSON; nothing at all is an empty message. */
function bodyOf(body: unknown): object {
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : '';
  if (text.trim() === '') return {};
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(`Invalid JSON payload received. Unexpected token.\n${text.slice(0, 60)}\n^`);
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  throw invalid('Invalid JSON payload received. Root element must be a message.');
}

/** The one place where errors become answers. What we didn't foresee is a 500 here and goes on to the log. */
const asGoogleSaysIt: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const known = knownError(error);
  if (!known) console.error(error);
  const said = known ?? new SheetsError(500, 'INTERNAL', 'Internal error encountered.');
  response.status(said.code).json(said.body());
};

function knownError(error: unknown): SheetsError | undefined {
  if (error instanceof SheetsError) return error;
  if (error instanceof URIError) return invalid('The path is not properly percent-encoded.');
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return invalid(`Request payload size exceeds the limit: ${BODY_LIMIT} bytes.`);
  return type === 'request.aborted' || type === 'request.size.invalid' || type === 'encoding.unsupported'
    ? invalid('The request body could not be read.')
    : undefined;
}
