/** Rows → the good values that the rulebook reads. */
import { folded } from '../sheets/names.ts';
import { type FactTab, factTabs, type RecordOf, tabs } from '../sheets/records.ts';
import { type SettingName, type Settings, settingAt, settingNames } from '../sheets/settings.ts';
import { type Context, parseCell } from '../sheets/table.ts';
import type { Named, Row, State } from './fold.ts';
import { plainWhereAlone } from './league/dead-heats.ts';
import type { Adjustment, Facts, LedgerRow, PointsTable, Result, Season, Sponsor } from './league/facts.ts';
import { readLedgerRow } from './league/ledger-rows.ts';
import { standardTable } from './league/scoring.ts';

/** The good values of every row that stands, for the rulebook. Built once for each position of the journal. */
export function factsOf(state: State): Facts {
  if (state.facts?.seq !== state.seq) state.facts = { seq: state.seq, facts: buildFacts(state) };
  return state.facts.facts;
}

/** Stands in the Sheet, and has not left the race. */
export function counts(row: Row): boolean {
  return !row.gone && row.value.source !== 'Left';
}

function buildFacts(state: State): Facts {
  const entrants = new Map([...state.byRace].map(([race, rows]) => [race, entrantsAmong(state, rows)]));
  const races: Facts['races'] = standing(state, 'Races');
  return {
    settings: settingsOf(state),
    racers: standing(state, 'Racers'),
    seasons: seasonsOf(state),
    races,
    entrants,
    adjustments: adjustmentsOf(state, races),
    sponsors: sponsorsOf(state),
    ledger: ledgerOf(state, races),
    ledgerIds: new Set(state.rows.Ledger.keys()),
    sameAs: peopleTwice(state),
    scoring: scoringTables(state),
    namesOfRaces: state.names.Races,
    missing: new Map(factTabs.map((tab) => [tab, heldRows(state, tab)])),
    memory: state.memory,
    protests: state.protests,
    takeOvers: state.takeOvers,
    corrections: state.corrections,
  };
}

/** Who a racer is: themselves, or whom their row says that they are the same as. Rows that go in circles are themselves. */
export function personOf(state: State, racer: string): string {
  if (typeof state.rows.Racers.get(racer)?.value.sameAs !== 'string') return racer;
  let person = racer;
  const met = new Set([racer]);
  for (;;) {
    const row = state.rows.Racers.get(person);
    const next = row && !row.gone ? row.value.sameAs : undefined;
    if (typeof next !== 'string' || state.rows.Racers.get(next)?.gone !== false) return person;
    if (met.has(next)) return racer;
    met.add(next);
    person = next;
  }
}

function peopleTwice(state: State): Map<string, string> {
  const ids = [...state.rows.Racers.values()].filter((row) => !row.gone).map((row) => row.id);
  return new Map(ids.map((id) => [id, personOf(state, id)] as const).filter(([id, person]) => id !== person));
}

function seasonsOf(state: State): Map<string, Season> {
  const records: [string, RecordOf<'Seasons'>][] = [...standing(state, 'Seasons')];
  return new Map(
    records.map(([id, { status, ...record }]) => {
      const { status: counted = status, ...memory } = state.seasons.get(id) ?? {};
      return [id, { ...record, ...memory, ...(counted && { status: counted }) }];
    }),
  );
}

function sponsorsOf(state: State): Map<string, Sponsor> {
  const records: [string, RecordOf<'Sponsors'>][] = [...standing(state, 'Sponsors')];
  return new Map(records.map(([id, record]) => [id, { ...record, came: state.rows.Sponsors.get(id)?.since ?? 0 }]));
}

function adjustmentsOf(state: State, races: Facts['races']): Adjustment[] {
  return [...state.rows.Adjustments.values()].flatMap((row): Adjustment[] => {
    const record: RecordOf<'Adjustments'> = recordOf(row);
    const race = record.race === undefined ? undefined : races.get(record.race);
    const season = record.season ?? race?.season;
    const { racer, points } = record;
    if (row.gone || season === undefined || racer === undefined || points === undefined) return [];
    if (race?.status === 'Void') return [];
    return [{ ...record, season, racer: personOf(state, racer), points }];
  });
}

