import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISelectMenuComponent,
} from 'discord.js';
import { element } from '../element.ts';
import { choicesOf, emojiText } from './choices.ts';
import { chooser } from './chooser.ts';
import { componentType } from './component-type.ts';
import { fileElement, pictureElement } from './media.ts';
import { spoiler } from './spoiler.ts';
import { textElement } from './text.ts';
import type { Viewer } from './viewer.ts';

/** What a person can do with a message, and what of it is under way. */
export interface Using {
  readonly viewer: Viewer;
  /** The button or list that waits for the bot; meanwhile nothing else of the message can be used. */
  readonly busy: string | null;
  press(customId: string): void;
  choose(customId: string, values: string[]): void;
}

export function componentElement(
  component: APIMessageTopLevelComponent | APIComponentInContainer,
  using: Using,
): HTMLElement {
  switch (component.type) {
    case componentType.ACTION_ROW:
      return element('div', { class: 'row' }, ...component.components.map((inner) => inRow(inner, using)));
    case componentType.TEXT_DISPLAY:
      return textElement(component.content, using.viewer);
    case componentType.SECTION:
      return section(component, using);
    case componentType.MEDIA_GALLERY:
      return element(
        'div',
        { class: 'gallery', 'data-count': String(component.items.length) },
        ...component.items.map(({ media, ...rest }) => pictureElement({ ...media, ...rest }, 'shown')),
      );
    case componentType.FILE: {
      const { name, size, file } = component;
      return fileElement(name ?? 'File', file.url, size);
    }
    case componentType.SEPARATOR:
      return component.divider === false
        ? element('div', { class: 'gap', 'data-spacing': String(component.spacing ?? 1) })
        : element('hr', { 'data-spacing': String(component.spacing ?? 1) });
    case componentType.CONTAINER: {
      const inner = component.components.map((one) => componentElement(one, using));
      const box = element('div', { class: 'container' }, ...inner);
      if (typeof component.accent_color === 'number')
        box.style.setProperty('--accent-line', `#${component.accent_color.toString(16).padStart(6, '0')}`);
      return component.spoiler ? spoiler('div', box) : box;
    }
  }
}

function section({ components, accessory }: APISectionComponent, using: Using): HTMLElement {
  const beside =
    accessory.type === componentType.THUMBNAIL
      ? pictureElement({ ...accessory.media, ...accessory }, 'thumbnail')
      : button(accessory, using);
  const texts = components.map(({ content }) => textElement(content, using.viewer));
  return element('div', { class: 'section' }, element('div', { class: 'section-text' }, ...texts), beside);
}

function inRow(component: APIComponentInMessageActionRow, using: Using): HTMLElement {
  return component.type === componentType.BUTTON ? button(component, using) : list(component, using);
}

// Documentation: "Component Reference", Button Styles.
const LINK = 5;
const PREMIUM = 6;
const styles: Record<number, string> = { 1: 'primary', 2: 'plain', 3: 'success', 4: 'danger', 5: 'plain' };

function button(component: APIButtonComponent, { busy, press }: Using): HTMLElement {
  const { style } = component;
  if (style === PREMIUM) return element('button', { type: 'button', class: 'plain', disabled: true }, 'Buy');
  const label = [emojiText(component.emoji), component.label].filter(Boolean).join(' ');
  if (style === LINK) {
    const { url } = component;
    return element('a', { class: 'plain link-button', href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
  }
  const { custom_id } = component;
  return element(
    'button',
    {
      type: 'button',
      class: styles[style] ?? 'plain',
      'data-custom-id': custom_id,
      'aria-busy': String(busy === custom_id),
      // Not disabled while the bot is awaited: who got here by keyboard stays here.
      'aria-disabled': String(busy !== null),
      disabled: component.disabled === true,
      click: () => {
        if (busy === null) press(custom_id);
      },
    },
    label,
  );
}

function list(component: APISelectMenuComponent, { viewer, busy, choose }: Using): HTMLElement {
  const { custom_id, placeholder, min_values = 1, max_values = 1 } = component;
  return chooser({
    label: placeholder ?? 'Make a selection',
    choices: choicesOf(component, viewer),
    disabled: component.disabled === true || busy !== null,
    least: min_values,
    most: max_values,
    customId: custom_id,
    chosen: (values) => choose(custom_id, values),
  });
}
