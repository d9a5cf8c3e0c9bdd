/**
 * Entries → facts. The same journal gives the same state on every server: nothing here knows the time, the network or
 * chance. A cell keeps its raw text, good or bad, beside its last good value.
 */

import { holderOf } from '../sheets/accounts.ts';
import { isTimeZone } from '../sheets/moments.ts';
import { folded } from '../sheets/names.ts';
import { type Column, type FactTab, type Field, type NamedTab, type Raw, tabs } from '../sheets/records.ts';
import { settingAt, settingCalled } from '../sheets/settings.ts';
import { type Context, makeCell, parseCell, type Value, type Wrong } from '../sheets/table.ts';
import { settingOf } from './facts.ts';
import type { By, Entry } from './journal/entry.ts';
import { type Change, type Happening, isRowChange, type RowChange } from './league/changes.ts';
import type { Effects } from './league/effects.ts';
import type { Correction, Facts, Protest, RaceMemory, TakeOver } from './league/facts.ts';
import { applyNote, keepCorrection, namedBefore } from './notes.ts';
import { remember } from './race-memory.ts';
import { readSeason, type SeasonMemory } from './season-memory.ts';

export interface State {
  seq: number;
  rows: Record<FactTab, Map<string, Row>>;
  names: Record<Named, Map<string, string>>;
  /** Result rows by race, in the order in which they came. */
  byRace: Map<string, Set<Row>>;
  memory: Map<string, RaceMemory>;
  /** By season. */
  seasons: Map<string, SeasonMemory>;
  protests: Map<string, Protest>;
  takeOvers: Map<string, TakeOver>;
  corrections: readonly Correction[];
  /** The latest entries, oldest first, for the Log. */
  log: LogLine[];
  /** Derived from the rest at `seq`; see facts.ts. */
  facts?: { seq: number; facts: Facts };
}

export interface Row {
  id: string;
  raw: Record<string, Raw>;
  value: Record<string, Value | undefined>;
  /** Cells that can't be understood, and since when. */
  wrong: Record<string, { wrong: Wrong; since: number }>;
  /** A host deleted it. */
  gone: boolean;
  /** It vanished with many others; it counts until a host decides. */
  held: boolean;
  /** Fields whose cells hold formulas. */
  formulas: readonly string[];
  /** When it came, in milliseconds since 1970, and whether somebody typed it into the Sheet. */
  since: number;
  typed: boolean;
}

export interface LogLine {
  at: number;
  by: By;
  happening: Happening;
  effects?: Effects;
}

const named = { Racers: 'racer', Seasons: 'season', Races: 'race', Sponsors: 'sponsor' } as const;
export type Named = NamedTab;
const isNamed = (tab: FactTab): tab is Named => tab in named;

/** The Log shows the latest few hundred. */
const logLines = 300;

export function emptyState(): State {
  return {
    seq: 0,
    rows: {
      Results: new Map(),
      Races: new Map(),
      Racers: new Map(),
      Seasons: new Map(),
      Scoring: new Map(),
      Adjustments: new Map(),
      Sponsors: new Map(),
      Ledger: new Map(),
      Settings: new Map(),
    },
    names: { Racers: new Map(), Seasons: new Map(), Races: new Map(), Sponsors: new Map() },
    byRace: new Map(),
    memory: new Map(),
    seasons: new Map(),
    protests: new Map(),
    takeOvers: new Map(),
    corrections: [],
    log: [],
  };
}

/** Takes one entry into the state, in place. Entries come in order; one that doesn't follow throws. */
export function fold(state: State, entry: Entry): State {
  if (entry.seq !== state.seq + 1) throw new Error(`entry ${entry.seq} can't follow ${state.seq}`);
  state.seq = entry.seq;
  const { at, by, happening, effects } = entry;
  state.log.push({ at, by, happening, ...(effects && { effects }) });
  if (state.log.length > logLines) state.log.shift();
  const touched = new Touched();
  const named = namedBefore(state, entry);
  const currency = settingOf(state, 'currency');
  // Definitions before what refers to them: one entry may bring a racer and a result of that racer.
  for (const change of [...entry.changes].sort((a, b) => depth(a) - depth(b))) {
    if (!isRowChange(change)) applyNote(state, change, at);
    else applyChange(state, change, entry, touched);
    if (isRowChange(change) && change.tab === 'Seasons') readSeason(state, change, entry);
  }
  keepCorrection(state, entry, named);
  if (touched.ledger) readCurrency(state, at);
  touched.currency = settingOf(state, 'currency') !== currency;
  if (touched.definitions || touched.timeZone || touched.currency) reread(state, at, touched);
  for (const race of touched.people ? state.byRace.keys() : touched.races) remember(state, race, at);
  return state;
}

