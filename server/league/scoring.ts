/** Points for a position, and the tables that leagues know. */
import { folded } from '../../sheets/names.ts';
import { type Outcome, outcomes, type Position, placeOf } from '../../sheets/positions.ts';
import type { Facts, PointsTable, Season } from './facts.ts';

/** The name of the table that a season uses when it names none. */
export const standardScoring = 'Standard';

/** This league's default: 15, 12, 10, 9, 8, 7, 6, 5; any other finish or a DNF 1; DSQ and DNS 0. */
export const standardTable: PointsTable = {
  places: inOrder(15, 12, 10, 9, 8, 7, 6, 5),
  other: 1,
  dnf: 1,
  dsq: 0,
  dns: 0,
};

/** What only a finish in the points is worth. */
const nothingElse = { other: 0, dnf: 0, dsq: 0, dns: 0 };

/** Well-known tables by what they are called in the Scoring tab; a host adds one and changes it there. */
export const presets: ReadonlyMap<string, PointsTable> = new Map([
  [standardScoring, standardTable],
  ['Mario Kart 12 players', { places: inOrder(15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1), ...nothingElse }],
  ['Wii 8 players', { places: inOrder(15, 11, 8, 6, 4, 2, 1, 0), ...nothingElse }],
  ['Mario Kart 7', { places: inOrder(10, 8, 6, 5, 4, 3, 2, 1), ...nothingElse }],
  ['F1', { places: inOrder(25, 18, 15, 12, 10, 8, 6, 4, 2, 1), ...nothingElse }],
]);

/** A table as rows of the Scoring tab: its places in order, then everything else. */
export function scoringRows(table: PointsTable): { position: number | Outcome | 'Other'; points: number }[] {
  const places = [...table.places].sort(([a], [b]) => a - b);
  return [
    ...places.map(([position, points]) => ({ position, points })),
    { position: 'Other', points: table.other },
    ...outcomes.map((position) => ({ position, points: score(position, table) })),
  ];
}

export function scoringOf(facts: Facts, season: Season | undefined): PointsTable {
  return facts.scoring.get(folded(season?.scoring ?? standardScoring)) ?? standardTable;
}

/**
 * Why the table that a season names isn't the one that counts: nobody has made it, or it says what no place is worth.
 * Then the standard one counts, so that no race goes without points.
 */
export function scoringTrouble(facts: Facts, season: Season): 'unknown' | 'noPlaces' | undefined {
  const name = folded(season.scoring ?? standardScoring);
  const table = facts.scoring.get(name);
  if (!table) return name === folded(standardScoring) ? undefined : 'unknown';
  return table === standardTable ? 'noPlaces' : undefined;
}

export function score(position: Position, table: PointsTable): number {
  switch (position) {
    case 'DNF':
      return table.dnf;
    case 'DSQ':
      return table.dsq;
    case 'DNS':
      return table.dns;
    default:
      return table.places.get(placeOf(position) ?? 0) ?? table.other;
  }
}

function inOrder(...points: number[]): ReadonlyMap<number, number> {
  return new Map(points.map((one, index) => [index + 1, one]));
}
