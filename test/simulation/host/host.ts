/** A host who does anything at any moment to the tabs that people edit. */
import { pick, type Random } from '../chance.ts';
import type { MortalLeague } from '../league.ts';
import type { Witness } from '../witness.ts';
import { cellMoves } from './cells.ts';
import { openHand } from './hand.ts';
import { rowMoves } from './rows.ts';
import { tabMoves } from './tabs.ts';

export type Host = ReturnType<typeof openHost>;

/** A tab of the host's own, which nobody else may touch. */
export const ownTab = { title: 'My notes', cells: [[], ['', 'mine', 42]] };

export function openHost(league: MortalLeague, witness: Witness, random: Random) {
  league.batch({ addSheet: { properties: { sheetId: 9_000, title: ownTab.title } } });
  league.type(`'${ownTab.title}'!B2`, ['mine', 42]);
  const hand = openHand(league, witness, random);
  const tabs = tabMoves(hand);
  const rows = rowMoves(hand, witness);
  const { formula, endAllFormulas, ...cells } = cellMoves(hand);
  const often = { ...cells, ...rows };
  const anything = { ...often, ...tabs.moves, formula };
  /** What a formula may be hurt by. */
  const computing = { formula, endFormula: cells.endFormula, renameRace: cells.renameRace };
  /** What makes old row and column numbers wrong. */
  const { sort, insertRow, deleteRow, moveRow } = rows;
  const { addColumn, moveColumn } = tabs.moves;
  const shifts = { sort, insertRow, deleteRow, moveRow, addColumn, moveColumn };

  return {
    hand,
    ...tabs,
    endAllFormulas,

    /** One move; says which. */
    move: () => one(pick(random, [often, often, anything, anything, computing])),

    /** One move between two calls of the league. */
    moveAtOnce: () => one(pick(random, [shifts, shifts, often, { ...often, ...tabs.moves }])),

    /** A write may hit another row than was meant: it's mended, but of a formula there only the value comes back. */
    risksFormulas: () => hand.formulas.clear(),
  };

  function one(moves: Record<string, () => void>): string {
    const name = pick(random, Object.keys(moves));
    moves[name]?.();
    return name;
  }
}
