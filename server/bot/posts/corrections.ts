/** Which corrections of hosts are told, and which of them together. */
import type { Change, Happening } from '../../league/changes.ts';
import { isNoEffect } from '../../league/effects.ts';
import type { Correction, Facts } from '../../league/facts.ts';
import { netEffects } from './net-effects.ts';

/** A host who swaps two cells has two edits to make: they're told as one. Milliseconds, as below. */
export const quietMs = 60_000;

/** Hosts' changes of what counts already. Closing a race or a season isn't one, nor is an import. */
const correcting: readonly Happening['what'][] = [
  'fixed',
  'corrected',
  'deadHeat',
  'voided',
  'undone',
  'adjusted',
  'merged',
  'unmerged',
  'edited',
  'deleted',
  'putBack',
  'seasonEdited',
];

/** Corrections that came one soon after another. */
export interface Told {
  /** The journal's position of the last of them. */
  readonly entry: number;
  readonly at: number;
  readonly effects: Correction['effects'];
  /** Races whose results changed. */
  readonly races: readonly string[];
}

/** Groups that have been left alone since, the earliest first; without those that come to nothing. */
export function corrections(facts: Facts, now: number): { told: Told[]; askAgainAt?: number } {
  const groups: Correction[][] = [];
  for (const correction of facts.corrections.filter(isCorrection)) {
    const latest = groups.at(-1);
    const last = latest?.at(-1);
    if (latest && last && correction.at - last.at < quietMs) latest.push(correction);
    else groups.push([correction]);
  }
  const waits = groups.filter((group) => quietAt(group) > now).map(quietAt);
  const told = groups.filter((group) => quietAt(group) <= now).flatMap((group) => tellingOf(facts, group) ?? []);
  return { told, ...(waits.length > 0 && { askAgainAt: Math.min(...waits) }) };
}

function quietAt(group: readonly Correction[]): number {
  return (group.at(-1)?.at ?? 0) + quietMs;
}

function tellingOf(facts: Facts, group: readonly Correction[]): Told | undefined {
  const last = group.at(-1);
  const effects = netEffects(group.map((one) => one.effects));
  if (!last || isNoEffect(effects)) return undefined;
  const touched = group.flatMap(({ changes }) => changes.flatMap((change) => raceOf(facts, change) ?? []));
  return { entry: last.entry, at: last.at, effects, races: [...new Set(touched)] };
}

function raceOf(facts: Facts, change: Change): string | undefined {
  if (!('tab' in change) || !('id' in change)) return undefined;
  if (change.tab === 'Races') return facts.races.has(change.id) ? change.id : undefined;
  if (change.tab !== 'Results') return undefined;
  for (const [race, results] of facts.entrants) if (results.some(({ id }) => id === change.id)) return race;
  return undefined;
}

function isCorrection({ happening, changes }: Correction): boolean {
  return correcting.includes(happening.what) && !changes.some(endsRace);
}

/** A host who enters a race in the Sheet makes it final there: its result has a card of its own. */
function endsRace(change: Change): boolean {
  if (!('tab' in change) || change.tab !== 'Races') return false;
  if (change.kind === 'add') return true;
  if (change.kind !== 'edit') return false;
  const [from, to] = change.cells.status ?? [];
  const says = (raw: unknown) =>
    String(raw ?? '')
      .trim()
      .toLowerCase();
  return says(to) === 'final' && ['open', 'running', 'reporting'].includes(says(from));
}
