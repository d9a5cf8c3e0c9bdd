import { useState } from 'preact/hooks';
import type { SeasonView } from '../../../server/contract/season.ts';
import type { SeasonId } from '../../../server/contract/terms.ts';
import { results as words } from '../../../server/words/desk.ts';
import { race as raceWords } from '../../../server/words/panel.ts';
import type { Correcting } from '../../model.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { useAsked } from '../use-asked.ts';
import { Choice } from './choice.tsx';
import { CorrectRace } from './correct-race.tsx';
import type { DeskProps } from './desk.tsx';
import { RaceFee } from './race-fee.tsx';
import { VoidRace } from './void-race.tsx';

/** Any race of any season: its places, and what changing them changes. */
export function Results({ view, me }: DeskProps) {
  const { correcting } = usePanel();
  const season = correcting.value?.season ?? view.season?.id ?? view.seasons[0]?.id;
  if (season === undefined) return null;
  const chosen = correcting.value ?? { season, race: undefined };
  return (
    <section class="card" aria-label={words.correct}>
      <h3>{words.correct}</h3>
      <Choice
        label={words.season}
        value={season}
        choices={view.seasons.map(({ id, name }) => ({ value: id, label: name }))}
        choose={(id) => {
          correcting.value = { season: id, race: undefined };
        }}
      />
      <Races key={season} view={view} me={me} season={season} chosen={chosen} />
    </section>
  );
}

interface RacesProps extends DeskProps {
  season: SeasonId;
  chosen: Correcting;
}

function Races({ view, me, season, chosen }: RacesProps) {
  const { ask, correcting } = usePanel();
  const { asked, again } = useAsked(() => ask.season(season), { about: season, version: view.version });
  return (
    <Answered asked={asked} again={again} loading={words.fetching}>
      {({ races }) => {
        const raced = races.filter(({ status }) => status !== 'Planned' && status !== 'Open');
        const race = raced.find(({ id }) => id === chosen.race);
        if (raced.length === 0) return <p class="soft">{words.noRaces}</p>;
        return (
          <>
            <Choice
              label={words.race}
              none={words.chooseRace}
              value={race?.id ?? ''}
              choices={raced.map(({ id, name, night, status }) => ({
                value: id,
                label: [name, night, status === 'Final' ? '' : raceWords.status[status]].filter(Boolean).join(' · '),
              }))}
              choose={(id) => {
                correcting.value = { season, race: id || undefined };
              }}
            />
            {race && <Race key={race.id} view={view} me={me} race={race} protest={chosen.protest} />}
          </>
        );
      }}
    </Answered>
  );
}

interface RaceProps extends DeskProps {
  race: SeasonView['races'][number];
  protest: string | undefined;
}

function Race({ view, me, race, protest }: RaceProps) {
  const [applied, setApplied] = useState(false);
  if (race.status === 'Void') return <p class="callout">{words.voidIsVoid}</p>;
  return (
    <>
      <CorrectRace view={view} me={me} race={race} protest={protest} applied={() => setApplied(true)} />
      <p role="status" class="good">
        {applied ? words.applied : ''}
      </p>
      {view.money && (
        <div class="apart">
          <RaceFee view={view} race={{ id: race.id, race }} done={() => setApplied(true)} />
        </div>
      )}
      <div class="apart">
        <VoidRace race={race} />
      </div>
    </>
  );
}
