import { useState } from 'preact/hooks';
import type { SponsorDeskView } from '../../../server/contract/sponsors.ts';
import { sponsorDesk as words } from '../../../server/words/sponsors.ts';
import { wordsOf } from '../../model/asked.ts';
import { Submit } from '../desk/field.tsx';
import { usePanel } from '../panel-context.ts';

interface SponsorWorkbookProps {
  account: string;
  state: SponsorDeskView['workbook'];
  /** Its address, once that is known. */
  at: string | undefined;
  /** Asks anew how it stands. */
  again(): void;
}

/** The second spreadsheet: whether it's kept, and how a host connects one, or another where it's out of reach. */
export function SponsorWorkbook({ account, state, at, again }: SponsorWorkbookProps) {
  const { openLink } = usePanel();
  return (
    <section class="card" aria-label={words.workbook}>
      <h2>{words.workbook}</h2>
      <p class="soft">{words.workbookWhy}</p>
      {state === 'kept' && (
        <p>
          {words.workbookThere}{' '}
          {at !== undefined && (
            <a
              href={at}
              target="_blank"
              rel="noreferrer"
              onClick={(event) => {
                event.preventDefault();
                void openLink(at);
              }}
            >
              {words.workbookOpen}
            </a>
          )}
        </p>
      )}
      {state === 'unreachable' && (
        <>
          <p role="alert">{words.workbookFails(account)}</p>
          <p>{words.workbookOther}</p>
        </>
      )}
      {state !== 'kept' && <Connect account={account} connected={again} />}
    </section>
  );
}

function Connect({ account, connected }: { account: string; connected(): void }) {
  const { ask } = usePanel();
  const [address, setAddress] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ message: string; remedy: string } | undefined>(undefined);

  async function connect(): Promise<void> {
    setBusy(true);
    const answer = await ask.sponsorWorkbook(address);
    setBusy(false);
    if (answer.kind !== 'ok') setSaid(wordsOf(answer));
    else if (answer.value.state === 'connected') connected();
    else setSaid({ message: words.workbookCode(answer.value.title, answer.value.code), remedy: '' });
  }

  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void connect();
      }}
    >
      <p>{words.workbookGive(account)}</p>
      <label>
        {words.workbookAddress}
        <input
          type="text"
          value={address}
          autocomplete="off"
          onInput={({ currentTarget }) => {
            setAddress(currentTarget.value);
            setSaid(undefined);
          }}
        />
      </label>
      <Submit label={words.workbookConnect} pending={words.workbookLooking} busy={busy} ready={address.trim() !== ''} />
      {said && (
        <p role="alert">
          <strong>{said.message}</strong> {said.remedy}
        </p>
      )}
    </form>
  );
}
