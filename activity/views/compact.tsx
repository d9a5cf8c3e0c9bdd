import type { ComponentChildren } from 'preact';
import type { LeagueView, RaceView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import { connection, race as words } from '../../server/words/panel.ts';
import { entrantOf, holders, nameOf, reportedCount } from '../model/races.ts';
import { usePanel } from './panel-context.ts';
import { Countdown } from './settling.tsx';

/** Picture-in-picture: how the race stands and where I am in it. It isn't tapped, so it has no buttons. */
export function Compact({ view, me }: { view: LeagueView; me: MeView }) {
  const panel = usePanel();
  const shown = panel.shown.value;
  if (!shown) return <Small title={words.none} />;
  const { race } = shown;
  const mine = entrantOf(race, me.racer);
  const rank = view.standings.find(({ racer }) => racer === me.racer);
  return (
    <Small title={words.compact(race.name, words.status[race.status])}>
      {panel.connection.value === 'lost' && <p class="lost">{connection.lost}</p>}
      {race.finalAt !== undefined && <Countdown until={race.finalAt} />}
      {mine?.position === undefined ? (
        <p>{whatNow(view, race, mine !== undefined)}</p>
      ) : (
        <p class="big">{words.yours(mine.position)}</p>
      )}
      {rank && <p class="soft">{words.rankCompact(rank.rank, rank.points)}</p>}
    </Small>
  );
}

function Small({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <main class="compact">
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {children}
    </main>
  );
}

function whatNow(view: LeagueView, race: RaceView, iAmIn: boolean): string {
  switch (race.status) {
    case 'Planned':
    case 'Open':
      return iAmIn ? words.youAreInHost : words.free(Math.max(0, view.places - race.entrants.length));
    case 'Running':
    case 'Reporting':
      return iAmIn ? words.tapCompact : words.progress(reportedCount(race), race.entrants.length);
    case 'Final':
      return words.won(holders(race, 1).map((racer) => nameOf(view, racer)));
    case 'Void':
      return words.voided;
  }
}
