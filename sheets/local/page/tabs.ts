import type { TabName } from '../view/calls.ts';

type Events = {
  readonly open: (tab: TabName) => void;
  readonly add: () => void;
  readonly rename: (tab: TabName, title: string) => void;
  /** @param at the tab on the screen */
  readonly menu: (tab: TabName, at: DOMRect) => void;
};

export type TabBar = {
  /** Opens an input in place of a tab's name. */
  readonly rename: (sheetId: number) => void;
  readonly show: (tabs: readonly TabName[], sheetId: number) => void;
};

/** The bar of tabs at the bottom: arrows go along it, a second press renames, the menu key opens the tab's menu. */
export function openTabBar(bar: HTMLElement, events: Events): TabBar {
  const add = document.createElement('button');
  add.type = 'button';
  add.className = 'add';
  add.textContent = '+';
  add.setAttribute('aria-label', 'Add a tab');
  add.title = 'Add a tab';
  add.addEventListener('click', events.add);
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', 'Tabs of the spreadsheet');
  bar.replaceChildren(add, list);
  let shown: readonly TabName[] = [];
  let current: number | undefined;

  const buttonOf = (tab: TabName): HTMLButtonElement => {
    const button = document.createElement('button');
    const isCurrent = tab.sheetId === current;
    button.type = 'button';
    button.dataset.tab = String(tab.sheetId);
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-selected', String(isCurrent));
    button.tabIndex = isCurrent ? 0 : -1;
    button.title = tab.title;
    button.append(tab.title);
    button.style.setProperty('--tab-color', tab.color ?? 'transparent');
    button.addEventListener('click', () => {
      if (!isCurrent) events.open(tab);
    });
    button.addEventListener('dblclick', () => rename(tab.sheetId));
    button.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      events.menu(tab, button.getBoundingClientRect());
    });
    button.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const next = shown[shown.indexOf(tab) + step];
      if (step !== 0 && next) events.open(next);
      else if (event.key === 'F2') rename(tab.sheetId);
      else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
        events.menu(tab, button.getBoundingClientRect());
      } else return;
      event.preventDefault();
    });
    return button;
  };

  const rename = (sheetId: number) => {
    const button = list.querySelector<HTMLElement>(`[data-tab="${sheetId}"]`);
    const tab = shown.find((each) => each.sheetId === sheetId);
    if (!button || !tab) return;
    const input = document.createElement('input');
    input.value = tab.title;
    input.maxLength = 100;
    input.setAttribute('aria-label', 'Name of the tab');
    button.replaceWith(input);
    input.select();
    let ended = false;
    const end = (title: string) => {
      if (ended) return;
      ended = true;
      input.replaceWith(button);
      if (title !== '' && title !== tab.title) events.rename(tab, title);
    };
    input.addEventListener('blur', () => end(input.value.trim()));
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      end(event.key === 'Enter' ? input.value.trim() : '');
      button.focus();
      event.preventDefault();
    });
  };

  return {
    rename,
    show(tabs, sheetId) {
      const focused = list.contains(document.activeElement) && !(document.activeElement instanceof HTMLInputElement);
      shown = tabs;
      current = sheetId;
      list.replaceChildren(...tabs.map(buttonOf));
      const selected = list.querySelector<HTMLElement>('[aria-selected=true]');
      selected?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (focused) selected?.focus();
    },
  };
}
