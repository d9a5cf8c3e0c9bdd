/** Points for a position. */
import { folded } from '../../sheets/names.ts';
import type { Position } from '../../sheets/records.ts';
import type { Facts, PointsTable, Season } from './facts.ts';

/** The name of the table that a season uses when it names none. */
export const standardScoring = 'Standard';

/** This league's default: 15, 12, 10, 9, 8, 7, 6, 5; any other finish or a DNF 1; DSQ and DNS 0. */
export const standardTable: PointsTable = {
  places: new Map([15, 12, 10, 9, 8, 7, 6, 5].map((points, index) => [index + 1, points])),
  other: 1,
  dnf: 1,
  dsq: 0,
  dns: 0,
};

export function scoringOf(facts: Facts, season: Season | undefined): PointsTable {
  return facts.scoring.get(folded(season?.scoring ?? standardScoring)) ?? standardTable;
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
      return table.places.get(position) ?? table.other;
  }
}
