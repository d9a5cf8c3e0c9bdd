import { signal } from '@preact/signals';
import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { Compact } from './compact.tsx';
import { Header } from './header.tsx';
import { later, Part } from './later.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { usePanel } from './panel-context.ts';
import { RaceSide } from './race-side.tsx';
import { Standings } from './standings.tsx';
import { UnsentList } from './unsent-list.tsx';
import { Ways } from './ways.tsx';

const Profile = later(() => import('./racer/profile.tsx').then((module) => module.Profile), Part);
const Me = later(() => import('./racer/me.tsx').then((module) => module.Me), Part);
const Desk = later(() => import('./desk/desk.tsx').then((module) => module.Desk), Part);
const Problems = later(() => import('./problems.tsx').then((module) => module.Problems), Part);
const SheetScript = later(() => import('./sheet-script.tsx').then((module) => module.SheetScript), Part);

/** Picture-in-picture. The width keeps a phone out whose keyboard leaves little height. */
const smallWindow = matchMedia('(max-height: 260px) and (max-width: 480px)');
const isSmall = signal(smallWindow.matches);
smallWindow.addEventListener('change', () => {
  isSmall.value = smallWindow.matches;
});

interface BoardProps {
  view: LeagueView;
  me: MeView;
}

export function Board({ view, me }: BoardProps) {
  if (isSmall.value) return <Compact view={view} me={me} />;
  return (
    <>
      <Header view={view} />
      <Ways me={me} />
      <Page view={view} me={me} />
      <NoticeBar />
    </>
  );
}

function Page({ view, me }: BoardProps) {
  const page = usePanel().page.value;
  switch (page.page) {
    case 'night':
      return <Night view={view} me={me} />;
    case 'me':
      return <Me view={view} me={me} />;
    case 'racer':
      return <Profile key={page.racer} view={view} me={me} racer={page.racer} season={page.season} />;
    case 'desk':
      return me.host ? <Desk view={view} me={me} /> : <Night view={view} me={me} />;
  }
}

function Night({ view, me }: BoardProps) {
  return (
    <main class="board">
      <div class="side">
        <UnsentList view={view} />
        <RaceSide view={view} me={me} />
        {(me.problems?.length ?? 0) > 0 && <Problems problems={me.problems ?? []} />}
      </div>
      <div class="side">
        <Standings view={view} me={me} />
        {me.host && <SheetScript sandbox={view.sandbox} />}
      </div>
    </main>
  );
}
