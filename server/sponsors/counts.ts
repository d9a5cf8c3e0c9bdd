/**
 * How often a sponsor was seen and followed, as daily totals. Who looked is known for the day alone, in memory and as a
 * hash that nobody can read back, so that looking twice counts once.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type Counted, type Surface, surfaces } from '../journal/kept-sponsors.ts';
import type { Sponsor } from '../league/facts.ts';
import { type Tally, turnOf } from './turns.ts';

export interface CountsOptions {
  counted: readonly Counted[];
  keep(one: Omit<Counted, 'count'>): Promise<void>;
  /** The season that is open, and who stands on its screens now. */
  shown: () => { season: string; sponsors: readonly Sponsor[] } | undefined;
  /** Today: as 2026-03-06, and as a number that grows by one a day. */
  today: () => { text: string; number: number };
  clock: Clock;
}

/** So many looks are told apart in a day; a flood of more isn't counted. */
const mostLooks = 100_000;
/** Clicks from one place on one sponsor's link that count in a minute: a household, not a program. */
export const clicksAMinute = 10;
const minuteMs = 60_000;

export function openCounts({ counted, keep, shown, today, clock }: CountsOptions) {
  const totals = new Map(counted.map((one) => [keyOf(one), one]));
  const salt = randomBytes(16);
  let day = '';
  const looked = new Set<string>();
  const handedOut = new Map<string, number>();
  const clicks = new Map<string, number[]>();

  return {
    /** Every total, of all seasons. */
    all: (): Counted[] => [...totals.values()],

    /** Whose turn it is on such a screen. */
    turn(surface: Surface): Sponsor | undefined {
      forget();
      const now = shown();
      if (!now) return undefined;
      const tally = (sponsor: string): Tally => ({
        displays: totals.get(keyOf({ ...now, sponsor, what: 'display', surface, day }))?.count ?? 0,
        turns: handedOut.get(`${surface} ${sponsor}`) ?? 0,
      });
      const next = turnOf(now.sponsors, tally, today().number);
      if (next) handedOut.set(`${surface} ${next.id}`, tally(next.id).turns + 1);
      return next;
    },

    /** It was on the screen of `who`: counted once a day for each kind of screen. True if it counted. */
    async seen(who: string, sponsor: string, surface: Surface): Promise<boolean> {
      forget();
      const look = hashed(`${surface} ${sponsor} ${who}`);
      if (looked.has(look) || looked.size >= mostLooks || !isShown(sponsor)) return false;
      looked.add(look);
      await add(sponsor, 'display', surface);
      return true;
    },

    /** Somebody at `where` followed its link. True if it counted. */
    async clicked(where: string, sponsor: string, surface: Surface): Promise<boolean> {
      const key = hashed(`${sponsor} ${where}`);
      const since = clock.now() - minuteMs;
      for (const [other, times] of clicks) if ((times.at(-1) ?? 0) <= since) clicks.delete(other);
      const latest = (clicks.get(key) ?? []).filter((at) => at > since);
      if (latest.length >= clicksAMinute || clicks.size >= mostLooks || !isShown(sponsor)) return false;
      clicks.set(key, [...latest, clock.now()]);
      await add(sponsor, 'click', surface);
      return true;
    },
  };

  function isShown(sponsor: string): boolean {
    return shown()?.sponsors.some(({ id }) => id === sponsor) ?? false;
  }

  async function add(sponsor: string, what: Counted['what'], surface: Surface): Promise<void> {
    const now = shown();
    if (!now) return;
    const one = { season: now.season, sponsor, what, surface, day: today().text };
    const before = totals.get(keyOf(one))?.count ?? 0;
    totals.set(keyOf(one), { ...one, count: before + 1 });
    await keep(one);
  }

  /** Yesterday's looks, and whose turn it was. */
  function forget(): void {
    const { text } = today();
    if (text === day) return;
    day = text;
    looked.clear();
    handedOut.clear();
  }

  function hashed(text: string): string {
    return createHmac('sha256', salt).update(text).digest('base64url');
  }
}

/** Where a link was followed, as the link itself says; on the page, if it doesn't. */
export function surfaceOf(said: unknown): Surface {
  return surfaces.find((one) => one === said) ?? 'page';
}

function keyOf({ season, sponsor, what, surface, day }: Omit<Counted, 'count'>): string {
  return JSON.stringify([season, sponsor, what, surface, day]);
}
