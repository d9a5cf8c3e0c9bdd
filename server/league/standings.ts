/** Who stands where in a season. */
import type { Position } from '../../sheets/records.ts';
import type { Facts, Race, Season } from './facts.ts';
import { byText, countedPositions, finalRaces } from './races.ts';
import { score, scoringOf } from './scoring.ts';

export interface Standing {
  /** 1, 2, 2, 4: racers whom nothing separates share a rank. */
  rank: number;
  racer: string;
  points: number;
  wins: number;
  /** Finishes in the first three. */
  podiums: number;
  /** Races that they started. */
  races: number;
}

/** The standings of a season from its final races; `races` narrows it to some of them. */
export function standings(facts: Facts, season: Season, races = finalRaces(facts, season.id)): Standing[] {
  const tallies = tally(facts, season, races);
  const latest = races.at(-1);
  const ranked = [...tallies.values()].sort((a, b) => compare(a, b, latest) || byNameThenId(facts, a, b));
  let rank = 0;
  return ranked.map((own, index) => {
    const above = ranked[index - 1];
    if (!above || compare(above, own, latest) !== 0) rank = index + 1;
    return {
      rank,
      racer: own.racer,
      points: own.points,
      wins: own.places.get(1) ?? 0,
      podiums: [1, 2, 3].reduce((sum, place) => sum + (own.places.get(place) ?? 0), 0),
      races: own.started,
    };
  });
}

interface Tally {
  racer: string;
  points: number;
  started: number;
  /** How often each place. */
  places: Map<number, number>;
  positions: Map<string, Position>;
}

function tally(facts: Facts, season: Season, races: readonly Race[]): Map<string, Tally> {
  const table = scoringOf(facts, season);
  const tallies = new Map<string, Tally>();
  for (const race of races) {
    for (const { racer, position } of countedPositions(facts, race.id)) {
      const own = tallies.get(racer) ?? { racer, points: 0, started: 0, places: new Map(), positions: new Map() };
      tallies.set(racer, own);
      own.points += score(position, table);
      own.positions.set(race.id, position);
      if (position !== 'DNS') own.started += 1;
      if (typeof position === 'number') own.places.set(position, (own.places.get(position) ?? 0) + 1);
    }
  }
  return tallies;
}

/** Points; then countback (most 1sts, then most 2nds, and so on: FIA art. 7.2); then the better latest race. */
function compare(a: Tally, b: Tally, latest: Race | undefined): number {
  return b.points - a.points || countback(a, b) || (latest ? worth(a, latest) - worth(b, latest) : 0);
}

function countback(a: Tally, b: Tally): number {
  const worst = Math.max(0, ...a.places.keys(), ...b.places.keys());
  for (let place = 1; place <= worst; place++) {
    const difference = (b.places.get(place) ?? 0) - (a.places.get(place) ?? 0);
    if (difference) return difference;
  }
  return 0;
}

/** Lower is better: a place, then DNF, then a disqualification or not having raced. */
function worth(own: Tally, race: Race): number {
  const position = own.positions.get(race.id);
  if (typeof position === 'number') return position;
  return position === 'DNF' ? 1_000 : 1_001;
}

/** Only the order on the screen of those who share a rank. */
function byNameThenId(facts: Facts, a: Tally, b: Tally): number {
  const nameOf = (own: Tally) => (facts.racers.get(own.racer)?.racer ?? '').toLowerCase();
  return byText(nameOf(a), nameOf(b)) || byText(a.racer, b.racer);
}
