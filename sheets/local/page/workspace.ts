import type { BookView, TabName } from '../view/calls.ts';
import type { ChartView } from '../view/chart.ts';
import { getBook, getCharts, getTab } from './api.ts';
import type { LiveChange } from './live.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** What the page shows, and how it follows what changes. */
export type Workspace = {
  readonly id: string;
  readonly book: () => BookView;
  readonly sheet: () => Sheet;
  readonly open: (sheetId: number) => Promise<void>;
  /** Reads what changed; several changes at once are read together. Ends when nothing more is to be read. */
  readonly take: (change: LiveChange) => Promise<void>;
};

export type Shows = {
  /** The title, the tabs or which of them is shown. */
  readonly names: (book: BookView, sheet: Sheet) => void;
  /** The cells of the shown tab; `other` where it's another tab than before. */
  readonly cells: (sheet: Sheet, other: boolean) => void;
  readonly charts: (charts: readonly ChartView[]) => void;
  /** Somebody deleted the tab that was shown. */
  readonly gone: (title: string) => void;
};

/**
 * Opens a spreadsheet at one of its tabs; without one of that name, at the first.
 * @throws Refused when it can't be read
 */
export async function openWorkspace(
  id: string,
  wanted: string | undefined,
): Promise<{ workspace: Workspace; begin: (shows: Shows) => void }> {
  let book = await getBook(id);
  const first = book.tabs.find((tab) => tab.title.toLowerCase() === wanted?.toLowerCase()) ?? book.tabs[0];
  if (!first) throw new Error('A spreadsheet has at least one visible tab.');
  const [view, drawn] = await Promise.all([getTab(id, first.sheetId), getCharts(id, first.sheetId)]);
  let sheet = sheetOf(view);
  let charts = drawn;
  let shows: Shows | undefined;
  let due: LiveChange | undefined;
  let reading: Promise<void> | undefined;

  const show = async (tab: TabName, other: boolean): Promise<void> => {
    const [read, charted] = await Promise.all([getTab(id, tab.sheetId), getCharts(id, tab.sheetId)]);
    sheet = sheetOf(read);
    charts = charted;
    if (other) shows?.names(book, sheet);
    shows?.cells(sheet, other);
    shows?.charts(charts);
  };

  const read = async ({ tabs, sheets }: LiveChange): Promise<void> => {
    if (tabs) book = await getBook(id);
    const here = book.tabs.find((tab) => tab.sheetId === sheet.view.sheetId);
    if (!here) {
      const gone = sheet.view.title;
      const next = book.tabs[0];
      if (next) await show(next, true);
      shows?.gone(gone);
      return;
    }
    if (tabs) shows?.names(book, { ...sheet, view: { ...sheet.view, title: here.title } });
    const own = sheets.filter((each) => each.sheetId === here.sheetId);
    const watched = sheets.some((each) => sheet.view.watched.includes(each.sheetId));
    const spans = own.flatMap((each) => (each.rows ? [each.rows] : []));
    if (tabs || watched || spans.length < own.length) return show(here, false);
    const from = Math.min(...spans.map((span) => span[0]));
    const to = Math.max(...spans.map((span) => span[1]));
    if (to > from) {
      sheet = sheet.withRows(from, to, await getTab(id, here.sheetId, [from, to]));
      shows?.cells(sheet, false);
    }
    // A chart may be about any tab.
    if (charts.length > 0) {
      charts = await getCharts(id, here.sheetId);
      shows?.charts(charts);
    }
  };

  const workspace: Workspace = {
    id,
    book: () => book,
    sheet: () => sheet,
    async open(sheetId) {
      const tab = book.tabs.find((each) => each.sheetId === sheetId);
      if (tab) await show(tab, true);
    },
    take(change) {
      due = due ? { tabs: due.tabs || change.tabs, sheets: [...due.sheets, ...change.sheets] } : change;
      reading ??= readAll().finally(() => {
        reading = undefined;
      });
      return reading;
    },
  };
  const readAll = async () => {
    for (let now: LiveChange | undefined = due; now; now = due) {
      due = undefined;
      await read(now);
    }
  };
  const begin = (to: Shows) => {
    shows = to;
    to.names(book, sheet);
    to.cells(sheet, true);
    to.charts(charts);
  };
  return { workspace, begin };
}

/** Everything of the shown tab changed, as far as a page knows that wasn't told. */
export const everything = (sheet: Sheet): LiveChange => ({ tabs: true, sheets: [{ sheetId: sheet.view.sheetId }] });
