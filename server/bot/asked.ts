/** A request on its way through a command: who asks, of which league, in which language. */
import type { Ask } from '../actions/actions.ts';
import { isRefusal, type Member } from '../actions/verb.ts';
import type { Connecting } from '../connect.ts';
import type { Done } from '../desk.ts';
import type { GuildMember } from '../discord.ts';
import { factsOf } from '../facts.ts';
import type { Facts } from '../league/facts.ts';
import { asMember } from '../members.ts';
import type { OpenLeague } from '../open-league.ts';
import { type Names, namesIn } from '../views/names.ts';
import type { BotWords } from '../words/bot/english.ts';
import type { Refusal } from '../words/refusals.ts';
import { plainNames } from './markdown.ts';

/** Somebody in a server, which may have no league yet. */
export interface Asked {
  /** The interaction's ID. */
  readonly id: string;
  readonly guild: string;
  readonly person: GuildMember;
  readonly words: BotWords;
  readonly connecting: Connecting;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The same where there is one. */
export interface InLeague extends Asked {
  readonly league: OpenLeague;
  readonly member: Member;
}

export function inLeague(asked: Asked, league: OpenLeague): InLeague {
  return { ...asked, league, member: asMember(factsOf(league.desk.state), asked.person) };
}

export function factsFor({ league }: InLeague): Facts {
  return factsOf(league.desk.state);
}

/** Names as text that Discord shows as it is. */
export function namesFor({ league }: InLeague): Names {
  return plainNames(namesIn(league.desk.state));
}

/** Does it, once for each interaction; `once` is for what several interactions of one message may ask. */
export function act({ league, member, id }: InLeague, ask: Ask, once = id): Promise<Done | Refusal> {
  return league.desk.act(member, `discord-${once}`, ask);
}

export { isRefusal };
