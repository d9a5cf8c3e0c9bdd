import { race as words } from '../../server/words/panel.ts';
import { usePanel } from './panel-context.ts';

/** Races belong to a season: without one, hosts open that first. */
export function OpenSeasonFirst() {
  const { openDesk } = usePanel();
  return (
    <button type="button" class="primary" onClick={() => openDesk('seasons')}>
      {words.openSeason}
    </button>
  );
}
