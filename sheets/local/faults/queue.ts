import { type Fault, type HostAct, isHostAct, type Mishap, type NewFault, NoSuchFault, parseFault } from './fault.ts';

/** A request that was met by a fault and isn't done with: it hangs, or will be applied late. */
export type Held = { readonly kind: 'hang' | 'late' };

/** All that is still to come. */
export type FaultsNow = { readonly waiting: readonly Fault[]; readonly held: readonly Held[] };

/** What is to go wrong, as tests and the page's menu ask for it. */
export type Faults = {
  /** After those that wait already. @throws NoSuchFault in one sentence when it can't be met */
  add(fault: NewFault): Fault;
  now(): FaultsNow;
  /** Ends all faults: none waits any more, and what is held goes on as if nothing had been. */
  clear(): void;
  /** Is told whenever `now()` has changed. @returns the end of it */
  onChange(listener: () => void): () => void;
};

/** A request as far as faults are concerned. */
export type Met = { readonly reads: boolean; readonly hasTab: (title: string) => boolean };

/** The same, as the server uses it. */
export type FaultQueue = Faults & {
  /** Of what concerns this request the oldest thing that a host does and the oldest mishap; they count as met. */
  take(request: Met): { readonly act: HostAct | undefined; readonly mishap: Mishap | undefined };
  /** Keeps a request: exactly one of the two is called later, `goOn` when all is cleared, `drop` when the server ends. */
  hold(
    kind: Held['kind'],
    ways: { readonly goOn: () => void; readonly drop: () => void },
  ): { readonly over: () => void };
  /** Drops what is held; nothing goes wrong any more. */
  close(): void;
};

/** @param knowsTab whether any spreadsheet has a tab of that name: a host can sort no other */
export function createFaultQueue(knowsTab: (title: string) => boolean): FaultQueue {
  let waiting: readonly Fault[] = [];
  const held = new Map<Held, { readonly goOn: () => void; readonly drop: () => void }>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  return {
    add(wanted) {
      const fault = parseFault(wanted);
      if (isHostAct(fault) && !knowsTab(fault.tab)) throw new NoSuchFault(`No spreadsheet has a tab “${fault.tab}”.`);
      waiting = [...waiting, fault];
      tell();
      return fault;
    },

    now: () => ({ waiting, held: [...held.keys()] }),

    clear() {
      waiting = [];
      const ways = [...held.values()];
      held.clear();
      for (const { goOn } of ways) goOn();
      tell();
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    take(request) {
      const meeting = waiting.filter((fault) => isMet(fault, request));
      const act = meeting.find(isHostAct);
      const mishap = meeting.find((fault): fault is Mishap => !isHostAct(fault));
      waiting = waiting.flatMap((fault) => (fault === act || fault === mishap ? onceLess(fault) : [fault]));
      if (act ?? mishap) tell();
      return { act, mishap };
    },

    hold(kind, ways) {
      const one: Held = { kind };
      held.set(one, ways);
      tell();
      return {
        over() {
          if (held.delete(one)) tell();
        },
      };
    },

    close() {
      waiting = [];
      const ways = [...held.values()];
      held.clear();
      for (const { drop } of ways) drop();
    },
  };
}

function isMet(fault: Fault, { reads, hasTab }: Met): boolean {
  const concerned = fault.concerns === 'both' || (fault.concerns === 'reads') === reads;
  return concerned && (!isHostAct(fault) || hasTab(fault.tab));
}

function onceLess(fault: Fault): Fault[] {
  if (fault.times === 'until cleared') return [fault];
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}
