/** Whose turn it is on a season's screens. Pure. */

/** A sponsor on one kind of screen today, as one person looks at it. */
export interface Tally {
  /** It was handed out so often, seen or not. */
  turns: number;
  /** It was really seen and counted so often. */
  displays: number;
  /** Another look of that person's would count: everybody counts once a day. */
  counts: boolean;
}

/**
 * Whose turn it is: who had the fewest turns today, so nobody ever has one more than the others. Among these, who would
 * be counted and isn't ahead in displays; else, of those who wouldn't be, the one with the most, so that the others come
 * next; else the one with the fewest. What is left to choose goes by the order of the tab, which begins with another one
 * every day. `day` is a number that grows by one a day.
 */
export function turnOf<S extends { id: string }>(
  sponsors: readonly S[],
  tally: (sponsor: string) => Tally,
  day: number,
): S | undefined {
  const first = sponsors.length === 0 ? 0 : day % sponsors.length;
  const inOrder = [...sponsors.slice(first), ...sponsors.slice(0, first)];
  const all = inOrder.map((sponsor) => ({ sponsor, ...tally(sponsor.id) }));
  const turns = Math.min(...all.map((one) => one.turns));
  const displays = Math.min(...all.map((one) => one.displays));
  // Sorting leaves the order among equals.
  const next = all.filter((one) => one.turns === turns).sort((a, b) => a.displays - b.displays);
  const gains = next.find((one) => one.counts && one.displays === displays);
  const most = Math.max(...next.flatMap((one) => (one.counts ? [] : one.displays)));
  const idle = next.find((one) => !one.counts && one.displays === most);
  return (gains ?? idle ?? next[0])?.sponsor;
}
