/** Results as a file has them → seasons, races and who finished where, and what in that contradicts itself. */
import { folded } from '../../sheets/names.ts';
import { contradictionsAmong } from '../league/races.ts';
import { list } from '../words/en.ts';
import type { FileProblem } from '../words/exchange.ts';
import { type ResultLine, resultColumns } from './result-lines.ts';

export interface SeasonIn {
  name: string;
  line: number;
  scoring: string | undefined;
  dropWorst: number | undefined;
  /** In the order of the file, as are their results. */
  races: RaceIn[];
  /** Bonuses and penalties. */
  adjustments: ResultLine[];
}

export interface RaceIn {
  name: string;
  line: number;
  night: string | undefined;
  /** A serial number by the league's wall clock. */
  date: number | undefined;
  results: ResultLine[];
}

/** `personOf` tells whether two names are the same racer. */
export function gather(
  lines: readonly ResultLine[],
  personOf: (name: string) => string,
): { seasons: SeasonIn[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const seasons = [...Map.groupBy(lines, ({ season }) => folded(season)).values()].map((own): SeasonIn => {
    const [first] = own as [ResultLine, ...ResultLine[]];
    const results = own.filter(({ position }) => position !== undefined);
    const races = [...Map.groupBy(results, ({ race }) => folded(race)).values()];
    return {
      name: first.season,
      line: first.line,
      scoring: agreed(own, 'scoring', first.season, problems),
      dropWorst: agreed(own, 'dropWorst', first.season, problems),
      races: races.map((of) => raceIn(of, personOf, problems)),
      adjustments: own.filter(({ position }) => position === undefined),
    };
  });
  return { seasons, problems };
}

function raceIn(results: readonly ResultLine[], personOf: (name: string) => string, problems: FileProblem[]): RaceIn {
  const [first] = results as readonly [ResultLine, ...ResultLine[]];
  const lines = new Map<string, number>();
  for (const { racer, line } of results) {
    const known = lines.get(personOf(racer));
    if (known === undefined) lines.set(personOf(racer), line);
    else problems.push({ problem: 'racerTwice', given: { racer, race: first.race, line: known }, line });
  }
  for (const { position, results: holders } of contradictionsAmong(asResults(results))) {
    const line = Math.max(...holders.map(({ id }) => Number(id)));
    const racers = list(holders.map(({ racer = '' }) => racer));
    problems.push({ problem: 'placeTwice', given: { racers, position, race: first.race }, line });
  }
  return {
    name: first.race,
    line: first.line,
    night: agreed(results, 'night', first.race, problems),
    date: agreed(results, 'date', first.race, problems),
    results: [...results],
  };
}

function asResults(lines: readonly ResultLine[]) {
  return lines.flatMap(({ line, racer, position }) =>
    position === undefined ? [] : [{ id: `${line}`, racer, position }],
  );
}

/** What all lines that say something say. */
function agreed<C extends 'scoring' | 'dropWorst' | 'night' | 'date'>(
  lines: readonly ResultLine[],
  column: C,
  of: string,
  problems: FileProblem[],
): ResultLine[C] | undefined {
  const said = lines.filter((line) => line[column] !== undefined);
  const one = said[0]?.[column];
  const other = said.find((line) => folded(String(line[column])) !== folded(String(one)));
  if (other) {
    const given = { header: resultColumns[column], of, one: shown(one), other: shown(other[column]) };
    problems.push({ problem: 'differs', given, line: other.line });
  }
  return one;
}

function shown(value: string | number | undefined): string {
  return String(value ?? '');
}
