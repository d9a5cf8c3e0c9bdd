/**
 * A league's posts: what it wants to say is compared with what stands in its channel, and the difference is posted or
 * edited, one thing at a time. What is being posted is noted before it's sent, so that a restart finds it again. What is
 * refused waits, and the others go on.
 */
import type { Clock } from '../../clock.ts';
import type { Desk } from '../../desk.ts';
import { factsOf } from '../../facts.ts';
import type { League } from '../../journal/sqlite.ts';
import type { Facts } from '../../league/facts.ts';
import { namesIn } from '../../views/names.ts';
import { postWordsIn } from '../../words/bot/post-words.ts';
import { wordsIn } from '../../words/bot/words.ts';
import { plainNames } from '../markdown.ts';
import { type Channel, isRefused, type Place, type Refused } from './channel.ts';
import { due } from './due.ts';
import { isToDo, openMemory, type PostsJournal } from './memory.ts';
import { openPoster } from './poster.ts';
import type { Telling } from './telling.ts';
import { type PostTrouble, sayPostTrouble } from './trouble.ts';
import { openWaiting } from './waiting.ts';
import type { Wanted } from './wanted.ts';

export interface PostsOptions {
  league: Pick<League, 'id' | 'guild'>;
  desk: Desk;
  journal: PostsJournal;
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
/** After an error of ours. */
const retryMs = 5 * 60_000;
/** As which the channel itself waits, where it isn't there. */
const theChannel = '';

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
  const waiting = openWaiting((trouble) => onTrouble(sayPostTrouble(trouble, postWordsIn('en'))));
  let named: string | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let cancelAlarm = () => {};
  let alarmAt = Number.POSITIVE_INFINITY;
  const unwatch = desk.watch(() => wakeAt(clock.now() + gatherMs));
  work();

  return {
    /** What keeps the bot from posting; undefined while nothing does. */
    trouble: (): PostTrouble | undefined => waiting.trouble(),

    /** Something about the channel may have changed: tries at once. */
    lookAgain(): void {
      poster.lookAgain();
      waiting.tryAgain();
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

  async function doAll(): Promise<void> {
    while (!closed) {
      const now = clock.now();
      const facts = factsOf(desk.state);
      await memory.notice(facts, now);
      const called = calledIn(facts);
      // What was refused in one channel may be fine in another.
      if (called !== named) waiting.clear();
      named = called;
      if (called === '') return;
      const { wanted, askAgainAt } = due(tellingOf(facts), memory.known(), now);
      if (askAgainAt !== undefined) wakeAt(askAgainAt);
      if (wanted.length === 0) waiting.clear();
      else if (await doNext(wanted, called, now)) continue;
      return wakeAt(waiting.nextAt(now) ?? Number.POSITIVE_INFINITY);
    }
  }

  /** The first that is to do and may be tried now. Whether there was one, and so maybe another. */
  async function doNext(wanted: readonly Wanted[], called: string, now: number): Promise<boolean> {
    if (waiting.isDown(now) || !waiting.mayTry(theChannel, now)) return false;
    const place = await poster.placeCalled(called);
    if (isRefused(place)) {
      fail(theChannel, place, called, now);
      return false;
    }
    const isDue = (one: Wanted) => isToDo(memory.of(one.subject), one, poster.hasSeen(one.subject), place.channel);
    const toDo = wanted.filter(isDue);
    waiting.keep(toDo.map(({ subject }) => subject));
    const next = toDo.find(({ subject }) => waiting.mayTry(subject, now));
    if (!next) return false;
    await tryTo(next, place, called, now);
    return true;
  }

  async function tryTo(wanted: Wanted, place: Place, called: string, now: number): Promise<void> {
    try {
      const refused = await poster.put(wanted, place, now);
      if (refused) fail(wanted.subject, refused, called, now);
      else waiting.done(wanted.subject);
    } catch (error) {
      onError(error);
      waiting.threw(wanted.subject, now);
    }
  }

  function fail(subject: string, refused: Refused, called: string, now: number): void {
    poster.lookAgain();
    // What is under way as the bot is closed is refused too, and no news.
    if (!closed) waiting.refused(subject, refused, called, now);
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
