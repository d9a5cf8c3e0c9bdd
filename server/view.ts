/** The league as its members see it, and as everybody does. Follows from the state; holds no Discord ID. */
import type {
  EntrantView,
  LeagueView,
  MeView,
  ProblemView,
  PublicLeague,
  RaceView,
  SheetView,
  StandingView,
} from './contract.ts';
import { factsOf } from './facts.ts';
import type { State } from './fold.ts';
import type { Facts, Race, Racer, Result } from './league/facts.ts';
import {
  byTime,
  checkRace,
  countedPositions,
  finalAt,
  finalRaces,
  isUnderWay,
  latestNight,
  openSeason,
} from './league/races.ts';
import { score, scoringOf } from './league/scoring.ts';
import { type Standing, standings } from './league/standings.ts';

export function leagueView(state: State, sandbox: boolean, sheet: SheetView): LeagueView {
  const facts = factsOf(state);
  const { settings } = facts;
  const season = openSeason(facts);
  const table = scoringOf(facts, season);
  const ordered = [...facts.races.values()].sort(byTime);
  const night = latestNight(facts);
  const shown = ordered.filter((race) => isUnderWay(race) || (race.season === season?.id && race.night === night));
  return {
    version: state.seq,
    name: settings.leagueName,
    game: settings.game,
    sandbox,
    ...(season && { season: { id: season.id, name: season.season ?? '' } }),
    places: settings.places,
    whoMayOpen: settings.whoMayOpen,
    objectionSeconds: settings.objectionSeconds,
    points: {
      places: Array.from({ length: settings.places }, (_, index) => score(index + 1, table)),
      other: table.other,
      dnf: table.dnf,
    },
    racers: Object.fromEntries([...facts.racers].map(([id, racer]) => [id, { name: racer.racer ?? '?' }])),
    races: Object.fromEntries(shown.map((race) => [race.id, raceView(facts, race, ordered.indexOf(race))])),
    standings: standingViews(facts),
    sheet,
  };
}

export function meView(racer: Racer | undefined, name: string, problems: ProblemView[] | undefined): MeView {
  return {
    ...(racer && { racer: racer.id }),
    name: racer?.racer ?? name,
    host: problems !== undefined,
    ...(problems && { problems }),
  };
}

/** What anyone may know. `at` is now, in milliseconds since 1970. */
export function publicLeague(state: State, at: number): PublicLeague {
  const facts = factsOf(state);
  const season = openSeason(facts);
  const nameOf = (racer: string) => publicName(facts.racers.get(racer));
  const lines = season ? standings(facts, season) : [];
  const table = scoringOf(facts, season);
  const races = season ? finalRaces(facts, season.id).reverse() : [];
  return {
    league: facts.settings.leagueName,
    ...(season && { season: season.season ?? '' }),
    at,
    standings: lines.map((line) => ({ ...line, racer: nameOf(line.racer) })),
    races: races.map((race) => ({
      race: race.race ?? '',
      night: race.night ?? '',
      results: countedPositions(facts, race.id)
        .map(({ racer, position }) => ({ position, racer: nameOf(racer), points: score(position, table) }))
        .sort((a, b) => worth(a.position) - worth(b.position)),
    })),
  };
}

/** A racer may stay off the public page. */
function publicName(racer: Racer | undefined): string {
  return racer?.onPage === false ? 'A racer' : (racer?.racer ?? 'A racer');
}

function worth(position: number | string): number {
  return typeof position === 'number' ? position : 1_000;
}

function raceView(facts: Facts, race: Race, order: number): RaceView {
  const check = checkRace(facts, race.id);
  const table = scoringOf(facts, facts.seasons.get(race.season ?? ''));
  const over = race.status === 'Final';
  const counted = new Map(over ? countedPositions(facts, race.id).map(({ racer, position }) => [racer, position]) : []);
  const final = finalAt(facts, race);
  const objection = facts.memory.get(race.id)?.objection;
  return {
    name: race.race ?? '?',
    night: race.night ?? '',
    status: race.status ?? 'Planned',
    ...(race.host !== undefined && { host: race.host }),
    order,
    entrants: check.entrants.map((result) => {
      const position = over ? counted.get(result.racer ?? '') : result.position;
      const points = position === undefined ? {} : { position, points: score(position, table) };
      return { ...entrantView(result), ...points };
    }),
    contradictions: check.contradictions.map(({ position, results }) => ({
      position,
      racers: results.map((result) => result.racer ?? ''),
    })),
    ...(check.gaps.length > 0 && { gaps: check.gaps }),
    ...(final !== undefined && { finalAt: final }),
    ...(objection !== undefined && { objection: { by: objection } }),
  };
}

function entrantView(result: Result): EntrantView {
  const decided = result.position !== undefined && (result.source === 'Host' || result.source === 'Sheet');
  return {
    racer: result.racer ?? '',
    ...(decided && { decidedByHost: true }),
    ...(result.note?.toLowerCase() === 'late' && { late: true }),
  };
}

function standingViews(facts: Facts): StandingView[] {
  const season = openSeason(facts);
  if (!season) return [];
  const races = finalRaces(facts, season.id);
  const latest = races.at(-1);
  const before = byRacer(standings(facts, season, races.slice(0, -1)));
  const night = latestNight(facts);
  const tonight = byRacer(
    standings(
      facts,
      season,
      races.filter((race) => race.night === night),
    ),
  );
  const raced = new Set(latest && countedPositions(facts, latest.id).map(({ racer }) => racer));
  return standings(facts, season, races).map((line) => {
    const earlier = before.get(line.racer);
    const points = line.points - (earlier?.points ?? 0);
    const moved = earlier ? earlier.rank - line.rank : 0;
    return {
      ...line,
      tonight: tonight.get(line.racer)?.points ?? 0,
      ...((raced.has(line.racer) || moved !== 0) && { latest: { points, moved } }),
    };
  });
}

function byRacer(lines: readonly Standing[]): Map<string, Standing> {
  return new Map(lines.map((line) => [line.racer, line]));
}
