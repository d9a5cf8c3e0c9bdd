import { useState } from 'preact/hooks';
import type { ImportAnswer } from '../../../server/contract/exchange.ts';
import { files as words } from '../../../server/words/desk.ts';
import { createTakeIn, type TakeIn } from '../../model/take-in.ts';
import { Labels } from '../action-button.tsx';
import { usePanel } from '../panel-context.ts';

/** A file of past seasons: what is wrong with it by line, what it would make, and then the real thing. */
export function Import() {
  const { ask } = usePanel();
  const [{ state, check, go, clear }] = useState(() => createTakeIn(ask.takeIn));
  const it = state.value;
  return (
    <div class="fields">
      <p class="soft">{words.importWhy}</p>
      {it.step === 'none' && (
        <label>
          {words.choose}
          <input
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void check(file);
            }}
          />
        </label>
      )}
      <State it={it} go={go} />
      {it.step !== 'none' && it.step !== 'checking' && it.step !== 'importing' && (
        <button type="button" class="quiet small" onClick={clear}>
          {words.again}
        </button>
      )}
    </div>
  );
}

function State({ it, go }: { it: TakeIn; go(): void }) {
  switch (it.step) {
    case 'none':
      return null;
    case 'checking':
      return (
        <p class="soft loading" role="status">
          {words.checking}
        </p>
      );
    case 'failed':
      return (
        <p role="alert">
          <strong>{it.message}</strong> {it.remedy}
        </p>
      );
    case 'done':
      return (
        <p role="status" class="good">
          {it.message}
        </p>
      );
    case 'checked':
    case 'importing': {
      const busy = it.step === 'importing';
      return (
        <>
          <p class={`callout ${it.answer.problems.length === 0 ? 'calm' : ''}`} role="status">
            <bdi>{it.answer.message}</bdi>
          </p>
          <Found answer={it.answer} />
          {brings(it.answer) && (
            <button type="button" class="action primary" aria-disabled={busy} aria-busy={busy} onClick={go}>
              <Labels busy={busy} pending={words.importing}>
                {words.yes}
              </Labels>
            </button>
          )}
        </>
      );
    }
  }
}

/** Whether there's anything in it to import. */
function brings({ problems, nothingNew }: ImportAnswer): boolean {
  return problems.length === 0 && !nothingNew;
}

function Found({ answer: { seasons, racers, problems, more, notes } }: { answer: ImportAnswer }) {
  const makes = [
    seasons.added.length > 0 ? words.seasonsAdded(seasons.added) : '',
    seasons.known.length > 0 ? words.seasonsKnown(seasons.known) : '',
    racers.added.length > 0 ? words.racersAdded(racers.added) : '',
  ].filter((line) => line !== '');
  return (
    <>
      {problems.length > 0 && (
        <ol class="lines file-problems" aria-label={words.problems(problems.length + (more ?? 0))}>
          {problems.map(({ line, what, remedy }) => (
            <li key={`${line} ${what}`}>
              <b>{words.line(line)}</b>{' '}
              <span>
                <bdi>{what}</bdi> <bdi class="soft">{remedy}</bdi>
              </span>
            </li>
          ))}
        </ol>
      )}
      {more !== undefined && <p class="soft">{words.more(more)}</p>}
      {problems.length === 0 &&
        makes.map((line) => (
          <p key={line}>
            <bdi>{line}</bdi>
          </p>
        ))}
      {notes.length > 0 && (
        <>
          <h4>{words.notes}</h4>
          <ul class="lines soft">
            {notes.map((note) => (
              <li key={note}>
                <bdi>{note}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
