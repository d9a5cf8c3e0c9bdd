/**
 * How a push is told from any other. Push n adds the named range of its number, which a spreadsheet takes only once, drops
 * the one of a few pushes before, and writes its number and token into a hidden tab of ours.
 */
import type { Meta, Request } from './google.ts';

/** Ours alone, and hidden: number and token of the latest push; below, what stood where it wrote. */
export const syncTab = 'cozy_sync';
/** A push adds the named range of its number and drops the one this many before. */
export const markersKept = 4;

export function markerName(n: number): string {
  return `cozy_push_${n}`;
}

/** The numbers whose named ranges are there. */
export function markersIn({ namedRanges }: Meta): number[] {
  return [...namedRanges.keys()].flatMap((name) => Number(/^cozy_push_(\d+)$/.exec(name)?.[1] ?? []));
}

/** Writes number and token into the hidden tab. */
export function markerCells(sheetId: number, n: number, token: string): Request {
  const values = [{ userEnteredValue: { numberValue: n } }, { userEnteredValue: { stringValue: token } }];
  const start = { sheetId, rowIndex: 0, columnIndex: 0 };
  return { updateCells: { start, rows: [{ values }], fields: 'userEnteredValue' } };
}
