import { z } from 'zod';
import { makeMoney } from '../../sheets/money.ts';
import { folded } from '../../sheets/names.ts';
import { type FactTab, type Raw, tabs } from '../../sheets/records.ts';
import type { Cells, Happening, RowChange, Wanted } from '../league/changes.ts';
import type { Correction, Facts, NamedBefore } from '../league/facts.ts';
import { contradictionsAmong } from '../league/races.ts';
import { sayReversed } from '../words/ledger.ts';
import type { Refusal } from '../words/refusals.ts';
import { namesIn, racerOf } from './lookup.ts';
import { textOf } from './money-fields.ts';
import { isRefusal, type Situation, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('undo'), entry: z.number().int() });

/** A host takes a correction back, as long as nobody changed what it wrote. That too can be taken back. */
export const undo: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const correction = facts.corrections.find(({ entry }) => entry === ask.entry);
    if (!correction) return { refused: 'unknown_correction' };
    if (correction.undone) return { refused: 'already_undone' };
    if (correction.changes.some(isWordOnSeason)) return { refused: 'undo_by_season' };
    const changes: Wanted[] = [];
    for (const change of correction.changes.toReversed()) {
      const back = reversed(change, correction, situation);
      if (isRefusal(back)) return back;
      changes.push(...back);
    }
    if (changes.length === 0) return { refused: 'unknown_correction' };
    changes.push(...protestsBack(correction, facts), ...objections(correction, situation));
    changes.push({ kind: 'undone', entry: correction.entry });
    const was = undoneOf(correction);
    const happening: Happening = { what: 'undone', was };
    const again = was.what === 'undone';
    return (
      clashAfter(situation, { happening, changes }) ?? {
        changes,
        happening,
        said: { said: 'undone', given: { again } },
      }
    );
  },
};

/** Whatever else it was about: more than results follows from a season's status, so that has verbs of its own. */
function isWordOnSeason(change: RowChange): boolean {
  return change.tab === 'Seasons' && change.kind === 'edit' && 'status' in change.cells;
}

/** A race that it voided, by ID. */
function voidedBy(change: RowChange): string[] {
  const [, status] = change.kind === 'edit' && change.tab === 'Races' ? (change.cells.status ?? []) : [];
  return change.kind === 'edit' && folded(String(status ?? '')) === 'void' ? [change.id] : [];
}

/** Protests that it answered wait for an answer again; where it was that what took the answer back, they have it again. */
function protestsBack({ entry, changes }: Correction, facts: Facts): Wanted[] {
  const voided = changes.flatMap(voidedBy);
  return [...facts.protests.values()].flatMap(({ id, race, settled, reopened }): Wanted[] => {
    if (!settled)
      return reopened?.entry === entry ? [{ kind: 'protestSettled', id, how: 'fixed', says: reopened.says }] : [];
    // What follows from voiding a race in the Sheet is written after it.
    const answered = settled.entry === entry || (voided.includes(race) && settled.entry > entry);
    return answered && settled.how === 'fixed' ? [{ kind: 'protestReopened', id }] : [];
  });
}

/** A race that was closed early waits for whoever took that back: else it would be final again at once. */
function objections({ changes }: Correction, { facts, by }: Situation): Wanted[] {
  return changes.flatMap((change): Wanted[] => {
    const [from, to] = change.kind === 'edit' && change.tab === 'Races' ? (change.cells.status ?? []) : [];
    const reopens = folded(String(to ?? '')) === 'final' && folded(String(from ?? '')) === 'reporting';
    if (!reopens || change.kind !== 'edit') return [];
    return [{ kind: 'objection', race: change.id, by: racerOf(facts, by)?.racer ?? by.name }];
  });
}

/** What is taken back. Taking back what was done again is taking back the first of all. */
function undoneOf({ happening }: Correction): Happening {
  return happening.what === 'undone' && happening.was.what === 'undone' ? happening.was.was : happening;
}

/** What takes the worth from a row that was added: we never delete rows of the Sheet, and of the Ledger change none. */
const worthless: Partial<Record<FactTab, Cells>> = {
  Results: { source: 'Left', position: '' },
  Races: { status: 'Void' },
  Adjustments: { points: '' },
  Scoring: { points: '' },
  Racers: { sameAs: '' },
};

