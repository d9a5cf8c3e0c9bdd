import { invalid } from '../errors.ts';

/** A parsed field mask: which fields, and of each which inner ones; `'*'` is everything below. */
export type Mask = '*' | ReadonlyMap<string, Mask>;

/**
 * Reads Google's field-mask syntax: `a,b(c,d/e),f.g,*`; `/` and `.` both go one level down. Names may be camelCase or
 * snake_case.
 * @throws SheetsError with Google's words for a mask that doesn't parse
 */
export function parseMask(text: string): Mask {
  const reader = { text: text.replaceAll(/\s/g, ''), at: 0 };
  const mask = list(reader);
  if (reader.at < reader.text.length) throw badMask(text);
  return mask;
}

/** The fields of a message that a mask asks for, newly made; lists are masked item by item. */
export function project(mask: Mask, value: unknown): unknown {
  if (mask === '*' || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => project(mask, item));
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const below = maskOf(mask, key);
    if (below !== undefined && inner !== undefined) out[key] = project(below, inner);
  }
  return out;
}

/**
 * Writes the masked fields of `source` over `target`, as the `fields` of an update request mean it: a field that is
 * named and absent in the source is cleared. Neither argument is changed.
 */
export function merge<T extends object>(mask: Mask, target: T, source: T): T {
  if (mask === '*') return { ...source };
  // Entry by entry: the keys come from the mask, so the type of each value can't be followed.
  const out = new Map<string, unknown>(Object.entries(target));
  const from = new Map<string, unknown>(Object.entries(source));
  for (const [key, below] of mask) {
    if (key === '*') return { ...source };
    const next = from.get(key);
    const old = out.get(key);
    if (below === '*' || !isMessage(next)) {
      const value = below !== '*' && isMessage(old) ? merge(below, old, {}) : next;
      if (value === undefined) out.delete(key);
      else out.set(key, value);
    } else {
      out.set(key, merge(below, isMessage(old) ? old : {}, next));
    }
  }
  return Object.fromEntries(out) as T;
}

/** The mask with each `xColor` as the `xColorStyle` that it is kept as. */
export function styled(mask: Mask): Mask {
  if (mask === '*') return mask;
  return new Map(
    [...mask].map(([key, below]): [string, Mask] =>
      /color$/i.test(key) && key !== 'rgbColor'
        ? [`${key}Style`, below === '*' ? '*' : new Map([['rgbColor', below]])]
        : [key, styled(below)],
    ),
  );
}

/** What a mask asks of one field: undefined for nothing. */
export const maskOf = (mask: Mask, key: string): Mask | undefined =>
  mask === '*' ? '*' : (mask.get(key) ?? mask.get('*'));

/** Is the field a.b.c, or anything below it, asked for? */
export const wants = (mask: Mask, ...path: readonly string[]): boolean =>
  path.reduce<Mask | undefined>((below, key) => (below === undefined ? undefined : maskOf(below, key)), mask) !==
  undefined;

type Reader = { readonly text: string; at: number };

function list(reader: Reader): Mask {
  const out = new Map<string, Mask>();
  do {
    const { path, below } = entry(reader);
    insert(out, path, below);
  } while (eat(reader, ','));
  return out.get('*') === '*' ? '*' : out;
}

function entry(reader: Reader): { path: string[]; below: Mask } {
  const path = [name(reader)];
  while (eat(reader, '.') || eat(reader, '/')) path.push(name(reader));
  if (!eat(reader, '(')) return { path, below: '*' };
  const below = list(reader);
  if (!eat(reader, ')')) throw badMask(reader.text);
  return { path, below };
}

function name(reader: Reader): string {
  const found = /^(\*|[A-Za-z_][A-Za-z0-9_]*)/.exec(reader.text.slice(reader.at))?.[0];
  if (!found) throw badMask(reader.text);
  reader.at += found.length;
  return found.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function insert(into: Map<string, Mask>, path: readonly string[], below: Mask): void {
  const [head = '', ...rest] = path;
  const old = into.get(head);
  if (rest.length === 0) {
    into.set(head, below === '*' || old === '*' ? '*' : new Map([...(old ?? []), ...below]));
  } else if (old !== '*') {
    const inner = new Map(old ?? []);
    insert(inner, rest, below);
    into.set(head, inner.get('*') === '*' ? '*' : inner);
  }
}

function eat(reader: Reader, char: string): boolean {
  if (reader.text[reader.at] !== char) return false;
  reader.at += 1;
  return true;
}

const badMask = (text: string) => invalid(`Invalid field selection ${text}`);

const isMessage = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
