/** Who and what an action is about. */
import type { Facts, Protest, Race, Racer, Result } from '../league/facts.ts';
import { isUnderWay, racesUnderWay } from '../league/races.ts';
import type { Refusal } from '../words/refusals.ts';
import { isRefusal, type Member, type Situation } from './verb.ts';

/** Who a member is in this league: their row, or the one that it is the same as. */
export function racerOf(facts: Facts, member: Member): Racer | undefined {
  const own = [...facts.racers.values()].find((racer) => racer.discordId === member.user);
  return own && personOf(facts, own);
}

/** The row that counts for a racer: another one's where theirs is the same as that. */
export function personOf(facts: Facts, racer: Racer): Racer {
  return facts.racers.get(facts.sameAs.get(racer.id) ?? racer.id) ?? racer;
}

/** The racer of that ID, or whom they are the same as. */
export function racerNamed(facts: Facts, id: string): Racer | undefined {
  const racer = facts.racers.get(id);
  return racer && personOf(facts, racer);
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

/** The race of that ID once it has started, and as long as it isn't void: positions can be set in it. */
export function begunRace(facts: Facts, id: string): Race | Refusal {
  const race = raceNamed(facts, id);
  if (isRefusal(race)) return race;
  if (race.status === 'Void') return { refused: 'race_void', given: { race: titleOf(race) } };
  const begun = race.status === 'Running' || race.status === 'Reporting' || race.status === 'Final';
  return begun ? race : { refused: 'not_started', given: { race: titleOf(race) } };
}

/** A race that is final or void is over for those who were in it. */
export function refuseIfOver(race: Race): Refusal | undefined {
  if (race.status === 'Final') return { refused: 'race_final', given: { race: titleOf(race) } };
  return race.status === 'Void' ? { refused: 'race_void', given: { race: titleOf(race) } } : undefined;
}

/** The protest of that ID, against that race if one is said, as long as no host has answered it. */
export function openProtest(facts: Facts, id: string, race?: Race): Protest | Refusal {
  const protest = facts.protests.get(id);
  if (!protest || (race && protest.race !== race.id)) return { refused: 'unknown_protest' };
  return protest.settled ? { refused: 'protest_settled', given: { how: protest.settled.how } } : protest;
}

/** The protests against a race that no host has answered. */
export function openProtests(facts: Facts, race: Race): Protest[] {
  return [...facts.protests.values()].filter((one) => one.race === race.id && !one.settled);
}

export function namesIn(facts: Facts, results: readonly Result[]): string[] {
  return results.map(({ racer }) => facts.racers.get(racer ?? '')?.racer ?? 'Somebody');
}

/** The racer's own line in a race. */
export function entryOf(facts: Facts, race: Race, racer: Racer | undefined): Result | undefined {
  const person = racer && personOf(facts, racer).id;
  return (facts.entrants.get(race.id) ?? []).find((result) => result.racer === person);
}

/** The races under way that a racer is in, earliest first. */
export function racesOf(facts: Facts, racer: Racer | undefined): Race[] {
  return racesUnderWay(facts).filter((race) => entryOf(facts, race, racer));
}

/** Nobody races twice at once: whoever is put into a race under way is in no other. */
export function refuseIfElsewhere(facts: Facts, race: Race, racer: Racer): Refusal | undefined {
  const other = isUnderWay(race) ? racesOf(facts, racer)[0] : undefined;
  return other && { refused: 'races_elsewhere', given: { race: titleOf(other), racer: racer.racer ?? '' } };
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

export function mayOpen({ facts, by }: Situation): boolean {
  return by.host || facts.settings.whoMayOpen === 'Everyone';
}
