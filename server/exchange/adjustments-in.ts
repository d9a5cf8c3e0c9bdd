/** Bonuses and penalties of a file: lines with points and a reason, and no position. */
import { folded } from '../../sheets/names.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Wanted } from '../league/changes.ts';
import type { Season } from '../league/facts.ts';
import type { Import, Plan } from './plan.ts';
import type { RacersIn } from './racers-in.ts';
import type { RaceNames } from './races-in.ts';
import { noReason } from './result-lines.ts';
import type { SeasonIn } from './seasons-in.ts';

type Known = { people: RacersIn; names: RaceNames };

/** One that is here already, with the same points and reason, isn't added again: each line stands for one of them. */
export function importAdjustments(
  season: SeasonIn,
  known: Season | undefined,
  state: State,
  { by, now, newId }: Import,
  plan: Plan,
  { people, names }: Known,
): Wanted[] {
  const here = factsOf(state).adjustments.filter((one) => one.season === known?.id);
  const keys = here.map(({ racer, points, reason = noReason }) => keyOf(racer, points, reason));
  return season.adjustments.flatMap(({ racer, race, points = 0, reason = '', line }): Wanted[] => {
    const index = keys.indexOf(keyOf(people.personOf(racer), points, reason));
    if (index >= 0) {
      keys.splice(index, 1);
      return [];
    }
    const title = known?.season ?? season.name;
    if (known?.status === 'Closed') {
      plan.problems.push({ problem: 'closedAdjustment', given: { season: title, racer }, line });
      return [];
    }
    const named = race === '' ? '' : names.called(race);
    if (named === undefined) {
      plan.problems.push({ problem: 'unknownRace', given: { season: title, race }, line });
      return [];
    }
    const cells = { season: title, racer: people.called(racer), race: named, points, reason, by, at: now };
    return [{ kind: 'add', tab: 'Adjustments', id: newId(), cells }];
  });
}

function keyOf(racer: string, points: number, reason: string): string {
  return `${racer} ${points} ${folded(reason)}`;
}
