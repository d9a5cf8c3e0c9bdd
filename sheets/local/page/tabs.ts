import type { Tab } from './api.ts';
import { css } from './model.ts';

/** The bar of tabs at the bottom. */
export function drawTabs(bar: HTMLElement, tabs: readonly Tab[], current: Tab, open: (tab: Tab) => void): void {
  const buttons = tabs.map((tab) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-selected', String(tab.sheetId === current.sheetId));
    button.textContent = tab.title;
    button.style.setProperty('--tab-color', css(tab.tabColorStyle) || 'transparent');
    button.addEventListener('click', () => open(tab));
    return button;
  });
  bar.replaceChildren(...buttons);
  bar.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
