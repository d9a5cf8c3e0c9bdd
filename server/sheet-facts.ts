/** The league's facts as cells of the Sheet, and hosts' edits of cells as notes for the journal. */

import { serialOf } from '../sheets/moments.ts';
import { folded } from '../sheets/names.ts';
import { type FactTab, type Raw, tabs } from '../sheets/records.ts';
import type { FactCells, SheetChange } from '../sheets/shadow.ts';
import { parseCell } from '../sheets/table.ts';
import type { Note } from './desk.ts';
import { factsOf } from './facts.ts';
import { cellOf, columnOf, contextOf, fieldsOf, type Row, type State } from './fold.ts';
import type { Cells, SheetEdit, Wanted } from './league/changes.ts';
import type { Race } from './league/facts.ts';
import { nightAt } from './league/nights.ts';
import { openSeason } from './league/races.ts';
import { scoredAlike, seasonBefore } from './league/scored-alike.ts';

export function factCells(state: State): FactCells {
  return {
    row(tab, id) {
      const row = state.rows[tab].get(id);
      return row && { cells: cellsOf(state, tab, row), gone: row.gone, held: row.held };
    },
  };
}

/** The rows of a tab that should stand in the Sheet. */
export function rowsOf(state: State, tab: FactTab): { id: string; cells: Record<string, Raw> }[] {
  const rows = [...state.rows[tab].values()].filter((row) => !row.gone);
  return rows.map((row) => ({ id: row.id, cells: cellsOf(state, tab, row) }));
}

/** By whom a row is that was typed into the Sheet. */
const sheetHand = 'Sheet';

/** The Log names so many edits of one look at the Sheet. */
const namedEdits = 10;

/** What hosts changed in the Sheet, with what follows from it: whose word a position is, and when it was said. */
export function noteOfEdits(state: State, changes: readonly SheetChange[], now: number): Note {
  const isKept = keptIn(state, now);
  const edits = changes.flatMap((change) => (isKept(change) ? putBack(change) : editsOf(change)));
  return {
    by: { kind: 'sheet' },
    happening: { what: 'edited', edits: edits.slice(0, namedEdits), more: Math.max(0, edits.length - namedEdits) },
    changes: wantedOf(
      state,
      changes.filter((change) => !isKept(change)),
      now,
    ),
  };
}

/** A row of the Ledger that somebody types counts as soon as it can; they get this long to finish it. Milliseconds. */
const typingMs = 5 * 60_000;

/** The Ledger is only added to: a row that counts is written again as it was, whatever was done to it. */
function keptIn(state: State, now: number): (change: SheetChange) => boolean {
  const counting = new Map(factsOf(state).ledger.map((row) => [row.id, row]));
  return (change) => {
    if (change.tab !== 'Ledger' || change.kind === 'add' || change.kind === 'formulas') return false;
    if ('ids' in change) return true;
    const counted = counting.get(change.id);
    const row = state.rows.Ledger.get(change.id);
    if (!counted || !row) return false;
    const isTyped = !counted.booked && row.typed && now - row.since < typingMs;
    const isFilledIn = change.kind === 'edit' && change.field === 'why' && change.from === '';
    return !isTyped && !isFilledIn;
  };
}

function putBack(change: SheetChange): SheetEdit[] {
  return 'ids' in change ? [] : [{ tab: change.tab, id: change.id, row: 'putBack' }];
}

function cellsOf(state: State, tab: FactTab, row: Row): Record<string, Raw> {
  const cells = fieldsOf(tab).map((field) => [field, cellOf(state, tab, row, field)] as const);
  return { ...Object.fromEntries(cells), ...(tabs[tab].key === 'id' && { id: row.id }) };
}

/** What the Log says of a change; whether a value is typed or computed isn't worth a line. */
function editsOf(change: SheetChange): SheetEdit[] {
  const { tab } = change;
  switch (change.kind) {
    case 'formulas':
      return [];
    case 'held':
      return [{ tab, rows: change.ids.length, are: 'missing' }];
    case 'released':
      return [{ tab, rows: change.ids.length, are: 'back' }];
    case 'edit': {
      const { id, field, from, to, ours } = change;
      return [{ tab, id, field, from, to, ...(ours !== undefined && { instead: ours }) }];
    }
    case 'add':
      return [{ tab, id: change.id, row: 'added' }];
    case 'gone':
      return [{ tab, id: change.id, row: 'removed' }];
    case 'back':
      return [{ tab, id: change.id, row: 'restored' }];
  }
}

