/** The way between the league and its Sheet, with what can happen there by chance. */
import { type Doing, type SheetsCalls, SheetsFailure } from '../../sheets/google.ts';
import type { SimulatedClock } from '../clock.ts';
import type { LocalCalls } from '../local-calls.ts';
import { pick, type Random } from './chance.ts';

/** What Google says for minutes: too much; or that it isn't there, whether or not a write was applied. */
const outages = [429, 503] as const;

export function openNetwork(local: LocalCalls, clock: SimulatedClock, random: Random) {
  let outage: { status: (typeof outages)[number]; until: number } | undefined;
  /** Failures that were caused on purpose. */
  const injected = new WeakSet<SheetsFailure>();
  let looks = 0;
  /** A write went out in the moment of a host's edit, and no look has shown yet what it hit. */
  let unsettled = false;
  /** A write may arrive later. */
  let underWay = false;
  /** What happens once: between the look at the values and that at the formulas, or right after a write was taken. */
  const once = new Map<'betweenLooks' | 'afterWrite', () => void>();

  const calls: SheetsCalls = {
    meta: (...ask) => through('reading', () => local.meta(...ask)),
    async read(id, ranges, as) {
      if (as === 'formulas') takeOnce('betweenLooks')?.();
      const cells = await through('reading', () => local.read(id, ranges, as));
      looks += 1;
      unsettled = false;
      return cells;
    },
    async batchUpdate(...ask) {
      underWay ||= local.faults[0] === 'late';
      await through('writing', () => local.batchUpdate(...ask));
      underWay = false;
      takeOnce('afterWrite')?.();
    },
  };

  return {
    calls,
    wasInjected: (error: unknown) => error instanceof SheetsFailure && injected.has(error),
    /** Looks at the Sheet that were answered. */
    looks: () => looks,
    writes: () => local.writes,

    /** A fault of the next write, or an outage of minutes. */
    trouble(): string {
      const kind = pick(random, ['refused', 'lost', 'answer lost', 'answer lost', 'late', 'late', 'outage'] as const);
      if (kind !== 'outage') {
        local.faults.push(kind);
        return kind;
      }
      const minutes = pick(random, [0.5, 2, 10]);
      outage = { status: pick(random, outages), until: clock.now() + minutes * 60_000 };
      return `${outage.status} for ${minutes} min`;
    },

    beforeNextWrite(run: () => void): void {
      local.beforeWrite = () => {
        local.beforeWrite = undefined;
        unsettled = true;
        run();
      };
    },

    betweenNextLooks: (run: () => void) => once.set('betweenLooks', run),

    afterNextWrite: (run: () => void) => once.set('afterWrite', run),

    isUnsettled: () => unsettled,

    /** Nothing goes wrong now, and no write may arrive later. */
    isCalm: () => outage === undefined && local.faults.length === 0 && !underWay,

    /** All is well from now on; what was late arrives. */
    calm(): void {
      outage = undefined;
      local.faults.length = 0;
      local.beforeWrite = undefined;
      once.clear();
      local.applyLate();
      underWay = false;
    },
  };

  async function through<T>(doing: Doing, call: () => Promise<T>): Promise<T> {
    if (outage && clock.now() >= outage.until) outage = undefined;
    if (outage) throw await failing(doing, outage.status, call);
    const faulty = doing === 'writing' && local.faults.length > 0;
    try {
      return await call();
    } catch (error) {
      if (faulty && error instanceof SheetsFailure && error.status !== 400) injected.add(error);
      throw error;
    }
  }

  /** Of the writes that are answered 503 some are applied all the same. */
  async function failing(doing: Doing, status: number, call: () => Promise<unknown>): Promise<SheetsFailure> {
    if (status === 503 && doing === 'writing' && random() < 0.3) {
      await call().catch((error: unknown) => {
        if (!(error instanceof SheetsFailure)) throw error;
      });
    }
    const failure = new SheetsFailure(`${status} on purpose`, status, status === 429 ? 'no' : 'unknown', doing);
    injected.add(failure);
    return failure;
  }

  function takeOnce(when: 'betweenLooks' | 'afterWrite'): (() => void) | undefined {
    const run = once.get(when);
    once.delete(when);
    return run;
  }
}
