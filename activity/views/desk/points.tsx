import { useState } from 'preact/hooks';
import type { ActionBody } from '../../../server/contract/actions.ts';
import type { LeagueView } from '../../../server/contract/league.ts';
import type { SeasonView } from '../../../server/contract/season.ts';
import type { RacerId } from '../../../server/contract/terms.ts';
import { desk, adjustments as words } from '../../../server/words/desk.ts';
import { Answered } from '../answered.tsx';
import { usePanel } from '../panel-context.ts';
import { RacerSelect } from '../racer-select.tsx';
import { useAsked } from '../use-asked.ts';
import { Choice } from './choice.tsx';
import { Field } from './field.tsx';
import { Previewed } from './previewed.tsx';

/** Bonuses and penalties of any season. */
export function Points({ view }: { view: LeagueView }) {
  const { ask } = usePanel();
  const [chosen, choose] = useState<string | undefined>(undefined);
  const season = chosen ?? view.season?.id ?? view.seasons[0]?.id ?? '';
  const { asked, again } = useAsked(() => ask.season(season), { about: season, version: view.version });
  return (
    <>
      <section class="card" aria-label={words.give}>
        <h3>{words.give}</h3>
        <Choice
          label={words.season}
          value={season}
          choices={view.seasons.map(({ id, name }) => ({ value: id, label: name }))}
          choose={choose}
        />
        <Answered asked={asked} again={again}>
          {(whole) => <Give key={season} view={view} season={whole} />}
        </Answered>
      </section>
      <section class="card" aria-label={words.list}>
        <h3>{words.list}</h3>
        {asked.step === 'ready' && <Given season={asked.value} />}
      </section>
    </>
  );
}

function Give({ view, season }: { view: LeagueView; season: SeasonView }) {
  const [racer, setRacer] = useState<RacerId | undefined>(undefined);
  const [race, setRace] = useState('');
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const raced = season.races.filter(({ status }) => status !== 'Void' && status !== 'Planned');
  const n = points.trim() === '' ? 0 : Number(points.replace('−', '-').replace(',', '.'));
  const why = reason.trim();
  const action: ActionBody | undefined =
    racer !== undefined && n !== 0 && !Number.isNaN(n) && why !== ''
      ? { type: 'adjust', season: season.id, racer, points: n, reason: why, ...(race !== '' && { race }) }
      : undefined;
  const missing = [
    racer === undefined ? words.needsRacer : '',
    n === 0 || Number.isNaN(n) ? words.needsPoints : '',
    why === '' ? words.needsReason : '',
  ].filter(Boolean);
  return (
    <div class="fields">
      <div class="labelled">
        <span aria-hidden="true">{words.racer}</span>
        <RacerSelect view={view} label={words.racer} none={words.chooseRacer} value={racer} choose={setRacer} />
      </div>
      <Choice
        label={words.race}
        none={words.noRace}
        value={race}
        choices={raced.map(({ id, name }) => ({ value: id, label: name }))}
        choose={setRace}
      />
      <Field label={words.points} why={words.pointsWhy} value={points} required maxLength={8} change={setPoints} />
      <Field label={words.reason} value={reason} required maxLength={200} change={setReason} />
      {missing.length > 0 && <small>{words.needs(missing)}</small>}
      {action && (
        <Previewed
          action={action}
          label={words.save}
          pending={desk.saving}
          done={() => {
            setRacer(undefined);
            setRace('');
            setPoints('');
            setReason('');
          }}
        />
      )}
    </div>
  );
}

function Given({ season: { standings } }: { season: SeasonView }) {
  const lines = standings.flatMap(({ racer, name, why }) =>
    why.adjustments.map((adjustment, index) => ({ key: `${racer} ${index}`, line: words.line(name, adjustment) })),
  );
  if (lines.length === 0) return <p class="soft">{words.listEmpty}</p>;
  return (
    <>
      <ul class="lines">
        {lines.map(({ key, line }) => (
          <li key={key}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
      <p class="soft">{words.listWhy}</p>
    </>
  );
}
