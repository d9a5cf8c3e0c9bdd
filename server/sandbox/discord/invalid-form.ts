import { Refusal } from './refusal.ts';

/** One thing that is wrong with a request's body, and where. */
export interface FormFault {
  readonly path: readonly PropertyKey[];
  /** Discord's name for it, e.g. BASE_TYPE_MAX_LENGTH. */
  readonly code: string;
  readonly message: string;
}

/** Discord's 50035: what is wrong stands in `errors`, nested as the body is (documentation: "Reference", Error Messages). */
export function invalidForm(faults: readonly FormFault[]): Refusal {
  return new Refusal(400, 50035, 'Invalid Form Body', { errors: nested(faults) });
}

interface Nested {
  [key: string]: Nested | { code: string; message: string }[];
}

function nested(faults: readonly FormFault[]): Nested {
  const root: Nested = {};
  for (const { path, code, message } of faults) {
    let at = root;
    for (const key of path) {
      const below = at[String(key)] ?? {};
      at[String(key)] = below;
      if (!Array.isArray(below)) at = below;
    }
    const errors = Array.isArray(at._errors) ? at._errors : [];
    at._errors = [...errors, { code, message }];
  }
  return root;
}
