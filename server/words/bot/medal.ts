/** The sign of a place, in any language; a flag for those without a medal. */
export function medal(place: number): string {
  return medals[place] ?? '🏁';
}

/** The same at the head of a line, with its space; nothing for those without one. */
export function medalFirst(place: number): string {
  const sign = medals[place];
  return sign === undefined ? '' : `${sign} `;
}

const medals: Readonly<Record<number, string>> = { 1: '🏆', 2: '🥈', 3: '🥉' };
