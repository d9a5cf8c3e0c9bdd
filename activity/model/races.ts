/** What the screen asks about races. Pure. */
import type { EntrantView, LeagueView, MeView, Position, RaceId, RacerId, RaceView } from '../../server/contract.ts';

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

export function reportedCount(race: RaceView): number {
  return race.entrants.filter((entrant) => entrant.position !== undefined).length;
}

export function withoutPlace(race: RaceView): RacerId[] {
  return race.entrants.filter((entrant) => entrant.position === undefined).map((entrant) => entrant.racer);
}

/** The racers who hold a position now. */
export function holders(race: RaceView, position: Position): RacerId[] {
  return race.entrants.filter((entrant) => entrant.position === position).map((entrant) => entrant.racer);
}

/** Places that nobody holds although somebody behind them does; only once everybody has a position. */
export function gaps(race: RaceView): number[] {
  if (withoutPlace(race).length > 0) return [];
  const held = new Set(race.entrants.map(({ position }) => position).filter((it) => typeof it === 'number'));
  return Array.from({ length: Math.max(0, ...held) }, (_, index) => index + 1).filter((place) => !held.has(place));
}

/** What a position scores by the league's table, as the server sent it. */
export function worth(points: LeagueView['points'], position: Position): number {
  if (typeof position === 'number') return points.places[position - 1] ?? points.other;
  return position === 'DNF' ? points.dnf : 0;
}

/** As a result list reads: by place, then those who left without one, then those who have said nothing yet. */
export function byPosition(entrants: readonly EntrantView[]): EntrantView[] {
  const rank = ({ position }: EntrantView) =>
    position === undefined
      ? 1000
      : typeof position === 'number'
        ? position
        : 900 + ['DNF', 'DSQ', 'DNS'].indexOf(position);
  return entrants.toSorted((a, b) => rank(a) - rank(b));
}

export const nameOf = (view: LeagueView, racer: RacerId): string => view.racers[racer]?.name ?? '?';
