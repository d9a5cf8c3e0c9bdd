import { element } from '../element.ts';
import { icon } from '../icons.ts';

export interface Log {
  readonly element: HTMLElement;
  /** Puts an entry at the end, or in the place of the one that has this id. */
  put(id: string, entry: HTMLLIElement): void;
  remove(id: string): void;
  clear(): void;
  /** Scrolls to an entry and marks it for a moment; false when it isn't there. */
  goTo(id: string): boolean;
}

// So far from the end still counts as being there, in pixels.
const NEAR_END = 60;

/** What has been said, oldest first. Whoever reads the end stays there; whoever reads further up stays there too. */
export function createLog(label: string, empty: string): Log {
  const entries = new Map<string, HTMLLIElement>();
  const nothing = element('p', { class: 'empty' }, empty);
  const list = element('ol', { class: 'entries' });
  const scroll = element('div', { class: 'scroll', role: 'log', 'aria-label': label, tabindex: '0' }, nothing, list);
  // Edits put entries anew, so what is read aloud is said apart.
  scroll.setAttribute('aria-live', 'off');
  const toEnd = () => scroll.scrollTo({ top: scroll.scrollHeight });
  const newest = element(
    'button',
    { type: 'button', class: 'plain newest', hidden: true, click: toEnd },
    icon('down'),
    'Newest',
  );
  const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
  let atEnd = true;
  scroll.addEventListener('scroll', () => {
    atEnd = isAtEnd();
    newest.hidden = atEnd;
  });
  // Pictures arrive later, fonts too, and a hidden log has no height yet.
  const sizes = new ResizeObserver(() => {
    if (atEnd) toEnd();
  });
  sizes.observe(list);
  sizes.observe(scroll);

  const changed = () => {
    nothing.hidden = entries.size > 0;
    if (atEnd) toEnd();
    else newest.hidden = false;
  };

  return {
    element: element('div', { class: 'log' }, scroll, newest),
    put(id, entry) {
      const old = entries.get(id);
      entries.set(id, entry);
      if (!old) list.append(entry);
      else {
        const focused = old.contains(document.activeElement) ? document.activeElement : null;
        old.replaceWith(entry);
        if (focused) sameControl(entry, focused).focus({ preventScroll: true });
      }
      changed();
    },
    remove(id) {
      const entry = entries.get(id);
      if (entry?.contains(document.activeElement)) scroll.focus();
      entry?.remove();
      entries.delete(id);
      changed();
    },
    clear() {
      list.replaceChildren();
      entries.clear();
      atEnd = true;
      changed();
    },
    goTo(id) {
      const entry = entries.get(id);
      if (!entry) return false;
      entry.scrollIntoView({ block: 'center' });
      entry.focus({ preventScroll: true });
      entry.classList.add('found');
      entry.addEventListener('blur', () => entry.classList.remove('found'), { once: true });
      return true;
    },
  };
}

/** Where somebody was in an entry, in the one that replaces it: the same button or list, or else the entry itself. */
function sameControl(entry: HTMLElement, focused: Element): HTMLElement {
  const customId = focused.closest<HTMLElement>('[data-custom-id]')?.dataset.customId;
  const controls = [...entry.querySelectorAll<HTMLElement>('[data-custom-id]')];
  const same = controls.find(({ dataset }) => customId !== undefined && dataset.customId === customId);
  return same && !same.matches(':disabled') ? same : entry;
}
