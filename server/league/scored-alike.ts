/** Which rules go from one season to the next, and which table keeps those of a season that's closed. */
import { folded } from '../../sheets/names.ts';
import { naturalKey } from '../../sheets/shadow.ts';
import type { Wanted } from './changes.ts';
import type { Facts, PointsTable, Season } from './facts.ts';
import { byText, openSeason } from './races.ts';
import { scoringOf, scoringRows, scoringTrouble, standardScoring } from './scoring.ts';
import { seasonsLatestFirst } from './seasons.ts';

/** The season that is being raced, or else the one that was closed last. */
export function seasonBefore(facts: Facts): Season | undefined {
  return openSeason(facts) ?? seasonsLatestFirst(facts).find(({ status }) => status === 'Closed');
}

/** What a new season takes over from the one before, by the name of a table that isn't a closed season's own. */
export function scoredAlike(facts: Facts, before: Season | undefined): { scoring: string; dropWorst: number | '' } {
  return { scoring: tableFor(facts, before), dropWorst: before?.dropWorst ?? '' };
}

/** A closed season's own table is handed on to nobody: whoever edited it for the next one would change the past. */
function tableFor(facts: Facts, before: Season | undefined): string {
  const name = before?.scoring ?? standardScoring;
  if (!isFinalName(name)) return name;
  const copied = facts.scoring.get(folded(before?.copiedFrom ?? ''));
  const own = scoringOf(facts, before);
  const shared = [...facts.scoring.values()].filter((table) => !isFinalName(table.name ?? ''));
  return (copied ?? shared.find((table) => isSameTable(table, own)))?.name ?? standardScoring;
}

type Named = Season & { season: string };

/**
 * Seasons that were added as Closed by the name of a table that others are scored by too: they are to get one of their own,
 * in which their rules are kept.
 */
export function unkept(facts: Facts): Named[] {
  const all = [...facts.seasons.values()];
  const tableOf = ({ scoring = standardScoring }: Season) => folded(scoring);
  return all
    .flatMap((one): Named[] => (one.season === undefined ? [] : [{ ...one, season: one.season }]))
    .filter((one) => {
      const name = tableOf(one);
      const isOwn = name.startsWith(folded(finalName(one.season, 1)).slice(0, -1));
      const isShared =
        name === folded(standardScoring) || all.some((other) => other.id !== one.id && tableOf(other) === name);
      return one.history && !isOwn && isShared && !scoringTrouble(facts, one);
    })
    .sort((a, b) => byText(a.id, b.id));
}

/** A table that holds the season's rules and no other season's: whoever edits Scoring later doesn't change the past. */
export function keptTable(facts: Facts, season: Named): { name: string; changes: Wanted[] } {
  const table = scoringOf(facts, season);
  for (let copy = 1; ; copy++) {
    const name = finalName(season.season, copy);
    const there = facts.scoring.get(folded(name));
    if (!there) return { name, changes: addTable(name, table) };
    if (isSameTable(there, table)) return { name, changes: [] };
  }
}

/** The rows of the Scoring tab for a table of that name. */
export function addTable(scoring: string, table: PointsTable): Wanted[] {
  return scoringRows(table).map(({ position, points }) => {
    const cells = { scoring, position, points };
    return { kind: 'add', tab: 'Scoring', id: naturalKey('Scoring', cells), cells };
  });
}

/** What the copy of a season's scoring table is called, from the first on. */
export function finalName(season: string, copy: number): string {
  return `${season} (final${copy > 1 ? ` ${copy}` : ''})`;
}

/** Whether a table is one that keeps the rules of a closed season. */
export function isFinalName(name: string): boolean {
  return /\(final(?: \d+)?\)$/.test(name);
}

export function isSameTable(a: PointsTable, b: PointsTable): boolean {
  return JSON.stringify(scoringRows(a)) === JSON.stringify(scoringRows(b));
}
