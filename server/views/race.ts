/** A race as its members see it. */
import type { EntrantView, RaceView } from '../contract/league.ts';
import type { Facts, Race, Result } from '../league/facts.ts';
import { fitsUpTo } from '../league/fits.ts';
import { protestUntil } from '../league/protests.ts';
import { checkRace, countedPositions, finalAt } from '../league/races.ts';
import { score, scoringOf } from '../league/scoring.ts';
import { raceStakes, wonIn } from './money.ts';
import { personOf } from './names.ts';

/** `order` is greater for later races. */
export function raceView(facts: Facts, race: Race, order: number): RaceView {
  const check = checkRace(facts, race.id);
  const table = scoringOf(facts, facts.seasons.get(race.season ?? ''));
  const over = race.status === 'Final';
  const counted = new Map(over ? countedPositions(facts, race.id).map(({ racer, position }) => [racer, position]) : []);
  const final = finalAt(facts, race);
  const until = protestUntil(facts, race);
  const memory = facts.memory.get(race.id);
  const overdue = overdueView(facts, race);
  const stakes = raceStakes(facts, race);
  const won = over && facts.settings.money ? wonIn(facts, race.id) : new Map<string, number>();
  return {
    name: race.race ?? '?',
    night: race.night ?? '',
    status: race.status ?? 'Planned',
    ...(race.planned !== undefined && { planned: race.planned }),
    ...(race.host !== undefined && { host: race.host }),
    ...(race.season !== undefined && { season: race.season }),
    order,
    ...(stakes && { stakes }),
    entrants: check.entrants.map((result) => {
      const position = over ? counted.get(result.racer ?? '') : result.position;
      const points = position === undefined ? {} : { position, points: score(position, table) };
      const amount = won.get(result.racer ?? '');
      return { ...entrantView(facts, result), ...points, ...(amount !== undefined && { won: amount }) };
    }),
    contradictions: check.contradictions.map(({ position, results }) => ({
      position,
      racers: results.map((result) => result.racer ?? ''),
    })),
    ...(check.gaps.length > 0 && { gaps: check.gaps }),
    ...(final !== undefined && { finalAt: final }),
    ...(memory?.objection !== undefined && { objection: { by: memory.objection } }),
    ...(overdue && { overdue }),
    ...(until !== undefined && { protestUntil: until }),
  };
}

/** Who hasn't reported though it's time; undefined where nobody is asked about. */
export function overdueView(facts: Facts, race: Race): RaceView['overdue'] {
  if (race.status !== 'Reporting' || !facts.memory.get(race.id)?.overdue) return undefined;
  const missing = (facts.entrants.get(race.id) ?? []).filter(({ position }) => position === undefined);
  if (missing.length === 0) return undefined;
  const fits = fitsUpTo(facts, race.id);
  return { missing: missing.map(({ racer }) => racer ?? ''), ...(fits !== undefined && { fits }) };
}

function entrantView(facts: Facts, result: Result): EntrantView {
  const racer = result.racer ?? '';
  const decided = result.position !== undefined && (result.source === 'Host' || result.source === 'Sheet');
  const vouchers = facts.memory.get(result.race ?? '')?.confirmed.get(racer) ?? [];
  const confirmedBy = [...new Set(vouchers.map((by) => personOf(facts, by)))].filter((by) => by !== racer);
  return {
    racer,
    ...(decided && { decidedByHost: true }),
    ...(result.note?.toLowerCase() === 'late' && { late: true }),
    ...(confirmedBy.length > 0 && { confirmedBy }),
  };
}
