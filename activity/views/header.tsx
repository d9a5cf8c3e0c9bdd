import type { LeagueView } from '../../server/contract/league.ts';
import type { SheetView } from '../../server/contract/sheet.ts';
import { ago, connection, header, sheet } from '../../server/words/panel.ts';
import { usePanel } from './panel-context.ts';

export function Header({ view }: { view: LeagueView }) {
  return (
    <header class="header">
      <div class="flag" aria-hidden="true" />
      <div class="title">
        <h1>
          <bdi>{view.name}</bdi>
          {view.sandbox && (
            <span class="tag" title={header.sandboxWhy}>
              {header.sandbox}
            </span>
          )}
        </h1>
        <p>
          {view.season && <bdi>{view.season.name}</bdi>}
          <SheetState sheet={view.sheet} />
        </p>
      </div>
      <Connection />
    </header>
  );
}

function SheetState({ sheet: view }: { sheet: SheetView }) {
  const { clock } = usePanel();
  return <span class={`sheet ${view.state}`}>{sheet.state(view, clock.time.value)}</span>;
}

function Connection() {
  const { connection: state, heardAt, clock } = usePanel();
  switch (state.value) {
    case 'connecting':
    case 'live':
      return <p class="connection" role="status" />;
    case 'polling':
      return (
        <p class="connection" role="status">
          <span class="slow">{connection.slow}</span>
        </p>
      );
    case 'lost':
      return (
        <p class="connection lost" role="status">
          {connection.lost} {heardAt.value !== undefined && connection.asOf(ago(clock.time.value - heardAt.value))}
        </p>
      );
  }
}
