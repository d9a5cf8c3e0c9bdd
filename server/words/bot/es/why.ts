/** Why somebody stands where they do, in one Spanish sentence. */
import type { Explanation, Neighbour } from '../../../league/explain.ts';
import type { Adjustment } from '../../../league/facts.ts';
import type { Step } from '../../../league/standings.ts';
import type { Score } from '../../../league/tallies.ts';
import { count, list, place, points } from './numbers.ts';

interface Names {
  racer(id: string): string;
  race(id: string): string;
}

/** More than these are counted rather than named. */
const mostNamed = 3;

/** "4.º con 49 puntos: cuentan 5 de 6 carreras (sin Race 2, 5 puntos), 3 puntos de penalización (…); a 3 puntos de Priya." */
export function sayWhy(explanation: Explanation, names: Names): string {
  const { scores, adjustments, above, below } = explanation;
  const made = [sayRaces(scores, names), ...sayAdjustments(adjustments, names)].join(', ');
  const neighbours = [above && sayStep(above, 'behind', names), below && sayStep(below, 'ahead', names)].filter(
    (one) => one !== undefined,
  );
  return `${[`${sayRank(explanation, names)}: ${made}`, neighbours.join('; ')].filter(Boolean).join('; ')}.`;
}

function sayRank({ rank, points: total, shares }: Explanation, names: Names): string {
  const head = `${place(rank)} con ${points(total)}`;
  if (shares.length === 0) return head;
  const others = shares.length > mostNamed ? `otros ${shares.length}` : list(shares.map(names.racer));
  return `${head}, en empate con ${others} porque nada los separa`;
}

function sayRaces(scores: readonly Score[], names: Names): string {
  const all = scores.length;
  const raced = scores.filter(wasRaced).length;
  const dropped = scores.filter((score) => score.dropped);
  if (all === 0) return 'aún no hay carreras definitivas';
  if (raced === 0) return all === 1 ? 'sin correr la única carrera' : `en ninguna de las ${all} carreras`;
  if (dropped.some(wasRaced)) {
    const counted = all - dropped.length;
    return `${counted === 1 ? 'cuenta' : 'cuentan'} ${counted} de ${all} carreras (${sayDropped(dropped, names)})`;
  }
  if (raced < all) return `en ${raced} de ${all} carreras`;
  if (all === 1) return 'cuenta la única carrera';
  return all === 2 ? 'cuentan las dos carreras' : `cuentan las ${all} carreras`;
}

function sayDropped(dropped: readonly Score[], names: Names): string {
  const [only] = dropped;
  if (only && dropped.length === 1) return `sin ${names.race(only.race)}, ${points(only.points)}`;
  if (dropped.length > mostNamed) {
    return `${dropped.length} descartadas, ${points(sum(dropped.map((one) => one.points)))} en total`;
  }
  const worth = (score: Score) => (wasRaced(score) ? `con ${points(score.points)}` : 'sin correr');
  return `sin ${list(dropped.map((score) => `${names.race(score.race)}, ${worth(score)}`))}`;
}

function wasRaced({ position }: Score): boolean {
  return position !== undefined && position !== 'DNS';
}

function sayAdjustments(adjustments: readonly Adjustment[], names: Names): string[] {
  if (adjustments.length <= mostNamed) return adjustments.map((one) => sayAdjustment(one, names));
  const total = sum(adjustments.map((one) => one.points));
  return [`${count(adjustments.length, 'ajuste')}, ${points(total)} en total`];
}

function sayAdjustment({ points: n, reason, race }: Adjustment, names: Names): string {
  const what = `${points(Math.abs(n))} de ${n < 0 ? 'penalización' : 'bonificación'}`;
  const why = (reason ?? '').trim().replace(/[\s.;:,!]+$/u, '');
  return `${what}${race === undefined ? '' : ` en ${names.race(race)}`}${why === '' ? '' : ` (${why})`}`;
}

/** "a 3 puntos de Priya", "por delante de Zoë a igualdad de puntos: 2 veces en el 2.º puesto, frente a 1 de Zoë", "por detrás de Sam por la última carrera, Race 6". */
function sayStep({ racer, step }: Neighbour, side: 'behind' | 'ahead', names: Names): string {
  const where = side === 'behind' ? `por detrás de ${names.racer(racer)}` : `por delante de ${names.racer(racer)}`;
  return `${where} ${sayReason(step, side, names.racer(racer))}`;
}

function sayReason(step: Step, side: 'behind' | 'ahead', other: string): string {
  switch (step.by) {
    case 'points':
      return `por ${points(sum([step.own, -step.other]))}`;
    case 'countback': {
      const [mine, theirs] = side === 'behind' ? [step.other, step.own] : [step.own, step.other];
      return `a igualdad de puntos: ${count(mine, 'vez', 'veces')} en el ${place(step.place)} puesto, frente a ${theirs} de ${other}`;
    }
    case 'latest':
      return 'a igualdad de puntos por la última carrera';
  }
}

/** Halves and tenths without what computers add to them. */
function sum(all: readonly number[]): number {
  return Math.round(all.reduce((total, one) => total + one, 0) * 1e6) / 1e6;
}
