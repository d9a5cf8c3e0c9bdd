/** Why somebody stands where they do, in one English sentence. */
import type { Explanation, Neighbour } from '../league/explain.ts';
import type { Adjustment } from '../league/facts.ts';
import type { Step } from '../league/standings.ts';
import type { Score } from '../league/tallies.ts';
import { list, place, points } from './en.ts';

interface Names {
  racer(id: string): string;
  race(id: string): string;
}

/** More than these are counted rather than named. */
const mostNamed = 3;

/** "4th with 49 pts: 5 of 6 races count (Race 2 dropped, 5 pts), 3 pts penalty for cutting the track; 3 pts behind Priya." */
export function sayWhy(explanation: Explanation, names: Names): string {
  const { scores, adjustments } = explanation;
  const made = [sayRaces(scores, names), ...sayAdjustments(adjustments, names)].join(', ');
  const neighbours = [sayAbove(explanation.above, names), sayBelow(explanation.below, names)].filter(Boolean);
  // Only where the first has a comma of its own does the and need one.
  const and = neighbours[0]?.includes(',') ? ', and ' : ' and ';
  return `${[`${sayRank(explanation, names)}: ${made}`, neighbours.join(and)].filter(Boolean).join('; ')}.`;
}

function sayRank({ rank, points: total, shares }: Explanation, names: Names): string {
  const head = `${place(rank)} with ${points(total)}`;
  if (shares.length === 0) return head;
  const others = shares.length > mostNamed ? `${shares.length} others` : list(shares.map(names.racer));
  return `${head}, shared with ${others} as nothing separates them`;
}

function sayRaces(scores: readonly Score[], names: Names): string {
  const all = scores.length;
  const raced = scores.filter(wasRaced).length;
  const dropped = scores.filter((score) => score.dropped);
  const counted = all - dropped.length;
  if (all === 0) return 'no race is final yet';
  if (raced === 0) return all === 1 ? 'not in the one race' : `in none of ${all} races`;
  // What wasn't raced goes first: only after that does a drop take anything away.
  if (dropped.some(wasRaced)) {
    return `${counted} of ${all} races ${counted === 1 ? 'counts' : 'count'} (${sayDropped(dropped, names)})`;
  }
  if (raced < all) return `in ${raced} of ${all} races`;
  if (all === 1) return 'the one race counts';
  return all === 2 ? 'both races count' : `all ${all} races count`;
}

function sayDropped(dropped: readonly Score[], names: Names): string {
  const [only] = dropped;
  if (only && dropped.length === 1) return `${names.race(only.race)} dropped, ${points(only.points)}`;
  if (dropped.length > mostNamed) {
    const lost = rounded(dropped.reduce((sum, one) => sum + one.points, 0));
    return `${dropped.length} dropped, ${points(lost)} in all`;
  }
  const worth = (score: Score) => (wasRaced(score) ? `with ${points(score.points)}` : 'not raced');
  return `dropped: ${list(dropped.map((score) => `${names.race(score.race)} ${worth(score)}`))}`;
}

function wasRaced({ position }: Score): boolean {
  return position !== undefined && position !== 'DNS';
}

function sayAdjustments(adjustments: readonly Adjustment[], names: Names): string[] {
  if (adjustments.length <= mostNamed) return adjustments.map((one) => sayAdjustment(one, names));
  const total = rounded(adjustments.reduce((sum, one) => sum + one.points, 0));
  return [`${adjustments.length} adjustments, ${points(total)} in all`];
}

function sayAdjustment({ points: n, reason, race }: Adjustment, names: Names): string {
  const what = `${points(Math.abs(n))} ${n < 0 ? 'penalty' : 'bonus'}`;
  const where = race === undefined ? '' : ` in ${names.race(race)}`;
  return `${what}${where}${sayReason(reason)}`;
}

/** "for cutting the track"; a reason that begins like a sentence, or a name, stays apart. */
function sayReason(reason: string | undefined): string {
  const text = (reason ?? '').trim().replace(/[\s.;:,!]+$/u, '');
  if (text === '') return '';
  return /^\p{Ll}/u.test(text) ? ` ${/^for\s/.test(text) ? '' : 'for '}${text}` : ` (${text})`;
}

function sayAbove(above: Neighbour | undefined, names: Names): string {
  return above ? sayStep(above.step, 'behind', names.racer(above.racer), names) : '';
}

function sayBelow(below: Neighbour | undefined, names: Names): string {
  return below ? sayStep(below.step, 'ahead of', names.racer(below.racer), names) : '';
}

/** "3 pts behind Priya", "ahead of Zoë by more 2nds (2 to 1)", "behind Sam by the latest race, Race 6". */
function sayStep(step: Step, side: 'behind' | 'ahead of', other: string, names: Names): string {
  switch (step.by) {
    case 'points':
      return `${points(rounded(step.own - step.other))} ${side} ${other}`;
    case 'countback': {
      const [mine, theirs] = side === 'behind' ? [step.other, step.own] : [step.own, step.other];
      return `${side} ${other} by ${mine < theirs ? 'fewer' : 'more'} ${place(step.place)}s (${mine} to ${theirs})`;
    }
    case 'latest':
      return `${side} ${other} by the latest race, ${names.race(step.race)}`;
  }
}

/** Halves and tenths without what computers add to them. */
function rounded(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}
