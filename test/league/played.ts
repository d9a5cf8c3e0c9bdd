/** Seasons for the rulebook's tests: small ones written down by who finished where, and championships of the past. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { factsOf } from '../../server/facts.ts';
import { emptyState } from '../../server/fold.ts';
import type { Adjustment, Facts, PointsTable, Race, Racer, Result, Season } from '../../server/league/facts.ts';
import { folded } from '../../sheets/names.ts';
import { type Position, parsePosition } from '../../sheets/positions.ts';

/** Who finished where. */
export type Finish = Readonly<Record<string, Position>>;

export interface Played extends Omit<Season, 'id' | 'scoring'> {
  /** In the order in which they were raced. */
  races: readonly Finish[];
  scoring?: PointsTable;
  adjustments?: readonly { racer: string; points: number; reason?: string; race?: string; at?: number }[];
}

/** The season's ID in a league of one. */
export const only = 'Spring';

/** Seasons by name, which is their ID; races are called `Spring 1`, racers by their ID. */
export function league(seasons: Readonly<Record<string, Played>>, more: Partial<Facts> = {}): Facts {
  const facts = {
    racers: new Map<string, Racer>(),
    seasons: new Map<string, Season>(),
    races: new Map<string, Race>(),
    entrants: new Map<string, Result[]>(),
    scoring: new Map<string, PointsTable>(),
    adjustments: [] as Adjustment[],
  };
  for (const [name, { races, scoring, adjustments = [], ...season }] of Object.entries(seasons)) {
    facts.seasons.set(name, { id: name, season: name, scoring: name, ...season });
    if (scoring) facts.scoring.set(folded(name), scoring);
    for (const [index, finish] of races.entries()) {
      const id = `${name} ${index + 1}`;
      facts.races.set(id, { id, race: id, season: name, status: 'Final', opened: facts.races.size + 1 });
      facts.entrants.set(id, resultsOf(id, finish));
      for (const racer of Object.keys(finish)) facts.racers.set(racer, { id: racer, racer });
    }
    for (const adjustment of adjustments) {
      facts.adjustments.push({ id: `adjustment ${facts.adjustments.length}`, season: name, ...adjustment });
      facts.racers.set(adjustment.racer, { id: adjustment.racer, racer: adjustment.racer });
    }
  }
  return { ...nothing, ...facts, ...more };
}

/** One open season. */
export function played(races: readonly Finish[], more: Omit<Played, 'races'> = {}): Facts {
  return league({ [only]: { status: 'Open', ...more, races } });
}

/** A season of a league by its name. */
export function seasonOf(facts: Facts, name = only): Season {
  const season = facts.seasons.get(name);
  if (!season) throw new Error(`no season is called ${name}`);
  return season;
}

/** A championship from its file, by season: the columns are Season, Race, Date, Racer, Position. */
export function championship(file: string, more: Omit<Played, 'races'>): Facts {
  const text = readFileSync(join(import.meta.dirname, 'championships', file), 'utf8');
  const rows = parse<Record<'Season' | 'Race' | 'Racer' | 'Position', string>>(text, { columns: true });
  const seasons = Map.groupBy(rows, (row) => row.Season);
  return league(
    Object.fromEntries(
      [...seasons].map(([name, all]) => {
        const races = [...Map.groupBy(all, (row) => row.Race).values()].map((race) =>
          Object.fromEntries(race.map(({ Racer, Position }) => [Racer, positionOf(Position)])),
        );
        return [name, { status: 'Closed', ...more, races }];
      }),
    ),
  );
}

/** What a league holds before anything is in it. */
const nothing = factsOf(emptyState());

function resultsOf(race: string, finish: Finish): Result[] {
  return Object.entries(finish).map(([racer, position]) => ({ id: `${race} ${racer}`, race, racer, position }));
}

function positionOf(text: string): Position {
  const position = parsePosition(text);
  if (position === undefined) throw new Error(`${text} is not a position`);
  return position;
}

/** Points for the first, the second and so on, and none for anything else. */
export function pointsTable(...points: number[]): PointsTable {
  return { places: new Map(points.map((one, index) => [index + 1, one])), other: 0, dnf: 0, dsq: 0, dns: 0 };
}
