/** Trophies by name. */
import type { TrophyView } from '../contract/effects.ts';
import type { Facts } from '../league/facts.ts';
import { type Trophy, trophies } from '../league/trophies.ts';
import type { Names } from './names.ts';

export function trophyView({ racer, metal, season, race, at }: Trophy, names: Names): TrophyView {
  return {
    racer,
    metal,
    season,
    seasonName: names.season(season),
    ...(race !== undefined && { race, raceName: names.race(race) }),
    ...(at !== undefined && { at }),
  };
}

const cabinets = new WeakMap<Facts, Map<string, Trophy[]>>();

/** A racer's own, the latest first. Facts don't change, so who won what is gathered once: it takes every race ever. */
export function cabinetOf(facts: Facts, racer: string): readonly Trophy[] {
  const byRacer = cabinets.get(facts) ?? Map.groupBy(trophies(facts), (trophy) => trophy.racer);
  cabinets.set(facts, byRacer);
  return byRacer.get(racer) ?? [];
}
