import { signal } from '@preact/signals';
import type { SessionAnswer } from '../../server/contract/session.ts';
import { type Trouble, signIn as words } from '../../server/words/panel.ts';
import type { Answer, Api } from '../api.ts';
import { type Discord, DiscordFailure } from '../discord.ts';
import type { After } from './clock.ts';

/** Renewing leaves this much for the renewal itself to fail and be tried again, a phone's nap included. */
const renewBeforeMilliseconds = 3 * 60_000;
const renewAgainMilliseconds = 20_000;

export type SignIn =
  | { step: 'starting' }
  /** Discord asks the person something, or is about to find that it needn't. */
  | { step: 'asking' }
  | { step: 'in' }
  /** Signed in, but this server has no league. */
  | { step: 'unconnected' }
  /** `later`: only the connection is missing, so it may be tried again unasked. */
  | { step: 'failed'; trouble: Trouble; later: boolean };

/** What stopped a sign-in. */
interface Stopped {
  trouble: Trouble;
  later: boolean;
}

export interface SessionParts {
  openDiscord(clientId: string): Promise<Discord>;
  api: Api;
  /** The server's time, milliseconds since 1970. */
  now(): number;
  after: After;
}

/** Who we are to the server: signing in through Discord, and a short-lived token, which never leaves memory. */
export function createSession({ openDiscord, api, now, after }: SessionParts) {
  const state = signal<SignIn>({ step: 'starting' });
  const identity = signal<Pick<SessionAnswer, 'user' | 'league'> | undefined>(undefined);
  let token: string | undefined;
  let unconnected = false;
  let discord: Discord | undefined;
  let cancelRenewal = () => {};
  /** Each try has a number: an older one that wakes up late has nothing to say any more. */
  let latestTry = 0;
  let anew: Promise<boolean> | undefined;

  /** The whole way, on the screen; every way out of it is a state. True when we are in, and there's a league. */
  async function signIn(): Promise<boolean> {
    const mine = ++latestTry;
    state.value = { step: 'starting' };
    const outcome = await goThrough(() => {
      if (mine === latestTry) state.value = { step: 'asking' };
    });
    if (mine !== latestTry) return false;
    if (outcome) state.value = { step: 'failed', ...outcome };
    else state.value = { step: unconnected ? 'unconnected' : 'in' };
    return state.value.step === 'in';
  }

  /** What stopped it, or undefined when we are in. */
  async function goThrough(asking: () => void): Promise<Stopped | undefined> {
    try {
      if (!discord) {
        const config = await api.config();
        if (config.kind !== 'ok') return stoppedBy(config);
        discord = await openDiscord(config.value.client_id);
      }
      const nonce = await api.nonce();
      if (nonce.kind !== 'ok') return stoppedBy(nonce);
      asking();
      const code = await discord.authorize({ nonce: nonce.value.nonce, codeChallenge: nonce.value.code_challenge });
      const { instanceId } = discord;
      const session = await api.session({ nonce: nonce.value.nonce, code, instance_id: instanceId });
      if (session.kind !== 'ok') return stoppedBy(session);
      keep(session.value);
      introduce(discord, session.value.access_token);
      return undefined;
    } catch (failure) {
      if (failure instanceof DiscordFailure) return { trouble: words.trouble[failure.reason], later: false };
      throw failure;
    }
  }

  function keep(answer: SessionAnswer): void {
    token = answer.token;
    unconnected = answer.unconnected ?? false;
    const { user, league } = answer;
    if (identity.peek()?.user !== user || identity.peek()?.league !== league) identity.value = { user, league };
    renewIn(Math.max(0, answer.expires_at - now() - renewBeforeMilliseconds));
  }

  function renewIn(wait: number): void {
    cancelRenewal();
    cancelRenewal = after(wait, async () => {
      const answer = token === undefined ? undefined : await api.renew(token);
      if (answer?.kind === 'ok') keep(answer.value);
      else if (answer?.kind === 'refused') await signInAgain();
      else renewIn(renewAgainMilliseconds);
    });
  }

  /**
   * Silently, behind what is on the screen; only where the person is needed does the screen change. However many
   * calls find that the token has ended, it happens once. True unless the person is needed.
   */
  function signInAgain(): Promise<boolean> {
    anew ??= goThrough(() => {})
      .then((stopped) => {
        if (stopped && !stopped.later) state.value = { step: 'failed', ...stopped };
        return stopped === undefined || stopped.later;
      })
      .finally(() => {
        anew = undefined;
      });
    return anew;
  }

  return {
    state,
    identity,
    signIn,
    signInAgain,
    token: () => token,
    /** Asks the Discord client to open an address; false if it doesn't. */
    openLink: async (url: string) => (await discord?.openLink(url)) ?? false,
    /** Makes a call with our token; when the server doesn't know it any more, signs in anew and makes it once more. */
    async authorized<T>(call: (token: string) => Promise<Answer<T>>): Promise<Answer<T>> {
      if (token === undefined) return { kind: 'unreachable' };
      const answer = await call(token);
      if (answer.kind !== 'refused' || answer.status !== 401) return answer;
      const ended = token;
      await signInAgain();
      return token === ended ? { kind: 'unreachable' } : call(token);
    },
  };
}

function stoppedBy(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Stopped {
  const later = answer.kind === 'unreachable';
  const trouble = answer.error ? { ...answer.error, button: words.tryAgain } : words.trouble.unreachable;
  return { trouble, later };
}

/**
 * The client wants to know who is here, and has been seen never to answer. Nothing on the screen waits for it: what we
 * are allowed hangs on our own token alone.
 */
function introduce(discord: Discord, accessToken: string | undefined): void {
  if (accessToken === undefined) return;
  discord.authenticate(accessToken).catch((failure) => console.warn(failure));
}
