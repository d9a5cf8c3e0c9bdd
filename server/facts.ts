/** Rows → the good values that the rulebook reads. */
import { folded } from '../sheets/names.ts';
import { type FactTab, factTabs, tabs } from '../sheets/records.ts';
import { type SettingName, type Settings, settingAt, settingNames } from '../sheets/settings.ts';
import { type Context, parseCell, type Value } from '../sheets/table.ts';
import type { Named, Row, State } from './fold.ts';
import type { Facts, PointsTable, Result } from './league/facts.ts';
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
  const entrants = new Map([...state.byRace].map(([race, rows]) => [race, entrantsAmong(rows)]));
  return {
    settings: settingsOf(state),
    racers: standing(state, 'Racers'),
    seasons: standing(state, 'Seasons'),
    races: standing(state, 'Races'),
    entrants,
    scoring: scoringTables(state),
    namesOfRaces: state.names.Races,
    missing: new Map(factTabs.map((tab) => [tab, heldRows(state, tab)])),
    memory: state.memory,
  };
}

function recordOf(row: Row): { id: string } {
  return { ...row.value, id: row.id };
}

/** Of two rows for the same racer the first counts; the other is a problem. */
export function entrantsAmong(rows: Iterable<Row>): Result[] {
  const results = new Map<Value, Result>();
  for (const row of rows) {
    const racer = row.value.racer;
    if (counts(row) && racer !== undefined && !results.has(racer)) results.set(racer, recordOf(row));
  }
  return [...results.values()];
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
  const row = state.rows.Settings.get(folded(settingAt(name).name));
  const value = row && !row.gone ? row.value.value : undefined;
  return (value ?? unset.get(name)) as Settings[S];
}

const noNames: Context = { timeZone: 'UTC', idOf: () => undefined, nameOf: () => undefined };
const unset = new Map(
  settingNames.map((name) => {
    const { unset, name: called } = settingAt(name);
    const parsed = parseCell(tabs.Settings.columns.value, unset, noNames, called);
    return [name, 'value' in parsed ? (parsed.value ?? '') : ''];
  }),
);
