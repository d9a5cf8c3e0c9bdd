/** Import and export, for hosts. It reads bodies by itself: files are larger than what is asked otherwise. */
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { ErrorAnswer } from '../contract/actions.ts';
import type { ExportAnswer, ImportAnswer } from '../contract/exchange.ts';
import { exported } from '../exchange/export-league.ts';
import { isExportFile } from '../exchange/files.ts';
import { planImport } from '../exchange/import.ts';
import type { Plan } from '../exchange/plan.ts';
import type { OpenLeague } from '../open-league.ts';
import { exchange, sayFileNote, sayFileProblem } from '../words/exchange.ts';
import { sayRefusal } from '../words/refusals.ts';
import { isTooLarge, Refused } from './errors.ts';
import { atMostEach } from './limits.ts';
import { openLinks } from './links.ts';
import type { Asker, Askers } from './member.ts';
import { parse } from './parse.ts';
import { rootOf } from './root.ts';
import type { Sessions } from './session.ts';

export interface ExchangeOptions {
  sessions: Sessions;
  askers: Askers;
  clock: Clock;
  /** Where the world finds us, without a slash at the end; undefined if nobody said so. */
  publicUrl: string | undefined;
}

/** Each file is planned with all of the league; a person needs a handful of tries. */
const filesAMinute = 30;
/** A league of ten years is a few megabytes as JSON; the results of a season are some kilobytes. */
const largest = { json: '16mb', csv: '2mb' };
/** So many cells that don't count as they stand are told in the Log. */
const namedEdits = 10;
/** Of problems and notes; when these are mended, the next ones follow. */
const listed = 200;

const wantedFile = z.strictObject({ file: z.string().refine(isExportFile) });

export function exchangeRoutes({ sessions, askers, clock, publicUrl }: ExchangeOptions): Router {
  const router = Router();
  const links = openLinks(clock);
  const limit = atMostEach(filesAMinute, sessions.authenticate);
  const json = express.raw({ type: () => true, limit: largest.json });
  const csv = express.raw({ type: () => true, limit: largest.csv });

  router.post(
    '/import',
    limit,
    async (request, _response, next) => {
      await askers.hostOf(request);
      next();
    },
    (request: Request, response: Response, next: NextFunction) =>
      (request.is('json') ? json : csv)(request, response, next),
    async (request, response) => {
      const asker = await askers.hostOf(request);
      const bytes: Uint8Array = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const answer = await imported(asker, bytes, request.query.dry !== undefined);
      const { problems } = answer;
      response.set('cache-control', 'private, no-store');
      if (problems.length === 0 || request.query.dry !== undefined) response.json(answer);
      else {
        const error = sayRefusal({ refused: 'import_problems', given: { problems: problems.length } });
        response.status(422).json({ ...answer, error } satisfies ImportAnswer & ErrorAnswer);
      }
    },
  );

  router.post('/export', limit, express.json(), async (request, response) => {
    const { league } = await askers.hostOf(request);
    const { file } = parse(wantedFile, request.body);
    const { token, until } = links.make(league, file);
    const answer: ExportAnswer = { url: `${rootOf(request, publicUrl)}/api/export/link/${token}/${file}`, until };
    response.set('cache-control', 'private, no-store').json(answer);
  });

  router.get('/export/link/:token/:file', (request, response) => {
    const { token, file } = request.params;
    // A client that only looks where a link leads doesn't use it up.
    const league = request.method === 'HEAD' ? links.look(token, file) : links.take(token, file);
    if (!league) throw new Refused({ refused: 'link_used' });
    send(response, league, file);
  });

  router.get('/export/:file', async (request, response) => {
    const { league } = await askers.hostOf(request);
    send(response, league, request.params.file);
  });

  router.use((error: unknown, _request: Request, _response: Response, next: NextFunction) => {
    next(isTooLarge(error) ? new Refused({ refused: 'file_too_large' }) : error);
  });
  return router;

  async function imported({ league, member }: Asker, bytes: Uint8Array, dry: boolean): Promise<ImportAnswer> {
    const { desk, newId } = league;
    const planned = (state: typeof desk.state) => planImport(bytes, state, { by: member.name, at: clock.now(), newId });
    if (dry) return answerOf(planned(desk.state));
    let plan: Plan | undefined;
    await desk.note((state) => {
      plan = planned(state);
      const { changes, after } = plan;
      const by = { kind: 'member' as const, user: member.user, name: member.name };
      const { seasons, races, results } = countsOf(plan);
      const happening = { what: 'imported' as const, seasons, races, results };
      const notes = changes.length > 0 ? [{ by, happening, changes }] : [];
      if (after.changes.length === 0) return { notes };
      const more = Math.max(0, after.edits.length - namedEdits);
      const edited = { what: 'edited' as const, edits: after.edits.slice(0, namedEdits), more };
      return { notes: [...notes, { by, happening: edited, changes: after.changes }] };
    });
    if (!plan) throw new Error('a note is read before it is written');
    return answerOf(plan, desk.state.seq);
  }
}

function send(response: Response, { desk, slug }: OpenLeague, file: string): void {
  if (!isExportFile(file)) throw new Refused({ refused: 'not_found' });
  const { type, text } = exported(file, desk.state);
  response.set('cache-control', 'private, no-store').attachment(`${slug}-${file}`).type(type).send(text);
}

/** With the league's version if it was done. */
function answerOf(plan: Plan, version?: number): ImportAnswer {
  const { makes, changes, problems, notes } = plan;
  const done = version !== undefined && problems.length === 0;
  const message =
    problems.length > 0
      ? exchange.problems(problems.length)
      : changes.length === 0
        ? exchange.nothingNew
        : exchange[done ? 'imported' : 'would'](countsOf(plan));
  return {
    message,
    ...(done && { version }),
    ...(problems.length === 0 && changes.length === 0 && { nothingNew: true }),
    seasons: makes.seasons,
    races: makes.races,
    racers: makes.racers,
    results: makes.results,
    problems: problems.slice(0, listed).map((problem) => ({
      ...(problem.line !== undefined && { line: problem.line }),
      ...sayFileProblem(problem),
    })),
    ...(problems.length > listed && { more: problems.length - listed }),
    notes: notes.slice(0, listed).map(sayFileNote),
  };
}

function countsOf({ makes: { seasons, races, racers, results } }: Plan) {
  return { seasons: seasons.added.length, races: races.added, racers: racers.added.length, results };
}
