import { signal } from '@preact/signals';
import { signIn } from '../../server/words/panel.ts';
import type { Answer } from '../api.ts';

/** What was asked for once, and may be asked for anew. */
export type Asked<T> =
  | { step: 'loading' }
  /** `stale`: it's being asked for anew. */
  | { step: 'ready'; value: T; stale: boolean }
  /** `later`: the same question may be answered another time. */
  | { step: 'failed'; message: string; remedy: string; later: boolean };

/** Something that the server answers when it's looked at, and not by itself. */
export function createAsked<T>() {
  const state = signal<Asked<T>>({ step: 'loading' });
  /** Each question has a number: an answer that comes after a later question is nobody's. */
  let latest = 0;

  return {
    state,
    /** `anew`: it's about something else than before, so that what is known says nothing about it. */
    async ask(call: () => Promise<Answer<T>>, anew: boolean): Promise<void> {
      const mine = ++latest;
      const known = state.peek();
      state.value = known.step === 'ready' && !anew ? { ...known, stale: true } : { step: 'loading' };
      const answer = await call();
      if (mine !== latest) return;
      if (answer.kind === 'ok') state.value = { step: 'ready', value: answer.value, stale: false };
      else state.value = { step: 'failed', ...wordsOf(answer), later: answer.kind === 'unreachable' };
    },
  };
}

/** Why there is no answer, and what to do about it. */
export function wordsOf(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): { message: string; remedy: string } {
  const { message, remedy } = answer.error ?? signIn.trouble.unreachable;
  return { message, remedy };
}
