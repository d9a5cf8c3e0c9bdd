import type { ZodMiniType } from 'zod/mini';
import { type FormFault, invalidForm } from './invalid-form.ts';

/**
 * A request's body as Discord's own specification wants it; fields that it doesn't know are dropped, as Discord drops
 * them. Refuses with 50035. `at` is where the value stands in the body.
 */
export function readRequest<T>(schema: ZodMiniType<T>, body: unknown, at: readonly PropertyKey[] = []): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw invalidForm(read.error.issues.flatMap((issue) => faultsOf(issue, at)));
}

/** An answer of our own, once it fits Discord's specification. Throws where it doesn't: that's a fault of ours. */
export function fitting<T>(schema: ZodMiniType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const faults = read.error.issues.flatMap((issue) => faultsOf(issue, []));
  const list = faults.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
  throw new Error(`The local Discord's own answer isn't one that Discord gives: ${list}. ${JSON.stringify(answer)}`);
}

type Issue = NonNullable<ReturnType<ZodMiniType['safeParse']>['error']>['issues'][number];

function faultsOf(issue: Issue, at: readonly PropertyKey[]): FormFault[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branch = meant(issue.errors);
    if (branch) return branch.flatMap((inner) => faultsOf(inner, path));
  }
  return [{ path, ...wording(issue) }];
}

/** Of a union's kinds the one that the value was meant to be: its `type` fits, and as little as possible doesn't. */
function meant(branches: readonly Issue[][]): Issue[] | undefined {
  const typeFits = (branch: Issue[]) => !branch.some(({ path }) => path.length === 1 && path[0] === 'type');
  const byFaults = [...branches].sort((a, b) => a.length - b.length);
  return byFaults.find(typeFits) ?? byFaults[0];
}

function wording(issue: Issue): { code: string; message: string } {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
        : { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
        : { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` };
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: `Expected a value of the type ${issue.expected}.` };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.map(String).join(', ')}}.` };
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : { code: 'BASE_TYPE_BAD_FORMAT', message: issue.message };
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'custom':
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}
