import { signal } from '@preact/signals';
import type { SheetScriptAnswer } from '../../server/contract/sheet.ts';
import { sheetScript as words } from '../../server/words/sheet-script.ts';
import type { Answer } from '../api.ts';

export type SheetScript =
  | { step: 'closed' }
  | { step: 'loading' }
  | { step: 'ready'; script: string; reachable: boolean }
  | { step: 'failed'; message: string; remedy: string };

/** The script that a host pastes into the Sheet. It holds a secret, so it's here only while a host looks at it. */
export function createSheetScript(fetchScript: () => Promise<Answer<SheetScriptAnswer>>) {
  const state = signal<SheetScript>({ step: 'closed' });
  /** Each opening has a number: an answer that comes after closing is nobody's. */
  let latest = 0;

  return {
    state,
    async open(): Promise<void> {
      const mine = ++latest;
      state.value = { step: 'loading' };
      const answer = await fetchScript();
      if (mine !== latest) return;
      if (answer.kind === 'ok') state.value = { step: 'ready', ...answer.value };
      else state.value = { step: 'failed', ...(answer.error ?? words.failed) };
    },
    close(): void {
      latest += 1;
      state.value = { step: 'closed' };
    },
  };
}
