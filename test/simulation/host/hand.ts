/**
 * A host's hand in the Sheet: finds the tabs whatever they are called by now, and remembers what was typed there that
 * nobody else may change.
 */
import { type FactTab, type Raw, type TabName, tabNames, tabs } from '../../../sheets/records.ts';
import { book } from '../../sheet-league.ts';
import { below, type Random } from '../chance.ts';
import type { MortalLeague } from '../league.ts';
import type { Witness } from '../witness.ts';

export type Hand = ReturnType<typeof openHand>;

export function openHand(league: MortalLeague, witness: Witness, random: Random) {
  const sheetIds = new Map(tabNames.map((tab): [TabName, number] => [tab, league.sheetId(tab)]));
  let tokens = 0;
  /** What the host wrote into columns of their own, and their formulas in ours: each stands there once. */
  const own = new Set<string>();
  const formulas = new Set<string>();

  const hand = {
    league,
    random,
    own,
    formulas,
    sheetId: (tab: TabName) => sheetIds.get(tab) ?? 0,

    /** A number that nothing else has. */
    token(): number {
      tokens += 1;
      return tokens;
    },

    /** What the tab is called now; undefined while it's deleted. */
    titleOf: (tab: TabName) => hand.sheetOf(tab)?.title,

    /** The tab as it is; undefined while it's deleted. */
    sheetOf: (tab: TabName) => bookNow().sheets.find(({ id }) => id === sheetIds.get(tab)),

    grid(tab: TabName): Raw[][] {
      const title = hand.titleOf(tab);
      return title === undefined ? [] : league.grid(title);
    },

    /** A row below the header, by its number from 0. */
    anyRow: (tab: TabName) => 1 + below(random, Math.max(1, hand.grid(tab).length - 1)),

    /** Where a header stands now, from 0; -1 where it doesn't. */
    column: (tab: TabName, header: string) => (hand.grid(tab)[0] ?? []).indexOf(header),

    idAt: (tab: FactTab, row: number) => String(hand.grid(tab)[row]?.[hand.column(tab, 'ID')] ?? ''),

    /** Types into one cell of a row that's there. */
    set(tab: FactTab, row: number, column: number, value: Raw): void {
      if (column < 0 || row >= hand.grid(tab).length) return;
      witness.touched(tab, hand.idAt(tab, row));
      hand.forget(tab, row, column, column + 1);
      hand.type(tab, row, column, [value]);
    },

    /** Types rows of cells, from that one to the right and down. */
    type(tab: TabName, row: number, column: number, ...rows: Raw[][]): void {
      const title = hand.titleOf(tab);
      if (title !== undefined) league.type(`'${title}'!${letters(column)}${row + 1}`, ...rows);
    },

    /** The host takes those cells of a row away: what stood there is no promise of theirs any more. */
    forget(tab: TabName, row: number, from = 0, to = Number.POSITIVE_INFINITY): void {
      const title = hand.titleOf(tab);
      if (title === undefined) return;
      for (const cell of league.typed(title)[row]?.slice(from, to) ?? []) {
        own.delete(String(cell));
        formulas.delete(String(cell));
      }
    },

    /** A request about a tab that's there. */
    request(tab: TabName, request: object): void {
      if (hand.titleOf(tab) !== undefined) league.batch(request);
    },

    /** Rows or columns of a tab, as requests name them. */
    span: (tab: TabName, dimension: 'ROWS' | 'COLUMNS', startIndex: number, count = 1) => ({
      sheetId: hand.sheetId(tab),
      dimension,
      startIndex,
      endIndex: startIndex + count,
    }),

    headers: (tab: TabName) => Object.values(tabs[tab].columns).map(({ header }) => header),
  };
  return hand;

  function bookNow() {
    const now = league.sheets.list().find(({ id }) => id === book);
    if (!now) throw new Error('the spreadsheet is gone');
    return now;
  }
}

/** A for 0, Z for 25, AA for 26. */
export function letters(column: number): string {
  const first = Math.floor(column / 26);
  return (first > 0 ? letters(first - 1) : '') + String.fromCharCode(65 + (column % 26));
}