/** What the Sheet should hold for a row: raw text as it was typed; a name as it is now. */
export function cellOf(state: State, tab: FactTab, row: Row, field: string): Raw {
  const column = columnOf(tab, field);
  const raw = row.raw[field] ?? '';
  const names = column.kind === 'reference' || column.kind === 'account';
  if (!names || row.wrong[field] || row.value[field] === undefined) return raw;
  const name = makeCell(column, row.value[field], contextOf(state));
  return folded(String(raw)) === folded(String(name)) ? raw : name;
}

/** No journal may hold a zone that stops its own reading. */
function zoneOf(state: State): string {
  const zone = settingOf(state, 'timeZone');
  return isTimeZone(zone) ? zone : 'UTC';
}

/** What parsing and writing cells needs to know of this league now. */
export function contextOf(state: State): Context {
  return {
    timeZone: zoneOf(state),
    currency: settingOf(state, 'currency'),
    idOf: (to, name) => {
      const id = state.names[to].get(folded(name));
      return id !== undefined && !state.rows[to].get(id)?.gone ? id : undefined;
    },
    nameOf: (to, id) => state.rows[to].get(id)?.value[named[to]]?.toString(),
  };
}

class Touched {
  /** Races whose positions or entrants changed. */
  races = new Set<string>();
  /** A name or the standing of a definition changed: cells that depend on it are read again. */
  definitions = false;
  timeZone = false;
  currency = false;
  /** A row of the Ledger came, went or changed. */
  ledger = false;
  /** Who is the same as whom. */
  people = false;
}

/** Tabs whose rows refer to others, and that nobody refers to. */
const usesNames: readonly FactTab[] = ['Results', 'Adjustments', 'Ledger'];

/** What an entry notes is about what it changes, so it comes last. */
function depth(change: Change): number {
  if (!isRowChange(change)) return 3;
  return change.tab === 'Settings' ? 0 : usesNames.includes(change.tab) ? 2 : 1;
}

function applyChange(state: State, change: RowChange, { at, by }: Entry, touched: Touched): void {
  if (change.kind === 'held' || change.kind === 'released') {
    for (const id of change.ids) {
      const row = state.rows[change.tab].get(id);
      if (row) row.held = change.kind === 'held';
    }
    return;
  }
  const rows = state.rows[change.tab];
  let row = rows.get(change.id);
  const typed = by.kind === 'sheet';
  if (!row) {
    row = { id: change.id, raw: {}, value: {}, wrong: {}, gone: false, held: false, formulas: [], since: at, typed };
    rows.set(change.id, row);
  }
  if (change.tab === 'Ledger') touched.ledger = true;
  if (change.tab === 'Results') touchRace(row, touched);
  if (isNamed(change.tab) && change.kind !== 'edit') touched.definitions = true;
  if (change.tab === 'Racers' && (change.kind === 'gone' || change.kind === 'back')) touched.people = true;
  switch (change.kind) {
    case 'formulas':
      row.formulas = change.fields;
      break;
    case 'gone':
      row.gone = true;
      row.held = false;
      break;
    case 'back':
      row.gone = false;
      // Somebody else may have taken its name meanwhile.
      if (isNamed(change.tab)) readCell(state, change.tab, row, named[change.tab], at);
      break;
    case 'add':
      row.gone = false;
      for (const field of fieldsOf(change.tab))
        setCell(state, change.tab, row, field, change.cells[field] ?? '', at, touched);
      break;
    case 'edit':
      for (const [field, [, to]] of Object.entries(change.cells))
        setCell(state, change.tab, row, field, to, at, touched);
      break;
  }
  if (change.tab === 'Results') touchRace(row, touched);
}

function touchRace(row: Row, touched: Touched): void {
  if (typeof row.value.race === 'string') touched.races.add(row.value.race);
}

function setCell(state: State, tab: FactTab, row: Row, field: string, raw: Raw, at: number, touched: Touched): void {
  row.raw[field] = raw;
  readCell(state, tab, row, field, at);
  if (isNamed(tab) && field === named[tab]) touched.definitions = true;
  if (tab === 'Racers' && field === 'sameAs') touched.people = true;
  if (tab === 'Settings' && settingCalled(String(row.raw.setting)) === 'timeZone') touched.timeZone = true;
}

/** Reads a cell anew: a good one sets the value, a bad one leaves the last good value and is noted. */
function readCell(state: State, tab: FactTab, row: Row, field: string, at: number): void {
  const raw = row.raw[field] ?? '';
  const parsed = parseCell(columnOf(tab, field), raw, contextOf(state), String(row.raw.setting ?? ''));
  const wrong =
    'wrong' in parsed
      ? parsed
      : isNamed(tab) && field === named[tab]
        ? takeName(state, tab, row, raw)
        : (missingStatus(tab, row, field, parsed.value) ?? otherCurrency(state, tab, row, parsed.value));
  if (wrong) row.wrong[field] = { wrong, since: row.wrong[field]?.since ?? at };
  else if ('value' in parsed) {
    delete row.wrong[field];
    if (tab === 'Results' && field === 'race') indexByRace(state, row, parsed.value);
    row.value[field] = parsed.value;
  }
}

