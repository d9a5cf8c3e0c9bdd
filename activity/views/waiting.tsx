import type { Trouble } from '../../server/words/panel.ts';
import { usePanel } from './panel-context.ts';

type WaitingProps = { what: string; why?: string; button?: string } | { trouble: Trouble };

/** Before the league is on the screen: what is going on, or what went wrong and the way on. */
export function Waiting(props: WaitingProps) {
  const panel = usePanel();
  if ('trouble' in props) {
    const { message, remedy, button } = props.trouble;
    return (
      <main class="waiting">
        <div class="flag" aria-hidden="true" />
        <div role="alert">
          <h1>{message}</h1>
          <p>{remedy}</p>
        </div>
        <button type="button" class="primary" onClick={panel.start}>
          {button}
        </button>
      </main>
    );
  }
  return (
    <main class="waiting">
      <div class="flag moving" aria-hidden="true" />
      <div role="status">
        <h1>{props.what}</h1>
        {props.why && <p>{props.why}</p>}
      </div>
      {props.button && (
        <button type="button" class="quiet late" onClick={panel.start}>
          {props.button}
        </button>
      )}
    </main>
  );
}
