/** A racer's outcome in a race: a place from 1, a place shared in a dead heat (`1=`), or why there is none. */

/** How somebody left a race without a place: did not finish, disqualified, did not start. */
export const outcomes = ['DNF', 'DSQ', 'DNS'] as const;
export type Outcome = (typeof outcomes)[number];

/** Several crossed the line together: all of them score the place, and the ones after it stay empty. */
export type SharedPlace = `${number}=`;

export type Position = number | SharedPlace | Outcome;

/** The most racers a race may have, so no place is beyond. */
const lastPlace = 24;

/** 3, "3", " 3 ", "3rd", "1=", "T1", "dnf". Undefined for what isn't a position. */
export function parsePosition(given: string | number): Position | undefined {
  const text = String(given).trim();
  const outcome = outcomes.find((one) => one === text.toUpperCase());
  if (outcome) return outcome;
  const found = /^(t)?([1-9]\d?)(?:\.0*|st|nd|rd|th|\.|º|ª)?\s*(=)?$/i.exec(text);
  const place = Number(found?.[2] ?? Number.NaN);
  if (!(place <= lastPlace)) return undefined;
  return found?.[1] || found?.[3] ? `${place}=` : place;
}

/** The place that a position scores as: 3 for `3` and for `3=`; undefined for DNF, DSQ and DNS. */
export function placeOf(position: Position | undefined): number | undefined {
  if (typeof position === 'number') return position;
  return isShared(position) ? Number.parseInt(position, 10) : undefined;
}

export function isShared(position: Position | undefined): position is SharedPlace {
  return typeof position === 'string' && position.endsWith('=');
}
