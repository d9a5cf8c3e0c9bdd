import { signIn as words } from '../../server/words/panel.ts';
import { Board } from './board.tsx';
import { usePanel } from './panel-context.ts';
import { Waiting } from './waiting.tsx';

export function App() {
  const panel = usePanel();
  const state = panel.signIn.value;
  switch (state.step) {
    case 'starting':
      return <Waiting what={words.starting} />;
    case 'asking':
      return <Waiting what={words.asking} why={words.askingWhy} button={words.askAgain} />;
    case 'failed':
      return <Waiting trouble={state.trouble} />;
    case 'in': {
      const view = panel.view.value;
      const me = panel.me.value;
      if (view && me) return <Board view={view} me={me} />;
      return panel.connection.value === 'lost' ? (
        <Waiting trouble={words.trouble.unreachable} />
      ) : (
        <Waiting what={words.connecting} />
      );
    }
  }
}
