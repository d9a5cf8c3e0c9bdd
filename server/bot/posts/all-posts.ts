/** The posts of every league of this server, as long as the bot is connected. */
import type { Clock } from '../../clock.ts';
import type { Journal } from '../../journal/sqlite.ts';
import type { Leagues } from '../../leagues.ts';
import type { OpenLeague } from '../../open-league.ts';
import { postWordsIn } from '../../words/bot/post-words.ts';
import type { Notice } from '../notices.ts';
import type { Channel } from './channel.ts';
import { watchDropped } from './dropped.ts';
import { openPosts, type Posts } from './posts.ts';
import { sayPostTrouble } from './trouble.ts';

export interface AllPostsOptions {
  leagues: Pick<Leagues, 'all' | 'watch'>;
  journal: Journal;
  clock: Clock;
  /** What keeps a league from posting, in words. */
  say: (words: string) => void;
  onError: (error: unknown) => void;
}

export type AllPosts = ReturnType<typeof openAllPosts>;

export function openAllPosts({ leagues, journal, clock, say, onError }: AllPostsOptions) {
  const opened = new Map<string, Posts>();
  const opening = new Set<Promise<void>>();
  /** Discord's sentence for the last post of a guild that it never took. */
  const dropped = new Map<string, string>();
  let channel: Channel | undefined;
  let unwatch = () => {};

  return {
    /** The bot is there: everything begins. */
    begin(over: Channel): void {
      channel = over;
      for (const league of leagues.all()) begin(league);
      unwatch = leagues.watch(begin);
    },

    /** What a host of that guild ought to know. */
    notice(guild: string): Notice | undefined {
      const trouble = opened.get(guild)?.trouble();
      if (trouble) {
        const { refused, channel: called } = trouble;
        return {
          key: `posts ${refused} ${called}`,
          say: (language) => joined(sayPostTrouble(trouble, postWordsIn(language))),
        };
      }
      const message = dropped.get(guild);
      if (message === undefined) return undefined;
      return { key: `dropped ${message}`, say: (language) => joined(postWordsIn(language).dropped(message)) };
    },

    /** Something about that guild's channels or roles has changed. */
    lookAgain(guild: string): void {
      const posts = opened.get(guild);
      if (posts?.trouble()) posts.lookAgain();
    },

    /** Resolves when nothing is being posted. */
    async settled(): Promise<void> {
      await Promise.all(opening);
      for (const posts of opened.values()) await posts.settled();
    },

    async close(): Promise<void> {
      unwatch();
      const closeAll = () => Promise.all([...opened.values()].map((posts) => posts.close()));
      // At once, so that what Discord no longer answers is no news; and those that are only just being opened.
      const closing = closeAll();
      await Promise.all(opening);
      await closing;
      await closeAll();
    },
  };

  function begin(league: OpenLeague): void {
    if (!channel) return;
    const tell = (problem: { what: string; remedy: string }) => say(`${league.slug}: ${joined(problem)}`);
    const done = openPosts({
      league,
      desk: league.desk,
      journal,
      channel: watchDropped(channel, (message) => {
        dropped.set(league.guild, message);
        tell(postWordsIn('en').dropped(message));
      }),
      clock,
      presenter: league.sponsors.presenter,
      onTrouble: tell,
      onError,
    })
      .then((posts) => void opened.set(league.guild, posts))
      .catch(onError);
    opening.add(done);
    void done.then(() => opening.delete(done));
  }
}

function joined({ what, remedy }: { what: string; remedy: string }): string {
  return `${what} ${remedy}`;
}
