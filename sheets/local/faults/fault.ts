import { columnIndex, parseCells } from '../model/a1.ts';

/**
 * What goes wrong with a request to the API.
 * - `quota`: 429, not applied; `unavailable`: 503, not applied; `unavailableButApplied`: the same answer, applied
 * - `hang`: nothing happens and nothing is answered until the client gives up or the faults are cleared
 * - `hangUp`: applied, then the connection is cut instead of an answer
 * - `late`: the connection is cut at once; applied `ms` later
 * - `sort`, `type`: in the moment before, a host sorts a tab or types into a cell; the answer is as it would be
 */
export const faultKinds = [
  'quota',
  'unavailable',
  'unavailableButApplied',
  'hang',
  'hangUp',
  'late',
  'sort',
  'type',
] as const;

export const concerned = ['writes', 'reads', 'both'] as const;
export const sortOrders = ['ASCENDING', 'DESCENDING'] as const;

export type Concerned = (typeof concerned)[number];
export type Times = number | 'until cleared';

type OfKind =
  | { readonly kind: Exclude<(typeof faultKinds)[number], 'late' | 'sort' | 'type'> }
  /** Milliseconds. */
  | { readonly kind: 'late'; readonly ms: number }
  /** Rows below the first, by a column's letters. */
  | {
      readonly kind: 'sort';
      readonly tab: string;
      readonly column: string;
      readonly order: (typeof sortOrders)[number];
    }
  /** `cell` as in `C2`; the value is understood as one that a person types. */
  | { readonly kind: 'type'; readonly tab: string; readonly cell: string; readonly value: string };

/** One fault that waits for the requests that it concerns; `times` is how many of them it still meets. */
export type Fault = OfKind & { readonly concerns: Concerned; readonly times: Times };

/** What a host does in between, and what happens to the request itself: one can meet both. */
export type HostAct = Extract<Fault, { kind: 'sort' | 'type' }>;
export type Mishap = Exclude<Fault, HostAct>;

/** What may be left out: it concerns one write, comes 4 s late, and a host sorts upwards by the first column. */
const defaults = { concerns: 'writes', times: 1, ms: 4000, column: 'A', order: 'ASCENDING' } as const;

type Optional<F> = F extends unknown
  ? Omit<F, keyof typeof defaults> & Partial<Pick<F, keyof typeof defaults & keyof F>>
  : never;

/** A fault as it's asked for. */
export type NewFault = Optional<Fault>;

const MOST_TIMES = 10_000;
const LATEST = 3_600_000;

const own: Record<(typeof faultKinds)[number], readonly string[]> = {
  quota: [],
  unavailable: [],
  unavailableButApplied: [],
  hang: [],
  hangUp: [],
  late: ['ms'],
  sort: ['tab', 'column', 'order'],
  type: ['tab', 'cell', 'value'],
};

/** A request for a fault that can't be met; the message is one sentence that says why. */
export class NoSuchFault extends Error {
  override name = 'NoSuchFault';
}

/** Checks what was asked for, and fills in what was left out. @throws NoSuchFault */
export function parseFault(wanted: object): Fault {
  const asked: Record<string, unknown> = { ...wanted };
  const kind = oneOf('kind', faultKinds, asked.kind);
  const known = ['kind', 'concerns', 'times', ...own[kind]];
  const foreign = Object.keys(asked).find((name) => !known.includes(name));
  if (foreign !== undefined) throw new NoSuchFault(`“${foreign}” is none of what ${kind} takes: ${known.join(', ')}.`);
  const common = {
    concerns: oneOf('concerns', concerned, asked.concerns ?? defaults.concerns),
    times: timesOf(asked.times ?? defaults.times),
  };
  switch (kind) {
    case 'quota':
    case 'unavailable':
    case 'unavailableButApplied':
    case 'hang':
    case 'hangUp':
      return { kind, ...common };
    case 'late':
      return { kind, ...common, ms: wholeNumber('ms', 0, LATEST, asked.ms ?? defaults.ms) };
    case 'sort': {
      const column = cellsOf('column', /^[A-Z]{1,3}$/i, asked.column ?? defaults.column);
      const order = oneOf('order', sortOrders, asked.order ?? defaults.order);
      return { kind, ...common, tab: textOf('tab', asked.tab), column, order };
    }
    case 'type': {
      const cell = cellsOf('cell', /^[A-Z]{1,3}[1-9]\d{0,6}$/i, asked.cell);
      return { kind, ...common, tab: textOf('tab', asked.tab), cell, value: String(asked.value ?? '') };
    }
  }
}

export const isHostAct = (fault: Fault): fault is HostAct => fault.kind === 'sort' || fault.kind === 'type';

/** Row and column, counted from 0, that a fault touches: of a sort the first row below the header. */
export function placeOf(fault: HostAct): { row: number; column: number } {
  if (fault.kind === 'sort') return { row: 1, column: columnIndex(fault.column) };
  const { top = 0, left = 0 } = parseCells(fault.cell) ?? {};
  return { row: top, column: left };
}

function oneOf<T extends string>(name: string, choices: readonly T[], value: unknown): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new NoSuchFault(`${name} is one of ${choices.join(', ')}, not ${shown(value)}.`);
  return found;
}

function timesOf(value: unknown): Times {
  return value === 'until cleared' ? value : wholeNumber('times', 1, MOST_TIMES, value, ', or “until cleared”');
}

function wholeNumber(name: string, least: number, most: number, value: unknown, or = ''): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new NoSuchFault(`${name} is a whole number from ${least} to ${most}${or}, not ${shown(value)}.`);
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new NoSuchFault(`${name} is the name of one, not ${shown(value)}.`);
}

function cellsOf(name: 'cell' | 'column', pattern: RegExp, value: unknown): string {
  if (typeof value === 'string' && pattern.test(value)) return value.toUpperCase();
  throw new NoSuchFault(`${name} is written as in ${name === 'cell' ? 'C2' : 'C'}, not ${shown(value)}.`);
}

const shown = (value: unknown): string => (value === undefined ? 'left out' : (JSON.stringify(value) ?? 'that'));
