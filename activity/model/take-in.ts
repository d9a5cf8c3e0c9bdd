import { signal } from '@preact/signals';
import type { ImportAnswer } from '../../server/contract/exchange.ts';
import type { Answer } from '../api.ts';
import { wordsOf } from './asked.ts';

export type TakeIn =
  | { step: 'none' }
  | { step: 'checking' }
  /** What the file would do. */
  | { step: 'checked'; file: File; answer: ImportAnswer }
  | { step: 'importing'; file: File; answer: ImportAnswer }
  | { step: 'done'; message: string }
  | { step: 'failed'; message: string; remedy: string };

/** A file comes in: first a look at what it would do, then the real thing. */
export function createTakeIn(send: (file: File, dry: boolean) => Promise<Answer<ImportAnswer>>) {
  const state = signal<TakeIn>({ step: 'none' });
  /** Each file has a number: what is said of an earlier one is of no interest. */
  let latest = 0;

  return {
    state,
    async check(file: File): Promise<void> {
      const mine = ++latest;
      state.value = { step: 'checking' };
      const answer = await send(file, true);
      if (mine !== latest) return;
      if (answer.kind === 'ok') state.value = { step: 'checked', file, answer: answer.value };
      else state.value = { step: 'failed', ...wordsOf(answer) };
    },
    async go(): Promise<void> {
      const checked = state.peek();
      if (checked.step !== 'checked' || checked.answer.problems.length > 0) return;
      const mine = latest;
      state.value = { ...checked, step: 'importing' };
      const answer = await send(checked.file, false);
      if (mine !== latest) return;
      if (answer.kind === 'ok') state.value = { step: 'done', message: answer.value.message };
      else state.value = { step: 'failed', ...wordsOf(answer) };
    },
    clear(): void {
      latest += 1;
      state.value = { step: 'none' };
    },
  };
}
