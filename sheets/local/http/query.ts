import { invalidField } from '../errors.ts';

/** The parameters that Google takes with every method. */
const EVERYWHERE = [
  '$.xgafv',
  'access_token',
  'alt',
  'callback',
  'fields',
  '$fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'uploadType',
  'upload_protocol',
];

export type Query = {
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => string[];
  readonly flag: (name: string) => boolean;
};

/**
 * Reads a query string of the API; snake_case names are understood as well.
 * @param names what the method itself takes
 * @throws SheetsError for a parameter that the method doesn't know
 */
export function queryOf(params: URLSearchParams, names: readonly string[]): Query {
  const values = new Map<string, string[]>();
  for (const [key, value] of params) {
    const name = key.startsWith('$') ? key : key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const known = names.includes(name) || EVERYWHERE.includes(key) || EVERYWHERE.includes(name);
    if (!known) {
      const description = `Invalid JSON payload received. Unknown name "${key}": Cannot bind query parameter. Field '${key}' could not be found in request message.`;
      throw invalidField('', description);
    }
    const own = name === '$fields' ? 'fields' : name;
    values.set(own, [...(values.get(own) ?? []), value]);
  }
  return {
    text: (name) => values.get(name)?.at(-1),
    list: (name) => values.get(name) ?? [],
    flag: (name) => flagOf(name, values.get(name)?.at(-1)),
  };
}

function flagOf(name: string, value: string | undefined): boolean {
  if (value === undefined || /^(false|0|)$/i.test(value)) return false;
  if (/^(true|1)$/i.test(value)) return true;
  const field = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  throw invalidField(field, `Invalid value at '${field}' (TYPE_BOOL), "${value}"`);
}
