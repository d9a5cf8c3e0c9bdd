/** What a league has posted, and since when it goes by what; kept in the journal, looked up here. */
import type { Noticed, Posted } from '../../journal/posted.ts';
import type { Journal } from '../../journal/sqlite.ts';
import type { Facts } from '../../league/facts.ts';
import { printOf } from './post.ts';
import type { Known, Wanted } from './wanted.ts';
import { scheduleOf } from './weekly-due.ts';

export type Memory = Awaited<ReturnType<typeof openMemory>>;

export async function openMemory(
  journal: Pick<Journal, 'posts' | 'savePost' | 'noticed' | 'saveNoticed'>,
  league: string,
) {
  const posts = new Map((await journal.posts(league)).map((one) => [one.subject, one]));
  const noticed = new Map((await journal.noticed(league)).map((one) => [one.what, one]));

  return {
    of: (subject: string): Posted | undefined => posts.get(subject),

    /** Resolves when it's kept. */
    async save(record: Posted): Promise<void> {
      await journal.savePost(league, record);
      posts.set(record.subject, record);
    },

    /** The messages of all posts. */
    messages: (): Set<string | undefined> => new Set([...posts.values()].map(({ message }) => message)),

    /** Notes since when things are as they are. */
    async notice(facts: Facts, now: number): Promise<void> {
      const { channel, posts: which } = facts.settings;
      await note({ what: 'posting', as: channel.trim() !== '' && which !== 'None' ? 'on' : 'off', since: now });
      await note({ what: 'weekly', as: scheduleOf(facts), since: now });
      for (const { id, status } of facts.seasons.values()) {
        const what = `season ${id}`;
        if (status === 'Open') await note({ what, as: 'open', since: now });
        else if (status === 'Closed' && noticed.has(what)) await note({ what, as: 'closed', since: now });
      }
    },

    known(): Known {
      return {
        posted: (subject) => posts.has(subject),
        subjects: () => posts.keys(),
        begun: noticed.get('posting')?.since ?? 0,
        scheduled: noticed.get('weekly')?.since ?? 0,
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

/** Whether what stands in the channel isn't what is wanted. `seen` if it was found there since this server began. */
export function isToDo(before: Posted | undefined, { kind, post }: Wanted, seen: boolean): boolean {
  if (!post) return kind === 'once' && before === undefined;
  if (!before || before.state === 'sending') return true;
  // Somebody may have deleted it while nobody was here.
  if (kind === 'standing' && before.state === 'posted' && !seen) return true;
  if (before.state === 'gone') return kind === 'standing';
  return kind !== 'once' && before.print !== printOf(post);
}