/** One change a row, whatever number of its cells was edited. */
function wantedOf(state: State, changes: readonly SheetChange[], now: number): Wanted[] {
  const edits = new Map<string, { kind: 'edit'; tab: FactTab; id: string; cells: Record<string, Raw> }>();
  const others: Wanted[] = [];
  const added: Race[] = [];
  for (const change of changes) {
    if (change.kind === 'add')
      others.push({ ...change, cells: completed(state, change.tab, change.cells, now, added) });
    else if (change.kind !== 'edit') others.push(change);
    else {
      const key = `${change.tab}|${change.id}`;
      const edit = edits.get(key) ?? { kind: 'edit', tab: change.tab, id: change.id, cells: {} };
      edits.set(key, edit);
      edit.cells[change.field] = change.to;
    }
  }
  for (const { tab, id, cells } of edits.values()) {
    if (tab === 'Results' && isNewPosition(state, id, cells.position)) {
      Object.assign(cells, { ...said(state, now), ...cells });
    }
    if (tab === 'Adjustments' && cells.points !== undefined) {
      Object.assign(cells, { ...given(state, cells.points, now), ...cells });
    }
  }
  return [...others, ...edits.values()];
}

/** A row that a host added, with what they may leave out. `added` are the races that came before it, and takes it. */
function completed(state: State, tab: FactTab, cells: Cells, now: number, added: Race[]): Cells {
  const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''));
  if (tab === 'Results') return { ...cells, ...said(state, now), ...filled };
  if (tab === 'Races') {
    // Races stand in the order of their times: one without any is the latest.
    const dated = ['planned', 'opened', 'started', 'finished'].some((field) => field in filled);
    const waits = folded(String(cells.status ?? '')) === 'planned';
    const opened = dated || waits ? {} : { opened: serialOf(now, contextOf(state).timeZone) };
    const race = { ...cells, season: openSeason(factsOf(state))?.season ?? '', ...opened, ...filled };
    return { ...race, ...nightOf(state, race, added) };
  }
  if (tab === 'Seasons') return { ...cells, ...rulesOf(state, cells), ...filled };
  if (tab === 'Adjustments')
    return { ...cells, ...ofSeason(state, cells), ...given(state, cells.points, now), ...filled };
  if (tab === 'Ledger') return { ...cells, ...ofPot(state, cells), ...bookedNow(state, now), ...filled };
  return cells;
}

/** The night that a race's time falls on, by those that are there and those that came with it. */
function nightOf(state: State, cells: Cells, added: Race[]): Cells {
  const read = (field: string) => {
    const parsed = parseCell(columnOf('Races', field), cells[field] ?? '', contextOf(state));
    return 'value' in parsed ? parsed.value : undefined;
  };
  const season = String(read('season') ?? '');
  const moment = ['opened', 'planned', 'started', 'finished'].map(read).find((one) => one !== undefined);
  if (moment === undefined || season === '') return {};
  const races = new Map([...factsOf(state).races.values(), ...added].map((race) => [race.id, race]));
  const night = String(cells.night ?? '').trim() || nightAt({ races }, season, Number(moment));
  added.push({ id: `added ${added.length}`, season, night, opened: Number(moment) });
  return { night };
}

/** A season is planned until it's said otherwise, and scored like the one before. One that is over is history. */
function rulesOf(state: State, { status = '' }: Cells): Cells {
  if (folded(String(status)) === 'closed') return {};
  const facts = factsOf(state);
  return { status: 'Planned', ...scoredAlike(facts, seasonBefore(facts)) };
}

/** An adjustment of a race is of that race's season; any other is of the open one. */
function ofSeason(state: State, { race = '' }: Cells): Cells {
  return race === '' ? { season: openSeason(factsOf(state))?.season ?? '' } : {};
}

/** A pot or grand prize that isn't said to be another's is the open season's. */
function ofPot(state: State, { from = '', to = '', race = '' }: Cells): Cells {
  const isShared = [from, to].some((side) => ['pot', 'grand prize'].includes(folded(String(side))));
  return isShared && race === '' ? { season: openSeason(factsOf(state))?.season ?? '' } : {};
}

function bookedNow(state: State, now: number): Cells {
  return { when: serialOf(now, contextOf(state).timeZone), by: sheetHand };
}

/** Points that were typed into the Sheet, and when: until then the row isn't finished. */
function given(state: State, points: Raw | undefined, now: number): Cells {
  return (points ?? '') === '' ? {} : { by: sheetHand, at: serialOf(now, contextOf(state).timeZone) };
}

/** A typo says nothing, and mending it says what was said before. */
function isNewPosition(state: State, id: string, raw: Raw | undefined): boolean {
  if (raw === undefined) return false;
  const parsed = parseCell(columnOf('Results', 'position'), raw, contextOf(state));
  return 'value' in parsed && parsed.value !== state.rows.Results.get(id)?.value.position;
}

/** A position that was typed into the Sheet beats any claim. */
function said(state: State, now: number): Cells {
  return { source: 'Sheet', by: sheetHand, at: serialOf(now, contextOf(state).timeZone) };
}
