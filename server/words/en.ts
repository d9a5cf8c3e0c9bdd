/** Everything we say, in English. A sentence that needs something takes it as a parameter. */
import { makeMoney } from '../../sheets/money.ts';
import { isShared, type Position, placeOf } from '../../sheets/positions.ts';

/** 1st, 2nd, 3rd, 4th, 11th, 21st; joint 1st where several share it; DNF and its like as they are. */
export function place(position: Position): string {
  if (isShared(position)) return `joint ${place(placeOf(position) ?? 0)}`;
  if (typeof position !== 'number') return position;
  const teens = position % 100 >= 11 && position % 100 <= 13;
  const ending = teens ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[position % 10] ?? 'th');
  return `${position}${ending}`;
}

/** "1 pt", "10 pts". */
export function points(n: number): string {
  return count(n, 'pt');
}

/** "1 race", "3 races". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

/** "3", "−5": with a minus sign, not a hyphen. */
export function figure(n: number): string {
  return n < 0 ? `−${-n}` : `${n}`;
}

/** "+3 pts", "−5 pts". */
export function signed(n: number): string {
  return n < 0 ? `−${points(-n)}` : `+${points(n)}`;
}

/** "Ana", "Ana and Robin", "Ana, Robin and Sam". */
export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "€12.50". Minor units of a currency (ISO 4217). */
export function money(units: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(makeMoney(units, currency)).replace('-', '−');
}

/** "+€12.50", "−€12.50". */
export function gain(units: number, currency: string): string {
  return units > 0 ? `+${money(units, currency)}` : money(units, currency);
}
