/** What we last wrote to a derived tab, and in which columns it stands by now. Pure. */
import { type DerivedTab, type Raw, tabAt } from './records.ts';
import { type DerivedShadow, findColumns, sameRaw } from './shadow.ts';

type Grid = readonly (readonly Raw[])[];

export interface DerivedLook {
  /** The tab's rows, header first; only the header, unless `whole`. */
  grid: Grid;
  whole: boolean;
  /** What the racers are called in the Sheet: the headers of a wide tab that nobody remembers writing. */
  names: ReadonlySet<string>;
}

/** Where what stands there isn't known, isn't ours any more, or a column moved, all of it is to be written. */
export function derivedShadow(tab: DerivedTab, look: DerivedLook, known: DerivedShadow | undefined): DerivedShadow {
  const { wide } = tabAt(tab);
  const found = wide ? wideShadow(tab, look, known) : plainShadow(tab, look.grid, known);
  if (!look.whole || !known || found.unknown) return found;
  const lines = wide ? look.grid : look.grid.slice(1);
  const rows = Array.from({ length: Math.max(lines.length, known.rows.length) }, (_, r) => known.rows[r] ?? []);
  const fields = wide ? (known.rows[0] ?? []).map((_, index) => String(index)) : Object.keys(tabAt(tab).columns);
  const stands = rows.every((row, r) =>
    fields.every((field, index) => {
      const column = found.columns[field];
      return column === undefined || sameRaw(lines[r]?.[column], row[index]);
    }),
  );
  return stands ? found : { columns: found.columns, rows, unknown: true };
}

/** A header of ours that was typed over stays ours, unless it stands elsewhere or another one stands there now. */
function plainShadow(tab: DerivedTab, grid: Grid, known: DerivedShadow | undefined): DerivedShadow {
  const { columns } = findColumns(tab, grid[0] ?? []);
  if (!known) return { columns, rows: grid.slice(1).map(() => []), unknown: true };
  const taken = new Set(Object.values(columns));
  const lost = Object.entries(known.columns).filter(([field, at]) => columns[field] === undefined && !taken.has(at));
  const now = { ...columns, ...Object.fromEntries(lost) };
  const moved = Object.keys({ ...now, ...known.columns }).some((field) => now[field] !== known.columns[field]);
  const unknown = moved || known.unknown || lost.length > 0;
  const headerLost = lost.length > 0 && { headerLost: true as const };
  return { columns: now, rows: known.rows, ...(unknown && { unknown: true }), ...headerLost };
}

/** Here the header is ours too, and tells which columns are. Their fields are numbers from 0. */
function wideShadow(tab: DerivedTab, { grid, names }: DerivedLook, known: DerivedShadow | undefined): DerivedShadow {
  const header = grid[0] ?? [];
  if (!known) {
    const begun = findColumns(tab, header).missing.length === 0 && header[0] !== '';
    const ours = header.flatMap((cell, column) =>
      begun && cell !== '' && (column === 0 || names.has(String(cell))) ? [[String(column), column] as const] : [],
    );
    return { columns: Object.fromEntries(ours), rows: grid.map(() => []), unknown: true };
  }
  const written = known.rows[0] ?? [];
  const stays = Object.entries(known.columns).every(([field, column]) =>
    sameRaw(header[column], written[Number(field)]),
  );
  if (stays) return known;
  const columns = Object.keys(known.columns).map((field) => {
    const column = header.findIndex((cell) => cell !== '' && sameRaw(cell, written[Number(field)]));
    // Typed over, it stays ours.
    return [field, column < 0 ? (known.columns[field] ?? 0) : column] as const;
  });
  return { columns: Object.fromEntries(columns), rows: known.rows, unknown: true };
}
