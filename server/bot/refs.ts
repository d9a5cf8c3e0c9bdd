/** IDs as they fit into what Discord carries for us: a custom ID has 100 signs for all that a button means. */
import { createHash } from 'node:crypto';

/** Ours have ten signs. Hosts may have typed others, as long as a cell. */
const short = /^[\w-]{1,16}$/;

/** An ID that is short enough as it is; else 16 signs that follow from it. A reference's own reference is itself. */
export function refOf(id: string): string {
  return short.test(id) ? id : createHash('sha256').update(id).digest('base64url').slice(0, 16);
}

/** What `ref` refers to, among those things by ID. */
export function atRef<T>(things: ReadonlyMap<string, T>, ref: string): T | undefined {
  const known = things.get(ref);
  if (known !== undefined) return known;
  for (const [id, thing] of things) if (refOf(id) === ref) return thing;
  return undefined;
}
