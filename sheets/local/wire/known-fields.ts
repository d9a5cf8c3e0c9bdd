import { invalid, SheetsError } from '../errors.ts';
import { type Mask, parseMask, styled } from './mask.ts';
import { type FieldType, messageType } from './schema.ts';

/**
 * Reads the `fields` of a call: what of its answer is wanted.
 * @param name the message that is answered
 * @throws SheetsError in Google's words for a field that no such answer has
 */
export function answerMask(fields: string, name: string): Mask {
  const mask = parseMask(fields);
  const path = unknownField(mask, name);
  if (path === undefined) return mask;
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  throw new SheetsError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.', [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: fields, description }] },
  ]);
}

/**
 * Reads the `fields` of an update request.
 * @param name the message that is updated
 * @param roots fields that may stand around the mask, outermost first
 * @throws SheetsError when none is given, on which Google insists, and for a field that the message doesn't have: it
 *   would change nothing, unseen
 */
export function updateMask(fields: string | null | undefined, name: string, roots: readonly string[] = []): Mask {
  if (!fields) throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = roots.reduce(inside, parseMask(fields));
  const path = unknownField(mask, name);
  if (path === undefined) return styled(mask);
  throw invalid(`Invalid field: ${path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);
}

const inside = (mask: Mask, root: string): Mask =>
  (mask !== '*' && mask.size === 1 ? mask.get(root) : undefined) ?? mask;

/** The first path of a mask that a message doesn't have, as `sheets.data.title`. */
function unknownField(mask: Mask, name: string): string | undefined {
  if (mask === '*') return undefined;
  for (const [key, below] of mask) {
    if (key === '*') continue;
    const type = messageType(name).get(key);
    if (!type) return key;
    const rest = unknownInside(type, below);
    if (rest !== undefined) return `${key}.${rest}`;
  }
  return undefined;
}

function unknownInside(type: FieldType, below: Mask): string | undefined {
  if (below === '*') return undefined;
  switch (type.kind) {
    case 'message':
      return unknownField(below, type.name);
    case 'list':
      return unknownInside(type.of, below);
    case 'map':
    case 'any':
      return undefined;
    case 'string':
    case 'boolean':
    case 'integer':
    case 'double':
    case 'float':
    case 'mask':
    case 'enum':
      return [...below.keys()][0];
  }
}
