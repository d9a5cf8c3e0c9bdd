/**
 * A list to choose from under a text field: arrows and Enter choose, typing narrows it down.
 * @param choose called after a choice was put into the field
 * @returns what closes it
 */
export function openChoices(input: HTMLInputElement, options: readonly string[], choose: () => void): () => void {
  const list = document.createElement('ul');
  list.className = 'choices';
  list.setAttribute('role', 'listbox');
  let active = options.indexOf(input.value);
  let typed = false;

  const take = (option: string) => {
    input.value = option;
    choose();
  };
  const shown = () =>
    typed ? options.filter((option) => option.toLowerCase().includes(input.value.toLowerCase())) : [...options];
  const draw = () => {
    list.replaceChildren(
      ...shown().map((option, i) => {
        const item = document.createElement('li');
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', String(i === active));
        item.textContent = option;
        // Before the field loses its focus, which would end the edit.
        item.addEventListener('mousedown', (event) => {
          event.preventDefault();
          take(option);
        });
        return item;
      }),
    );
    list.hidden = list.childElementCount === 0;
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const onInput = () => {
    typed = true;
    active = -1;
    draw();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const option = shown()[active];
    if (step !== 0) {
      active = Math.min(Math.max(active + step, 0), shown().length - 1);
      draw();
      event.preventDefault();
    } else if (event.key === 'Enter' && option !== undefined) {
      event.stopImmediatePropagation();
      event.preventDefault();
      take(option);
    }
  };
  input.addEventListener('input', onInput);
  input.addEventListener('keydown', onKey, { capture: true });
  document.body.append(list);
  place(list, input);
  draw();
  return () => list.remove();
}

/** Below the field, or above where there's no room. */
function place(list: HTMLElement, input: HTMLElement): void {
  const { left, top, bottom, width } = input.getBoundingClientRect();
  const room = innerHeight - bottom;
  list.style.minWidth = `${width}px`;
  list.style.left = `${Math.max(0, Math.min(left, innerWidth - 200))}px`;
  if (room < 180 && top > room) list.style.bottom = `${innerHeight - top}px`;
  else list.style.top = `${bottom}px`;
}
