/**
 * A league's logos: fetched once from the address that a host typed, kept, and shown from our own origin. Another
 * address is fetched anew; what nobody names any more goes.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { KeptLogo } from '../journal/kept-sponsors.ts';
import type { Sponsor } from '../league/facts.ts';
import { type Fetched, fetchLogo, type LogoTrouble } from './fetch-logo.ts';
import type { Net } from './net.ts';
import { type PictureType, pictureTypes } from './picture.ts';

export interface LogosOptions {
  kept: readonly KeptLogo[];
  save(logo: KeptLogo): Promise<void>;
  drop(address: string): Promise<void>;
  sponsors: () => Iterable<Sponsor>;
  net: Net;
  clock: Clock;
  onError: (error: unknown) => void;
}

export type Logo = KeptLogo;
/** `tried` and `again` are moments, milliseconds since 1970. */
type Failed = { trouble: LogoTrouble; tries: number; tried: number; again: number };
type Known = { logo: Logo } | Failed;

/** A league has a handful; these stay in memory, 512 kB each at most. */
export const mostLogos = 40;
/** What may pass is tried again after a minute, two, four and so on; never sooner. Milliseconds. */
const firstAgainMs = 60_000;
const longestAgainMs = 6 * 3_600_000;
/** Somebody may have put another picture in the place of one that was refused. */
const refusedAgainMs = 24 * 3_600_000;
const passing: readonly LogoTrouble[] = ['unknownHost', 'unreachable', 'slow', 'missing'];

const endings: Record<PictureType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

export function openLogos({ kept, save, drop, sponsors, net, clock, onError }: LogosOptions) {
  // A kind that isn't taken any more is fetched anew, and refused.
  const good = kept.filter(({ type }) => pictureTypes.some((one) => one === type));
  const known = new Map<string, Known>(good.map((logo) => [logo.address, { logo }]));
  const watchers = new Set<() => void>();
  let round: Promise<void> | undefined;
  let missed = false;
  let ended = false;
  let cancelNext = () => {};

  return {
    /** Looks which addresses are named by now, and fetches the new ones, one after the other. */
    look,

    /** Somebody waits for those that couldn't be had: they are fetched now, but for those of the last minute. */
    lookAgain(): void {
      const now = clock.now();
      for (const one of known.values()) if ('again' in one && one.tried + firstAgainMs <= now) one.again = now;
      look();
    },

    /** The picture at that address, once it's here. */
    at(address: string | undefined): Logo | undefined {
      const found = known.get(address ?? '');
      return found && 'logo' in found ? found.logo : undefined;
    },

    /** Why there is none. */
    troubleAt(address: string | undefined): LogoTrouble | undefined {
      const found = known.get(address ?? '');
      return found && 'trouble' in found ? found.trouble : undefined;
    },

    /** By the last part of its address on our origin. */
    called(file: string): Logo | undefined {
      for (const one of known.values()) if ('logo' in one && fileOf(one.logo) === file) return one.logo;
      return undefined;
    },

    /** Calls `watcher` when a logo came or couldn't be had; what it returns ends that. */
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    async close(): Promise<void> {
      ended = true;
      cancelNext();
      watchers.clear();
      await round;
    },
  };

  function look(): void {
    if (ended) return;
    missed = round !== undefined;
    if (round) return;
    round = run()
      .catch(onError)
      .finally(() => {
        round = undefined;
        if (missed) look();
      });
  }

  async function run(): Promise<void> {
    cancelNext();
    const all = addressesOf(sponsors());
    const named = new Set([...all].slice(0, mostLogos));
    for (const [address, one] of known) {
      if (named.has(address) && !('trouble' in one && one.trouble === 'tooMany')) continue;
      known.delete(address);
      await drop(address);
    }
    const beyond = [...all].slice(mostLogos);
    for (const address of beyond)
      known.set(address, { trouble: 'tooMany', tries: 0, tried: clock.now(), again: Number.POSITIVE_INFINITY });
    if (beyond.length > 0) tell();
    for (const address of named) {
      if (ended) return;
      if (isDue(known.get(address))) await fetchOne(address);
    }
    const again = [...known.values()].flatMap((one) => ('again' in one ? one.again : []));
    const next = Math.min(...again);
    if (Number.isFinite(next)) cancelNext = clock.after(next - clock.now(), look);
  }

  function isDue(one: Known | undefined): boolean {
    return one === undefined || ('again' in one && one.again <= clock.now());
  }

  async function fetchOne(address: string): Promise<void> {
    const fetched = await fetchLogo(address, net);
    if (ended) return;
    const before = known.get(address);
    if ('trouble' in fetched)
      known.set(address, failed(fetched.trouble, before && 'tries' in before ? before.tries : 0));
    else {
      const logo = logoOf(address, fetched);
      await save(logo);
      known.set(address, { logo });
    }
    tell();
  }

  function tell(): void {
    for (const watcher of watchers) watcher();
  }

  function failed(trouble: LogoTrouble, tries: number): Failed {
    const now = clock.now();
    const wait = Math.min(firstAgainMs * 2 ** tries, longestAgainMs);
    return { trouble, tries: tries + 1, tried: now, again: now + (passing.includes(trouble) ? wait : refusedAgainMs) };
  }
}

export type Logos = ReturnType<typeof openLogos>;

/** Where a logo stands on our own origin: its name changes with its content, so it may be kept for good. */
export function pathOf(logo: Logo): string {
  return `/logo/${fileOf(logo)}`;
}

function fileOf({ print, type }: Logo): string {
  const known = pictureTypes.find((one) => one === type);
  return `${print}.${known ? endings[known] : 'bin'}`;
}

function logoOf(address: string, { type, width, height, bytes }: Exclude<Fetched, { trouble: LogoTrouble }>): Logo {
  const print = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { address, print, type, width, height, bytes };
}

function addressesOf(sponsors: Iterable<Sponsor>): Set<string> {
  const all = [...sponsors].flatMap(({ logo, logoOnDark }) => [logo, logoOnDark]);
  return new Set(all.flatMap((address) => address || []));
}
