import { element } from './element.ts';

const SHOWN_MS = 8000;

export type Toast = (text: string, link?: string) => void;

/** The corner where short notes appear and go again. */
export function createToasts(): { corner: HTMLElement; toast: Toast } {
  const corner = element('div', { class: 'toasts', role: 'status' });
  return {
    corner,
    toast(text, link) {
      const note = element('p', { class: 'toast' }, text);
      if (link) note.append(' ', element('a', { href: link, target: '_blank', rel: 'noopener' }, link));
      corner.append(note);
      setTimeout(() => note.remove(), SHOWN_MS);
    },
  };
}
