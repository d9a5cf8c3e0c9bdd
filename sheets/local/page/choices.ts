export type Choices = {
  /** Arrows and Enter choose. @returns whether the key was meant for the list */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly close: () => void;
};

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A list to choose from under a text field: arrows and Enter choose, typing narrows it down.
 * @param typed whether what stands in the field was typed, and narrows it down already
 * @param choose called after a choice was put into the field
 */
export function openChoices(field: Field, options: readonly string[], typed: boolean, choose: () => void): Choices {
  const list = document.createElement('ul');
  list.className = 'choices';
  list.id = 'choices';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Choices');
  let active = options.indexOf(field.value);
  let narrowed = typed;

  const take = (option: string) => {
    field.value = option;
    choose();
  };
  const shown = () =>
    narrowed ? options.filter((option) => option.toLowerCase().includes(field.value.toLowerCase())) : [...options];
  const draw = () => {
    const items = shown().map((option, i) => itemOf(option, i === active, () => take(option)));
    if (options.length === 0) items.push(hint('This list is empty so far.'));
    else if (items.length === 0) items.push(hint('Nothing on the list goes by that.'));
    list.replaceChildren(...items);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const onInput = () => {
    narrowed = true;
    active = -1;
    draw();
  };
  // Else the field loses its focus, which ends the edit.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  field.addEventListener('input', onInput);
  field.setAttribute('aria-controls', list.id);
  document.body.append(list);
  draw();
  placeBelow(list, field);

  return {
    onKey(event) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const option = shown()[active];
      if (step !== 0) {
        active = Math.min(Math.max(active + step, 0), shown().length - 1);
        draw();
      } else if ((event.key === 'Enter' || event.key === 'Tab') && option !== undefined) take(option);
      else return false;
      event.preventDefault();
      return true;
    },
    close() {
      field.removeEventListener('input', onInput);
      field.removeAttribute('aria-controls');
      list.remove();
    },
  };
}

function itemOf(option: string, isActive: boolean, take: () => void): HTMLElement {
  const item = document.createElement('li');
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', String(isActive));
  item.textContent = option;
  item.addEventListener('click', take);
  return item;
}

function hint(text: string): HTMLElement {
  const item = document.createElement('li');
  item.className = 'hint';
  item.textContent = text;
  return item;
}

/** Below the field, or above where there's no room. */
function placeBelow(list: HTMLElement, field: HTMLElement): void {
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const room = innerHeight - bottom;
  list.style.minWidth = `${width}px`;
  list.style.left = `${Math.max(0, Math.min(left, innerWidth - list.offsetWidth - 8))}px`;
  if (room < 180 && top > room) list.style.bottom = `${innerHeight - top}px`;
  else list.style.top = `${bottom}px`;
}
