import { useState } from 'preact/hooks';
import type { LeagueView } from '../../../server/contract/league.ts';
import { desk, plan as words } from '../../../server/words/desk.ts';
import { race as raceWords } from '../../../server/words/panel.ts';
import { stakes as moneyWords } from '../../../server/words/stakes.ts';
import { readAmount } from '../../model/amounts.ts';
import { atTime, localMinute } from '../../model/dates.ts';
import { plannedRaces } from '../../model/races.ts';
import { ActionButton } from '../action-button.tsx';
import { usePanel } from '../panel-context.ts';
import { Stakes } from '../stakes.tsx';
import { useAct } from '../use-act.ts';
import { Field, Submit } from './field.tsx';
import { MoneyField } from './money-field.tsx';

/** Races at a time to come. */
export function Schedule({ view }: { view: LeagueView }) {
  return (
    <>
      <section class="card" aria-label={words.title}>
        <h3>{words.title}</h3>
        <PlanRace view={view} />
      </section>
      <section class="card" aria-label={words.list}>
        <h3>{words.list}</h3>
        <Planned view={view} />
      </section>
    </>
  );
}

const day = 24 * 60 * 60_000;

function PlanRace({ view: { money } }: { view: LeagueView }) {
  const { clock } = usePanel();
  const [at, setAt] = useState(() => `${localMinute(clock.now() + day).slice(0, 13)}:00`);
  const [name, setName] = useState('');
  const [night, setNight] = useState('');
  const [fee, setFee] = useState('');
  const { act, busy } = useAct(() => {
    setName('');
    setNight('');
    setFee('');
  });
  // A field for date and time holds this device's own wall clock.
  const moment = new Date(at).getTime();
  const entryFee = money ? readAmount(fee, money.currency) : null;
  const ready = !Number.isNaN(moment) && entryFee !== undefined;
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || busy) return;
        const names = { ...(name.trim() && { name: name.trim() }), ...(night.trim() && { night: night.trim() }) };
        act({ type: 'planRace', at: moment, ...names, ...(entryFee !== null && { entryFee }) });
      }}
    >
      <Field label={words.at} type="datetime-local" value={at} required change={setAt} />
      <Field label={words.name} why={words.nameWhy} value={name} maxLength={60} change={setName} />
      <Field label={words.night} why={words.nightWhy} value={night} maxLength={60} change={setNight} />
      {money && <MoneyField label={moneyWords.fee} value={fee} currency={money.currency} change={setFee} />}
      <Submit label={words.save} pending={desk.saving} busy={busy} ready={ready} needs={words.atNeeded} />
    </form>
  );
}

function Planned({ view }: { view: LeagueView }) {
  const races = plannedRaces(view);
  if (races.length === 0) return <p class="soft">{words.listEmpty}</p>;
  return (
    <ul class="lines">
      {races.map(({ id, race }) => (
        <li key={id} class="row">
          <span>
            <bdi>{race.name}</bdi> <small>{race.planned !== undefined && atTime(race.planned)}</small>
            <Stakes view={view} stakes={race.stakes} />
          </span>
          <span class="buttons">
            {view.season && (
              <ActionButton
                class="quiet small"
                action={{ type: 'openRace', race: id }}
                pending={raceWords.opening}
                label={words.openLabel(race.name)}
              >
                {words.open}
              </ActionButton>
            )}
            <ActionButton
              class="quiet small"
              action={{ type: 'voidRace', race: id, reason: words.callOffReason }}
              pending={desk.saving}
              label={words.callOffLabel(race.name)}
            >
              {words.callOff}
            </ActionButton>
          </span>
        </li>
      ))}
    </ul>
  );
}
