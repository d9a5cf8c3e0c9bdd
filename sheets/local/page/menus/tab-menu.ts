import type { BookView, TabName } from '../../view/calls.ts';
import type { Actions } from '../actions.ts';
import { ask } from '../ask.ts';
import { doing } from '../message.ts';
import { deleteTab, duplicateTab, moveTab } from '../requests.ts';
import type { MenuItem } from './menu.ts';

/** What can be done with a tab. */
export function tabMenu({ tabs }: BookView, tab: TabName, actions: Actions, rename: () => void): MenuItem[] {
  const at = tabs.findIndex((each) => each.sheetId === tab.sheetId);
  const left = tabs[at - 1];
  const right = tabs[at + 1];
  const remove = async () => {
    const { yes } = await ask({
      title: `Delete the tab “${tab.title}”?`,
      text: 'Everything in it goes. Undo brings it back, as long as this page is open.',
      yes: 'Delete',
    });
    if (yes) await actions.perform({ requests: [deleteTab(tab.sheetId)] });
  };
  const move = (index: number) => void doing(actions.perform({ requests: [moveTab(tab.sheetId, index)] }));
  return [
    { text: 'Rename', keys: 'F2', run: rename },
    {
      text: 'Duplicate',
      run: () => void doing(actions.perform({ requests: [duplicateTab(tab.sheetId, tab.index + 1)] })),
    },
    { text: 'Move left', disabled: !left, run: () => move(left?.index ?? 0) },
    { text: 'Move right', disabled: !right, run: () => move((right?.index ?? 0) + 1) },
    undefined,
    { text: 'Delete…', disabled: tabs.length === 1, run: () => void doing(remove()) },
  ];
}
