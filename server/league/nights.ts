/** Evenings: which races belong to one. */
import type { Facts, Race } from './facts.ts';
import { byTime } from './races.ts';

/** Races of one evening belong together: after this long without one, a new night begins. */
const nightEndsAfterMs = 8 * 3_600_000;

/** The night that a race at that moment belongs to: that of the race nearest in time, or a new one. */
export function nightAt({ races: all }: Pick<Facts, 'races'>, season: string, moment: number): string {
  const races = [...all.values()].filter((race) => race.season === season).sort(byTime);
  const away = ({ opened, planned }: Race) => Math.abs(moment - (opened ?? planned ?? Number.NEGATIVE_INFINITY));
  const near = races.filter((race) => race.night && away(race) < nightEndsAfterMs);
  const nearest = near.sort((a, b) => away(a) - away(b))[0];
  if (nearest?.night) return nearest.night;
  const numbers = races.map((race) => Number(/^Night (\d{1,6})$/.exec(race.night ?? '')?.[1] ?? 0));
  return `Night ${Math.max(0, ...numbers) + 1}`;
}
