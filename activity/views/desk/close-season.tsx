import { useState } from 'preact/hooks';
import type { LeagueView, SeasonSummary } from '../../../server/contract/league.ts';
import { seasons as words } from '../../../server/words/desk.ts';
import { nameOf } from '../../model/races.ts';
import { Answered } from '../answered.tsx';
import { GrandPrize } from '../grand-prize.tsx';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';
import { Field } from './field.tsx';
import { Previewed } from './previewed.tsx';

interface CloseSeasonProps {
  view: LeagueView;
  season: SeasonSummary;
  done(): void;
}

/** Closing shows who wins before it's done, and may open the next season in the same step. */
export function CloseSeason({ view, season, done }: CloseSeasonProps) {
  const { ask } = usePanel();
  const { asked, again } = useAsked(() => ask.season(season.id), { about: season.id, version: view.version });
  const [next, setNext] = useState('');
  const planned = view.seasons.filter(({ status }) => status === 'Planned');
  const name = next.trim();
  return (
    <div class="ask">
      <Answered asked={asked} again={again}>
        {({ standings, money }) => {
          // Points without a race win nothing.
          const racing = standings.filter(({ races }) => races > 0);
          const leaders = racing.filter(({ rank }) => rank === racing[0]?.rank);
          return (
            <>
              <p class="callout calm">
                <bdi>
                  {words.champion(
                    leaders.map(({ racer }) => nameOf(view, racer)),
                    leaders[0]?.points,
                  )}
                </bdi>
              </p>
              <GrandPrize view={view} check={money?.check} />
            </>
          );
        }}
      </Answered>
      <p>{words.closeWhy}</p>
      <Field
        label={words.next}
        why={words.nextWhy}
        value={next}
        maxLength={60}
        list={`next-after-${season.id}`}
        change={setNext}
      />
      <datalist id={`next-after-${season.id}`}>
        {planned.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
      <Previewed
        action={{ type: 'closeSeason', season: season.id, ...(name !== '' && { next: name }) }}
        label={words.closeYes}
        pending={words.closing}
        done={done}
      />
    </div>
  );
}
