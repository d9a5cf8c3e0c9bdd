import type { APIEmbed, APIMessage } from 'discord.js';
import type { ShownMessage } from '../../contract.ts';
import { element } from '../element.ts';
import { icon } from '../icons.ts';
import { shownName } from '../person.ts';
import { messageFlag } from './component-type.ts';
import { componentElement, type Using } from './components.ts';
import { attachmentElement, pictureElement } from './media.ts';
import { sentText } from './moment.ts';
import { textElement } from './text.ts';
import { localeOf, type Viewer } from './viewer.ts';

export interface MessageParts extends Using {
  readonly shown: ShownMessage;
  /** What became of the last use of it, where that went wrong. */
  readonly failure: string | null;
  dismiss(): void;
  /** Leads to another message. */
  goTo(messageId: string): void;
}

/** One message as that person sees it. All of them are the bot's. */
export function messageElement(parts: MessageParts): HTMLLIElement {
  const { shown, viewer, failure } = parts;
  const { message, to } = shown;
  const flags = message.flags ?? 0;
  const forMe = message.mentions.some(({ id }) => id === viewer.persona.id);
  const loading = (flags & messageFlag.LOADING) !== 0;
  const item = element(
    'li',
    { class: ['message', forMe ? 'for-me' : '', to === null ? '' : 'private'].join(' ').trim(), tabindex: '-1' },
    ...lead(parts),
    element('img', { class: 'picture', alt: '', src: '/stage/page/mark.svg' }),
    element(
      'div',
      { class: 'message-body' },
      head(message, viewer),
      ...(loading ? [element('p', { class: 'thinking' }, `${viewer.setup.applicationName} is thinking…`)] : []),
      ...(message.content === '' ? [] : [textElement(message.content, viewer)]),
      ...message.embeds.map((embed) => embedElement(embed, viewer)),
      ...message.attachments.map(attachmentElement),
      ...(message.components ?? []).map((component) => componentElement(component, parts)),
      ...(failure === null ? [] : [element('p', { class: 'failure', role: 'alert' }, failure)]),
      ...(to === null ? [] : [onlyYou(parts.dismiss)]),
    ),
  );
  item.dataset.message = message.id;
  return item;
}

/** What it replies to: another message, or somebody's command. */
function lead({ shown, viewer, goTo }: MessageParts): HTMLElement[] {
  const { message, command } = shown;
  const { referenced_message: replied, interaction_metadata: asked } = message;
  if (replied) {
    const excerpt = excerptOf(replied) || 'a message';
    const go = element('button', { type: 'button', class: 'excerpt', click: () => goTo(replied.id) }, excerpt);
    return [element('p', { class: 'lead' }, icon('reply'), element('b', {}, viewer.setup.applicationName), go)];
  }
  // Documentation: "Receiving and Responding", Interaction Type: 2 is a command.
  if (asked?.type !== 2) return [];
  const persona = viewer.setup.people.find(({ id }) => id === asked.user.id);
  const name = persona ? shownName(persona) : asked.user.username;
  const used = command === null ? 'used a command' : `used /${command}`;
  return [element('p', { class: 'lead' }, icon('reply'), element('b', {}, name), used)];
}

function head({ timestamp, edited_timestamp, pinned }: APIMessage, { setup, persona, now }: Viewer): HTMLElement {
  const locale = localeOf(persona);
  const sent = element('time', {}, sentText(timestamp, locale, now()));
  sent.dateTime = timestamp;
  const edited = element('span', { class: 'small' }, '(edited)');
  if (edited_timestamp !== null) edited.title = sentText(edited_timestamp, locale, now());
  return element(
    'p',
    { class: 'message-head' },
    element('b', {}, setup.applicationName),
    element('span', { class: 'app' }, 'APP'),
    sent,
    ...(edited_timestamp === null ? [] : [edited]),
    ...(pinned ? [element('span', { class: 'pinned' }, icon('pin'), 'Pinned')] : []),
  );
}

function onlyYou(dismiss: () => void): HTMLElement {
  return element(
    'p',
    { class: 'only-you' },
    icon('eye'),
    'Only you can see this · ',
    element('button', { type: 'button', class: 'text-button', click: dismiss }, 'Dismiss'),
  );
}

function embedElement({ title, description, fields = [], image, footer, color }: APIEmbed, viewer: Viewer) {
  const box = element(
    'div',
    { class: 'container' },
    ...(title ? [element('h4', {}, title)] : []),
    ...(description ? [textElement(description, viewer)] : []),
    ...fields.map(({ name, value }) => element('div', {}, element('h5', {}, name), textElement(value, viewer))),
    ...(image ? [pictureElement(image, 'shown')] : []),
    ...(footer ? [element('p', { class: 'small' }, footer.text)] : []),
  );
  if (color !== undefined) box.style.setProperty('--accent-line', `#${color.toString(16).padStart(6, '0')}`);
  return box;
}

const EXCERPT = 80;

/** How a message begins, in plain words: for a reply's head, the list of pins, and those who listen. */
export function excerptOf({ content, components = [], embeds = [] }: Partial<APIMessage>): string {
  const texts = [
    content ?? '',
    ...textsIn(components),
    ...embeds.map(({ title, description }) => title ?? description ?? ''),
  ];
  const plain = texts
    .join(' ')
    .replace(/<[@#/:a-z][^>]*>/g, '')
    .replace(/[*_~`|#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= EXCERPT ? plain : `${plain.slice(0, EXCERPT - 1).trimEnd()}…`;
}

/** All that is to be read in components, in reading order. */
function textsIn(components: readonly object[]): string[] {
  return components.flatMap((component) => [
    ...('content' in component && typeof component.content === 'string' ? [component.content] : []),
    ...('components' in component && Array.isArray(component.components) ? textsIn(component.components) : []),
  ]);
}