/** A row that counts is never let go; one that never did may be deleted. */
function ledgerOf(state: State, races: Facts['races']): LedgerRow[] {
  return [...state.rows.Ledger.values()].flatMap((row): LedgerRow[] => {
    if (row.gone) return [];
    const read = readLedgerRow(recordOf(row), races);
    return typeof read === 'string' ? [] : [read];
  });
}

function recordOf(row: Row): { id: string } {
  return { ...row.value, id: row.id };
}

/**
 * A race's results by person. Of two rows for the same one that with a position counts, then that in their own name, then
 * the first; the other is a problem.
 */
export function entrantsAmong(state: State, rows: Iterable<Row>): Result[] {
  const chosen = new Map<string, Row>();
  for (const row of rows) {
    if (!counts(row) || row.value.racer === undefined) continue;
    const racer = personOf(state, String(row.value.racer));
    const other = chosen.get(racer);
    if (!other || worth(row, racer) > worth(other, racer)) chosen.set(racer, row);
  }
  return plainWhereAlone([...chosen].map(([racer, row]) => ({ ...recordOf(row), racer })));
}

function worth({ value }: Row, person: string): number {
  return (value.position === undefined ? 0 : 2) + (value.racer === person ? 1 : 0);
}

function standing(state: State, tab: Named): Map<string, { id: string }> {
  const rows = [...state.rows[tab].values()].filter((row) => !row.gone);
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

function heldRows(state: State, tab: FactTab): string[] {
  return [...state.rows[tab].values()].filter((row) => row.held).map((row) => row.id);
}

function scoringTables(state: State): Map<string, PointsTable> {
  const rows = [...state.rows.Scoring.values()].filter((row) => !row.gone && row.value.points !== undefined);
  const byName = Map.groupBy(rows, (row) => folded(String(row.value.scoring ?? '')));
  return new Map([...byName].map(([name, of]) => [name, tableOf(of)]));
}

/** What a table leaves out is 0; whoever finishes beyond its last place scores its Other. */
function tableOf(rows: readonly Row[]): PointsTable {
  const points = new Map(rows.map((row) => [row.value.position, Number(row.value.points)]));
  const places = [...points].filter((pair): pair is [number, number] => typeof pair[0] === 'number');
  if (places.length === 0) return standardTable;
  const other = points.get('Other') ?? 0;
  return {
    name: String(rows[0]?.value.scoring ?? ''),
    places: new Map(places),
    other,
    dnf: points.get('DNF') ?? other,
    dsq: points.get('DSQ') ?? 0,
    dns: points.get('DNS') ?? 0,
  };
}

function settingsOf(state: State): Settings {
  return Object.fromEntries(settingNames.map((name) => [name, settingOf(state, name)])) as Settings;
}

export function settingOf<S extends SettingName>(state: State, name: S): Settings[S] {
  const row = state.rows.Settings.get(rowOf[name]);
  // What is booked keeps its currency, even if somebody deletes that row.
  const value = row && (!row.gone || name === 'currency') ? row.value.value : undefined;
  return (value ?? unset.get(name)) as Settings[S];
}

/** By which the row of a setting is known. */
const rowOf = Object.fromEntries(settingNames.map((name) => [name, folded(settingAt(name).name)])) as Record<
  SettingName,
  string
>;

const noNames: Context = { timeZone: 'UTC', currency: 'EUR', idOf: () => undefined, nameOf: () => undefined };
const unset = new Map(
  settingNames.map((name) => {
    const { unset, name: called } = settingAt(name);
    const parsed = parseCell(tabs.Settings.columns.value, unset, noNames, called);
    return [name, 'value' in parsed ? (parsed.value ?? '') : ''];
  }),
);
