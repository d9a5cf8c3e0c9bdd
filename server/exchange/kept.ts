/**
 * What counts of rows although their cells say something else, so that a league's file gives the same league: the last
 * good value of a cell that can't be understood, positions as they last fitted together, and deleted racers whom results
 * still name.
 */
import { type FactTab, factTabs, type Raw } from '../../sheets/records.ts';
import { makeCell } from '../../sheets/table.ts';
import { factsOf } from '../facts.ts';
import { cellOf, columnOf, contextOf, fieldsOf, type Row, type State } from '../fold.ts';
import { contradictionsAmong } from '../league/races.ts';

export interface KeptRow {
  id: string;
  /** Instead of the row's own, those that count; of a row that was deleted, all that it had. */
  cells: Record<string, Raw>;
  /** It was deleted; or it came when its race contradicted itself already, and doesn't count. */
  is?: 'deleted' | 'late' | undefined;
}

export type Kept = Partial<Record<FactTab, KeptRow[]>>;

/** By tab, for those that have any. */
export function keptRows(state: State): Kept {
  const positions = contradictedRows(state);
  const all = factTabs.map((tab): [FactTab, KeptRow[]] => {
    const rows = [...state.rows[tab].values()].filter((row) => !row.gone);
    const kept = rows.flatMap((row): KeptRow[] => {
      const settled = tab === 'Results' ? positions.get(row.id) : undefined;
      const good = Object.keys(row.wrong).map((field) => [field, goodCell(state, tab, row, field)]);
      const cells = { ...Object.fromEntries(good), ...settled?.cells };
      return Object.keys(cells).length > 0 || settled ? [{ ...settled, id: row.id, cells }] : [];
    });
    return [tab, tab === 'Racers' ? [...kept, ...deletedRacers(state)] : kept];
  });
  return Object.fromEntries(all.filter(([, rows]) => rows.length > 0));
}

function goodCell(state: State, tab: FactTab, row: Row, field: string): Raw {
  const raw = makeCell(columnOf(tab, field), row.value[field], contextOf(state));
  return typeof raw === 'boolean' ? (raw ? 'Yes' : 'No') : raw;
}

/** Rows of races that contradict themselves, with the positions that go on counting. */
function contradictedRows(state: State): Map<string, Omit<KeptRow, 'id'>> {
  const rows = new Map<string, Omit<KeptRow, 'id'>>();
  const { entrants, memory } = factsOf(state);
  for (const [race, results] of entrants) {
    if (contradictionsAmong(results).length === 0) continue;
    for (const { id } of results) {
      const position = memory.get(race)?.settled.get(id);
      rows.set(id, position === undefined ? { cells: {}, is: 'late' } : { cells: { position } });
    }
  }
  return rows;
}

function deletedRacers(state: State): KeptRow[] {
  const { entrants, adjustments } = factsOf(state);
  const named = new Set([...entrants.values(), adjustments].flatMap((rows) => rows.map(({ racer }) => racer)));
  return [...state.rows.Racers.values()]
    .filter((row) => row.gone && named.has(row.id))
    .map((row) => {
      const cells = fieldsOf('Racers').map((field) => [field, cellOf(state, 'Racers', row, field)]);
      return { id: row.id, cells: Object.fromEntries(cells), is: 'deleted' };
    });
}
