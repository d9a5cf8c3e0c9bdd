/** What can't be posted for now. Each subject waits by itself for its next try, so that one holds up no other. */
import { passes, type Refused } from './channel.ts';
import { isTrouble, type PostTrouble } from './trouble.ts';

interface Wait {
  readonly until: number;
  readonly tries: number;
  /** Missing where it wasn't Discord that refused it. */
  readonly refused?: PostTrouble['refused'];
}

/** What a host has to put right is looked at again after this; what passes by itself sooner. Milliseconds. */
const retryMs = 5 * 60_000;
const firstRetryMs = 5_000;
/** When so many in a row can't be carried to Discord, the others won't be either. */
const down = 2;

/** `onTrouble` is told once of each kind of trouble, as long as anything waits because of it. */
export function openWaiting(onTrouble: (trouble: PostTrouble) => void) {
  const waits = new Map<string, Wait>();
  const troubles = new Map<PostTrouble['refused'], PostTrouble>();

  return {
    /** The one that has lasted longest. */
    trouble: (): PostTrouble | undefined => [...troubles.values()][0],

    /** Whether it's time for it. All moments in milliseconds since 1970. */
    mayTry: (subject: string, now: number): boolean => (waits.get(subject)?.until ?? 0) <= now,

    /** Whether Discord itself seems to be away. */
    isDown: (now: number): boolean =>
      [...waits.values()].filter(({ refused, until }) => refused !== undefined && passes(refused) && until > now)
        .length >= down,

    /** When the next try is due. */
    nextAt(now: number): number | undefined {
      const times = [...waits.values()].flatMap(({ until }) => (until > now ? [until] : []));
      return times.length > 0 ? Math.min(...times) : undefined;
    },

    /** `channel` as hosts typed it. */
    refused(subject: string, { refused }: Refused, channel: string, now: number): void {
      if (!isTrouble(refused)) return void waits.set(subject, { until: now + retryMs, tries: 0 });
      const tries = (waits.get(subject)?.tries ?? 0) + 1;
      const ms = passes(refused) ? Math.min(retryMs, firstRetryMs * 2 ** tries) : retryMs;
      waits.set(subject, { until: now + ms, tries, refused });
      if (troubles.has(refused)) return;
      const trouble = { refused, channel, since: now };
      troubles.set(refused, trouble);
      onTrouble(trouble);
    },

    /** An error of ours. */
    threw(subject: string, now: number): void {
      waits.set(subject, { until: now + retryMs, tries: 0 });
    },

    done(subject: string): void {
      if (waits.delete(subject)) forgetTroubles();
    },

    /** Nobody wants the others any more. */
    keep(subjects: readonly string[]): void {
      for (const subject of waits.keys()) if (!subjects.includes(subject)) waits.delete(subject);
      forgetTroubles();
    },

    /** Something may have changed: all of it is tried at once. */
    tryAgain(): void {
      for (const [subject, wait] of waits) waits.set(subject, { ...wait, until: 0 });
    },

    clear(): void {
      waits.clear();
      troubles.clear();
    },
  };

  function forgetTroubles(): void {
    const left = new Set([...waits.values()].map(({ refused }) => refused));
    for (const refused of troubles.keys()) if (!left.has(refused)) troubles.delete(refused);
  }
}