function reversed(change: RowChange, { named }: Correction, situation: Situation): Wanted[] | Refusal {
  switch (change.kind) {
    case 'edit': {
      const { tab, id } = change;
      if (tab === 'Ledger') return { refused: 'undo_by_booking' };
      const now = situation.cellsOf(tab, id);
      if (!now) return { refused: 'gone_since', given: { tab } };
      const changed = Object.entries(change.cells).find(([field, [, to]]) => !isSame(now[field], to));
      if (changed) return changedSince(change, changed[0], now);
      const cells: Record<string, Raw> = {};
      for (const [field, [from]] of Object.entries(change.cells)) {
        const before = named.find((one) => one.tab === tab && one.id === id && one.field === field);
        // Whatever that row is called today; the old name may be somebody else's.
        const today = before && from !== '' ? nameToday(before, situation.facts) : from;
        if (today === undefined) return { refused: 'gone_since', given: { tab: before?.to ?? tab } };
        cells[field] = today;
      }
      return [{ kind: 'edit', tab, id, cells }];
    }
    case 'add': {
      const { tab, id } = change;
      if (tab === 'Ledger') return bookedBack(id, situation);
      const now = situation.cellsOf(tab, id);
      const without = Object.entries(worthless[tab] ?? {}).filter(
        ([field, cell]) => !isSame(change.cells[field], cell),
      );
      if (!now || without.length === 0) return [];
      const changed = without.find(([field]) => !isSame(now[field], change.cells[field]));
      if (changed) return changedSince(change, changed[0], now);
      return [{ kind: 'edit', tab, id, cells: Object.fromEntries(without) }];
    }
    case 'gone':
      return [{ kind: 'back', tab: change.tab, id: change.id }];
    case 'back':
      return { refused: 'undo_in_sheet', given: { tab: change.tab } };
    case 'formulas':
    case 'held':
    case 'released':
      return [];
  }
}

/** Undefined where that row is gone, or has no name that can be read. */
function nameToday({ to, target }: NamedBefore, facts: Facts): string | undefined {
  switch (to) {
    case 'Racers':
      return facts.racers.get(target)?.racer;
    case 'Seasons':
      return facts.seasons.get(target)?.season;
    case 'Races':
      return facts.races.get(target)?.race;
    case 'Sponsors':
      return facts.sponsors.get(target)?.sponsor;
  }
}

/** What a host noted, the other way round in a row of its own. */
function bookedBack(id: string, { facts, by, now, cell, newId }: Situation): Wanted[] | Refusal {
  const row = facts.ledger.find((one) => one.id === id);
  if (!row || row.booked) return [];
  const [from, to] = [textOf(facts, row.to), textOf(facts, row.from)];
  if (from === undefined || to === undefined) return { refused: 'nameless_account' };
  const cells = {
    when: cell(now),
    from,
    to,
    amount: makeMoney(row.amount, facts.settings.currency),
    why: sayReversed(row.why),
    season: facts.seasons.get(row.season ?? '')?.season ?? '',
    race: facts.races.get(row.race ?? '')?.race ?? '',
    by: by.name,
  };
  return [{ kind: 'add', tab: 'Ledger', id: newId(), cells }];
}

function changedSince({ tab }: RowChange, field: string, now: Cells): Refusal {
  const header = (tabs[tab].columns as Record<string, { header: string }>)[field]?.header ?? field;
  return { refused: 'changed_since', given: { tab, header, row: rowName(tab, now) } };
}

/** What people call a row, by its cells. */
function rowName(tab: FactTab, cells: Cells): string {
  switch (tab) {
    case 'Results':
      return `${cells.racer} in ${cells.race}`;
    case 'Races':
      return String(cells.race);
    case 'Racers':
      return String(cells.racer);
    case 'Seasons':
      return String(cells.season);
    case 'Scoring':
      return `${cells.scoring} ${cells.position}`;
    case 'Adjustments':
      return `${cells.racer}, ${cells.reason}`;
    case 'Sponsors':
      return String(cells.sponsor);
    case 'Ledger':
      return `${cells.from}, ${cells.to}`;
    case 'Settings':
      return String(cells.setting);
  }
}

function isSame(a: Raw | undefined, b: Raw | undefined): boolean {
  return (a ?? '') === (b ?? '');
}

/** Why a race wouldn't fit together any more: then its last good result would go on counting, and nothing be undone. */
function clashAfter(
  situation: Situation,
  wanted: { happening: Happening; changes: readonly Wanted[] },
): Refusal | undefined {
  const rows = new Set(wanted.changes.flatMap((change) => ('tab' in change && 'id' in change ? change.id : [])));
  const after = situation.factsAfter(wanted);
  for (const [id, results] of after.entrants) {
    const race = after.races.get(id);
    const [clash] = contradictionsAmong(results);
    if (!clash || race?.status !== 'Final') continue;
    // One that contradicted itself before, and isn't touched, is no reason.
    const fitted = contradictionsAmong(situation.facts.entrants.get(id) ?? []).length === 0;
    if (!fitted && !results.some((result) => rows.has(result.id))) continue;
    const given = { race: race.race ?? '', position: clash.position, racers: namesIn(after, clash.results) };
    return { refused: 'would_contradict', given };
  }
  return undefined;
}
