/**
 * Who looked already, so that looking twice on a day counts once, after a restart too. Nobody is named: a look is a hash
 * with a salt of that day's own, and both are thrown away soon after the day.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { KeptLook, Surface } from '../journal/kept-sponsors.ts';

export interface Look {
  /** As 2026-03-06. */
  day: string;
  /** Whoever looked, by a name that is the same all day. */
  who: string;
  sponsor: string;
  surface: Surface;
  /** From where on the network, for those who say nothing of who they are. */
  place?: string;
}

/** So many are told apart in a day on each kind of screen: a flood of page views takes nothing from members. */
const mostLooks = 100_000;
/** From one place in a day: a household or an office, not a program. */
export const looksFromOnePlace = 1_000;

interface Day {
  salt: string;
  looked: Map<Surface, Set<string>>;
  places: Map<string, number>;
}

export function openLooks(kept: readonly KeptLook[]) {
  const days = new Map<string, Day>();
  for (const { day, salt, surface, look } of kept) lookedOn(dayCalled(day, salt), surface).add(look);

  return {
    has(look: Look): boolean {
      const day = days.get(look.day);
      return day !== undefined && lookedOn(day, look.surface).has(hashOf(day, look));
    },

    /** Takes it down: undefined if it counts no more, else what is to be kept of it. */
    take(look: Look): KeptLook | undefined {
      const { day: called, surface, place } = look;
      const day = dayCalled(called);
      const looked = lookedOn(day, surface);
      const hash = hashOf(day, look);
      if (looked.has(hash) || looked.size >= mostLooks) return undefined;
      if (place !== undefined && !fromPlace(day, place)) return undefined;
      looked.add(hash);
      return { day: called, salt: day.salt, surface, look: hash };
    },

    forgetAllBut(wanted: readonly string[]): void {
      for (const day of days.keys()) if (!wanted.includes(day)) days.delete(day);
    },
  };

  function dayCalled(called: string, salt?: string): Day {
    const day = days.get(called) ?? {
      salt: salt ?? randomBytes(16).toString('base64url'),
      looked: new Map(),
      places: new Map(),
    };
    days.set(called, day);
    return day;
  }
}

function fromPlace(day: Day, place: string): boolean {
  const key = hashed(day.salt, place);
  const looks = day.places.get(key) ?? 0;
  if (looks >= looksFromOnePlace) return false;
  day.places.set(key, looks + 1);
  return true;
}

function lookedOn({ looked }: Day, surface: Surface): Set<string> {
  const there = looked.get(surface) ?? new Set();
  looked.set(surface, there);
  return there;
}

function hashOf({ salt }: Day, { surface, sponsor, who }: Look): string {
  return hashed(salt, JSON.stringify([surface, sponsor, who]));
}

/** 128 bits. */
function hashed(salt: string, text: string): string {
  return createHmac('sha256', salt).update(text).digest('base64url').slice(0, 22);
}
