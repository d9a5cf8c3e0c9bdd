/** The race that is meant when none is named. */
import type { Facts, Race } from '../league/facts.ts';
import { byTime, countedPositions, openSeason, racesUnderWay } from '../league/races.ts';

/** The earliest that waits for its start. */
export function raceToStart(facts: Facts): Race | undefined {
  return racesUnderWay(facts).find(({ status }) => status === 'Open');
}

/** The earliest that is being raced, else the earliest that is open. */
export function raceToEnd(facts: Facts): Race | undefined {
  const underWay = racesUnderWay(facts);
  return underWay.find(({ status }) => status !== 'Open') ?? underWay[0];
}

/** The latest of the open season that is over. */
export function raceBefore(facts: Facts): Race | undefined {
  const season = openSeason(facts)?.id;
  const over = [...facts.races.values()].filter(
    (race) => race.season === season && (race.status === 'Final' || race.status === 'Void'),
  );
  return over.sort(byTime).at(-1);
}

/** Final races that somebody was in, the latest first. */
export function finalRacesOf(facts: Facts, racer: string): Race[] {
  const own = [...facts.races.values()].filter(
    ({ id, status }) => status === 'Final' && countedPositions(facts, id).some((one) => one.racer === racer),
  );
  return own.sort((a, b) => byTime(b, a));
}
