/** Where commands are kept: the guild whose they are, or null for the global ones. */
export type Scope = string | null;

/** All fields that a new command has, with what was left out of its body filled in. */
export function whole(scope: Scope, body: object): object {
  return { ...defaults(scope), ...answered(body) };
}

function defaults(scope: Scope): object {
  const shared = {
    type: 1,
    description: '',
    default_member_permissions: null,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
  };
  return scope === null ? { ...shared, contexts: null, integration_types: [0], dm_permission: true } : shared;
}

interface Fields {
  readonly options?: readonly object[] | null | undefined;
  readonly default_member_permissions?: string | number | null | undefined;
}

/** What a body says, as Discord answers it: permissions as digits, and of options only what isn't false or empty. */
export function answered(body: Fields): object {
  const { options, default_member_permissions: permissions, ...rest } = body;
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(said),
    ...(permissions === undefined
      ? {}
      : { default_member_permissions: permissions === null ? null : `${permissions}` }),
    ...(options ? { options: options.length > 0 ? options.map(answeredOption) : undefined } : {}),
  };
}

function answeredOption({ options, ...rest }: Pick<Fields, 'options'>): object {
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined && value !== false);
  return { ...Object.fromEntries(said), ...(options?.length ? { options: options.map(answeredOption) } : {}) };
}
