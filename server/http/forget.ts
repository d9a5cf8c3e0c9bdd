/** POST /api/forget-me: a member's name, picture and Discord ID go from everywhere; hosts may ask it for a racer. */
import { Router } from 'express';
import { z } from 'zod';
import { racerOf } from '../actions/lookup.ts';
import type { ForgetAnswer } from '../contract/exchange.ts';
import { factsOf } from '../facts.ts';
import { forget } from '../forget/forget.ts';
import { exchange } from '../words/exchange.ts';
import { Refused } from './errors.ts';
import { atMostEach } from './limits.ts';
import type { Askers } from './member.ts';
import { parse } from './parse.ts';
import type { Sessions } from './session.ts';

/** The whole journal is read and folded anew each time. */
const timesAMinute = 6;

const wanted = z.strictObject({ confirm: z.literal(true), racer: z.string().max(64).optional() });

export function forgetRoute(sessions: Sessions, askers: Askers): Router {
  const router = Router();
  router.post('/forget-me', atMostEach(timesAMinute, sessions.authenticate), async (request, response) => {
    const { league, member } = await askers.of(request);
    const { racer } = parse(wanted, request.body);
    const facts = factsOf(league.desk.state);
    const other = racer !== undefined && racer !== racerOf(facts, member)?.id ? racer : undefined;
    if (other !== undefined && !member.host) throw new Refused({ refused: 'hosts_only' });
    if (other !== undefined && !facts.racers.has(other)) throw new Refused({ refused: 'unknown_racer' });
    const host = other === undefined ? undefined : member;
    const of = other === undefined ? { user: member.user } : { racer: other };
    const done = await league.desk.rewrite((entries, state) => forget(entries, state, of, host));
    const say = other === undefined ? exchange.forgotten : exchange.racerForgotten;
    const message = done ? say(done.called) : exchange.nothingToForget;
    response.set('cache-control', 'private, no-store').json({ message } satisfies ForgetAnswer);
  });
  return router;
}
