/** Places, points and lists in Spanish. */
import { makeMoney } from '../../../../sheets/money.ts';
import { isShared, type Position, placeOf } from '../../../../sheets/positions.ts';

/** 1.º; empatado en el 1.º where several share it; DNF and its like as they are. */
export function place(position: Position): string {
  if (isShared(position)) return `${place(placeOf(position) ?? 0)} ex aequo`;
  return typeof position === 'number' ? `${position}.º` : position;
}

/** "1 punto", "10 puntos". Halves with a comma. */
export function points(n: number): string {
  return count(n, 'punto');
}

/** "1 carrera", "3 carreras". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** "+3 puntos", "−5 puntos". */
export function signed(n: number): string {
  return n < 0 ? `−${points(-n)}` : `+${points(n)}`;
}

/** "12,50 €", "−2,50 €", from minor units. */
export function money(units: number, currency: string): string {
  const format = new Intl.NumberFormat('es', { style: 'currency', currency });
  return format.format(makeMoney(units, currency)).replace('-', '−');
}

/** "+12,50 €", "−2,50 €". */
export function gain(units: number, currency: string): string {
  return units > 0 ? `+${money(units, currency)}` : money(units, currency);
}

export function number(n: number): string {
  return String(n).replace('.', ',');
}

/** "Ana", "Ana y Robin", "Ana, Robin e Iris". */
export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  // Before the sound of an i, y becomes e; not before one that glides, as in Hielo.
  const and = /^(?:i|í|hi(?![ae]))/i.test(last.replace(/\\/g, '')) ? 'e' : 'y';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}
