/** A position as somebody gives it. */
import { z } from 'zod';
import { type Position, parsePosition, placeOf } from '../../sheets/positions.ts';

/** What comes in where a position belongs; null takes it away. */
export const givenPosition = z.union([z.number(), z.string().max(64), z.null()]);

/** 1 to `last` as `parsePosition` reads it, a shared one too; DNF, DSQ or DNS. Undefined for anything else. */
export function readPosition(given: number | string, last: number): Position | undefined {
  const position = parsePosition(given);
  return (placeOf(position) ?? 0) <= last ? position : undefined;
}
