/** Which of the cells that people edit they compute. Values don't tell; the texts that were typed do. Pure. */
import type { FactTab, Raw, TabName } from './records.ts';
import { type FactCells, keyFields, type Shadow, type SheetChange, sameRaw } from './shadow.ts';

type Grid = readonly (readonly Raw[])[];

/**
 * What `typed` tells beyond the values in `grids`; `shadow` is told too. What a formula comes to counts, whatever we had
 * waiting for its cell.
 */
export function formulaChanges(
  typed: ReadonlyMap<FactTab, Grid>,
  grids: ReadonlyMap<TabName, Grid>,
  shadow: Shadow,
  facts: FactCells,
): SheetChange[] {
  return [...typed].flatMap(([tab, texts]) => {
    const columns = shadow.tabs[tab]?.columns ?? {};
    return (shadow.tabs[tab]?.rows ?? []).flatMap((row): SheetChange[] => {
      const values = grids.get(tab)?.[row.at] ?? [];
      const own = texts[row.at] ?? [];
      // Between the two reads a host may have sorted: then the next look, which finds that, reads formulas again.
      if (row.at < 0 || !hasSameKey(tab, columns, own, values)) return [];
      const fields = Object.keys(columns).filter((field) => {
        const column = columns[field] ?? -1;
        return isFormula(own[column], values[column]);
      });
      if (fields.join() === (row.formulas ?? []).join()) return [];
      row.formulas = fields;
      const known = facts.row(tab, row.id)?.cells ?? {};
      const edits = fields.flatMap((field): SheetChange[] => {
        const [ours = '', to = ''] = [known[field], values[columns[field] ?? -1]];
        return sameRaw(ours, to) ? [] : [{ kind: 'edit', tab, id: row.id, field, from: to, to, ours }];
      });
      return [{ kind: 'formulas', tab, id: row.id, fields }, ...edits];
    });
  });
}

/** A key that is computed itself tells nothing. */
function hasSameKey(
  tab: FactTab,
  columns: Readonly<Record<string, number>>,
  texts: readonly Raw[],
  values: readonly Raw[],
): boolean {
  return keyFields(tab).every((field) => {
    const column = columns[field] ?? -1;
    return sameRaw(texts[column], values[column]) || isFormula(texts[column], values[column]);
  });
}

/** A cell that was edited into a formula is one edit. */
export function withoutEdited(found: readonly SheetChange[], edits: readonly SheetChange[]): SheetChange[] {
  const edited = new Set(edits.map(cellOf));
  return found.filter((change) => change.kind !== 'edit' || !edited.has(cellOf(change)));
}

function cellOf(change: SheetChange): string {
  return change.kind === 'edit' ? `${change.tab}|${change.id}|${change.field}` : '';
}

/** What was typed begins with '=' and isn't what it comes to: text that merely begins so is its own value. */
function isFormula(typed: Raw | undefined, value: Raw | undefined): boolean {
  return typeof typed === 'string' && typed.startsWith('=') && typed !== value;
}
