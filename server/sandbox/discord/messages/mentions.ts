import type { Guild } from '../membership.ts';
import { userAnswer } from '../users.ts';
import { allOf, type Component } from './component.ts';
import type { AllowedMentions } from './limits.ts';

export interface Mentions {
  readonly mentions: object[];
  readonly mention_roles: string[];
  readonly mention_everyone: boolean;
}

interface Mentioning {
  readonly content: string;
  readonly components: readonly Component[];
  /** Left out, everything that the text names is mentioned. */
  readonly allowed: AllowedMentions | undefined;
  readonly guild: Guild;
  /** Whose message is replied to, by user id. */
  readonly repliedTo?: string | undefined;
}

/**
 * Whom a message pings: who is named in its text and allowed to be. The bot's role doesn't bring the right to mention
 * everyone, and the guild's roles aren't open to be mentioned by all.
 */
export function mentionsIn({ content, components, allowed, guild, repliedTo }: Mentioning): Mentions {
  const text = [content, ...allOf(components).map(({ component }) => component.content ?? '')].join('\n');
  const named = new Set([...text.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id));
  const mayPing = (id: string) =>
    !allowed || (allowed.parse ?? []).includes('users') || (allowed.users ?? []).includes(id);
  const pinged = new Set([...named].filter(mayPing));
  const pingsReplied = allowed ? allowed.replied_user === true : true;
  if (repliedTo !== undefined && pingsReplied) pinged.add(repliedTo);
  return {
    mentions: guild.plan.members.filter(({ id }) => pinged.has(id)).map(userAnswer),
    mention_roles: [],
    mention_everyone: false,
  };
}
