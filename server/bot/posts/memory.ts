/** What a league has posted, and since when it goes by what; kept in the journal, looked up here. */
import type { Noticed, Posted } from '../../journal/posted.ts';
import type { Journal } from '../../journal/sqlite.ts';
import type { Facts } from '../../league/facts.ts';
import { racesUnderWay } from '../../league/races.ts';
import { printOf } from './post.ts';
import type { Known, Wanted } from './wanted.ts';
import { scheduleOf } from './weekly-due.ts';

export type Memory = Awaited<ReturnType<typeof openMemory>>;
export type PostsJournal = Pick<Journal, 'posts' | 'savePost' | 'forgetPost' | 'noticed' | 'saveNoticed'>;

export async function openMemory(journal: PostsJournal, league: string) {
  const posts = new Map((await journal.posts(league)).map((one) => [one.subject, one]));
  const noticed = new Map((await journal.noticed(league)).map((one) => [one.what, one]));

  return {
    of: (subject: string): Posted | undefined => posts.get(subject),

    /** Resolves when it's kept. */
    async save(record: Posted): Promise<void> {
      await journal.savePost(league, record);
      posts.set(record.subject, record);
    },

    /** As if it had never been wanted. */
    async forget(subject: string): Promise<void> {
      await journal.forgetPost(league, subject);
      posts.delete(subject);
    },

    /** The messages of all posts. */
    messages: (): Set<string | undefined> => new Set([...posts.values()].map(({ message }) => message)),

    /** Notes since when things are as they are. */
    async notice(facts: Facts, now: number): Promise<void> {
      const { channel, posts: which } = facts.settings;
      await note({ what: 'posting', as: channel.trim() !== '' && which !== 'None' ? 'on' : 'off', since: now });
      await note({ what: 'weekly', as: scheduleOf(facts), since: now });
      await note({ what: 'racing', as: racesUnderWay(facts).length > 0 ? 'on' : 'off', since: now });
      for (const { id, status } of facts.seasons.values()) {
        const what = `season ${id}`;
        if (status === 'Open') await note({ what, as: 'open', since: now });
        else if (status === 'Closed' && noticed.has(what)) await note({ what, as: 'closed', since: now });
      }
    },

    known(): Known {
      const racing = noticed.get('racing');
      return {
        told: (subject) => posts.has(subject) && posts.get(subject)?.state !== 'sending',
        owed: (subject) => posts.get(subject)?.state === 'sending',
        subjects: () => posts.keys(),
        since: (subject) => posts.get(subject)?.at,
        begun: noticed.get('posting')?.since ?? 0,
        scheduled: noticed.get('weekly')?.since ?? 0,
        idleSince: racing?.as === 'off' ? racing.since : 0,
        closed(season) {
          const seen = noticed.get(`season ${season}`);
          return seen?.as === 'closed' ? seen.since : undefined;
        },
      };
    },
  };

  async function note(now: Noticed): Promise<void> {
    if (noticed.get(now.what)?.as === now.as) return;
    await journal.saveNoticed(league, now);
    noticed.set(now.what, now);
  }
}

/**
 * Whether what stands in the channel isn't what is wanted. `seen` if it was found there since this server began; `channel`
 * is the ID of the one that hosts name now.
 */
export function isToDo(before: Posted | undefined, { kind, post }: Wanted, seen: boolean, channel: string): boolean {
  if (kind === 'dropped') return before?.state === 'sending';
  if (!post) return kind === 'once' && before === undefined;
  if (!before || before.state === 'sending') return true;
  if (kind === 'standing' && before.channel !== channel) return true;
  // Somebody may have deleted it while nobody was here.
  if (kind === 'standing' && before.state === 'posted' && !seen) return true;
  if (before.state === 'gone') return kind === 'standing';
  return kind !== 'once' && before.print !== printOf(post);
}
