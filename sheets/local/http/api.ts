import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import type { SpreadsheetCalls } from '../engine.ts';
import { asGoogleSaysIt, bodyOf, takeBody } from './edge.ts';
import type { Call } from './misbehaving.ts';
import { queryOf } from './query.ts';
import { findRoute } from './routes.ts';

/** What becomes of a request that was understood. */
type Answer = (call: Call, response: Response, next: NextFunction) => void;

type CallsOf = (request: Request) => SpreadsheetCalls;

/**
 * The Sheets API v4 over HTTP, to be mounted where Google's path ends in `/v4/spreadsheets`.
 * @param callsOf its calls, as whoever asks may make them
 */
export function sheetsApi(callsOf: CallsOf, answer: Answer = atOnce): Router {
  const router = Router();
  router.use(takeBody);
  router.use(understood(callsOf, answer));
  router.use(asGoogleSaysIt);
  return router;
}

const understood =
  (callsOf: CallsOf, answer: Answer): RequestHandler =>
  (request, response, next) => {
    const url = new URL(request.originalUrl, 'http://localhost');
    const { route, path } = findRoute(request.method, url.pathname.slice(request.baseUrl.length));
    const query = queryOf(url.searchParams, route.query ?? []);
    const body = bodyOf(request.body);
    const run = () => route.run({ spreadsheets: callsOf(request) }, path, query, body);
    answer({ run, reads: route.reads ?? request.method === 'GET', spreadsheetId: path[0] }, response, next);
  };

const atOnce: Answer = ({ run }, response) => void response.json(run());
