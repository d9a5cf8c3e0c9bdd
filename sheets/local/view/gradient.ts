import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Book } from '../model/book.ts';
import { between, type Rgb, rgbOf } from './color.ts';

type Point = { readonly at: number; readonly color: Rgb };

/**
 * The colours of a scale from its lowest to its highest point.
 * @param numbers what stands in its ranges, in any order
 * @returns the colour of a number; numbers beyond the ends have the colour of the end
 */
export function gradient(
  rule: sheets_v4.Schema$GradientRule,
  numbers: readonly number[],
  book: Book,
): (number: number) => Rgb | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const points = [rule.minpoint, rule.midpoint, rule.maxpoint].flatMap((point): Point[] => {
    const color = rgbOf(point?.colorStyle, book);
    const at = point && valueAt(point, sorted);
    return color && at !== undefined ? [{ at, color }] : [];
  });
  return (number) => {
    const after = points.findIndex((point) => point.at >= number);
    const high = after < 0 ? points.at(-1) : points[after];
    const low = after > 0 ? points[after - 1] : high;
    if (!high || !low) return undefined;
    const share = high.at === low.at ? 1 : (number - low.at) / (high.at - low.at);
    return between(low.color, high.color, share);
  };
}

function valueAt({ type, value }: sheets_v4.Schema$InterpolationPoint, sorted: readonly number[]): number | undefined {
  const lowest = sorted[0];
  const highest = sorted.at(-1);
  if (lowest === undefined || highest === undefined) return undefined;
  const number = Number(value ?? '');
  if (type === 'MIN') return lowest;
  if (type === 'MAX') return highest;
  if (type === 'NUMBER') return number;
  if (type === 'PERCENT') return lowest + ((highest - lowest) * number) / 100;
  if (type !== 'PERCENTILE') return undefined;
  const rank = ((sorted.length - 1) * number) / 100;
  const below = sorted[Math.floor(rank)] ?? lowest;
  return below + ((sorted[Math.ceil(rank)] ?? below) - below) * (rank % 1);
}
