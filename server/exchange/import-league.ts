/** A league that was exported as JSON into a new one. */
import { z } from 'zod';
import { folded } from '../../sheets/names.ts';
import { type FactTab, factTabs, type Raw, tabs } from '../../sheets/records.ts';
import { settingAt } from '../../sheets/settings.ts';
import { naturalKey, sameRaw } from '../../sheets/shadow.ts';
import { cellOf, columnOf, fieldsOf, type State } from '../fold.ts';
import { makeBookingId, parseBookingId } from '../league/bookings.ts';
import type { FileProblem } from '../words/exchange.ts';
import { formatName, formatVersion } from './export-league.ts';
import type { KeptRow } from './kept.ts';
import { emptyPlan, type Plan } from './plan.ts';

const cell = z.union([z.string().max(50_000), z.number(), z.boolean()]);
const tabOf = z.object({ columns: z.array(z.string().max(200)).max(200), rows: z.array(z.array(cell).max(200)) });
const keptRow = z.object({
  id: z.string(),
  cells: z.record(z.string(), cell),
  is: z.enum(['deleted', 'late']).optional(),
});
const shape = z.object({
  format: z.literal(formatName),
  version: z.number(),
  tabs: z.record(z.string(), tabOf),
  kept: z.partialRecord(z.enum(factTabs), z.array(keptRow)).optional(),
});
type File = z.infer<typeof shape>;

interface FileRow {
  id: string;
  cells: Record<string, Raw>;
}

/** Into a league that has races or racers it goes only if they are all the same: then nothing is new. */
export function planLeague(bytes: Uint8Array, state: State): Plan {
  const plan = emptyPlan();
  const file = readFile(bytes, plan);
  if (!file) return plan;
  const rows = new Map(factTabs.map((tab) => [tab, rowsIn(file, tab, plan.problems)]));
  for (const tab of Object.keys(file.tabs)) {
    if (!Object.hasOwn(tabs, tab)) plan.notes.push({ note: 'tabUnused', given: { tab } });
  }
  if (plan.problems.length > 0) return plan;
  // Definitions first, each tab in its own order: of two rows with one name the first has it.
  const own = firstSeasonIn(rows.get('Seasons') ?? [], state);
  const ledger = (rows.get('Ledger') ?? []).map((row) => ({ ...row, id: own ? bookedIn(row.id, own) : row.id }));
  rows.set('Ledger', ledger);
  for (const tab of factTabs) {
    takeIn(tab, rows.get(tab) ?? [], file.kept?.[tab] ?? [], { state, own, plan });
  }
  if (plan.changes.length + plan.after.changes.length > 0 && !isNew(state)) {
    plan.changes = [];
    plan.after = { changes: [], edits: [] };
    plan.problems.push({ problem: 'leagueNotNew' });
  }
  count(plan, rows);
  noteHostRole(plan, rows.get('Settings') ?? [], state);
  return plan;
}

