/** An entry of a menu; `undefined` between entries is a line. */
export type MenuItem =
  | {
      readonly text: string;
      readonly keys?: string;
      readonly checked?: boolean;
      readonly disabled?: boolean;
      readonly run: () => void;
    }
  | { readonly label: string; readonly colors: readonly Swatch[]; readonly run: (color: string | undefined) => void }
  | undefined;

export type Swatch = { readonly name: string; readonly color: string | undefined };

let closeOpen: (() => void) | undefined;

/**
 * Opens a menu at a point of the screen or below what opens it; arrows, letters and Escape work as in every menu.
 * @param closed called once it's closed, whether something was chosen or not: the focus goes back there
 */
export function openMenu(at: DOMRect, label: string, items: readonly MenuItem[], closed: () => void): void {
  closeOpen?.();
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', label);
  const close = () => {
    if (closeOpen !== close) return;
    closeOpen = undefined;
    menu.remove();
    removeEventListener('pointerdown', onPress, { capture: true });
    removeEventListener('blur', close);
    removeEventListener('resize', close);
    closed();
  };
  const choose = (run: () => void) => {
    close();
    run();
  };
  const onPress = (event: PointerEvent) => {
    if (!(event.target instanceof Node && menu.contains(event.target))) close();
  };
  menu.append(...withoutDoubles(items).map((item) => (item ? itemOf(item, choose) : lineOf())));
  menu.addEventListener('keydown', (event) => onKey(event, menu, close));
  menu.addEventListener('contextmenu', (event) => event.preventDefault());
  document.body.append(menu);
  place(menu, at);
  closeOpen = close;
  addEventListener('pointerdown', onPress, { capture: true });
  addEventListener('blur', close);
  addEventListener('resize', close);
  choosable(menu)[0]?.focus();
}

/** A button that opens a menu, and the arrow down on it too. */
export function menuButton(button: HTMLElement, items: () => readonly MenuItem[], closed: () => void): void {
  const label = button.textContent.trim();
  const open = () => {
    button.setAttribute('aria-expanded', 'true');
    openMenu(button.getBoundingClientRect(), label, items(), () => {
      button.setAttribute('aria-expanded', 'false');
      closed();
    });
  };
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', open);
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    open();
  });
}

function itemOf(item: NonNullable<MenuItem>, choose: (run: () => void) => void): HTMLElement {
  if ('colors' in item) return swatchesOf(item, choose);
  const button = buttonOf(item.checked === undefined ? 'menuitem' : 'menuitemcheckbox');
  if (item.checked !== undefined) button.setAttribute('aria-checked', String(item.checked));
  button.disabled = item.disabled ?? false;
  button.append(item.text);
  if (item.keys) {
    const keys = document.createElement('kbd');
    keys.textContent = item.keys;
    keys.setAttribute('aria-hidden', 'true');
    button.append(keys);
  }
  button.addEventListener('click', () => choose(item.run));
  return button;
}

function swatchesOf(
  { label, colors, run }: Extract<MenuItem, { colors: unknown }>,
  choose: (run: () => void) => void,
): HTMLElement {
  const group = document.createElement('div');
  group.className = 'swatches';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  const title = document.createElement('span');
  title.textContent = label;
  title.setAttribute('aria-hidden', 'true');
  group.append(title);
  for (const { name, color } of colors) {
    const button = buttonOf('menuitem');
    button.className = color === undefined ? 'swatch none' : 'swatch';
    button.style.backgroundColor = color ?? '';
    button.setAttribute('aria-label', `${label}: ${name}`);
    button.title = name;
    button.addEventListener('click', () => choose(() => run(color)));
    group.append(button);
  }
  return group;
}

function buttonOf(role: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.setAttribute('role', role);
  return button;
}

function lineOf(): HTMLElement {
  const line = document.createElement('hr');
  line.setAttribute('role', 'separator');
  return line;
}

const withoutDoubles = (items: readonly MenuItem[]): MenuItem[] =>
  items.filter((item, i) => item !== undefined || (i > 0 && i < items.length - 1 && items[i - 1] !== undefined));

const choosable = (menu: HTMLElement): HTMLButtonElement[] => [
  ...menu.querySelectorAll<HTMLButtonElement>('button:not(:disabled)'),
];

function onKey(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  const buttons = choosable(menu);
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const onSwatch = document.activeElement?.classList.contains('swatch') ?? false;
  const to = (index: number) => buttons[(index + buttons.length) % buttons.length]?.focus();
  const { key } = event;
  if (key === 'Escape' || key === 'Tab') close();
  else if (key === 'ArrowRight' && onSwatch) to(at + 1);
  else if (key === 'ArrowLeft' && onSwatch) to(at - 1);
  else if (key === 'ArrowDown') to(onSwatch ? afterSwatches(buttons, at, 1) : at + 1);
  else if (key === 'ArrowUp') to(onSwatch ? afterSwatches(buttons, at, -1) : at - 1);
  else if (key === 'Home') to(0);
  else if (key === 'End') to(-1);
  else if (key.length === 1 && key !== ' ') {
    const after = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
    after.find((button) => button.textContent.toLowerCase().startsWith(key.toLowerCase()))?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function afterSwatches(buttons: readonly HTMLElement[], at: number, step: 1 | -1): number {
  const group = buttons[at]?.parentElement;
  let index = at;
  while (buttons[index]?.parentElement === group) index += step;
  return index;
}

/** Below what opens it, above where there's no room, and never beyond the edges. */
function place(menu: HTMLElement, at: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = innerHeight - at.bottom >= height + 8 || at.top < height;
  menu.style.left = `${Math.max(4, Math.min(at.left, innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, below ? Math.min(at.bottom + 2, innerHeight - height - 4) : at.top - height - 2)}px`;
}
