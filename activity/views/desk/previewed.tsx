import { useRef } from 'preact/hooks';
import type { ActionBody, PreviewAnswer } from '../../../server/contract/actions.ts';
import { preview as words } from '../../../server/words/desk.ts';
import { Labels } from '../action-button.tsx';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAct } from '../use-act.ts';
import { useAsked } from '../use-asked.ts';

interface PreviewedProps {
  /** What is done once a host says so. */
  action: ActionBody;
  /** The words on the button, and while it's on its way. */
  label: string;
  pending: string;
  danger?: boolean;
  done(): void;
}

/** First what an action changes, then the button that does it. */
export function Previewed({ action, label, pending, danger = false, done }: PreviewedProps) {
  const panel = usePanel();
  const { act, busy } = useAct(done);
  // While it's being done, nobody needs to know what doing it once more would change.
  const version = useRef(panel.view.value?.version);
  if (!busy) version.current = panel.view.value?.version;
  const { asked, again } = useAsked(() => panel.ask.preview(action), {
    about: JSON.stringify(action),
    version: version.current,
  });
  return (
    <Answered asked={asked} again={again} loading={words.asking}>
      {({ effects, notes }) => (
        <>
          <Effects effects={effects} notes={notes} />
          <button
            type="button"
            class={`action ${danger ? 'danger' : 'primary'}`}
            aria-disabled={busy}
            aria-busy={busy}
            onClick={() => {
              if (!busy) act(action);
            }}
          >
            <Labels busy={busy} pending={pending}>
              {label}
            </Labels>
          </button>
        </>
      )}
    </Answered>
  );
}

function Effects({ effects: { sentences }, notes }: PreviewAnswer) {
  return (
    <div class="effects" role="status">
      {notes.map((note) => (
        <p key={note}>
          <bdi>{note}</bdi>
        </p>
      ))}
      {sentences.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <h4>{words.title}</h4>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
