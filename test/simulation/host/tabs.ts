/** What a host does with columns, headers, tabs, and with what is ours alone. */
import { type FactTab, factTabs, type TabName } from '../../../sheets/records.ts';
import { book } from '../../sheet-league.ts';
import { below, pick } from '../chance.ts';
import { anyHeader } from './cells.ts';
import type { Hand } from './hand.ts';

const syncTab = 'cozy_sync';

export function tabMoves(hand: Hand) {
  const { random, league } = hand;
  const renamedHeaders: { tab: FactTab; header: string }[] = [];
  const deleted = new Map<FactTab, object[]>();
  const anyTab = () => pick<FactTab>(random, ['Results', 'Results', 'Results', 'Races', 'Racers']);

  const moves = {
    addColumn(): void {
      const tab = anyTab();
      if (hand.titleOf(tab) === undefined) return;
      const at = below(random, 6);
      hand.request(tab, { insertDimension: { range: hand.span(tab, 'COLUMNS', at) } });
      const mine = `own ${hand.token()}`;
      hand.own.add(mine);
      hand.type(tab, 0, at, [`My ${mine}`], [mine]);
    },

    moveColumn(): void {
      const tab = pick<TabName>(random, ['Results', 'Races', 'Racers', 'Standings', 'Log']);
      const source = hand.span(tab, 'COLUMNS', 1);
      hand.request(tab, { moveDimension: { source, destinationIndex: pick(random, [0, 4, 5]) } });
    },

    renameHeader(): void {
      const tab = anyTab();
      const header = anyHeader(hand, tab);
      const at = hand.column(tab, header);
      if (at < 0) return;
      hand.type(tab, 0, at, [`was ${header}`]);
      renamedHeaders.push({ tab, header });
    },

    restoreHeaders(): void {
      for (const { tab, header } of renamedHeaders.splice(0)) {
        const at = hand.column(tab, `was ${header}`);
        if (at >= 0) hand.type(tab, 0, at, [header]);
        else if (hand.titleOf(tab) === undefined) renamedHeaders.push({ tab, header });
      }
    },

    renameTab: () => nameTab(anyTab(), (tab) => `Our ${tab.toLowerCase()}`),

    restoreTabName: () => nameTab(anyTab(), (tab) => tab),

    /** As its page's undo would bring it back later: the same tab with the same cells. */
    deleteTab(): void {
      const tab = anyTab();
      if (!hand.sheetOf(tab)) return;
      deleted.set(tab, requestsForUndo(tab));
      league.batch({ deleteSheet: { sheetId: hand.sheetId(tab) } });
    },

    undoDeletedTab(): void {
      const [first] = deleted;
      if (!first) return;
      league.batch(...first[1]);
      deleted.delete(first[0]);
    },

    clearMarker(): void {
      if (!mayTouchHidden()) return;
      league.sheets.spreadsheets.values.clear({ spreadsheetId: book, range: `${syncTab}!1:1` });
    },

    deleteMarkerNames(): void {
      const { namedRanges = [] } = league.sheets.spreadsheets.get({ spreadsheetId: book });
      const gone = pick(random, [namedRanges.slice(-1), namedRanges]);
      const requests = gone.map(({ namedRangeId }) => ({ deleteNamedRange: { namedRangeId } }));
      if (requests.length > 0) league.batch(...requests);
    },

    deleteHiddenTab(): void {
      if (mayTouchHidden()) league.batch({ deleteSheet: { sheetId: league.sheetId(syncTab) } });
    },
  };

  return {
    moves,
    /** Whether some of what a host typed can't be seen by the league. */
    hides: () => deleted.size > 0 || renamedHeaders.length > 0,

    /** Brings back every tab and header; tabs keep the names that they have. */
    restore(): void {
      while (deleted.size > 0) moves.undoDeletedTab();
      moves.restoreHeaders();
    },

    restoreNames(): void {
      for (const tab of factTabs) nameTab(tab, () => tab);
    },
  };

  /** Only the copies there tell that a write hit another row in the moment of an edit: without them nobody knows. */
  function mayTouchHidden(): boolean {
    return league.sheetId(syncTab) !== 0 && !league.network.isUnsettled();
  }

  function nameTab(tab: FactTab, nameOf: (tab: FactTab) => string): void {
    const properties = { sheetId: hand.sheetId(tab), title: nameOf(tab) };
    hand.request(tab, { updateSheetProperties: { properties, fields: 'title' } });
  }

  /** The tab under its own ID, with its cells; how they looked is lost. */
  function requestsForUndo(tab: FactTab): object[] {
    const sheet = hand.sheetOf(tab);
    if (!sheet) return [];
    const { id: sheetId, title, grid, rows } = sheet;
    const { rowCount, columnCount } = grid;
    const cells = rows.map((row = []) => ({
      values: row.map((cell) => ({ ...(cell?.userEnteredValue && { userEnteredValue: cell.userEnteredValue }) })),
    }));
    const start = { sheetId, rowIndex: 0, columnIndex: 0 };
    return [
      { addSheet: { properties: { sheetId, title, gridProperties: { rowCount, columnCount } } } },
      { updateCells: { start, rows: cells, fields: 'userEnteredValue' } },
    ];
  }
}
