/** What the screen asks about races. Pure. */
import type { EntrantView, LeagueView, RaceView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { Position, RaceId, RacerId } from '../../server/contract/terms.ts';
import { outcomes, placeOf } from '../../sheets/positions.ts';

export interface Shown {
  id: RaceId;
  race: RaceView;
}

/** What somebody chose to look at, and the newest race at that time: a newer one takes the screen back. */
export interface Choice {
  race: RaceId;
  newest: number;
}

export function isUnderWay(race: RaceView): boolean {
  return race.status === 'Open' || race.status === 'Running' || race.status === 'Reporting';
}

/** Tonight's races, the newest first; one that is only planned isn't there yet. */
export function racesTonight(view: LeagueView): Shown[] {
  return Object.entries(view.races)
    .map(([id, race]) => ({ id, race }))
    .filter(({ race }) => race.status !== 'Planned')
    .sort((a, b) => b.race.order - a.race.order || (a.id < b.id ? -1 : 1));
}

/** Races that wait for somebody to open them, the soonest first. */
export function plannedRaces(view: LeagueView): Shown[] {
  return Object.entries(view.races)
    .map(([id, race]) => ({ id, race }))
    .filter(({ race }) => race.status === 'Planned')
    .sort((a, b) => (a.race.planned ?? 0) - (b.race.planned ?? 0) || a.race.order - b.race.order);
}

export const newestOrder = (view: LeagueView): number => racesTonight(view)[0]?.race.order ?? 0;

/** The race on the screen: the chosen one, else the one I am in, else the newest under way, else the newest. */
export function shownRace(view: LeagueView, me: MeView | undefined, choice: Choice | undefined): Shown | undefined {
  const races = racesTonight(view);
  const chosen = choice && choice.newest >= newestOrder(view) ? races.find(({ id }) => id === choice.race) : undefined;
  return chosen ?? raceImIn(view, me) ?? races.find(({ race }) => isUnderWay(race)) ?? races[0];
}

/** The race under way that I take part in; the rules allow one. */
export function raceImIn(view: LeagueView, me: MeView | undefined): Shown | undefined {
  return racesTonight(view).find(({ race }) => isUnderWay(race) && entrantOf(race, me?.racer) !== undefined);
}

export function entrantOf(race: RaceView, racer: RacerId | undefined): EntrantView | undefined {
  return racer === undefined ? undefined : race.entrants.find((entrant) => entrant.racer === racer);
}

export function mayOpen(view: LeagueView, me: MeView | undefined): boolean {
  return view.whoMayOpen === 'Everyone' || me?.host === true;
}

/** Races belong to a season: while none is open, nobody opens a race. */
export function mayOpenRace(view: LeagueView, me: MeView | undefined): boolean {
  return view.season !== undefined && mayOpen(view, me);
}

export function reportedCount(race: RaceView): number {
  return race.entrants.filter((entrant) => entrant.position !== undefined).length;
}

export function withoutPlace(race: RaceView): RacerId[] {
  return race.entrants.filter((entrant) => entrant.position === undefined).map((entrant) => entrant.racer);
}

/** The racers who hold a place now, alone or together; or DNF. */
export function holders(race: RaceView, position: number | 'DNF'): RacerId[] {
  const holds = (held: Position | undefined) => held === position || placeOf(held) === position;
  return race.entrants.filter((entrant) => holds(entrant.position)).map((entrant) => entrant.racer);
}

/** The last place there is to choose: where CPUs or guests race too, every one that a race takes. */
export function lastPlace(view: LeagueView, race: RaceView): number {
  return lastPlaceAmong(view, race.entrants.length);
}

/** The same where so many racers take part. */
export function lastPlaceAmong({ cpus, places }: LeagueView, racers: number): number {
  return cpus ? Math.max(places, racers) : racers;
}

/** What a position scores by the league's table, as the server sent it. */
export function worth(points: LeagueView['points'], position: Position): number {
  const place = placeOf(position);
  if (place !== undefined) return points.places[place - 1] ?? points.other;
  return position === 'DNF' ? points.dnf : 0;
}

const outcomeOrder: readonly Position[] = outcomes;

/** As a result list reads: by place, then those who left without one, then those who have said nothing yet. */
export function byPosition(entrants: readonly EntrantView[]): EntrantView[] {
  const rank = ({ position }: EntrantView) =>
    position === undefined ? 1000 : (placeOf(position) ?? 900 + outcomeOrder.indexOf(position));
  return entrants.toSorted((a, b) => rank(a) - rank(b));
}

export const nameOf = (view: LeagueView, racer: RacerId): string => view.racers[racer]?.name ?? '?';
