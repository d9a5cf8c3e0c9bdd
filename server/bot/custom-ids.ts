/**
 * What a button, a list or a form means, as the custom ID that Discord hands back: so that it works after a restart, and on
 * every server. Races, racers and seasons are references (`refs.ts`).
 */
import { refOf } from './refs.ts';

/** The fields of each in their order. The last one may hold anything; the others no colon. */
const shapes = {
  join: ['race'],
  leave: ['race'],
  start: ['race'],
  /** Asks for the place; `place` is the list that is chosen from. */
  report: ['race'],
  place: ['race'],
  /** "That's wrong", before the race is final; `protest` afterwards, as the button and as the form. */
  object: ['race'],
  protest: ['race'],
  next: ['race'],
  /** Opens the panel for whoever presses it. */
  panel: [],
  /** The form that asks for an in-game name at the first join. */
  name: ['race'],
  /** The form that asks why a race is voided. */
  reason: ['race'],
  /** Looks for the code in that spreadsheet. */
  connect: ['sheet'],
  /** Confirms what was asked. `print` is the fingerprint of the preview that was shown. */
  fix: ['print', 'race', 'racer', 'position'],
  closeRace: ['print', 'race'],
  voidRace: ['print', 'race', 'reason'],
  closeSeason: ['print', 'season', 'next'],
  cancel: [],
} as const;

type Shapes = typeof shapes;
export type CustomIdKind = keyof Shapes;
export type CustomIdOf<K extends CustomIdKind> = K extends CustomIdKind
  ? { readonly id: K } & { readonly [F in Shapes[K][number]]: string }
  : never;
export type CustomId = CustomIdOf<CustomIdKind>;

/** Documentation: "Component Reference", Custom ID. */
const longest = 100;

/** Throws RangeError if it doesn't fit; ask `fits` where somebody's own words are part of it. */
export function makeCustomId(meaning: CustomId): string {
  const text = written(meaning);
  if (text.length > longest) throw new RangeError(`a custom ID has at most ${longest} signs: ${text}`);
  return text;
}

export function fits(meaning: CustomId): boolean {
  return written(meaning).length <= longest;
}

/** Undefined for what isn't one of these: of another version of us, or of nobody. */
export function parseCustomId(text: string): CustomId | undefined {
  const [kind = '', ...rest] = text.split(':');
  if (!isKind(kind)) return undefined;
  const fields = shapes[kind];
  if (fields.length === 0) return rest.length === 0 ? ({ id: kind } as CustomId) : undefined;
  const values = [...rest.slice(0, fields.length - 1), rest.slice(fields.length - 1).join(':')];
  if (rest.length < fields.length) return undefined;
  return { id: kind, ...Object.fromEntries(fields.map((field, index) => [field, values[index] ?? ''])) } as CustomId;
}

function isKind(text: string): text is CustomIdKind {
  return Object.hasOwn(shapes, text);
}

const references = ['race', 'racer', 'season'];

function written({ id, ...fields }: CustomId): string {
  const given: Readonly<Record<string, string>> = fields;
  const values = shapes[id].map((field) => {
    const value = given[field] ?? '';
    return references.includes(field) ? refOf(value) : value;
  });
  return [id, ...values].join(':');
}
