/** The league as every member sees it. Follows from the state; holds no Discord ID. */
import type { LeagueView, RacerView } from '../contract/league.ts';
import type { SheetView } from '../contract/sheet.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts, Race } from '../league/facts.ts';
import { isPlaceholder } from '../league/people.ts';
import { protestUntil } from '../league/protests.ts';
import { byTime, isUnderWay, latestNight, latestSeason, openSeason } from '../league/races.ts';
import { score, scoringOf } from '../league/scoring.ts';
import { leagueMoneyView } from './money.ts';
import { namedRacers, namesIn } from './names.ts';
import { raceView } from './race.ts';
import { seasonSummaries } from './season.ts';
import { nightView, standingViews } from './standings.ts';

export function leagueView(state: State, sandbox: boolean, sheet: SheetView): LeagueView {
  const facts = factsOf(state);
  const { settings } = facts;
  const season = openSeason(facts);
  const night = season && nightView(facts, season);
  const money = leagueMoneyView(facts, namesIn(state));
  return {
    version: state.seq,
    name: settings.leagueName,
    game: settings.game,
    timeZone: settings.timeZone,
    sandbox,
    ...(season && { season: { id: season.id, name: season.season ?? '' } }),
    ...(money && { money }),
    seasons: seasonSummaries(facts),
    places: settings.places,
    whoMayOpen: settings.whoMayOpen,
    cpus: settings.cpus,
    protestHours: settings.protestHours,
    objectionSeconds: settings.objectionSeconds,
    points: pointsView(facts),
    racers: racerViews(state, facts),
    races: raceViews(facts, state.log.at(-1)?.at ?? 0),
    standings: season ? standingViews(facts, season) : [],
    ...(night && { night }),
    sheet,
  };
}

function pointsView(facts: Facts): LeagueView['points'] {
  const table = scoringOf(facts, openSeason(facts));
  return {
    places: Array.from({ length: facts.settings.places }, (_, index) => score(index + 1, table)),
    other: table.other,
    dnf: table.dnf,
  };
}

function racerViews(state: State, facts: Facts): Record<string, RacerView> {
  const { racer: nameOf } = namesIn(state);
  return Object.fromEntries(
    [...namedRacers(facts)].map((id) => {
      const racer = facts.racers.get(id);
      const placeholder = racer && isPlaceholder(facts, racer);
      return [id, { name: nameOf(id), ...(placeholder && { placeholder }) }];
    }),
  );
}

/**
 * Those that are not over, planned ones among them, and those of the latest night. A closing ends nobody's protest: `asOf`
 * is the latest moment that the league knows of, in milliseconds since 1970.
 */
function raceViews(facts: Facts, asOf: number): LeagueView['races'] {
  const season = latestSeason(facts);
  const night = season && latestNight(facts, season);
  const isShown = (race: Race) =>
    isUnderWay(race) ||
    isToCome(facts, race) ||
    (night !== undefined && race.season === season?.id && race.night === night) ||
    (isClosed(facts, race) && (protestUntil(facts, race) ?? 0) > asOf);
  const ordered = [...facts.races.values()].sort(byTime).map((race, order) => ({ race, order }));
  const shown = ordered.filter(({ race }) => isShown(race));
  return Object.fromEntries(shown.map(({ race, order }) => [race.id, raceView(facts, race, order)]));
}

/** What a season still had planned when it was closed isn't raced any more. */
function isToCome(facts: Facts, race: Race): boolean {
  return race.status === 'Planned' && !isClosed(facts, race);
}

function isClosed(facts: Facts, race: Race): boolean {
  return facts.seasons.get(race.season ?? '')?.status === 'Closed';
}