function readFile(bytes: Uint8Array, plan: Plan): File | undefined {
  const read = shape.safeParse(parsed(bytes));
  if (read.success && read.data.version <= formatVersion) return read.data;
  const newer = read.success && { problem: 'newerFormat' as const, given: { version: read.data.version } };
  plan.problems.push(newer || { problem: 'notJson' });
  return undefined;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function rowsIn(file: File, tab: FactTab, problems: FileProblem[]): FileRow[] {
  const found = file.tabs[tab];
  if (!found) {
    problems.push({ problem: 'tabMissing', given: { tab } });
    return [];
  }
  const at = (header: string) => found.columns.findIndex((one) => folded(one) === folded(header));
  const columns = fieldsOf(tab).map((field) => [field, at(columnOf(tab, field).header)] as const);
  const ids = new Set<string>();
  return found.rows.flatMap((row, index) => {
    const cells = Object.fromEntries(columns.map(([field, column]) => [field, row[column] ?? '']));
    const id = tabs[tab].key === 'id' ? String(row[at('ID')] ?? '') : naturalKey(tab, cells);
    if (id === '') problems.push({ problem: 'idMissing', given: { tab, row: index + 1 } });
    else if (ids.has(id)) problems.push({ problem: 'idTwice', given: { tab, id } });
    ids.add(id);
    return [{ id, cells }];
  });
}

interface SameSeason {
  here: string;
  file: string;
}

/** What counts, then the cells that say something else. */
function takeIn(
  tab: FactTab,
  rows: readonly FileRow[],
  kept: readonly KeptRow[],
  { state, own, plan: { changes, after } }: { state: State; own: SameSeason | undefined; plan: Plan },
): void {
  const here = state.rows[tab];
  const columns = new Set<string>(fieldsOf(tab));
  const counting = new Map(kept.map((row) => [row.id, row]));
  for (const { id, cells } of rows) {
    const known = here.get(tab === 'Seasons' && own?.file === id ? own.here : id);
    const isNews = !known || known.gone;
    const other = isNews
      ? Object.entries(cells)
      : Object.entries(cells).filter(([field, to]) => !sameRaw(cellOf(state, tab, known, field), to));
    if (other.length === 0) continue;
    const row = counting.get(id);
    const good = Object.entries(row?.cells ?? {}).filter(([field]) => columns.has(field));
    const wanted = { tab, id: known?.id ?? id };
    const counts = Object.fromEntries([...other, ...good]);
    const isLate = row?.is === 'late';
    if (!isLate) changes.push({ kind: isNews ? 'add' : 'edit', ...wanted, cells: counts });
    if (!row) continue;
    after.changes.push({ kind: 'add', ...wanted, cells });
    if (isLate) after.edits.push({ ...wanted, row: 'added' });
    else after.edits.push(...good.map(([field, from]) => ({ ...wanted, field, from, to: cells[field] ?? '' })));
  }
  for (const { id, cells, is } of kept) {
    if (is !== 'deleted' || here.has(id)) continue;
    changes.push({ kind: 'add', tab, id, cells });
    after.changes.push({ kind: 'gone', tab, id });
    after.edits.push({ tab, id, row: 'removed' });
  }
}

/** What was booked for a season goes with it. */
function bookedIn(id: string, { here, file }: SameSeason): string {
  const booked = parseBookingId(id);
  return booked?.season === file ? makeBookingId({ ...booked, season: here }) : id;
}

/** The season that a new league began with becomes one of the file's: that of its ID or name, else the open one. */
function firstSeasonIn(rows: readonly FileRow[], state: State): SameSeason | undefined {
  const [begun, ...more] = state.rows.Seasons.values().filter((row) => !row.gone);
  if (!begun || more.length > 0) return undefined;
  const has = (field: string, value: unknown) => (row: FileRow) =>
    folded(String(row.cells[field] ?? '')) === folded(String(value ?? ''));
  const row =
    rows.find(({ id }) => id === begun.id) ??
    rows.find(has('season', begun.value.season)) ??
    rows.find(has('status', 'Open')) ??
    rows[0];
  return row && { here: begun.id, file: row.id };
}

function isNew(state: State): boolean {
  const { Races, Racers, Results, Seasons } = state.rows;
  const isEmpty = [Races, Racers, Results].every((rows) => rows.values().every((row) => row.gone));
  return isEmpty && Seasons.size <= 1;
}

function count({ changes, makes }: Plan, rows: ReadonlyMap<FactTab, FileRow[]>): void {
  const added = new Set(changes.flatMap((change) => (change.kind === 'add' ? [`${change.tab} ${change.id}`] : [])));
  const split = (tab: FactTab) => Map.groupBy(rows.get(tab) ?? [], ({ id }) => added.has(`${tab} ${id}`));
  const names = (of: readonly FileRow[] | undefined, field: string) =>
    (of ?? []).map(({ cells }) => String(cells[field]));
  const [seasons, races, racers] = [split('Seasons'), split('Races'), split('Racers')];
  makes.seasons = { added: names(seasons.get(true), 'season'), known: names(seasons.get(false), 'season') };
  makes.races = { added: races.get(true)?.length ?? 0, known: races.get(false)?.length ?? 0 };
  makes.racers = { added: names(racers.get(true), 'racer'), known: racers.get(false)?.length ?? 0 };
  makes.results = split('Results').get(true)?.length ?? 0;
}

/** Who imports may find themselves without a host's rights: better to know before. */
function noteHostRole({ changes, notes }: Plan, rows: readonly FileRow[], state: State): void {
  const id = folded(settingAt('hostRole').name);
  const role = String(rows.find((row) => row.id === id)?.cells.value ?? '').trim();
  const isNews = changes.some(
    (change) => change.kind !== 'held' && 'tab' in change && 'id' in change && change.id === id,
  );
  if (role !== '' && isNews && state.rows.Settings.get(id)?.value.value !== role)
    notes.push({ note: 'hostRole', given: { role } });
}
