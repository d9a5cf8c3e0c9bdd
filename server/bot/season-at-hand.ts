/** The season that is meant when none is named. */
import type { Facts, Season } from '../league/facts.ts';
import { openSeason } from '../league/races.ts';
import { seasonsLatestFirst } from '../league/seasons.ts';

/** The open one, else the one that closed last. */
export function seasonAtHand(facts: Facts): Season | undefined {
  return openSeason(facts) ?? seasonsLatestFirst(facts).find(({ status }) => status === 'Closed');
}

/** The planned one that comes next. */
export function seasonToOpen(facts: Facts): Season | undefined {
  return seasonsLatestFirst(facts).findLast(({ status = 'Planned' }) => status === 'Planned');
}
