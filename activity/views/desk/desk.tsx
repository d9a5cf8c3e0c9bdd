import type { LeagueView } from '../../../server/contract/league.ts';
import type { MeView } from '../../../server/contract/me.ts';
import { desk as words } from '../../../server/words/desk.ts';
import { ways } from '../../../server/words/panel.ts';
import { type DeskPart, deskParts } from '../../model.ts';
import { PageFrame } from '../page-frame.tsx';
import { usePanel } from '../panel-context.ts';
import { SponsorDesk } from '../sponsor/sponsor-desk.tsx';
import { Corrections } from './corrections.tsx';
import { Files } from './files.tsx';
import { Money } from './money.tsx';
import { Points } from './points.tsx';
import { Queue } from './queue.tsx';
import { Racers } from './racers.tsx';
import { Results } from './results.tsx';
import { Schedule } from './schedule.tsx';
import { Seasons } from './seasons.tsx';

export interface DeskProps {
  view: LeagueView;
  me: MeView;
}

/** Everything that hosts do besides racing, in one place. */
export function Desk({ view, me }: DeskProps) {
  const { deskPart } = usePanel();
  const waiting = me.queue?.length ?? 0;
  return (
    <PageFrame title={words.title}>
      <nav class="chips wrapped" aria-label={words.partsLabel}>
        {deskParts.map((part) => (
          <button
            key={part}
            type="button"
            class="chip"
            aria-current={part === deskPart.value ? 'true' : undefined}
            onClick={() => {
              deskPart.value = part;
            }}
          >
            {words.parts[part]}
            {part === 'queue' && waiting > 0 && (
              <>
                {' '}
                <b class="count">
                  <span aria-hidden="true">{waiting}</span>
                  <span class="hidden">{ways.toDecide(waiting)}</span>
                </b>
              </>
            )}
          </button>
        ))}
      </nav>
      <div class="board desk">
        <Part key={deskPart.value} part={deskPart.value} view={view} me={me} />
      </div>
    </PageFrame>
  );
}

function Part({ part, view, me }: DeskProps & { part: DeskPart }) {
  switch (part) {
    case 'queue':
      return <Queue view={view} me={me} />;
    case 'results':
      return (
        <>
          <Results view={view} me={me} />
          <Corrections view={view} />
        </>
      );
    case 'seasons':
      return <Seasons view={view} me={me} />;
    case 'points':
      return <Points view={view} />;
    case 'money':
      return <Money view={view} me={me} />;
    case 'racers':
      return <Racers view={view} me={me} />;
    case 'plan':
      return <Schedule view={view} />;
    case 'sponsors':
      return <SponsorDesk view={view} />;
    case 'files':
      return <Files />;
  }
}
