/** Which rules go from one season to the next, and which table keeps those of a season that's closed. */
import type { Facts, PointsTable, Season } from './facts.ts';
import { openSeason } from './races.ts';
import { scoringOf, scoringRows, standardScoring } from './scoring.ts';
import { seasonsLatestFirst } from './seasons.ts';

/** The season that is being raced, or else the one that was closed last. */
export function seasonBefore(facts: Facts): Season | undefined {
  return openSeason(facts) ?? seasonsLatestFirst(facts).find(({ status }) => status === 'Closed');
}

/** What a new season takes over from the one before, by the name of a table that isn't a closed season's own. */
export function scoredAlike(facts: Facts, before: Season | undefined): { scoring: string; dropWorst: number | '' } {
  return { scoring: tableFor(facts, before), dropWorst: before?.dropWorst ?? '' };
}

function tableFor(facts: Facts, before: Season | undefined): string {
  const name = before?.scoring ?? standardScoring;
  if (!isFinalName(name)) return name;
  const own = scoringOf(facts, before);
  const alike = [...facts.scoring.values()].find((table) => isSameTable(table, own) && !isFinalName(table.name ?? ''));
  return alike?.name ?? name;
}

/** What the copy of a season's scoring table is called, from the first on. */
export function finalName(season: string, copy: number): string {
  return `${season} (final${copy > 1 ? ` ${copy}` : ''})`;
}

function isFinalName(name: string): boolean {
  return /\(final(?: \d+)?\)$/.test(name);
}

export function isSameTable(a: PointsTable, b: PointsTable): boolean {
  return JSON.stringify(scoringRows(a)) === JSON.stringify(scoringRows(b));
}
