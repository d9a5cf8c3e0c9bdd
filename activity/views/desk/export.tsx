import { useState } from 'preact/hooks';
import { files as words } from '../../../server/words/desk.ts';
import { wordsOf } from '../../model/asked.ts';
import { usePanel } from '../panel-context.ts';
import { Choice } from './choice.tsx';
import { Submit } from './field.tsx';

/** What the server hands out, the most wanted first. */
const exported = [
  'league.json',
  'results.csv',
  'tab-results.csv',
  'tab-races.csv',
  'tab-racers.csv',
  'tab-seasons.csv',
  'tab-scoring.csv',
  'tab-adjustments.csv',
  'tab-settings.csv',
] as const;

type Outcome = { url: string; opened: boolean } | { message: string; remedy: string };

/** A frame may not download anything, so that the file opens in the person's own browser by a link that works once. */
export function Export() {
  const { ask, openLink } = usePanel();
  const [file, setFile] = useState<string>(exported[0]);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);

  async function get(): Promise<void> {
    setBusy(true);
    setOutcome(undefined);
    const answer = await ask.link(file);
    if (answer.kind !== 'ok') setOutcome(wordsOf(answer));
    else setOutcome({ url: answer.value.url, opened: await openLink(answer.value.url) });
    setBusy(false);
  }

  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void get();
      }}
    >
      <p class="soft">{words.exportWhy}</p>
      <Choice
        label={words.what}
        value={file}
        choices={exported.map((name) => ({ value: name, label: words.file(name) }))}
        choose={(name) => {
          setFile(name);
          setOutcome(undefined);
        }}
      />
      <Submit label={words.get} pending={words.getting} busy={busy} ready />
      {outcome && 'url' in outcome && (
        <p role="status">
          {outcome.opened ? words.opened : words.notOpened}{' '}
          <a href={outcome.url} target="_blank" rel="noreferrer">
            {outcome.url}
          </a>
        </p>
      )}
      {outcome && 'message' in outcome && (
        <p role="alert">
          <strong>{outcome.message}</strong> {outcome.remedy}
        </p>
      )}
    </form>
  );
}
