import { signal } from '@preact/signals';
import type { LeagueView, MeView } from '../../server/contract.ts';
import { Compact } from './compact.tsx';
import { Header } from './header.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Problems } from './problems.tsx';
import { RaceSide } from './race-side.tsx';
import { SheetScript } from './sheet-script.tsx';
import { Standings } from './standings.tsx';
import { UnsentList } from './unsent-list.tsx';

/** Picture-in-picture. The width keeps a phone out whose keyboard leaves little height. */
const smallWindow = matchMedia('(max-height: 260px) and (max-width: 480px)');
const isSmall = signal(smallWindow.matches);
smallWindow.addEventListener('change', () => {
  isSmall.value = smallWindow.matches;
});

export function Board({ view, me }: { view: LeagueView; me: MeView }) {
  if (isSmall.value) return <Compact view={view} me={me} />;
  return (
    <>
      <Header view={view} />
      <main class="board">
        <div class="side">
          <UnsentList view={view} />
          <RaceSide view={view} me={me} />
          <Problems problems={me.problems ?? []} />
        </div>
        <div class="side">
          <Standings view={view} me={me} />
          {me.host && <SheetScript sandbox={view.sandbox} />}
        </div>
      </main>
      <NoticeBar />
    </>
  );
}
