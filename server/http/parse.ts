/** Whatever comes in is parsed; what doesn't fit is refused with the field that's wrong. */
import type { z } from 'zod';
import { Refused } from './errors.ts';

/** Throws Refused. */
export function parse<T>(shape: z.ZodType<T>, input: unknown): T {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Refused({ refused: 'bad_request', given: { what: say(parsed.error.issues[0]) } });
}

function say(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return `the field ${issue.keys[0]} is unknown`;
  if (!issue || issue.path.length === 0) return 'it has no fields';
  return `the field ${issue.path.join('.')} is missing or has the wrong form`;
}
