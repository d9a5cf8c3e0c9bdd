import { useState } from 'preact/hooks';
import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { StakesView } from '../../server/contract/money.ts';
import type { RaceId, Units } from '../../server/contract/terms.ts';
import { race as raceWords } from '../../server/words/panel.ts';
import { stakes as words } from '../../server/words/stakes.ts';
import { amount, exampleAmount, gain, readAmount } from '../model/amounts.ts';
import { ActionButton } from './action-button.tsx';

export interface StakesProps {
  view: LeagueView;
  stakes: StakesView | undefined;
}

/** What a race or the season costs, and what is in its pot; nothing where nothing is. */
export function Stakes({ view: { money }, stakes }: StakesProps) {
  if (!money || !stakes) return null;
  const { entryFee, pot, shares, commission } = stakes;
  const { currency } = money;
  const parts = [
    entryFee === undefined ? '' : words.entry(amount(entryFee, currency)),
    pot === 0 ? '' : words.pot(amount(pot, currency), shares, commission),
  ];
  return <p class="stakes">{parts.filter((part) => part !== '').join(' · ')}</p>;
}

/** What the open season costs, and what its champion gets so far. */
export function SeasonStakes({ view }: Pick<StakesProps, 'view'>) {
  const { money } = view;
  const prize = money?.grandPrize;
  return (
    <>
      <Stakes view={view} stakes={money?.season} />
      {money && prize && (
        <p class="stakes">
          <bdi>{words.prize(amount(prize.amount, money.currency), prize.sponsor)}</bdi>
        </p>
      )}
    </>
  );
}

export interface EntryProps {
  view: LeagueView;
  me: MeView;
  race: RaceId;
}

/** What joining costs, said before it's done. */
export function EntryNote({ view, me, race: id }: EntryProps) {
  const { money, races, standings } = view;
  const race = races[id];
  if (!money || !race) return null;
  const fee = race.stakes?.entryFee;
  const isLate = race.status !== 'Open';
  const seasonFee = money.season?.entryFee;
  const hasStarted = standings.some((line) => line.racer === me.racer && line.races > 0);
  const ofRace = fee !== undefined && (isLate ? words.entryLate : words.entryWhy)(amount(fee, money.currency));
  const ofSeason = seasonFee !== undefined && !hasStarted && words.seasonEntry(amount(seasonFee, money.currency));
  if (!ofRace && !ofSeason) return null;
  return <p class="stakes">{[ofRace, ofSeason].filter(Boolean).join(' ')}</p>;
}

interface WonProps {
  units: Units;
  currency: string;
  /** Among points, "+€1.50" says enough. */
  short?: boolean;
}

/** What a place or a season brought. */
export function Won({ units, currency, short = false }: WonProps) {
  const said = words.wonLabel(amount(units, currency));
  return (
    <small class="won" title={said}>
      {short ? gain(units, currency) : said}
    </small>
  );
}

interface OpenPaidProps {
  currency: string;
  class: string;
  label: string;
}

/** Opens a new race that may cost something. */
export function OpenPaid({ currency, class: look, label }: OpenPaidProps) {
  const [fee, setFee] = useState('');
  const units = readAmount(fee, currency);
  return (
    <div class="open-new">
      <label>
        {words.fee}
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          maxLength={16}
          placeholder={words.noFee}
          value={fee}
          onInput={({ currentTarget }) => setFee(currentTarget.value)}
        />
      </label>
      {units === undefined ? (
        <p role="alert">{words.badAmount(exampleAmount(currency))}</p>
      ) : (
        <ActionButton
          class={look}
          action={{ type: 'openRace', ...(units !== null && { entryFee: units }) }}
          pending={raceWords.opening}
        >
          {label}
        </ActionButton>
      )}
    </div>
  );
}
