import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { invalid, SheetsError } from '../errors.ts';
import { NoSuchFault } from '../faults/fault.ts';

/** Google's own limit for a request body. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Takes a body as it comes, whatever its type is said to be. */
export const takeBody: RequestHandler = express.raw({ type: () => true, limit: BODY_LIMIT });

/** The body's JSON; nothing at all is an empty message. @throws SheetsError 400 */
export function bodyOf(body: unknown): object {
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

/** The one place where errors become answers. */
export const asGoogleSaysIt: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const said = saidOf(error);
  response.status(said.code).json(said.body());
};

/** What is said of an error. What we didn't foresee is a 500 and goes on to the log. */
export function saidOf(error: unknown): SheetsError {
  const known = knownError(error);
  if (!known) console.error(error);
  return known ?? new SheetsError(500, 'INTERNAL', 'Internal error encountered.');
}

function knownError(error: unknown): SheetsError | undefined {
  if (error instanceof SheetsError) return error;
  if (error instanceof NoSuchFault) return invalid(error.message);
  if (error instanceof URIError) return invalid('The path is not properly percent-encoded.');
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return invalid(`Request payload size exceeds the limit: ${BODY_LIMIT} bytes.`);
  return type === 'request.aborted' || type === 'request.size.invalid' || type === 'encoding.unsupported'
    ? invalid('The request body could not be read.')
    : undefined;
}
