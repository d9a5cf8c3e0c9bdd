import type { TabName } from '../view/calls.ts';
import type { Actions } from './actions.ts';
import { openMenu } from './menus/menu.ts';
import { tabMenu } from './menus/tab-menu.ts';
import { doing } from './message.ts';
import { addTab, renameTab } from './requests.ts';
import { openTabBar, type TabBar } from './tabs.ts';
import { everything, type Workspace } from './workspace.ts';

/** The bar of tabs, with all that a person can do to them. */
export function workOnTabs(bar: HTMLElement, workspace: Workspace, actions: Actions): TabBar {
  const { book, sheet } = workspace;

  /** Whoever adds a tab means to use it: it's opened. */
  const add = async () => {
    const known = new Set(book().tabs.map((tab) => tab.sheetId));
    const here = book().tabs.find((tab) => tab.sheetId === sheet().view.sheetId);
    await actions.perform({ requests: [addTab((here?.index ?? 0) + 1)] });
    await workspace.take(everything(sheet()));
    const added = book().tabs.find((tab) => !known.has(tab.sheetId));
    if (added) await workspace.open(added.sheetId);
  };
  const focusTab = () => bar.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  const menu = (tab: TabName, at: DOMRect) => {
    const items = tabMenu(book(), tab, actions, () => tabs.rename(tab.sheetId));
    openMenu(at, `Tab ${tab.title}`, items, focusTab);
  };
  const tabs = openTabBar(bar, {
    open: (tab) => void doing(workspace.open(tab.sheetId)),
    add: () => void doing(add()),
    rename: (tab, title) => void doing(actions.perform({ requests: [renameTab(tab.sheetId, title)] })),
    menu,
  });
  return tabs;
}
