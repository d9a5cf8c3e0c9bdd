/** The open season's table, and tonight's. */
import type { LeagueView, StandingView } from '../contract/league.ts';
import type { Facts, Season } from '../league/facts.ts';
import { countedPositions, finalRaces, latestNight } from '../league/races.ts';
import { nightStandings, ranked, standings } from '../league/standings.ts';
import { sumOf } from '../league/tallies.ts';
import { shownWinnings } from './money.ts';

export function standingViews(facts: Facts, season: Season): StandingView[] {
  const races = finalRaces(facts, season.id);
  const latest = races.at(-1);
  const before = new Map(standings(facts, season, races.slice(0, -1)).map((line) => [line.racer, line]));
  const tonight = pointsTonight(facts, season);
  const raced = new Set(latest && countedPositions(facts, latest.id).map(({ racer }) => racer));
  const won = shownWinnings(facts, season.id);
  return standings(facts, season).map((line) => {
    const earlier = before.get(line.racer);
    const points = sumOf([line.points, -(earlier?.points ?? 0)]);
    const moved = earlier ? earlier.rank - line.rank : 0;
    return {
      ...line,
      ...(won && { winnings: won(line.racer) }),
      tonight: tonight.get(line.racer) ?? 0,
      ...((raced.has(line.racer) || moved !== 0) && { latest: { points, moved } }),
    };
  });
}

/** Missing until a race of the open season has been opened. */
export function nightView(facts: Facts, season: Season): LeagueView['night'] {
  const name = latestNight(facts, season);
  if (name === undefined) return undefined;
  const lines = nightStandings(facts, season, name);
  return { name, standings: lines.map(({ rank, racer, points, wins }) => ({ rank, racer, points, wins })) };
}

/** What each racer's races of the latest night add to their points: dropped ones add nothing. */
function pointsTonight(facts: Facts, season: Season): Map<string, number> {
  const night = latestNight(facts, season);
  const ofTonight = (race: string) => night !== undefined && facts.races.get(race)?.night === night;
  return new Map(
    ranked(facts, season).map(({ tally: { racer, scores } }) => {
      const counted = scores.filter(({ race, dropped }) => !dropped && ofTonight(race));
      return [racer, sumOf(counted.map(({ points }) => points))];
    }),
  );
}
