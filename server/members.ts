/** Who somebody is in a guild, by Discord's own word, asked again when it's older than a minute. */
import type { Member } from './actions/verb.ts';
import type { Clock } from './clock.ts';
import type { Discord, Guild, GuildMember } from './discord.ts';
import type { Facts } from './league/facts.ts';

export type Members = ReturnType<typeof openMembers>;

/** A host who loses the role stops being one within this. Milliseconds, as are all below. */
const freshMs = 60_000;
/** While Discord is down, its last word holds for this long, and it's asked again at this distance. */
const staleMs = 12 * 3_600_000;
const retryMs = 15_000;

/** What Discord said last. */
interface Word<T> {
  at: number;
  askAgainAt: number;
  said: T;
}

export function openMembers(discord: Discord, clock: Clock) {
  const guilds = openMemory<Guild | undefined>(clock);
  const members = openMemory<GuildMember | undefined>(clock);

  return {
    /** Whether our bot is in a guild: without it Discord tells nothing of that. Rejects with DiscordUnreachable. */
    async knows(guild: string): Promise<boolean> {
      return (await guilds(guild, () => discord.guild(guild))) !== undefined;
    },

    /** Undefined for who isn't a member. Rejects with DiscordUnreachable if Discord never said, or too long ago. */
    find(guild: string, user: string): Promise<GuildMember | undefined> {
      return members(`${guild}/${user}`, async () => {
        const about = await guilds(guild, () => discord.guild(guild));
        return about && discord.member(guild, user, about);
      });
    },
  };
}

/** Asks one question at a time of a kind, and goes by the last answer while Discord is down. */
function openMemory<T>(clock: Clock) {
  const words = new Map<string, Word<T>>();
  const asking = new Map<string, Promise<T>>();

  return async (key: string, question: () => Promise<T>): Promise<T> => {
    const last = words.get(key);
    if (last && clock.now() < last.askAgainAt) return last.said;
    const asked = asking.get(key) ?? ask(key, question);
    asking.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      if (!last || clock.now() - last.at >= staleMs) throw error;
      last.askAgainAt = clock.now() + retryMs;
      return last.said;
    }
  };

  async function ask(key: string, question: () => Promise<T>): Promise<T> {
    const at = clock.now();
    try {
      const said = await question();
      words.set(key, { at, askAgainAt: at + freshMs, said });
      return said;
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
