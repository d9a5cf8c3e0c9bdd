// Documentation: "Component Reference", Component Types.
export const componentType = {
  ACTION_ROW: 1,
  BUTTON: 2,
  STRING_SELECT: 3,
  TEXT_INPUT: 4,
  USER_SELECT: 5,
  ROLE_SELECT: 6,
  MENTIONABLE_SELECT: 7,
  CHANNEL_SELECT: 8,
  SECTION: 9,
  TEXT_DISPLAY: 10,
  THUMBNAIL: 11,
  MEDIA_GALLERY: 12,
  FILE: 13,
  SEPARATOR: 14,
  CONTAINER: 17,
  LABEL: 18,
  RADIO_GROUP: 21,
  CHECKBOX_GROUP: 22,
  CHECKBOX: 23,
} as const;

/** Any component, by what the rules look at; which fields it may have was checked against the specification before. */
export interface Component {
  readonly type: number;
  readonly id?: number | null | undefined;
  readonly custom_id?: string | null | undefined;
  readonly content?: string;
  readonly style?: number;
  readonly label?: string | null | undefined;
  readonly emoji?: object | null | undefined;
  readonly url?: string | null | undefined;
  readonly disabled?: boolean | null | undefined;
  readonly required?: boolean | null | undefined;
  readonly min_values?: number | null | undefined;
  readonly max_values?: number | null | undefined;
  readonly min_length?: number | null | undefined;
  readonly max_length?: number | null | undefined;
  readonly options?: readonly { readonly value: string; readonly default?: boolean | null | undefined }[];
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly component?: Component;
  readonly items?: readonly { readonly media: Media }[];
  readonly media?: Media;
  readonly file?: Media;
}

export interface Media {
  readonly url: string;
}

export interface Placed {
  readonly component: Component;
  /** Where it stands in the request's body. */
  readonly path: readonly PropertyKey[];
}

/** All of them with what is inside them, in reading order. */
export function allOf(components: readonly Component[], path: readonly PropertyKey[] = ['components']): Placed[] {
  return components.flatMap((component, index) => withInner(component, [...path, index]));
}

function withInner(component: Component, path: readonly PropertyKey[]): Placed[] {
  const { components = [], accessory, component: inner } = component;
  return [
    { component, path },
    ...allOf(components, [...path, 'components']),
    ...(accessory ? withInner(accessory, [...path, 'accessory']) : []),
    ...(inner ? withInner(inner, [...path, 'component']) : []),
  ];
}

/** The pictures and files that a component itself shows. */
export function mediaOf({ items = [], media, file }: Component): Media[] {
  return [...items.map((item) => item.media), ...(media ? [media] : []), ...(file ? [file] : [])];
}

export function isSelect({ type }: Component): boolean {
  return (
    type === componentType.STRING_SELECT || (type >= componentType.USER_SELECT && type <= componentType.CHANNEL_SELECT)
  );
}
