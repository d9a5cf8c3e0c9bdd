/** Who and what an action is about. */
import type { Facts, Race, Racer, Result } from '../league/facts.ts';
import { byTime, racesUnderWay } from '../league/races.ts';
import type { Refusal } from '../words/refusals.ts';
import type { Member, Situation } from './verb.ts';

export function racerOf(facts: Facts, member: Member): Racer | undefined {
  return [...facts.racers.values()].find((racer) => racer.discordId === member.user);
}

/** The race of that ID, or the refusal that says there is none that could be named in the Sheet. */
export function raceNamed(facts: Facts, id: string): Race | Refusal {
  const race = facts.races.get(id);
  if (!race) return { refused: 'unknown_race' };
  return race.race === undefined ? { refused: 'nameless_race' } : race;
}

export function titleOf(race: Race): string {
  return race.race ?? '';
}

/** The racer's own line in a race. */
export function entryOf(facts: Facts, race: Race, racer: Racer | undefined): Result | undefined {
  return (facts.entrants.get(race.id) ?? []).find((result) => result.racer === racer?.id);
}

/** The races under way that a racer is in, earliest first. */
export function racesOf(facts: Facts, racer: Racer | undefined): Race[] {
  return racesUnderWay(facts).filter((race) => entryOf(facts, race, racer));
}

/** The race that waits for this racer's result when none is named: their own, else the earliest that's being raced. */
export function reportable(facts: Facts, racer: Racer | undefined): Race | Refusal | undefined {
  const beingRaced = (race: Race) => race.status === 'Running' || race.status === 'Reporting';
  const own = racesOf(facts, racer);
  const race = own.find(beingRaced) ?? own[0] ?? racesUnderWay(facts).find(beingRaced) ?? racesUnderWay(facts)[0];
  return race && raceNamed(facts, race.id);
}

/** "Race 7": one more than the highest number that any race ever had, in any season, the deleted ones included. */
export function nextRaceName(facts: Facts): string {
  const numbers = [...facts.namesOfRaces.keys()].map((name) => Number(/^race (\d{1,6})$/.exec(name)?.[1] ?? 0));
  return `Race ${Math.max(0, ...numbers) + 1}`;
}

/** Races of one evening belong together: after this long without one, a new night begins. */
const nightEndsAfterMs = 8 * 3_600_000;

/** The night that a race opened now belongs to: the season's latest, or the one after it. */
export function nightNow(facts: Facts, season: string, now: number): string {
  const races = [...facts.races.values()].filter((race) => race.season === season && race.opened !== undefined);
  const latest = races.sort(byTime).at(-1);
  if (latest?.night && now - (latest.opened ?? 0) < nightEndsAfterMs) return latest.night;
  const numbers = races.map((race) => Number(/^Night (\d{1,6})$/.exec(race.night ?? '')?.[1] ?? 0));
  return `Night ${Math.max(0, ...numbers) + 1}`;
}

export function mayOpen({ facts, by }: Situation): boolean {
  return by.host || facts.settings.whoMayOpen === 'Everyone';
}
