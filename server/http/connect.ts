/** Connecting a spreadsheet, for the hosts of a server that has no league yet. */
import { Router } from 'express';
import { z } from 'zod';
import { isRefusal } from '../actions/verb.ts';
import type { Connecting } from '../connect.ts';
import type { ConnectView } from '../contract/session.ts';
import type { GuildMember } from '../discord.ts';
import type { Members } from '../members.ts';
import { Refused } from './errors.ts';
import { atMostEach } from './limits.ts';
import { parse } from './parse.ts';
import type { Session, Sessions } from './session.ts';

/** Each look costs the server up to four calls to Google; a person needs a handful of looks. */
const looksAMinute = 20;

const wanted = z.strictObject({ spreadsheet: z.string().trim().min(1).max(2_000) });

export function connectRoutes(sessions: Sessions, members: Members, connecting: Connecting): Router {
  const router = Router();

  router.get('/connect', async (request, response) => {
    const session = await sessions.authenticate(request);
    const { manages } = await memberOf(session);
    const server = await connecting.guildName(session.guild);
    const view: ConnectView = { host: manages, account: connecting.account, ...(server !== undefined && { server }) };
    response.set('cache-control', 'private, no-store').json(view);
  });

  router.post('/connect', atMostEach(looksAMinute, sessions.authenticate), async (request, response) => {
    const session = await sessions.authenticate(request);
    const { manages } = await memberOf(session);
    if (!manages) throw new Refused({ refused: 'managers_only' });
    const answer = await connecting.connect(session.guild, parse(wanted, request.body).spreadsheet);
    if (isRefusal(answer)) throw new Refused(answer);
    response.set('cache-control', 'private, no-store').json(answer);
  });

  return router;

  async function memberOf({ guild, user }: Session): Promise<GuildMember> {
    const member = await members.find(guild, user);
    if (!member) throw new Refused({ refused: 'not_in_guild' });
    return member;
  }
}
