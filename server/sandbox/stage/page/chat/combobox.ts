import { element } from '../element.ts';

export interface Suggestion {
  readonly value: string | number | boolean;
  readonly label: string;
  readonly hint?: string;
}

interface ComboboxParts {
  label: string;
  placeholder: string;
  /** What fits a text, by now or once somebody has answered; null where nobody does. */
  suggest(text: string): readonly Suggestion[] | Promise<readonly Suggestion[] | null>;
  /** One was picked. */
  picked(suggestion: Suggestion): void;
  typed?(text: string): void;
  /** Enter, with nothing to pick. */
  entered(): void;
  /** What opens the list before anything is typed. */
  opens: 'on focus' | 'on click';
}

export interface Combobox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Whether suggestions are shown, or that there are none. */
  isOpen(): boolean;
  /** Shows what fits the text that is there. */
  suggest(): void;
  close(): void;
}

let count = 0;

/** A text field with a list of suggestions above it: arrows, Enter and Tab pick, Escape closes. */
export function combobox(parts: ComboboxParts): Combobox {
  const { label, placeholder, suggest, picked, typed, entered, opens } = parts;
  count += 1;
  const listId = `suggestions-${count}`;
  let shown: readonly Suggestion[] = [];
  let active = -1;
  /** Each look is numbered, so that a late answer to an earlier text isn't shown. */
  let look = 0;

  const list = element('ul', {
    id: listId,
    role: 'listbox',
    class: 'suggestions',
    'aria-label': `For ${label}`,
    hidden: true,
  });
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': label,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    placeholder,
  });

  const close = () => {
    look += 1;
    shown = [];
    active = -1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const activate = (next: number, byPointer = false) => {
    active = next;
    input.removeAttribute('aria-activedescendant');
    for (const [index, row] of [...list.children].entries()) {
      row.setAttribute('aria-selected', String(index === active));
      if (index !== active) continue;
      input.setAttribute('aria-activedescendant', row.id);
      if (!byPointer) row.scrollIntoView({ block: 'nearest' });
    }
  };
  const note = (text: string) => {
    shown = [];
    list.replaceChildren(element('li', { class: 'note', role: 'presentation' }, text));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };
  const pick = (suggestion: Suggestion) => {
    close();
    picked(suggestion);
  };
  const show = (suggestions: readonly Suggestion[] | null) => {
    if (suggestions === null) return note('Loading options failed.');
    if (suggestions.length === 0) return note('No options match your search.');
    shown = suggestions;
    list.replaceChildren(
      ...suggestions.map((suggestion, index) =>
        element(
          'li',
          {
            role: 'option',
            id: `${listId}-${index}`,
            'aria-selected': 'false',
            // The field keeps the focus.
            pointerdown: (event) => event.preventDefault(),
            pointermove: () => activate(index, true),
            click: () => pick(suggestion),
          },
          element('span', {}, suggestion.label),
          suggestion.hint === undefined ? '' : element('span', { class: 'small' }, suggestion.hint),
        ),
      ),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(0);
  };
  const search = async () => {
    const mine = ++look;
    const found = suggest(input.value);
    if (found instanceof Promise) {
      if (list.hidden) note('Loading options…');
      // What is still shown belongs to an earlier text: Enter mustn't pick of it.
      shown = [];
      activate(-1);
      const answered = await found;
      if (mine === look) show(answered);
    } else show(found);
  };

  input.addEventListener('input', () => {
    typed?.(input.value);
    if (opens === 'on focus' || input.value !== '') void search();
    else close();
  });
  input.addEventListener('focus', () => {
    if (opens === 'on focus' && input.value === '') void search();
  });
  input.addEventListener('click', () => {
    if (list.hidden) void search();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const chosen = shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (shown.length === 0) return void search();
      activate((active + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen) pick(chosen);
      else entered();
    } else if (event.key === 'Tab' && chosen && !event.shiftKey) {
      event.preventDefault();
      pick(chosen);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });

  return {
    element: element('span', { class: 'combobox' }, input, list),
    input,
    isOpen: () => !list.hidden,
    suggest: () => void search(),
    close,
  };
}
