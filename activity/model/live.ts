import { signal } from '@preact/signals';
import { type LiveHello, type LiveMessage, liveClose } from '../../server/contract/live.ts';
import type { After } from './clock.ts';

/** A beat comes every 30 seconds at least: after one and a half of that, nobody is there any more. */
const silenceMilliseconds = 45_000;
/** The first message is on its way as soon as the socket is open. */
const greetingMilliseconds = 10_000;
/** How often to ask while there is no socket; a league fits into one answer, and an unchanged one costs a 304. */
const pollMilliseconds = 5_000;
const firstWait = 1_000;
const longestWait = 30_000;

/** How long to wait before attempt n (from 0): doubling, and spread out so that a restarted server isn't stormed. */
export function waitBefore(attempt: number, random: () => number): number {
  return Math.min(longestWait, firstWait * 2 ** attempt) * (0.5 + random() / 2);
}

export interface LiveParts {
  /** Opens the socket; what it returns closes it, after which it says nothing more. */
  connect(hello: LiveHello, on: { message(it: LiveMessage): void; closed(code: number): void }): () => void;
  /** What to say first; undefined while we are not signed in. */
  hello(): LiveHello | undefined;
  /** Takes a message in; 'gap' asks for a snapshot. */
  receive(message: LiveMessage): 'taken' | 'gap';
  /** Asks for the league over HTTP; false when it can't be had. */
  poll(): Promise<boolean>;
  /** The server doesn't know our token any more; false when the person has to do something about it first. */
  signInAgain(): Promise<boolean>;
  after: After;
  /** Milliseconds since 1970. */
  now(): number;
  random(): number;
}

/** Keeps what we see up to date: by a socket, and by polling while there is none. */
export function createLive({ connect, hello, receive, poll, signInAgain, after, now, random }: LiveParts) {
  /** 'live' by the socket, 'polling' without it, 'lost' when nothing comes through. */
  const state = signal<'connecting' | 'live' | 'polling' | 'lost'>('connecting');
  /** When we last heard from the server; undefined before the first time. */
  const heardAt = signal<number | undefined>(undefined);
  let attempt = 0;
  let wantsSnapshot = false;
  /** The token that the socket was opened with. It may have been renewed since. */
  let saidToken: string | undefined;
  /** The socket has spoken since it was opened. */
  let up = false;
  let closeSocket: (() => void) | undefined;
  let cancelSilence = () => {};
  let cancelDial = () => {};
  let cancelPoll = () => {};
  let stopped = true;

  function dial(): void {
    cancelDial();
    const greeting = hello();
    if (stopped || closeSocket || !greeting) return;
    const { version, ...bare } = greeting;
    saidToken = bare.token;
    closeSocket = connect(wantsSnapshot || version === undefined ? bare : { ...bare, version }, { message, closed });
    watchSilence(greetingMilliseconds);
  }

  function message(it: LiveMessage): void {
    watchSilence(silenceMilliseconds);
    if (receive(it) === 'gap') {
      wantsSnapshot = true;
      drop();
      return;
    }
    if (it.type === 'snapshot') wantsSnapshot = false;
    up = true;
    attempt = 0;
    cancelPoll();
    heard('live');
  }

  async function closed(code: number): Promise<void> {
    forget();
    const ended = code === liveClose.signInAgain && hello()?.token === saidToken;
    if (ended && !(await signInAgain())) return;
    retry();
  }

  /** Nothing came for too long, or what came can't be used: close it ourselves and begin anew. */
  function drop(): void {
    closeSocket?.();
    forget();
    retry();
  }

  function forget(): void {
    up = false;
    closeSocket = undefined;
    cancelSilence();
  }

  function retry(): void {
    if (stopped) return;
    cancelDial();
    cancelDial = after(waitBefore(attempt++, random), dial);
    keepPolling(0);
  }

  function keepPolling(wait: number): void {
    cancelPoll();
    cancelPoll = after(wait, async () => {
      const reached = await poll();
      if (stopped || up) return;
      if (reached) heard('polling');
      else state.value = 'lost';
      keepPolling(pollMilliseconds);
    });
  }

  function heard(by: 'live' | 'polling'): void {
    state.value = by;
    heardAt.value = now();
  }

  function watchSilence(limit: number): void {
    cancelSilence();
    cancelSilence = after(limit, drop);
  }

  return {
    state,
    heardAt,
    start(): void {
      stopped = false;
      dial();
    },
    /** The network came back, or somebody looks at the panel again: don't wait for the next attempt. */
    wake(): void {
      if (stopped) return;
      const silent = heardAt.value !== undefined && now() - heardAt.value > silenceMilliseconds;
      if (closeSocket && silent) drop();
      dial();
    },
    /** The device says that its network is gone; the socket would find out only by silence. */
    offline(): void {
      if (stopped) return;
      state.value = 'lost';
      if (closeSocket) drop();
    },
    stop(): void {
      stopped = true;
      closeSocket?.();
      forget();
      cancelDial();
      cancelPoll();
    },
  };
}
