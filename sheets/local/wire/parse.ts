import { invalid, invalidField } from '../errors.ts';
import { single } from '../model/single.ts';
import { type FieldType, messageType } from './schema.ts';

const GOOGLE_TYPE = 'type.googleapis.com/google.apps.sheets.v4.';

/**
 * Reads a message of the API from outside JSON. Nulls are dropped, single-precision numbers are rounded, snake_case
 * names are understood, as Google's parser does; unknown fields and wrong types are refused in its words. The answer
 * shares nothing with the input.
 * @param name the message, such as `BatchUpdateSpreadsheetRequest`
 * @param at where in the request it stands, as Google says it: '' for a whole body, `data` for a body that is a field
 */
export function parseMessage<T extends object>(name: string, json: unknown, at = ''): T {
  // The digest of Google's own schema has checked every field: what comes out is the message that it names.
  return message(name, json, at) as T;
}

function message(name: string, json: unknown, at: string): Record<string, unknown> {
  if (!isRecord(json)) {
    if (at === '') throw invalid('Invalid JSON payload received. Root element must be a message.');
    throw wrong(at, GOOGLE_TYPE + name, json);
  }
  const type = messageType(name);
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    const field = type.has(key) ? key : camel(key);
    const fieldType = type.get(field);
    if (!fieldType) {
      const place = at ? ` at '${at}'` : '';
      const text = `Invalid JSON payload received. Unknown name "${key}"${place}: Cannot find field.`;
      throw invalidField(at, text);
    }
    if (value === null || value === undefined) continue;
    const inner = read(fieldType, value, at ? `${at}.${snake(field)}` : snake(field), name, field);
    // A style without a colour is none.
    if (isRecord(inner) && isType(fieldType, 'ColorStyle') && Object.keys(inner).length === 0) continue;
    out[field] = name === 'Color' && typeof inner === 'number' ? ofByte(inner) : inner;
  }
  for (const field of Object.keys(out)) {
    // Google keeps one colour under two names; we keep the newer one, `xColorStyle`, and show both.
    const style = `${field}Style`;
    const fieldType = type.get(field);
    if (!isType(fieldType, 'Color') || !type.has(style)) continue;
    out[style] ??= { rgbColor: out[field] };
    delete out[field];
  }
  return out;
}

function read(type: FieldType, value: unknown, at: string, owner: string, field: string): unknown {
  switch (type.kind) {
    case 'string':
      if (typeof value === 'string') return value;
      throw wrong(at, 'TYPE_STRING', value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw wrong(at, 'TYPE_BOOL', value);
    case 'integer': {
      const number = asNumber(value);
      if (Number.isInteger(number) && Math.abs(number) <= 2 ** 31) return number;
      throw wrong(at, 'TYPE_INT32', value);
    }
    case 'double':
    case 'float': {
      const number = asNumber(value);
      if (Number.isFinite(number)) return type.kind === 'float' ? single(number) : number;
      throw wrong(at, type.kind === 'float' ? 'TYPE_FLOAT' : 'TYPE_DOUBLE', value);
    }
    case 'mask':
      if (typeof value === 'string') return value;
      throw wrong(at, 'type.googleapis.com/google.protobuf.FieldMask', value);
    case 'enum':
      if (typeof value === 'string' && type.values.includes(value)) return value;
      throw wrong(at, `${GOOGLE_TYPE}${owner}.${field[0]?.toUpperCase()}${field.slice(1)}`, value);
    case 'message':
      return message(type.name, value, at);
    case 'list': {
      if (!Array.isArray(value)) {
        if (type.of.kind === 'list') throw wrong(at, 'type.googleapis.com/google.protobuf.ListValue', value);
        // A protobuf parser takes a lone value for a list of one.
        return [read(type.of, value, `${at}[0]`, owner, field)];
      }
      if (type.of.kind === 'list') return value.map((row, i) => listValue(row, `${at}[${i}]`));
      // Among messages a null is none: a client that has nothing to say for one of several sends it.
      const isMissing = (item: unknown) => item === null && type.of.kind === 'message';
      return value.flatMap((item, i) => (isMissing(item) ? [] : [read(type.of, item, `${at}[${i}]`, owner, field)]));
    }
    case 'map':
      if (!isRecord(value)) throw wrong(at, `${GOOGLE_TYPE}${owner}`, value);
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, read(type.of, item, `${at}.${key}`, owner, field)]),
      );
    case 'any':
      return structuredClone(value);
  }
}

/** A row of plain values, as `values.update` takes them: text, numbers, booleans and null. */
function listValue(row: unknown, at: string): unknown[] {
  if (!Array.isArray(row)) throw wrong(at, 'type.googleapis.com/google.protobuf.ListValue', row);
  return row.map((value, i) => {
    if (value === undefined) return null;
    if (value !== null && typeof value === 'object') {
      const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
      throw invalid(`Invalid values${at.slice(at.lastIndexOf('['))}[${i}]: ${kind} ${JSON.stringify(value)}`);
    }
    return value;
  });
}

function wrong(at: string, type: string, value: unknown) {
  const shown =
    isRecord(value) || Array.isArray(value) ? 'Starting an object on a scalar field' : JSON.stringify(value);
  if (type.startsWith('TYPE_') && shown.startsWith('Starting')) {
    return invalidField(at, `Invalid JSON payload received. Unknown name "" at '${at}': ${shown}.`);
  }
  return invalidField(at, `Invalid value at '${at}' (${type}), ${shown.startsWith('Starting') ? 'object' : shown}`);
}

/** Google keeps each part of a colour in a byte, rounded down: 0.5 comes back as 0.49803922. */
const ofByte = (part: number): number => single(Math.floor(part * 255 + 1e-4) / 255);

const isType = (type: FieldType | undefined, name: string): boolean => type?.kind === 'message' && type.name === name;

function asNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
