import { useEffect, useState } from 'preact/hooks';
import { connect as words } from '../../server/words/connect.ts';
import { signIn } from '../../server/words/panel.ts';
import { type Connecting, type ConnectStep, createConnecting } from '../model/connecting.ts';
import { Labels } from './action-button.tsx';
import { usePanel } from './panel-context.ts';
import { Waiting } from './waiting.tsx';

/** In a server that has no league: its hosts connect a Sheet here, everybody else learns who can. */
export function Connect() {
  const panel = usePanel();
  const [connecting] = useState(() => createConnecting(panel.connecting));
  useEffect(() => void connecting.begin(), [connecting]);
  const state = connecting.state.value;
  switch (state.step) {
    case 'loading':
      return <Waiting what={signIn.connecting} />;
    case 'waiting': {
      const { message, remedy } = connecting.refused.value ?? {
        message: words.title(state.server),
        remedy: words.member,
      };
      return <Waiting trouble={{ message, remedy, button: words.lookAgain }} />;
    }
    case 'address':
      return (
        <main class="connect">
          <h1>
            <bdi>{words.title(state.server)}</bdi>
          </h1>
          <p>{words.why}</p>
          <Address account={state.account} connecting={connecting} />
        </main>
      );
    case 'code':
      return (
        <main class="connect">
          <Code {...state} connecting={connecting} />
          <button type="button" class="quiet" onClick={panel.start}>
            {words.other}
          </button>
        </main>
      );
  }
}

interface StepProps {
  connecting: Connecting;
}

function Address({ account, connecting }: StepProps & { account: string }) {
  const [address, setAddress] = useState('');
  const typed = address.trim();
  const share = words.share(account);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') void connecting.look(typed);
      }}
    >
      <ol>
        <li>{words.make}</li>
        <li>
          {share.before}
          <code class="whole">{share.account}</code>
          {share.after}
        </li>
        <li>
          <label>
            {words.address}
            <input
              type="text"
              inputMode="url"
              value={address}
              required
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          </label>
        </li>
      </ol>
      <Refused connecting={connecting} />
      <LookButton label={words.look} ready={typed !== ''} connecting={connecting} />
    </form>
  );
}

function Code({ connecting, ...step }: StepProps & Extract<ConnectStep, { step: 'code' }>) {
  const { title, code, spreadsheet, looked } = step;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void connecting.look(spreadsheet);
      }}
    >
      <h1>
        <bdi>{words.typeCode(title)}</bdi>
      </h1>
      <p>
        <code class="whole code">{code}</code>
      </p>
      <p>{words.whyCode}</p>
      <p role="status">{looked && !connecting.busy.value ? words.notThere : ''}</p>
      <Refused connecting={connecting} />
      <LookButton label={words.typed} ready connecting={connecting} />
    </form>
  );
}

function Refused({ connecting }: StepProps) {
  const refused = connecting.refused.value;
  return (
    <div role="alert">
      {refused && (
        <p class="refused">
          <strong>{refused.message}</strong> {refused.remedy}
        </p>
      )}
    </div>
  );
}

function LookButton({ label, ready, connecting }: StepProps & { label: string; ready: boolean }) {
  const busy = connecting.busy.value;
  return (
    <button type="submit" class="action primary wide" aria-disabled={busy || !ready} aria-busy={busy}>
      <Labels busy={busy} pending={words.looking}>
        {label}
      </Labels>
    </button>
  );
}
