import { actionsOn } from './actions.ts';
import { choicesFor, endEdit, enter } from './entry.ts';
import { onClipboard, onGridKey } from './keys.ts';
import { followLive } from './live.ts';
import { doing, say } from './message.ts';
import { boxName } from './model.ts';
import { drawTabs } from './tabs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const id = document.body.dataset.spreadsheet ?? '';
const address = new URLSearchParams(location.search);
const at = <T extends HTMLElement>(name: string): T => {
  const found = document.querySelector<T>(`#${name}`);
  if (!found) throw new Error(`The page has no #${name}.`);
  return found;
};
const bar = at<HTMLInputElement>('formula');
const undo = at<HTMLButtonElement>('undo');

/** The letter with which typing began, until the editor has taken it. */
let letter: string | undefined;

const workspace = await openWorkspace(id, at('grid'), address.get('tab') ?? undefined, {
  initial() {
    const first = letter;
    letter = undefined;
    return first === undefined ? { text: workspace.entry(), replace: false } : { text: first, replace: true };
  },
  choices: (row, column) => choicesFor(id, workspace, row, column),
  done: (row, column, text, move) => endEdit(id, actions, workspace, { row, column, text, move }),
  resized: (column, width) => void doing(actions.resize(column, width)),
  selected(box) {
    at('place').textContent = boxName(box);
    if (document.activeElement !== bar) bar.value = workspace.entry();
  },
  opened: showNames,
});
const actions = actionsOn(id, workspace.shown, () => {
  undo.disabled = !actions.canUndo();
});

at('grid').addEventListener(
  'keydown',
  onGridKey(actions, workspace, (first) => {
    letter = first;
    workspace.grid().edit();
  }),
  { capture: true },
);
for (const kind of ['copy', 'cut', 'paste'] as const) document.addEventListener(kind, onClipboard(actions, workspace));
listenToolbar();
listenFormulaBar();
follow();

/** The title, the tabs and the address; a reload comes back to the same tab. */
function showNames({ spreadsheet, shown, open }: Workspace): void {
  const { tab } = shown();
  address.set('id', id);
  address.set('tab', tab.title);
  history.replaceState(null, '', `?${address}`);
  document.title = `${tab.title} – ${spreadsheet().title}`;
  at('title').textContent = spreadsheet().title;
  drawTabs(at('tabs'), spreadsheet().tabs, tab, (wanted) => void doing(open(wanted)));
}

function listenToolbar(): void {
  const selection = () => workspace.grid().selection();
  const frozen = () => workspace.shown().tab.gridProperties.frozenRowCount ?? 0;
  const onClick = (name: string, action: () => Promise<void>) =>
    at(name).addEventListener('click', () => {
      workspace.grid().focus();
      void doing(action());
    });
  onClick('undo', () => actions.undo());
  onClick('insert', () => actions.insertRow(Math.max(frozen(), selection().top)));
  onClick('delete', async () => {
    const { top, bottom } = selection();
    if (top < frozen()) say('The header row stays. Select rows below it to delete them.');
    else await actions.deleteRows(top, bottom);
  });
  onClick('ascending', () => actions.sort(selection().left, 'ASCENDING'));
  onClick('descending', () => actions.sort(selection().left, 'DESCENDING'));
}

function listenFormulaBar(): void {
  bar.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    const text = event.key === 'Enter' ? bar.value : workspace.entry();
    const { top: row, left: column } = workspace.grid().selection();
    workspace.grid().focus();
    bar.value = text;
    void doing(enter(id, actions, workspace, { row, column, text }));
    event.preventDefault();
  });
  bar.addEventListener('blur', () => {
    bar.value = workspace.entry();
  });
}

function follow(): void {
  let lost = false;
  followLive(id, {
    onChange: (change) => void doing(workspace.take(change)),
    onGone: () => location.assign('/'),
    onConnected(connected) {
      at('status').textContent = connected ? 'Live' : 'Not connected. Trying again…';
      document.body.classList.toggle('offline', !connected);
      // What was written in the meantime wasn't heard: read everything.
      if (connected && lost) {
        void doing(workspace.take({ tabs: true, sheets: [{ sheetId: workspace.shown().tab.sheetId }] }));
      }
      lost = !connected;
    },
  });
}
