/** Who asks, and of which league: from their token and Discord's word. */
import type { Request } from 'express';
import { racerOf } from '../actions/lookup.ts';
import type { Member } from '../actions/verb.ts';
import type { MeView } from '../contract/me.ts';
import { factsOf } from '../facts.ts';
import { asMember, type Members } from '../members.ts';
import type { OpenLeague } from '../open-league.ts';
import { problemViews } from '../problem-views.ts';
import { meView } from '../views/me.ts';
import { Refused } from './errors.ts';
import type { Session, Sessions } from './session.ts';

export interface Asker {
  league: OpenLeague;
  member: Member;
}

export type Askers = ReturnType<typeof openAskers>;

export function openAskers(sessions: Sessions, members: Members, leagueOf: (guild: string) => OpenLeague | undefined) {
  return {
    /** Rejects with Refused. */
    async of(request: Request): Promise<Asker> {
      return this.in(await sessions.authenticate(request));
    },

    /** The same, of what only hosts may ask. Rejects with Refused. */
    async hostOf(request: Request): Promise<Asker> {
      const asker = await this.of(request);
      if (!asker.member.host) throw new Refused({ refused: 'hosts_only' });
      return asker;
    },

    /** Whoever holds a session, as they are in their guild now. Rejects with Refused. */
    async in({ guild, user }: Session): Promise<Asker> {
      const league = leagueOf(guild);
      if (!league) throw new Refused({ refused: 'no_league' });
      const found = await members.find(guild, user);
      if (!found) throw new Refused({ refused: 'not_in_guild' });
      league.sync.attention();
      return { league, member: asMember(factsOf(league.desk.state), found) };
    },
  };
}

/** What is theirs alone. */
export function meOf({ league, member }: Asker): MeView {
  const { state } = league.desk;
  const racer = racerOf(factsOf(state), member);
  if (!member.host) return meView(state, racer, member.name, undefined, member.user);
  return meView(state, racer, member.name, problemViews(league, league.account), member.user);
}
