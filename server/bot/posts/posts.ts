/**
 * A league's posts: what it wants to say is compared with what stands in its channel, and the difference is posted or
 * edited, one thing at a time. What is being posted is noted before it's sent, so that a restart finds it again.
 */
import type { Clock } from '../../clock.ts';
import type { Desk } from '../../desk.ts';
import { factsOf } from '../../facts.ts';
import type { Journal, League } from '../../journal/sqlite.ts';
import type { Facts } from '../../league/facts.ts';
import { namesIn } from '../../views/names.ts';
import { postWordsIn } from '../../words/bot/post-words.ts';
import { wordsIn } from '../../words/bot/words.ts';
import { plainNames } from '../markdown.ts';
import type { Channel, Refused } from './channel.ts';
import { due } from './due.ts';
import { isToDo, openMemory } from './memory.ts';
import { openPoster } from './poster.ts';
import type { Telling } from './telling.ts';
import { isTrouble, type PostTrouble, sayPostTrouble } from './trouble.ts';

export interface PostsOptions {
  league: Pick<League, 'id' | 'guild'>;
  desk: Desk;
  journal: Pick<Journal, 'posts' | 'savePost' | 'noticed' | 'saveNoticed'>;
  channel: Channel;
  clock: Clock;
  presenter: Telling['presenter'];
  /** Told of what keeps it from posting, once each time that it begins. */
  onTrouble: (problem: { what: string; remedy: string }) => void;
  onError: (error: unknown) => void;
}

export type Posts = Awaited<ReturnType<typeof openPosts>>;

/** So much happens at once on a race night that it's one edit. Milliseconds, as below. */
const gatherMs = 1_500;
/** What a host has to put right is looked at again after this; what passes by itself sooner. */
const retryMs = 5 * 60_000;
const firstRetryMs = 5_000;

export async function openPosts({
  league,
  desk,
  journal,
  channel,
  clock,
  presenter,
  onTrouble,
  onError,
}: PostsOptions) {
  const memory = await openMemory(journal, league.id);
  const poster = openPoster({ league, memory, channel, onError });
  let trouble: PostTrouble | undefined;
  let failures = 0;
  let working: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let cancelAlarm = () => {};
  let alarmAt = Number.POSITIVE_INFINITY;
  const unwatch = desk.watch(() => {
    const mended = trouble?.channel !== calledIn(factsOf(desk.state));
    wakeAt(clock.now() + (trouble && !mended ? waitMs() : gatherMs));
  });
  work();

  return {
    /** What keeps the bot from posting; undefined while nothing does. */
    trouble: (): PostTrouble | undefined => trouble,

    /** Something about the channel may have changed: tries at once. */
    lookAgain(): void {
      poster.lookAgain();
      work();
    },

    /** Resolves when nothing is being posted. */
    async settled(): Promise<void> {
      while (working) await working;
    },

    async close(): Promise<void> {
      closed = true;
      unwatch();
      cancelAlarm();
      await working;
    },
  };

  /** Never two at once: whoever asks meanwhile has it done once more. */
  function work(): void {
    if (closed) return;
    if (working) {
      again = true;
      return;
    }
    working = doAll()
      .catch((error: unknown) => {
        onError(error);
        wakeAt(clock.now() + retryMs);
      })
      .then(() => {
        working = undefined;
        if (again) {
          again = false;
          work();
        }
      });
  }

  function wakeAt(moment: number): void {
    if (closed || moment >= alarmAt) return;
    cancelAlarm();
    alarmAt = moment;
    cancelAlarm = clock.after(moment - clock.now(), () => {
      alarmAt = Number.POSITIVE_INFINITY;
      work();
    });
  }

  function waitMs(): number {
    return trouble?.refused === 'unreachable' ? Math.min(retryMs, firstRetryMs * 2 ** failures) : retryMs;
  }

  async function doAll(): Promise<void> {
    while (!closed) {
      const now = clock.now();
      const facts = factsOf(desk.state);
      await memory.notice(facts, now);
      const called = calledIn(facts);
      if (called === '') {
        trouble = undefined;
        return;
      }
      const { wanted, askAgainAt } = due(tellingOf(facts), memory.known(), now);
      if (askAgainAt !== undefined) wakeAt(askAgainAt);
      const next = wanted.find((one) => isToDo(memory.of(one.subject), one, poster.hasSeen(one.subject)));
      const refused = next && (await poster.put(next, called, now));
      if (refused) return failed(refused, called, now);
      trouble = undefined;
      failures = 0;
      if (!next) return;
    }
  }

  function failed({ refused }: Refused, called: string, now: number): void {
    // What is under way as the bot is closed is refused too, and no news.
    if (closed || !isTrouble(refused)) return;
    poster.lookAgain();
    failures = refused === 'unreachable' ? failures + 1 : 0;
    const known = trouble?.refused === refused && trouble.channel === called;
    trouble = known && trouble ? trouble : { refused, channel: called, since: now };
    if (!known) onTrouble(sayPostTrouble(trouble, postWordsIn('en')));
    wakeAt(now + waitMs());
  }

  function tellingOf(facts: Facts): Telling {
    const language = facts.settings.language === 'Español' ? 'es' : 'en';
    return {
      facts,
      names: plainNames(namesIn(desk.state)),
      words: wordsIn(language),
      says: postWordsIn(language),
      presenter,
    };
  }
}

/** As hosts typed it. */
function calledIn({ settings }: Facts): string {
  return settings.channel.trim();
}
