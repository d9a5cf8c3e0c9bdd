import { MESSAGES } from './messages.ts';

/** What a field may hold. `float` is rounded as Google does, to single precision. */
export type FieldType =
  | { readonly kind: 'string' | 'boolean' | 'integer' | 'double' | 'float' | 'mask' | 'any' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'message'; readonly name: string }
  | { readonly kind: 'list'; readonly of: FieldType }
  | { readonly kind: 'map'; readonly of: FieldType };

export type MessageType = ReadonlyMap<string, FieldType>;

/** The fields of a message of the API; an unknown name is a mistake of ours and throws. */
export function messageType(name: string): MessageType {
  const found = messages.get(name);
  if (!found) throw new Error(`wire/messages.ts has no message "${name}".`);
  return found;
}

const messages: ReadonlyMap<string, MessageType> = new Map(
  MESSAGES.trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...fields] = line.split(' ');
      return [name, new Map(fields.map(fieldOf))];
    }),
);

function fieldOf(text: string): [string, FieldType] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), typeOf(text.slice(colon + 1))];
}

function typeOf(text: string): FieldType {
  if (text.endsWith('[]')) return { kind: 'list', of: typeOf(text.slice(0, -2)) };
  if (text.startsWith('{')) return { kind: 'map', of: typeOf(text.slice(1, -1)) };
  if (text.startsWith('<')) return { kind: 'enum', values: text.slice(1, -1).split('|') };
  if (text === 'string' || text === 'boolean' || text === 'double' || text === 'float') return { kind: text };
  if (text === 'mask' || text === 'any') return { kind: text };
  if (text === 'int32' || text === 'int64' || text === 'uint32') return { kind: 'integer' };
  return { kind: 'message', name: text };
}
