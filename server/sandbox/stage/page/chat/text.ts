import { element } from '../element.ts';
import { shownName } from '../person.ts';
import type { Inline } from './inline.ts';
import { type Block, parseMarkdown } from './markdown.ts';
import { momentText } from './moment.ts';
import { spoiler } from './spoiler.ts';
import { localeOf, type Viewer } from './viewer.ts';

/** A message's text, in Discord's markdown, as that person reads it. */
export function textElement(text: string, viewer: Viewer): HTMLElement {
  return element('div', { class: 'text' }, ...parseMarkdown(text).map((block) => blockElement(block, viewer)));
}

function blockElement(block: Block, viewer: Viewer): HTMLElement {
  switch (block.kind) {
    case 'text':
      return element('p', {}, ...inlineNodes(block.inner, viewer));
    case 'small':
      return element('p', { class: 'small' }, ...inlineNodes(block.inner, viewer));
    case 'heading':
      // Below the page's own h1 and h2.
      return element(`h${block.level + 2}` as 'h3' | 'h4' | 'h5', {}, ...inlineNodes(block.inner, viewer));
    case 'quote':
      return element('blockquote', {}, ...block.blocks.map((inner) => blockElement(inner, viewer)));
    case 'code':
      return element('pre', {}, element('code', {}, block.text));
    case 'list': {
      const items = block.items.map(({ inner, lists }) =>
        element('li', {}, ...inlineNodes(inner, viewer), ...lists.map((list) => blockElement(list, viewer))),
      );
      return block.first === null
        ? element('ul', {}, ...items)
        : element('ol', { start: String(block.first) }, ...items);
    }
  }
}

function inlineNodes(parts: readonly Inline[], viewer: Viewer): (Node | string)[] {
  return parts.map((part) => (typeof part === 'string' ? part : inlineElement(part, viewer)));
}

const tags = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

function inlineElement(part: Exclude<Inline, string>, viewer: Viewer): HTMLElement {
  const { setup, persona } = viewer;
  switch (part.kind) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
      return element(tags[part.kind], {}, ...inlineNodes(part.inner, viewer));
    case 'spoiler':
      return spoiler('span', ...inlineNodes(part.inner, viewer));
    case 'code':
      return element('code', {}, part.text);
    case 'link':
      return element(
        'a',
        { href: part.address, target: '_blank', rel: 'noopener noreferrer' },
        ...inlineNodes(part.inner, viewer),
      );
    case 'user': {
      const user = setup.people.find(({ id }) => id === part.id);
      const name = user ? shownName(user) : part.id === setup.clientId ? setup.applicationName : 'unknown-user';
      return mention(`@${name}`, part.id === persona.id);
    }
    case 'role':
      return mention(`@${setup.roles.find(({ id }) => id === part.id)?.name ?? 'unknown-role'}`, false);
    case 'channel':
      return mention(`#${setup.channels.find(({ id }) => id === part.id)?.name ?? 'unknown'}`, false);
    case 'everyone':
      return mention(part.text, false);
    case 'command':
      return element(
        'button',
        { type: 'button', class: 'mention', click: () => viewer.typeCommand(part.name) },
        `/${part.name}`,
      );
    case 'emoji':
      return element('span', {}, `:${part.name}:`);
    case 'moment': {
      const time = element('time', { class: 'moment' });
      const said = (style: typeof part.style) => momentText(part.seconds, style, localeOf(persona), viewer.now());
      // Discord puts the whole of it in the tooltip.
      time.title = said('F');
      time.dateTime = new Date(part.seconds * 1000).toISOString();
      time.textContent = said(part.style);
      if (part.style === 'R') time.dataset.relative = String(part.seconds);
      return time;
    }
  }
}

function mention(text: string, own: boolean): HTMLElement {
  return element('span', { class: own ? 'mention own' : 'mention' }, text);
}

/** Says anew how long ago, or until when, each moment below a node is. */
export function refreshMoments(below: HTMLElement, locale: string, now: number): void {
  for (const time of below.querySelectorAll<HTMLElement>('[data-relative]')) {
    const text = momentText(Number(time.dataset.relative), 'R', locale, now);
    if (time.textContent !== text) time.textContent = text;
  }
}
