/** A cell, counted from 0. */
export type Place = { readonly row: number; readonly column: number };

/** A rectangle of cells: rows [top, bottom) and columns [left, right), counted from 0. */
export type Box = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** `A`, `Z`, `AA`…: the letters of a column counted from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1) name = String.fromCharCode(65 + (n % 26)) + name;
  return name;
}

export const placeName = ({ row, column }: Place): string => `${columnName(column)}${row + 1}`;

/** `B2` or `B2:C5`. */
export function boxName({ top, left, bottom, right }: Box): string {
  const first = placeName({ row: top, column: left });
  const last = placeName({ row: bottom - 1, column: right - 1 });
  return first === last ? first : `${first}:${last}`;
}

export const boxAt = ({ row, column }: Place): Box => ({ top: row, left: column, bottom: row + 1, right: column + 1 });

/** The smallest rectangle with both in it. */
export const around = (a: Box, b: Box): Box => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const overlaps = (a: Box, b: Box): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

export const contains = (outer: Box, inner: Box): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
