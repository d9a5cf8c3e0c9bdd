import { type FormFault, invalidForm } from '../invalid-form.ts';
import type { Attachment } from './attachments.ts';
import { allOf, type Component, componentType, isSelect, type Media, mediaOf } from './component.ts';

/**
 * A request's components as Discord answers them: each with an id, what was left out filled in, and what it shows led to
 * its address. Refuses an `attachment://` that isn't among the message's files.
 */
export function answerComponents(
  components: readonly Component[],
  attachments: readonly Attachment[],
  snowflake: () => string,
): object[] {
  const all = allOf(components);
  const missing = all.flatMap(({ component, path }) =>
    mediaOf(component).flatMap(({ url }) => (isMissing(url, attachments) ? [notAttached(path, url)] : [])),
  );
  if (missing.length > 0) throw invalidForm(missing);
  const taken = new Set(all.map(({ component }) => component.id ?? 0));
  let last = 0;
  const nextId = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };

  const media = (given: Media) => {
    const file = attachedAs(given.url, attachments);
    const shared = { id: file?.id ?? snowflake(), url: file?.url ?? given.url, proxy_url: file?.url ?? given.url };
    if (!file) return shared;
    const { width = null, height = null, content_type } = file;
    return { ...shared, width, height, content_type, attachment_id: file.id };
  };
  const described = (part: object) => ({ description: null, spoiler: false, ...withoutNulls(part) });

  const answer = (component: Component): object => {
    const { components: inner, accessory, items, media: shown, file, ...rest } = component;
    const answered = {
      ...defaults(component),
      ...withoutNulls(rest),
      id: component.id || nextId(),
      ...(inner ? { components: inner.map(answer) } : {}),
      ...(accessory ? { accessory: answer(accessory) } : {}),
      ...(items ? { items: items.map((item) => ({ ...described(item), media: media(item.media) })) } : {}),
      ...(shown ? { media: media(shown) } : {}),
      ...(file ? { file: media(file), ...nameAndSize(file.url, attachments) } : {}),
    };
    return answered;
  };
  return components.map(answer);
}

/** What Discord fills in for a field that was left out. */
function defaults(component: Component): object {
  const { type } = component;
  if (type === componentType.CONTAINER) return { accent_color: null, spoiler: false };
  if (type === componentType.SEPARATOR) return { spacing: 1, divider: true };
  if (type === componentType.THUMBNAIL) return { description: null, spoiler: false };
  if (type === componentType.FILE) return { spoiler: false };
  if (isSelect(component)) return { min_values: 1, max_values: 1 };
  return {};
}

/** The files that the components show: the message's own list leaves them out. */
export function shownFiles(components: readonly Component[], attachments: readonly Attachment[]): Set<string> {
  const urls = allOf(components).flatMap(({ component }) => mediaOf(component).map(({ url }) => url));
  return new Set(urls.flatMap((url) => attachedAs(url, attachments)?.id ?? []));
}

/** Null counts as left out, however deep. */
function withoutNulls(fields: object): object {
  return JSON.parse(JSON.stringify(fields, (_key, value: unknown) => (value === null ? undefined : value)));
}

const SCHEME = 'attachment://';

function attachedAs(url: string, attachments: readonly Attachment[]): Attachment | undefined {
  return attachments.find(({ filename, url: own }) => url === SCHEME + filename || url === own);
}

function isMissing(url: string, attachments: readonly Attachment[]): boolean {
  return url.startsWith(SCHEME) && !attachedAs(url, attachments);
}

function nameAndSize(url: string, attachments: readonly Attachment[]): object {
  const file = attachedAs(url, attachments);
  return { name: file?.filename ?? null, size: file?.size ?? null };
}

function notAttached(path: readonly PropertyKey[], url: string): FormFault {
  const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
  return { path, code, message: `The referenced attachment "${url}" was not found` };
}
