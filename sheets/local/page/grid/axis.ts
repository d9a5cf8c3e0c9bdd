/** The rows or the columns of a grid along the screen, in pixels; a hidden one has no size. */
export type Axis = {
  readonly count: number;
  readonly length: number;
  readonly start: (index: number) => number;
  readonly size: (index: number) => number;
  /** The one at a distance from the first's start; beyond the ends the first or the last. */
  readonly at: (pixel: number) => number;
};

export function axisOf(count: number, sizeOf: (index: number) => number): Axis {
  const starts = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i] ?? 0) + sizeOf(i);
  const start = (index: number): number => starts[Math.min(Math.max(index, 0), count)] ?? 0;
  return {
    count,
    length: starts[count] ?? 0,
    start,
    size: (index) => start(index + 1) - start(index),
    at(pixel) {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= pixel) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
  };
}

/** The nearest index in a direction that isn't hidden; the given one where there's none. */
export function visibleFrom(axis: Axis, index: number, step: 1 | -1): number {
  for (let i = index; i >= 0 && i < axis.count; i += step) if (axis.size(i) > 0) return i;
  for (let i = index; i >= 0 && i < axis.count; i -= step) if (axis.size(i) > 0) return i;
  return index;
}
