/** How often a sponsor was seen and followed, as daily totals. Nothing else is kept of who looked but until midnight. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type Counted, type KeptLook, type Surface, surfaces } from '../journal/kept-sponsors.ts';
import type { Sponsor } from '../league/facts.ts';
import { openLooks } from './looks.ts';
import { type Tally, turnOf } from './turns.ts';

export interface CountsOptions {
  counted: readonly Counted[];
  /** Looks of the latest days. */
  looks: readonly KeptLook[];
  /** One more; both or none are kept. */
  keep(one: Omit<Counted, 'count'>, look?: KeptLook): Promise<void>;
  /** Leaves nothing of looks but those of these days. */
  forgetLooks(but: readonly string[]): Promise<void>;
  /** The season that is open, and who stands on its screens at that moment (milliseconds since 1970). */
  shown: (at: number) => { season: string; sponsors: readonly Sponsor[] } | undefined;
  dayOf: (at: number) => Day;
  clock: Clock;
  onError: (error: unknown) => void;
}

export interface Day {
  /** As 2026-03-06, in the league's time zone. */
  text: string;
  /** Grows by one a day. */
  number: number;
  /** Milliseconds since 1970. */
  ends: number;
}

/** A page that was opened before midnight may be looked at, and counts for its day, for so long. Milliseconds. */
const graceMs = 5 * 60_000;
/** Clicks from one place on one sponsor's link that count in a minute: a household, not a program. */
export const clicksAMinute = 10;
/** So many places are told apart in a minute. */
const mostPlaces = 100_000;
const minuteMs = 60_000;

export function openCounts(options: CountsOptions) {
  const { counted, looks: kept, keep, forgetLooks, shown, dayOf, clock, onError } = options;
  const totals = new Map(counted.map((one) => [keyOf(one), one]));
  const looks = openLooks(kept);
  const handedOut = new Map<string, number>();
  const salt = randomBytes(16);
  const clicks = new Map<string, number[]>();
  let turnsOf = '';
  let cancelForget = () => {};
  forget();

  return {
    /** Every total, of all seasons. */
    all: (): Counted[] => [...totals.values()],

    /** Whose turn it is on such a screen; `who` looks at it, if that is known. */
    turn(surface: Surface, who?: string): Sponsor | undefined {
      const now = shown(clock.now());
      if (!now) return undefined;
      const { text: day, number } = dayOf(clock.now());
      if (turnsOf !== day) handedOut.clear();
      turnsOf = day;
      const turns = now.sponsors.flatMap(({ id }) => handedOut.get(`${surface} ${id}`) ?? []);
      // Whoever comes in the course of the day begins where the others are.
      const least = turns.length === 0 ? 0 : Math.min(...turns);
      const tally = (sponsor: string): Tally => ({
        turns: handedOut.get(`${surface} ${sponsor}`) ?? least,
        displays: totals.get(keyOf({ ...now, sponsor, what: 'display', surface, day }))?.count ?? 0,
        counts: who === undefined || !looks.has({ day, who, sponsor, surface }),
      });
      const next = turnOf(now.sponsors, tally, number);
      for (const { id } of now.sponsors) handedOut.set(`${surface} ${id}`, tally(id).turns + (id === next?.id ? 1 : 0));
      return next;
    },

    /** It was on the screen of `who`: counted once a day for each kind of screen. True if it counted. */
    seen: (who: string, sponsor: string, surface: Surface): Promise<boolean> =>
      take(who, sponsor, surface, clock.now()),

    /**
     * It was on a page that was opened on `day`, which may just be over; `view` is the page's own, `place` where on the
     * network somebody looked. True if it counted.
     */
    async viewed(view: string, sponsor: string, day: string, place: string): Promise<boolean> {
      const at = countable().find((moment) => dayOf(moment).text === day);
      return at !== undefined && take(view, sponsor, 'page', at, place);
    },

    /** Somebody at `place` followed its link. True if it counted. */
    async clicked(place: string, sponsor: string, surface: Surface): Promise<boolean> {
      const key = createHmac('sha256', salt).update(`${sponsor} ${place}`).digest('base64url');
      const since = clock.now() - minuteMs;
      for (const [other, times] of clicks) if ((times.at(-1) ?? 0) <= since) clicks.delete(other);
      const latest = (clicks.get(key) ?? []).filter((at) => at > since);
      const now = shownAt(clock.now(), sponsor);
      if (latest.length >= clicksAMinute || clicks.size >= mostPlaces || !now) return false;
      clicks.set(key, [...latest, clock.now()]);
      await add({ season: now.season, sponsor, what: 'click', surface, day: dayOf(clock.now()).text });
      return true;
    },

    close: (): void => cancelForget(),
  };

  async function take(who: string, sponsor: string, surface: Surface, at: number, place?: string): Promise<boolean> {
    const day = dayOf(at).text;
    const now = shownAt(at, sponsor);
    const look = now && looks.take({ day, who, sponsor, surface, ...(place !== undefined && { place }) });
    if (!look) return false;
    await add({ season: now.season, sponsor, what: 'display', surface, day }, look);
    return true;
  }

  function shownAt(at: number, sponsor: string) {
    const now = shown(at);
    return now?.sponsors.some(({ id }) => id === sponsor) ? now : undefined;
  }

  async function add(one: Omit<Counted, 'count'>, look?: KeptLook): Promise<void> {
    const before = totals.get(keyOf(one))?.count ?? 0;
    totals.set(keyOf(one), { ...one, count: before + 1 });
    await keep(one, look);
  }

  /** A moment of each day that looks still count for. */
  function countable(): number[] {
    return [clock.now(), clock.now() - graceMs];
  }

  /** What is over, now and whenever a day is. */
  function forget(): void {
    const days = countable().map((at) => dayOf(at).text);
    looks.forgetAllBut(days);
    forgetLooks(days).catch(onError);
    const next = dayOf(clock.now() - graceMs).ends + graceMs - clock.now();
    cancelForget = clock.after(Math.max(minuteMs, next), forget);
  }
}

/** Where a link was followed, as the link itself says; on the page, if it doesn't. */
export function surfaceOf(said: unknown): Surface {
  return surfaces.find((one) => one === said) ?? 'page';
}

function keyOf({ season, sponsor, what, surface, day }: Omit<Counted, 'count'>): string {
  return JSON.stringify([season, sponsor, what, surface, day]);
}
