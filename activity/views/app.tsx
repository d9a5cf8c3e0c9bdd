import { signIn as words } from '../../server/words/panel.ts';
import { later, WholeScreen } from './later.tsx';
import { usePanel } from './panel-context.ts';
import { Waiting } from './waiting.tsx';

/** Fetched while Discord asks who somebody is. */
const Board = later(() => import('./board.tsx').then((module) => module.Board), WholeScreen, { early: true });

/** Few people ever see it. */
const Connect = later(() => import('./connect.tsx').then((module) => module.Connect), WholeScreen);

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
    case 'unconnected':
      return <Connect />;
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
