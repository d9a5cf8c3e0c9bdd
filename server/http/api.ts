/** What the panel asks for, once it's signed in. */
import { Router } from 'express';
import { z } from 'zod';
import { actionTypes, askParser } from '../actions/actions.ts';
import { racerOf } from '../actions/lookup.ts';
import { isRefusal } from '../actions/verb.ts';
import type { ActionAnswer, PreviewAnswer } from '../contract/actions.ts';
import { namesOf } from '../derived-tabs.ts';
import { factsOf } from '../facts.ts';
import { correctionViews, effectsView, withOwnMoney } from '../views/effects.ts';
import { ledgerView } from '../views/ledger.ts';
import { headToHeadView, profileView } from '../views/racer.ts';
import { seasonView } from '../views/season.ts';
import { sayAnswer } from '../words/answers.ts';
import { sayBeforehand } from '../words/beforehand.ts';
import { Refused } from './errors.ts';
import { atMostEach } from './limits.ts';
import { type Askers, meOf } from './member.ts';
import { parse } from './parse.ts';
import type { Sessions } from './session.ts';

/** More than a person taps, on every device they have. */
const actionsAMinute = 120;

/** No cache on the way may keep it for others; a browser asks whether it changed. */
const forMembers = { 'cache-control': 'private, no-cache' };

const named = z.object({ id: z.string().min(8).max(64), type: z.enum(actionTypes) });
const typed = named.pick({ type: true });

export function apiRoutes(sessions: Sessions, askers: Askers): Router {
  const router = Router();

  router.get('/league', async (request, response) => {
    const { league } = await askers.of(request);
    response.set(forMembers).json(league.view());
  });

  router.get('/me', async (request, response) => {
    response.set(forMembers).json(meOf(await askers.of(request)));
  });

  router.get('/seasons/:id', async (request, response) => {
    const { league } = await askers.of(request);
    const season = seasonView(league.desk.state, request.params.id);
    if (!season) throw new Refused({ refused: 'unknown_season' });
    response.set(forMembers).json(season);
  });

  router.get('/racers/:id', async (request, response) => {
    const { league } = await askers.of(request);
    const profile = profileView(league.desk.state, request.params.id);
    if (!profile) throw new Refused({ refused: 'unknown_racer' });
    response.set(forMembers).json(profile);
  });

  router.get('/racers/:id/against/:other', async (request, response) => {
    const { league } = await askers.of(request);
    const { id, other } = request.params;
    const meetings = headToHeadView(league.desk.state, id, other);
    if (!meetings) throw new Refused({ refused: 'unknown_racer' });
    response.set(forMembers).json(meetings);
  });

  router.get('/corrections', async (request, response) => {
    const { league } = await askers.hostOf(request);
    const { state } = league.desk;
    response.set(forMembers).json(correctionViews(state, namesOf(state)));
  });

  router.get('/ledger', async (request, response) => {
    const { league } = await askers.hostOf(request);
    const ledger = ledgerView(league.desk.state);
    if (!ledger) throw new Refused({ refused: 'money_off' });
    response.set(forMembers).json(ledger);
  });

  router.post('/sheet/writer', async (request, response) => {
    const { league } = await askers.hostOf(request);
    league.sync.takeOver();
    response.status(202).json({});
  });

  const limit = atMostEach(actionsAMinute, sessions.authenticate);
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

  // What is asked as often as it's done costs as much.
  router.post('/preview', limit, async (request, response) => {
    const { league, member } = await askers.of(request);
    const { type } = parse(typed, request.body);
    const found = await league.desk.preview(member, parse(askParser(type), request.body));
    if (isRefusal(found)) throw new Refused(found);
    const { state } = league.desk;
    const shown = member.host ? found.effects : withOwnMoney(found.effects, racerOf(factsOf(state), member)?.id);
    const effects = effectsView(state, shown);
    const notes = found.toKnow.map(sayBeforehand);
    response.set(forMembers).json({ effects, notes } satisfies PreviewAnswer);
  });

  return router;
}
