/** What is at stake, where money is played for: other leagues never load it. */
import type { LeagueView } from '../../server/contract/league.ts';
import { race as words } from '../../server/words/panel.ts';
import { ActionButton } from './action-button.tsx';
import type { EntryProps, StakesProps } from './at-stake.tsx';
import { later, Part } from './later.tsx';

const load = () => import('./at-stake.tsx');
const LoadedStakes = later(() => load().then((module) => module.Stakes), Part);
const LoadedSeason = later(() => load().then((module) => module.SeasonStakes), Part);
const LoadedEntry = later(() => load().then((module) => module.EntryNote), Part);
const OpenPaid = later(() => load().then((module) => module.OpenPaid), Part);
export const Won = later(() => load().then((module) => module.Won), Part);

/** What a race or the season costs, and what is in its pot; nothing where nothing is. */
export function Stakes(props: StakesProps) {
  return props.view.money && props.stakes ? <LoadedStakes {...props} /> : null;
}

/** What the open season costs, and what its champion gets; nothing where nothing is. */
export function SeasonStakes({ view }: Pick<StakesProps, 'view'>) {
  return view.money?.season || view.money?.grandPrize ? <LoadedSeason view={view} /> : null;
}

/** What joining costs, said before it's done. */
export function EntryNote(props: EntryProps) {
  return props.view.money ? <LoadedEntry {...props} /> : null;
}

interface OpenNewProps {
  view: LeagueView;
  class: string;
  label: string;
}

/** Opens a new race; where money is played for, it may cost something. */
export function OpenNew({ view: { money }, class: look, label }: OpenNewProps) {
  if (money) return <OpenPaid currency={money.currency} class={look} label={label} />;
  return (
    <ActionButton class={look} action={{ type: 'openRace' }} pending={words.opening}>
      {label}
    </ActionButton>
  );
}
