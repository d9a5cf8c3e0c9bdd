/** Races of a file among those of the league: which are the same, what new ones are called, and whether results agree. */
import { folded } from '../../sheets/names.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts, Race } from '../league/facts.ts';
import { countedPositions } from '../league/races.ts';
import type { FileProblem } from '../words/exchange.ts';
import type { RaceIn } from './seasons-in.ts';

export type RaceNames = ReturnType<ReturnType<typeof openRaceNames>>;

/**
 * Each race has a name of its own, since results go by it; files have a "Race 1" in every season. So the second one is
 * called "Race 1 (Autumn)", and found by that when it comes again. To be opened once for a file, then for each season:
 * with its ID, if it's here, and what it's called.
 */
export function openRaceNames(state: State) {
  const { races, namesOfRaces } = factsOf(state);
  const taken = new Map(namesOfRaces);

  return (season: string | undefined, title: string) => {
    const called = new Map<string, string>();
    const isUsed = (name: string) => called.values().some((one) => folded(one) === folded(name));

    return {
      /** The race of the league that the file's race is. */
      find(name: string): Race | undefined {
        if (season === undefined) return undefined;
        for (const candidate of candidates(name, title)) {
          const id = taken.get(folded(candidate));
          if (id === undefined) return undefined;
          const race = races.get(id);
          if (!race || race.season !== season || isUsed(candidate)) continue;
          called.set(folded(name), race.race ?? candidate);
          return race;
        }
        return undefined;
      },

      /** A name that no race has or ever had: results may still go by it. */
      take(name: string): string {
        const free = candidates(name, title).find((candidate) => !taken.has(folded(candidate))) ?? name;
        taken.set(folded(free), '');
        called.set(folded(name), free);
        return free;
      },

      /** What the Races tab calls a race of the file, or one of this season that isn't in the file. */
      called(name: string): string | undefined {
        return called.get(folded(name)) ?? this.find(name)?.race;
      },
    };
  };
}

/** Without an end. */
function* candidates(name: string, season: string): Generator<string> {
  yield name;
  yield `${name} (${season})`;
  for (let number = 2; ; number++) yield `${name} (${season} ${number})`;
}

/** What of a race that is here already differs in the file. */
export function sameResults(
  facts: Facts,
  here: Race,
  { line, results }: RaceIn,
  personOf: (name: string) => string,
  season: string,
): FileProblem[] {
  const race = here.race ?? '';
  if (here.status === 'Void') return [{ problem: 'raceVoid', given: { race, season }, line }];
  if (here.status !== 'Final') return [{ problem: 'raceNotFinal', given: { race, season }, line }];
  const counted = new Map(countedPositions(facts, here.id).map(({ racer, position }) => [racer, position]));
  const other = results.find(({ racer, position }) => counted.get(personOf(racer)) !== position);
  if (other) return [{ problem: 'raceDiffers', given: { race, season, racer: other.racer }, line: other.line }];
  const people = new Set(results.map(({ racer }) => personOf(racer)));
  const left = [...counted.keys()].find((racer) => !people.has(racer));
  if (left === undefined) return [];
  return [{ problem: 'raceDiffers', given: { race, season, racer: facts.racers.get(left)?.racer ?? '?' }, line }];
}
