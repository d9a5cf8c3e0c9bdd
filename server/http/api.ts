/** What the panel asks for, once it's signed in. */
import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { actionTypes, askParser } from '../actions/actions.ts';
import { isRefusal } from '../actions/verb.ts';
import type { ActionAnswer } from '../contract.ts';
import { sayAnswer } from '../words/answers.ts';
import { Refused, sendRefusal } from './errors.ts';
import { type Askers, meOf } from './member.ts';
import { parse } from './parse.ts';
import type { Sessions } from './session.ts';

/** More than a person taps, on every device they have. */
const actionsAMinute = 120;

/** No cache on the way may keep it for others; a browser asks whether it changed. */
const forMembers = { 'cache-control': 'private, no-cache' };

const named = z.object({ id: z.string().min(8).max(64), type: z.enum(actionTypes) });

export function apiRoutes(sessions: Sessions, askers: Askers): Router {
  const router = Router();

  router.get('/league', async (request, response) => {
    const { league } = await askers.of(request);
    response.set(forMembers).json(league.view());
  });

  router.get('/me', async (request, response) => {
    response.set(forMembers).json(meOf(await askers.of(request)));
  });

  router.post('/sheet/writer', async (request, response) => {
    const { league, member } = await askers.of(request);
    if (!member.host) throw new Refused({ refused: 'hosts_only' });
    league.sync.takeOver();
    response.status(202).json({});
  });

  const limit = rateLimit({
    windowMs: 60_000,
    limit: actionsAMinute,
    keyGenerator: async (request) => (await sessions.authenticate(request)).user,
    handler: (_request, response) => sendRefusal(response, { refused: 'too_many' }),
  });
  router.post('/actions', limit, async (request, response) => {
    const { league, member } = await askers.of(request);
    const { id, type } = parse(named, request.body);
    const { id: _, ...fields } = request.body;
    const ask = parse(askParser(type), fields);
    const done = await league.desk.act(member, id, ask);
    if (isRefusal(done)) throw new Refused(done);
    const { said, race, version } = done;
    response.json({ message: sayAnswer(said), version, ...(race !== undefined && { race }) } satisfies ActionAnswer);
  });

  return router;
}
