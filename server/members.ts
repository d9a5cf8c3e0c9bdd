/** Who somebody is in a guild, by Discord's own word, asked again when it's older than a minute. */
import type { Member } from './actions/verb.ts';
import type { Clock } from './clock.ts';
import type { Discord, GuildMember } from './discord.ts';
import type { Facts } from './league/facts.ts';

export type Members = ReturnType<typeof openMembers>;

/** A host who loses the role stops being one within this. Milliseconds, as are all below. */
const freshMs = 60_000;
/** While Discord is down, its last word holds for this long, and it's asked again at this distance. */
const staleMs = 12 * 3_600_000;
const retryMs = 15_000;

/** What Discord said last. */
interface Word {
  at: number;
  askAgainAt: number;
  member: GuildMember | undefined;
}

export function openMembers(discord: Discord, clock: Clock) {
  const words = new Map<string, Word>();
  const asking = new Map<string, Promise<GuildMember | undefined>>();

  return {
    /** Undefined for who isn't a member. Rejects with DiscordUnreachable if Discord never said, or too long ago. */
    async find(guild: string, user: string): Promise<GuildMember | undefined> {
      const key = `${guild}/${user}`;
      const last = words.get(key);
      if (last && clock.now() < last.askAgainAt) return last.member;
      const asked = asking.get(key) ?? ask(key, () => discord.member(guild, user));
      asking.set(key, asked);
      try {
        return await asked;
      } catch (error) {
        if (!last || clock.now() - last.at >= staleMs) throw error;
        last.askAgainAt = clock.now() + retryMs;
        return last.member;
      }
    },
  };

  async function ask(key: string, question: () => Promise<GuildMember | undefined>) {
    const at = clock.now();
    try {
      const member = await question();
      words.set(key, { at, askAgainAt: at + freshMs, member });
      return member;
    } finally {
      asking.delete(key);
    }
  }
}

/** A member as the league sees them: hosts hold the role that Settings names; where none is named, who may manage. */
export function asMember({ settings }: Facts, { user, roles, manages }: GuildMember): Member {
  const wanted = settings.hostRole.trim().replace(/^@/, '').toLowerCase();
  const host = wanted === '' ? manages : roles.some((role) => role.toLowerCase() === wanted);
  return { user: user.id, name: user.displayName, handle: user.username, host };
}
