import type { LeagueView } from '../../server/contract/league.ts';
import type { RacerId } from '../../server/contract/terms.ts';

interface RacerSelectProps {
  view: LeagueView;
  label: string;
  /** The words for nobody. */
  none: string;
  value: RacerId | undefined;
  /** Those who can't be chosen here. */
  without?: readonly RacerId[];
  /** Only those; all of them unless given. */
  among?: readonly RacerId[];
  choose(racer: RacerId | undefined): void;
}

/** Any racer of the league, by name. */
export function RacerSelect({ view, label, none, value, without = [], among, choose }: RacerSelectProps) {
  const racers = Object.entries(view.racers)
    .filter(([id]) => !without.includes(id) && (among?.includes(id) ?? true))
    .sort(([, a], [, b]) => a.name.localeCompare(b.name));
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => choose(currentTarget.value || undefined)}
    >
      <option value="">{none}</option>
      {racers.map(([id, { name }]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
