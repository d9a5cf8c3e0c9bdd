import { getCells, getSpreadsheet, type Spreadsheet, type Tab } from './api.ts';
import { type Grid, type GridEvents, openGrid } from './grid.ts';
import type { LiveChange } from './live.ts';
import { type Box, cellAt, entryOf, replaceRows, type Shown, shownTab } from './model.ts';

/** What the page shows, and how it follows what changes. */
export type Workspace = {
  readonly spreadsheet: () => Spreadsheet;
  readonly shown: () => Shown;
  readonly grid: () => Grid;
  readonly open: (tab: Tab) => Promise<void>;
  /** Reads what changed; several changes at once are read together. */
  readonly take: (change: LiveChange) => Promise<void>;
  /** What the formula bar shows for the first selected cell. */
  readonly entry: () => string;
};

type Events = GridEvents & {
  /** Title, tabs or the shown tab are other ones than before. */
  readonly opened: (workspace: Workspace) => void;
};

/** Opens a spreadsheet at one of its tabs; without one of that name, at the first. */
export async function openWorkspace(
  id: string,
  element: HTMLElement,
  wanted: string | undefined,
  events: Events,
): Promise<Workspace> {
  let spreadsheet = await getSpreadsheet(id);
  const first =
    spreadsheet.tabs.find((tab) => tab.title.toLowerCase() === wanted?.toLowerCase()) ?? spreadsheet.tabs[0];
  if (!first) throw new Error('A spreadsheet has at least one visible tab.');
  let shown = shownTab(first, await getCells(id, first));
  let grid = await openGrid(element, shown, events);
  let due: LiveChange | undefined;
  let reading = false;

  const show = async (tab: Tab, keep?: Box): Promise<void> => {
    const next = shownTab(tab, await getCells(id, tab));
    const position = keep && grid.scroll();
    // Somebody may have begun to type while the cells were on their way: the grid is never taken from under their hands.
    if (keep) await grid.idle();
    const focused = element.contains(document.activeElement);
    grid.destroy();
    shown = next;
    grid = await openGrid(element, shown, events);
    grid.select(keep?.top ?? 0, keep?.left ?? 0);
    if (position) grid.scroll(position);
    if (focused || !keep) grid.focus();
    events.opened(workspace);
  };

  const read = async ({ tabs, sheets }: LiveChange): Promise<void> => {
    const mine = sheets.filter((sheet) => sheet.sheetId === shown.tab.sheetId);
    const spans = mine.flatMap((sheet) => (sheet.rows ? [sheet.rows] : []));
    if (tabs) spreadsheet = await getSpreadsheet(id);
    const here = spreadsheet.tabs.find((tab) => tab.sheetId === shown.tab.sheetId);
    if (!here) return show(spreadsheet.tabs[0] ?? shown.tab);
    if (tabs) events.opened(workspace);
    if (mine.length === 0) return;
    if (spans.length < mine.length) return whole();
    const from = Math.min(...spans.map((span) => span[0]));
    const to = Math.max(...spans.map((span) => span[1]));
    if (to <= from) return;
    replaceRows(shown, from, to, await getCells(id, shown.tab, [from, to]));
    if (!(await grid.refresh(from, to))) return whole();
    events.selected(grid.selection());
  };

  /** More than cells changed: the grid is built anew. */
  const whole = async (): Promise<void> => {
    spreadsheet = await getSpreadsheet(id);
    const here = spreadsheet.tabs.find((tab) => tab.sheetId === shown.tab.sheetId);
    await show(here ?? spreadsheet.tabs[0] ?? shown.tab, grid.selection());
  };

  const workspace: Workspace = {
    spreadsheet: () => spreadsheet,
    shown: () => shown,
    grid: () => grid,
    open: (tab) => show(tab),
    async take(change) {
      due = due ? { tabs: due.tabs || change.tabs, sheets: [...due.sheets, ...change.sheets] } : change;
      if (reading) return;
      reading = true;
      try {
        for (let now: LiveChange | undefined = due; now; now = due) {
          due = undefined;
          await read(now);
        }
      } finally {
        reading = false;
      }
    },
    entry() {
      const { top, left } = grid.selection();
      return entryOf(cellAt(shown, top, left));
    },
  };
  grid.select(0, 0);
  // Inside another page the focus stays with whoever has it there.
  if (window === window.top) grid.focus();
  events.opened(workspace);
  return workspace;
}
