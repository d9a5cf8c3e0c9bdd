import { element } from '../element.ts';
import { icon } from '../icons.ts';

interface NoteParts {
  /** Who sent the command. */
  name: string;
  command: string;
  text: string;
  bad: boolean;
  dismiss(): void;
}

/** Stands in for the bot's answer to a command until it is there, or because it won't be. */
export function noteElement({ name, command, text, bad, dismiss }: NoteParts): HTMLLIElement {
  return element(
    'li',
    { class: 'message private', tabindex: '-1' },
    element('p', { class: 'lead' }, icon('reply'), element('b', {}, name), `used /${command}`),
    element(
      'div',
      { class: 'message-body' },
      element('p', bad ? { class: 'failure', role: 'alert' } : { class: 'thinking' }, text),
      ...(bad ? [element('button', { type: 'button', class: 'text-button', click: dismiss }, 'Dismiss')] : []),
    ),
  );
}
