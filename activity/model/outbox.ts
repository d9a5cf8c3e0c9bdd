import { signal } from '@preact/signals';
import type { ActionAnswer, ActionBody, ActionRequest, ErrorAnswer } from '../../server/contract/actions.ts';
import type { After } from './clock.ts';

/** A night is over by then, and what was meant for it means something else on the next. */
const staleMilliseconds = 12 * 60 * 60_000;
const retryMilliseconds = 5_000;

/** A tap that the server hasn't answered yet. */
export interface Unsent {
  request: ActionRequest;
  /** When it was tapped, milliseconds since 1970 by this device's clock. */
  at: number;
}

export type Sent =
  | { kind: 'ok'; value: ActionAnswer }
  | { kind: 'refused'; error: ErrorAnswer['error'] }
  /** Nobody knows whether it arrived: it's sent again under the same id. */
  | { kind: 'unreachable' };

export interface OutboxParts {
  /** Undefined where the device doesn't let us store anything: then a reload forgets what isn't sent. */
  storage: Storage | undefined;
  send(request: ActionRequest): Promise<Sent>;
  /** The server's word on a tap; it comes once for each. */
  answered(request: ActionRequest, answer: Exclude<Sent, { kind: 'unreachable' }>): void;
  /** A tap from another day, found on opening and dropped. */
  dropped(request: ActionRequest): void;
  newId(): string;
  now(): number;
  after: After;
}

/** Every tap waits here until the server has answered it; they go one after the other, in the order of tapping. */
export function createOutbox({ storage, send, answered, dropped, newId, now, after }: OutboxParts) {
  const items = signal<readonly Unsent[]>([]);
  /** The id of the tap that is on its way right now. */
  const sending = signal<string | undefined>(undefined);
  /** The last try didn't get through. */
  const stuck = signal(false);
  let key: string | undefined;
  let cancelRetry = () => {};

  async function flush(): Promise<void> {
    cancelRetry();
    if (sending.peek() !== undefined) return;
    for (let first = items.peek()[0]; first && key !== undefined; first = items.peek()[0]) {
      const { request } = first;
      sending.value = request.id;
      const answer = await send(request);
      sending.value = undefined;
      if (answer.kind === 'unreachable') {
        stuck.value = true;
        cancelRetry = after(retryMilliseconds, flush);
        return;
      }
      stuck.value = false;
      remove(request.id);
      answered(request, answer);
    }
  }

  function remove(id: string): void {
    items.value = items.peek().filter((it) => it.request.id !== id);
    change((stored) => stored.filter((it) => it.request.id !== id));
  }

  /** Another panel of the same person may have stored something meanwhile: change what is there now. */
  function change(edit: (stored: Unsent[]) => Unsent[]): void {
    if (!storage || key === undefined) return;
    try {
      const left = edit(read(storage, key));
      if (left.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(left));
    } catch {
      // Full or forbidden: the tap is still kept here for as long as the panel is open.
    }
  }

  return {
    items,
    sending,
    stuck,
    flush,
    /** Takes up what this person left unsent in this league, and sends it. Both are the keys that signing in gave. */
    open(league: string, user: string): void {
      const mine = `cozy-kart-league/unsent/${league}/${user}`;
      if (key !== mine) {
        key = mine;
        const stored = storage ? read(storage, mine) : [];
        const stale = stored.filter((it) => now() - it.at > staleMilliseconds);
        items.value = stored.filter((it) => !stale.includes(it));
        for (const { request } of stale) {
          remove(request.id);
          dropped(request);
        }
      }
      void flush();
    },
    /** Stores a tap and sends it as soon as it can be. The same tap again, while the first waits, changes nothing. */
    add(body: ActionBody): void {
      const waiting = items.peek().findLast((it) => subject(it.request) === subject(body));
      if (waiting && isSameTap(waiting.request, body)) return;
      const added = { request: { id: newId(), ...body }, at: now() };
      const replaced = waiting && waiting.request.id !== sending.peek() ? waiting.request.id : undefined;
      const next = (list: readonly Unsent[]) => [...list.filter((it) => it.request.id !== replaced), added];
      items.value = next(items.peek());
      change(next);
      void flush();
    },
    /** Forgets a tap that isn't on its way. */
    takeBack(id: string): void {
      if (id !== sending.peek()) remove(id);
    },
  };
}

/** What a tap decides: of two unsent ones with the same subject only the later one counts. */
function subject(body: ActionBody): string {
  switch (body.type) {
    case 'fix':
    case 'confirm':
      return `${body.type} ${body.race} ${body.racer}`;
    case 'join':
    case 'report':
    case 'openRace':
      return `${body.type} ${body.race ?? ''}`;
    case 'missingRows':
      return `${body.type} ${body.tab}`;
    case 'leave':
    case 'object':
    case 'protest':
    case 'startRace':
    case 'deadHeat':
    case 'wait':
    case 'closeRace':
    case 'voidRace':
    case 'nextRace':
    case 'setFee':
      return `${body.type} ${body.race}`;
    case 'setOnPage':
      return body.type;
    // Each of these stands by itself: two different ones are two.
    case 'planRace':
    case 'correct':
    case 'declineProtest':
    case 'undo':
    case 'planSeason':
    case 'editSeason':
    case 'openSeason':
    case 'closeSeason':
    case 'reopenSeason':
    case 'keepSeasonOpen':
    case 'dismissReminder':
    case 'adjust':
    case 'notePayment':
    case 'addScoring':
    case 'addRacer':
    case 'mergeRacers':
    case 'takeOver':
    case 'answerTakeOver':
      return textOf(body);
  }
}

/** Whether a request asks for just that, whatever its id. */
export function isSameTap(request: ActionRequest, body: ActionBody): boolean {
  return textOf(request) === textOf(body);
}

/** The same for the same fields, in whatever order they stand; the id of a request is none of them. */
function textOf(body: ActionBody): string {
  return JSON.stringify(
    Object.entries(body)
      .filter(([field]) => field !== 'id')
      .sort(),
  );
}

/** What is stored under a key. Anything may stand there, since it's the device's: what we can't read counts as nothing. */
function read(storage: Storage, key: string): Unsent[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

function isUnsent(it: unknown): it is Unsent {
  if (typeof it !== 'object' || it === null || !('at' in it) || !('request' in it)) return false;
  const { at, request } = it;
  if (typeof at !== 'number' || typeof request !== 'object' || request === null) return false;
  return 'id' in request && typeof request.id === 'string' && 'type' in request && typeof request.type === 'string';
}
