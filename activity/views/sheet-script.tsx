import { useState } from 'preact/hooks';
import { sheetScript as words } from '../../server/words/sheet-script.ts';
import { createSheetScript, type SheetScript as State } from '../model/sheet-script.ts';
import { focusOnce } from './focus-once.ts';
import { usePanel } from './panel-context.ts';

/** For hosts: three steps after which the Sheet itself tells the league of edits. */
export function SheetScript({ sandbox }: { sandbox: boolean }) {
  const { ask } = usePanel();
  const [{ state, open, close }] = useState(() => createSheetScript(ask.sheetScript));
  return (
    <details class="card sheet-script" onToggle={(event) => (event.currentTarget.open ? void open() : close())}>
      <summary>{words.title}</summary>
      <Inside state={state.value} sandbox={sandbox} again={open} />
    </details>
  );
}

function Inside({ state, sandbox, again }: { state: State; sandbox: boolean; again(): void }) {
  switch (state.step) {
    case 'closed':
      return null;
    case 'loading':
      return <p role="status">{words.loading}</p>;
    case 'failed':
      return (
        <div role="alert">
          <p>
            <strong>{state.message}</strong> {state.remedy}
          </p>
          <button type="button" onClick={again}>
            {words.again}
          </button>
        </div>
      );
    case 'ready':
      return (
        <>
          {!state.reachable && <p class="callout">{words.unreachable(sandbox)}</p>}
          <p class="soft">{words.why}</p>
          <ol>
            <li>
              {words.copyStep}
              <Copy text={state.script} />
            </li>
            <li>{words.pasteStep}</li>
            <li>{words.noticeStep}</li>
          </ol>
        </>
      );
  }
}

/** Where Discord's frame keeps the clipboard to itself, the text is there to be copied by hand. */
function Copy({ text }: { text: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'byHand' | undefined>(undefined);
  return (
    <div class="copy">
      {outcome !== 'byHand' && (
        <button
          type="button"
          class="primary"
          onClick={() => copy(text).then((done) => setOutcome(done ? 'copied' : 'byHand'))}
        >
          {words.copy}
        </button>
      )}
      <p role="status">{outcome && words[outcome]}</p>
      {outcome === 'byHand' && (
        <textarea readOnly aria-label={words.text} rows={6} value={text} ref={focusOnce} onFocus={selectAll} />
      )}
    </div>
  );
}

/** False if the browser doesn't allow it: a policy of the frame around us, or no clipboard at all. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function selectAll({ currentTarget: area }: { currentTarget: HTMLTextAreaElement }): void {
  area.select();
  area.scrollTop = 0;
}
