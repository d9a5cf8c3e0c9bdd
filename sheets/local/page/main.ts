import { actionsOn } from './actions.ts';
import { Refused } from './api.ts';
import { openChartLayer } from './charts/layer.ts';
import { openClipboard } from './clipboard.ts';
import { entryOf, openEdits } from './editing.ts';
import { openEntryLine } from './entry-line.ts';
import { startFollowing } from './following.ts';
import { openGrid } from './grid/grid.ts';
import { boxName, columnName, placeName } from './grid/place.ts';
import { listenToPointer } from './grid/pointer.ts';
import { listenToResizing } from './grid/resizing.ts';
import { selectCell } from './grid/selection.ts';
import { onGridKey } from './keys.ts';
import { cellMenu } from './menus/cell-menu.ts';
import { toggleStyle } from './menus/format-menu.ts';
import { openMenu } from './menus/menu.ts';
import { doing, say } from './message.ts';
import { openNotes } from './notes.ts';
import { append, fitWidth, renameBook, resize } from './requests.ts';
import { openShareMenu } from './share.ts';
import { workOnTabs } from './tab-bar.ts';
import { openTitle } from './title.ts';
import { listenToToolbar } from './toolbar.ts';
import { openTroubleMenu } from './trouble.ts';
import { openWorkspace } from './workspace.ts';

/** Milliseconds between looks for a spreadsheet that can't be read. */
const TRY_AGAIN = 2000;
/** Rows that the button below the last one adds. */
const MORE_ROWS = 100;

const id = document.body.dataset.spreadsheet ?? '';
const address = new URLSearchParams(location.search);
const at = <T extends HTMLElement>(name: string): T => {
  const found = document.querySelector<T>(`#${name}`);
  if (!found) throw new Error(`The page has no #${name}.`);
  return found;
};

await start();

async function start(): Promise<void> {
  const following = await startFollowing(id, at('status'));
  const { workspace, begin } = await reading();
  const { sheet } = workspace;
  const grid = openGrid(at('cells'), sheet(), (selection) => {
    at('place').textContent = boxName(selection.box);
    line.show(selection.active, entryOf(sheet(), selection.active));
    notes.selected();
  });
  const actions = actionsOn(id, sheet, () => toolbar.refresh());
  const line = openEntryLine(at('formula'), {
    save: (place, text, move) => edits.save(place, text, move),
    leave: () => grid.focus(),
  });
  const edits = openEdits(id, grid, actions, () => line);
  const notes = openNotes(grid);
  const charts = openChartLayer(grid);
  const clipboard = openClipboard(grid, actions);
  const toolbar = listenToToolbar(at, grid, actions, clipboard);
  const rows = () => ({ sheetId: sheet().view.sheetId, dimension: 'ROWS' }) as const;
  const columns = () => ({ sheetId: sheet().view.sheetId, dimension: 'COLUMNS' }) as const;

  const menuAt = (place: DOMRect) => openMenu(place, 'Cells', cellMenu(grid, actions, clipboard), () => grid.focus());
  const activeRect = () =>
    document.getElementById(`cell-${placeName(grid.selection().active)}`)?.getBoundingClientRect() ?? new DOMRect();
  grid.element.addEventListener(
    'keydown',
    onGridKey(grid, actions, edits, {
      style: (which) => toggleStyle(grid, actions, which),
      menu: () => menuAt(activeRect()),
      escape: clipboard.forget,
      plainPaste: clipboard.nextIsPlain,
    }),
  );
  grid.element.addEventListener('contextmenu', (event) => {
    if (event.target instanceof Element && event.target.closest('.over-cells')) return;
    event.preventDefault();
    // A key opens it at the active cell instead.
    if (event.button === 2 || event.pointerType === 'touch') menuAt(new DOMRect(event.clientX, event.clientY));
  });
  listenToPointer(grid, {
    edit: () => edits.editor.open(),
    leaving: () => edits.editor.finish('stay'),
    pressed: () => void edits.tick(),
  });
  listenToResizing(grid, {
    resized: (kind, index, size) => {
      const span = { ...(kind === 'row' ? rows() : columns()), start: index, end: index + 1 };
      void doing(actions.perform({ requests: [resize(span, size)] }));
    },
    fitted: (column) =>
      void doing(actions.perform({ requests: [fitWidth({ ...columns(), start: column, end: column + 1 })] })),
  });
  for (const kind of ['copy', 'cut', 'paste'] as const) document.addEventListener(kind, clipboard.onEvent);
  at('more-rows').addEventListener('click', () => {
    void doing(actions.perform({ requests: [append(sheet().view.sheetId, 'ROWS', MORE_ROWS)] }));
  });

  const tabBar = workOnTabs(at('tabs'), workspace, actions);
  openShareMenu(at, id);
  openTitle(at('title'), (name) => void doing(actions.perform({ requests: [renameBook(name)] })));
  const trouble = openTroubleMenu(at, () => {
    const { active } = grid.selection();
    return { tab: sheet().view.title, column: columnName(active.column), cell: placeName(active) };
  });
  const positions = new Map<number, { left: number; top: number }>();
  begin({
    names(book, { view }) {
      address.set('id', id);
      address.set('tab', view.title);
      history.replaceState(null, '', `?${address}`);
      document.title = `${view.title} – ${book.title}`;
      at('title').textContent = book.title;
      grid.element.setAttribute('aria-label', view.title);
      tabBar.show(book.tabs, view.sheetId);
    },
    cells(next, other) {
      if (other) {
        edits.editor.cancel();
        const { view } = grid.sheet();
        positions.set(view.sheetId, { left: grid.element.scrollLeft, top: grid.element.scrollTop });
      }
      grid.show(next);
      charts.place();
      if (!other) return;
      grid.element.scrollTo(positions.get(next.view.sheetId) ?? { left: 0, top: 0 });
      grid.select(selectCell(next, { row: 0, column: 0 }));
    },
    charts: charts.show,
    gone: (title) => say(`Somebody has deleted the tab “${title}”.`),
  });
  // Inside another page the focus stays with whoever has it there.
  if (window === window.top) grid.focus();
  following.handOver(workspace, trouble.show);
}

/** Tries until the spreadsheet can be read, and says meanwhile why it can't. */
async function reading(): ReturnType<typeof openWorkspace> {
  for (;;) {
    try {
      return await openWorkspace(id, address.get('tab') ?? undefined);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say(error.message);
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
  }
}
