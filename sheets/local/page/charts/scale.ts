/** The numbers along an axis. */
export type Scale = {
  readonly ticks: readonly number[];
  /** Where a number lies, from 0 at the lowest to 1 at the highest. */
  readonly at: (number: number) => number;
  readonly text: (number: number) => string;
};

/**
 * A scale with round steps around some numbers; it always holds zero, as the length of a column has to mean something.
 * @param most how many steps there's room for
 */
export function scaleFor(numbers: readonly number[], most: number): Scale {
  const low = Math.min(0, ...numbers);
  const high = Math.max(0, ...numbers);
  const whole = numbers.every(Number.isInteger);
  const step = stepFor(high === low ? 1 : high - low, Math.max(1, most), whole);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  const digits = Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  const format = new Intl.NumberFormat('en', { maximumFractionDigits: digits });
  const span = (last - first) * step;
  return { ticks, at: (number) => (number - first * step) / span, text: (number) => format.format(number) };
}

/** 1, 2 or 5 times a power of ten, so that no more steps are needed than there's room for. */
function stepFor(range: number, most: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(range / most));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => range / each <= most) ?? 10 * power;
  return whole ? Math.max(1, step) : step;
}
