import type { Deniable, Setup, ShownMessage } from '../../contract.ts';
import { element } from '../element.ts';
import { menu } from '../menu.ts';
import { excerptOf } from './message.ts';
import { troubleMenu } from './trouble.ts';

interface BarParts {
  setup: Setup;
  channel(): Setup['channels'][number];
  denied(): readonly Deniable[];
  chooseChannel(id: string): void;
  /** The messages that are pinned, oldest first. */
  pinned(): readonly ShownMessage[];
  goTo(messageId: string): void;
  toast(text: string): void;
}

/** What stands above the messages: which channel, what is pinned, and what can go wrong. */
export function channelBar(parts: BarParts): HTMLElement {
  const { setup, chooseChannel } = parts;
  const select = element(
    'select',
    { class: 'who', 'aria-label': 'Channel', change: () => chooseChannel(select.value) },
    ...setup.channels.map(({ id, name, kind }) =>
      element('option', { value: id }, kind === 'text' ? `# ${name}` : `${name} (voice)`),
    ),
  );
  return element('header', { class: 'panel-bar' }, select, pinsMenu(parts), troubleMenu(parts));
}

function pinsMenu({ pinned, goTo }: BarParts): HTMLElement {
  const list = element('div', { class: 'pins' });
  const details = menu({ label: 'Pinned messages', icon: 'pin' }, list);
  const choose = (id: string) => {
    details.open = false;
    goTo(id);
  };
  details.addEventListener('toggle', () => {
    if (!details.open) return;
    const rows = pinned().map(({ message }) =>
      element(
        'button',
        { type: 'button', class: 'plain', click: () => choose(message.id) },
        excerptOf(message) || 'A picture',
      ),
    );
    list.replaceChildren(...(rows.length > 0 ? rows : [element('p', { class: 'small' }, 'Nothing is pinned here.')]));
  });
  return details;
}
