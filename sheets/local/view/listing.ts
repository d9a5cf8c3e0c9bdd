import { columnName } from '../model/a1.ts';
import type { CellPlace } from './own-place.ts';

/** Cells elsewhere that list addresses, and what stands before the cell's own in such an address: `Results!`. */
export type Listing = { readonly range: string; readonly before: string };

const LISTING =
  /^=\s*COUNTIF\(\s*INDIRECT\(\s*"([^"]+)"\s*\)\s*[,;]\s*"([^"]+!)"\s*&\s*ADDRESS\(\s*ROW\(\s*\)\s*[,;]\s*COLUMN\(\s*\)\s*[,;]\s*4\s*\)\s*\)\s*>\s*0\s*$/i;

/**
 * A formula that asks whether a list names the cell that is judged, such as
 * `=COUNTIF(INDIRECT("Problems!A2:A"),"Results!"&ADDRESS(ROW(),COLUMN(),4))>0`. The library takes the better part of a
 * millisecond for each cell, so a tab of 10,000 rows would wait a minute; here the list is read once. Undefined for all
 * others, and where COUNTIF would take the text for a comparison or a pattern.
 */
export function listingOf(formula: string): Listing | undefined {
  const [, range, before] = LISTING.exec(formula) ?? [];
  if (range === undefined || before === undefined || /^[<>=]|[*?~]/.test(before)) return undefined;
  return { range, before };
}

/** @param texts what the list holds; letter case doesn't matter, as with COUNTIF */
export function listedIn(texts: Iterable<string>, { before }: Listing): (place: CellPlace) => boolean {
  const start = before.toLowerCase();
  const addresses = new Set(
    Array.from(texts, (text) => text.toLowerCase()).flatMap((text) =>
      text.startsWith(start) ? [text.slice(start.length)] : [],
    ),
  );
  return ({ row, column }) => addresses.size > 0 && addresses.has(`${columnName(column)}${row + 1}`.toLowerCase());
}
