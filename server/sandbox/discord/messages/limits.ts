import { type FormFault, invalidForm } from '../invalid-form.ts';
import { emptyMessage } from '../refusal.ts';
import { allOf, type Component, componentType, isSelect, type Placed } from './component.ts';
import { flag } from './flags.ts';

/** What the rules below look at: a message as it would be once the request is done. */
export interface Draft {
  readonly flags: number;
  readonly content: string;
  readonly embeds: readonly object[];
  readonly components: readonly Component[];
  /** How many files it would have. */
  readonly attachments: number;
  readonly allowedMentions: AllowedMentions | undefined;
}

export interface AllowedMentions {
  readonly parse?: readonly string[] | null | undefined;
  readonly users?: readonly string[] | null | undefined;
  readonly roles?: readonly string[] | null | undefined;
  readonly replied_user?: boolean | null | undefined;
}

// Documentation: "Message", Create Message; "Component Reference", Components V2 and legacy behaviour.
const CONTENT = 2000;
const TEXT_OF_COMPONENTS = 4000;
const COMPONENTS = 40;
const LEGACY_ROWS = 5;

/** Refuses what Discord refuses beyond the shape of the body, which the specification covers. */
export function refuseBeyondLimits(draft: Draft): void {
  const faults = [
    ...(draft.flags & flag.IS_COMPONENTS_V2 ? ofComponentsV2(draft) : ofLegacy(draft)),
    ...ofComponents(allOf(draft.components)),
    ...ofAllowedMentions(draft.allowedMentions),
  ];
  if (faults.length > 0) throw invalidForm(faults);
  const shown = draft.content.length + draft.embeds.length + draft.components.length;
  const files = draft.flags & flag.IS_COMPONENTS_V2 ? 0 : draft.attachments;
  if (shown + files === 0) throw emptyMessage();
}

function ofComponentsV2({ content, embeds, components }: Draft): FormFault[] {
  const legacy = (field: string) => ({
    path: [field],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  });
  const all = allOf(components);
  const text = all.reduce((length, { component }) => length + (component.content?.length ?? 0), 0);
  const over = (code: string, message: string) => ({ path: ['components'], code, message });
  return [
    ...(content === '' ? [] : [legacy('content')]),
    ...(embeds.length === 0 ? [] : [legacy('embeds')]),
    ...(all.length > COMPONENTS
      ? [over('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `The total number of components exceeds ${COMPONENTS}`)]
      : []),
    ...(text > TEXT_OF_COMPONENTS
      ? [over('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `Displayable text exceeds ${TEXT_OF_COMPONENTS} characters`)]
      : []),
  ];
}

function ofLegacy({ content, components }: Draft): FormFault[] {
  const tooLong = (path: PropertyKey[], most: number) => ({
    path,
    code: 'BASE_TYPE_MAX_LENGTH',
    message: `Must be ${most} or fewer in length.`,
  });
  const newer = components.flatMap(({ type }, index) =>
    type === componentType.ACTION_ROW
      ? []
      : [{ path: ['components', index, 'type'], code: 'BASE_TYPE_CHOICES', message: 'Value must be one of {1}.' }],
  );
  return [
    ...(content.length > CONTENT ? [tooLong(['content'], CONTENT)] : []),
    ...(components.length > LEGACY_ROWS ? [tooLong(['components'], LEGACY_ROWS)] : []),
    ...newer,
  ];
}

/** What is wrong with the components of a message or a modal one by one, and with their ids. */
export function ofComponents(all: readonly Placed[]): FormFault[] {
  return [...all.flatMap(ofComponent), ...repeated(all, 'custom_id'), ...repeated(all, 'id')];
}

function ofComponent({ component, path }: Placed): FormFault[] {
  if (component.type === componentType.BUTTON) return ofButton(component, path);
  if (component.type === componentType.ACTION_ROW) return ofRow(component, path);
  if (isSelect(component)) return ofSelect(component, path);
  return [];
}

const LINK = 5;
const PREMIUM = 6;

function ofButton({ style, custom_id, url, label, emoji }: Component, path: readonly PropertyKey[]): FormFault[] {
  if (style === PREMIUM) return [];
  const missing = (field: string) => ({
    path: [...path, field],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  });
  const both = { path, code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE', message: 'A link has a url and no custom id' };
  return [
    ...(label || emoji ? [] : [missing('label')]),
    ...(style === LINK && !url ? [missing('url')] : []),
    ...(style !== LINK && !custom_id ? [missing('custom_id')] : []),
    ...(custom_id && url ? [both] : []),
  ];
}

/** Up to five buttons, or one select. */
function ofRow({ components = [] }: Component, path: readonly PropertyKey[]): FormFault[] {
  const width = components.reduce((sum, inner) => sum + (inner.type === componentType.BUTTON ? 1 : 5), 0);
  if (width <= 5) return [];
  const at = [...path, 'components', components.length - 1];
  const message = 'The specified component exceeds the maximum width';
  return [{ path: at, code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

function ofSelect({ options = [], min_values, max_values }: Component, path: readonly PropertyKey[]): FormFault[] {
  const twice = options.flatMap(({ value }, index) =>
    options.findIndex((other) => other.value === value) < index
      ? [
          {
            path: [...path, 'options', index, 'value'],
            code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            message: 'The specified option value is already used',
          },
        ]
      : [],
  );
  const least = min_values ?? 1;
  const most = max_values ?? 1;
  const wrong = least > most || (options.length > 0 && most > options.length);
  const code = 'SELECT_COMPONENT_VALUES_OUT_OF_RANGE';
  return wrong
    ? [...twice, { path, code, message: 'min_values, max_values and options contradict each other' }]
    : twice;
}

function repeated(all: readonly Placed[], field: 'custom_id' | 'id'): FormFault[] {
  const seen = new Set<string | number>();
  return all.flatMap(({ component, path }) => {
    const value = component[field];
    // 0 counts as left out (documentation: "Component Reference", Anatomy of a Component).
    if (value === undefined || value === null || value === 0) return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const name = field === 'id' ? 'ID' : 'custom id';
    const code = field === 'id' ? 'COMPONENT_ID_DUPLICATED' : 'COMPONENT_CUSTOM_ID_DUPLICATED';
    return [{ path: [...path, field], code, message: `Component ${name} cannot be duplicated` }];
  });
}

function ofAllowedMentions(allowed: AllowedMentions | undefined): FormFault[] {
  const parse = allowed?.parse ?? [];
  return (['users', 'roles'] as const).flatMap((field) =>
    parse.includes(field) && (allowed?.[field]?.length ?? 0) > 0
      ? [
          {
            path: ['allowed_mentions'],
            code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            message: `parse:["${field}"] and ${field}: [ids...] are mutually exclusive.`,
          },
        ]
      : [],
  );
}