/** A season is planned, open or closed. Whoever empties that cell hasn't said which, so it stays what it was. */
function missingStatus(tab: FactTab, row: Row, field: string, value: Value | undefined): Wrong | undefined {
  if (tab !== 'Seasons' || field !== 'status' || value !== undefined || row.value.status === undefined)
    return undefined;
  return { wrong: 'missingStatus', of: tabs.Seasons.columns.status.of };
}

/** What is booked was booked in a currency, and stays in it. */
function otherCurrency(state: State, tab: FactTab, row: Row, value: Value | undefined): Wrong | undefined {
  if (tab !== 'Settings' || settingCalled(String(row.raw.setting)) !== 'currency') return undefined;
  const currency = settingOf(state, 'currency');
  const isBooked = [...state.rows.Ledger.values()].some((one) => !one.gone && one.value.amount !== undefined);
  return isBooked && (value ?? unsetCurrency) !== currency ? { wrong: 'booked', currency } : undefined;
}

/** Another one that was refused may be taken once nothing is booked any more. */
function readCurrency(state: State, at: number): void {
  const row = state.rows.Settings.get(folded(settingAt('currency').name));
  if (row?.wrong.value) readCell(state, 'Settings', row, 'value', at);
}

const unsetCurrency = settingOf(emptyState(), 'currency');

function indexByRace(state: State, row: Row, race: Value | undefined): void {
  state.byRace.get(String(row.value.race))?.delete(row);
  if (race === undefined) return;
  const rows = state.byRace.get(String(race)) ?? new Set();
  state.byRace.set(String(race), rows.add(row));
}

/** A name belongs to the first that has it. An old name goes on meaning its row until somebody else takes it. */
function takeName(state: State, tab: Named, row: Row, raw: Raw): Wrong | undefined {
  const key = folded(String(raw));
  const holder = state.rows[tab].get(state.names[tab].get(key) ?? '');
  const holds =
    holder && holder.id !== row.id && !holder.gone && folded(String(holder.value[named[tab]] ?? '')) === key;
  if (holds) return { wrong: 'taken' };
  state.names[tab].set(key, row.id);
  return undefined;
}

/** Names before what refers to them. */
const readingOrder = [
  'Settings',
  'Scoring',
  'Racers',
  'Seasons',
  'Races',
  'Results',
  'Adjustments',
  'Sponsors',
  'Ledger',
] as const satisfies FactTab[];

/** After a name or the time zone changed: every cell that is bad or depends on it gets another chance. */
function reread(state: State, at: number, touched: Touched): void {
  for (const tab of readingOrder) {
    for (const row of state.rows[tab].values()) {
      for (const field of fieldsOf(tab)) {
        const column = columnOf(tab, field);
        const inCurrency = touched.currency && isMoney(column, row);
        const depends =
          (column.kind === 'moment' && touched.timeZone) ||
          inCurrency ||
          (column.kind === 'account' && isStaleHolder(state, row, field)) ||
          (column.kind === 'reference' && isStale(state, row, field, column.to));
        if (!row.wrong[field] && !depends) continue;
        if (tab === 'Results') touchRace(row, touched);
        readCell(state, tab, row, field, at);
        // Its last good value was one of another currency.
        if (inCurrency && row.wrong[field]) delete row.value[field];
        if (tab === 'Results') touchRace(row, touched);
      }
    }
  }
}

/** Amounts are read by the digits of the league's currency. */
function isMoney({ kind }: Column, row: Row): boolean {
  if (kind === 'anything') return settingCalled(String(row.raw.setting)) === 'bonuses';
  return kind === 'money' || kind === 'amount' || kind === 'bonuses';
}

function isStaleHolder(state: State, row: Row, field: string): boolean {
  const { tab, id } = holderOf(String(row.value[field] ?? ''));
  return tab !== undefined && state.rows[tab].get(id)?.gone !== false;
}

/** A reference whose target was deleted, or whose text now names somebody else. */
function isStale(state: State, row: Row, field: string, to: Named): boolean {
  const id = row.value[field];
  if (id === undefined) return true;
  const target = state.rows[to].get(String(id));
  return !target || target.gone;
}

export function fieldsOf<T extends FactTab>(tab: T): Field<T>[] {
  return Object.keys(tabs[tab].columns).filter((field) => field !== 'id') as Field<T>[];
}

export function columnOf(tab: FactTab, field: string): Column {
  const column = (tabs[tab].columns as Record<string, Column>)[field];
  if (!column) throw new Error(`${tab} has no column ${field}`);
  return column;
}
