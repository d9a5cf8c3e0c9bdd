import type { ComponentChildren } from 'preact';
import { asked as words } from '../../server/words/panel.ts';
import type { Asked } from '../model/asked.ts';

interface AnsweredProps<T> {
  asked: Asked<T>;
  again(): void;
  /** What is awaited, in words. */
  loading?: string;
  children(value: T): ComponentChildren;
}

/** What the server was asked for, once it's there; until then what is awaited, or why it can't be had. */
export function Answered<T>({ asked, again, loading = words.loading, children }: AnsweredProps<T>) {
  switch (asked.step) {
    case 'loading':
      return (
        <p class="soft loading" role="status">
          {loading}
        </p>
      );
    case 'failed':
      return (
        <div role="alert" class="row">
          <p>
            <strong>{asked.message}</strong> {asked.remedy}
          </p>
          {asked.later && (
            <button type="button" class="quiet" onClick={again}>
              {words.again}
            </button>
          )}
        </div>
      );
    case 'ready':
      return (
        <div class="answered" aria-busy={asked.stale}>
          {children(asked.value)}
        </div>
      );
  }
}
