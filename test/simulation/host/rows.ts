/** What a host does with whole rows. */
import type { FactTab, Raw } from '../../../sheets/records.ts';
import { below, pick } from '../chance.ts';
import type { Witness } from '../witness.ts';
import type { Hand } from './hand.ts';

const racers = ['Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki'];

export function rowMoves(hand: Hand, witness: Witness) {
  const { random } = hand;
  const anyTab = () => pick<FactTab>(random, ['Results', 'Results', 'Results', 'Races', 'Racers']);

  return {
    sort(): void {
      const tab = anyTab();
      const sortOrder = pick(random, ['ASCENDING', 'DESCENDING']);
      const sortSpecs = [{ dimensionIndex: below(random, 5), sortOrder }];
      hand.request(tab, { sortRange: { range: { sheetId: hand.sheetId(tab), startRowIndex: 1 }, sortSpecs } });
    },

    insertRow(): void {
      hand.request('Results', { insertDimension: { range: hand.span('Results', 'ROWS', hand.anyRow('Results')) } });
    },

    moveRow(): void {
      const source = hand.span('Results', 'ROWS', hand.anyRow('Results'));
      const destinationIndex = 1 + below(random, hand.grid('Results').length);
      hand.request('Results', { moveDimension: { source, destinationIndex } });
    },

    deleteRow: () => deleteRows(anyTab(), 1),

    /** So many that it may be a mistake. */
    deleteManyRows: () => deleteRows(pick<FactTab>(random, ['Results', 'Results', 'Racers']), 2 + below(random, 8)),

    /** The cells of some rows, the rows stay: in all columns, or in three of them. */
    clearRange(): void {
      const title = hand.titleOf('Results');
      if (title === undefined) return;
      const top = hand.anyRow('Results');
      const bottom = Math.min(top + below(random, 4), hand.grid('Results').length - 1);
      const [left, right] = pick(random, [
        [0, 26],
        [1, 4],
      ]);
      for (let row = top; row <= bottom; row++) {
        witness.touched('Results', hand.idAt('Results', row));
        hand.forget('Results', row, left, right);
      }
      const range = { sheetId: hand.sheetId('Results'), startRowIndex: top, endRowIndex: bottom + 1 };
      const columns = { startColumnIndex: left, endColumnIndex: right };
      hand.request('Results', { updateCells: { range: { ...range, ...columns }, fields: 'userEnteredValue' } });
    },

    copyRow(): void {
      const grid = hand.grid('Results');
      const row = copyOf(grid[hand.anyRow('Results')] ?? []);
      if (row.length > 0) hand.type('Results', grid.length + below(random, 2), 0, row);
    },

    /** A race's results from elsewhere: with their IDs, with IDs of somebody else, twice the same, or none at all. */
    pasteRows(): void {
      const grid = hand.grid('Results');
      const id = hand.column('Results', 'ID');
      const rows = Array.from({ length: 1 + below(random, 5) }, () => {
        const row = copyOf(grid[hand.anyRow('Results')] ?? []);
        const kind = pick(random, ['own', 'foreign', 'same', 'none'] as const);
        if (id >= 0 && kind !== 'own' && row.length > 0) row[id] = kind === 'none' ? '' : foreign(kind === 'same');
        return row;
      });
      const at = pick(random, [grid.length, grid.length + 1, hand.anyRow('Results')]);
      for (let row = at; row < Math.min(at + rows.length, grid.length); row++) {
        witness.touched('Results', hand.idAt('Results', row));
        hand.forget('Results', row);
      }
      if (grid.length > 0) hand.type('Results', at, 0, ...rows);
    },

    addRow(): void {
      const grid = hand.grid('Results');
      const race = hand.grid('Races').at(-1)?.[hand.column('Races', 'Race')] ?? '';
      const cells: Record<string, Raw> = {
        Race: race,
        Racer: pick(random, racers),
        Position: pick(random, [1, 2, '']),
      };
      const [header = []] = grid;
      if (header.length > 0)
        hand.type(
          'Results',
          grid.length,
          0,
          header.map((one) => cells[String(one)] ?? ''),
        );
    },

    addRacer(): void {
      const [header = [], ...rows] = hand.grid('Racers');
      const name = pick(random, ['Nobody', 'Ana', 'Kiki', `Guest ${hand.token()}`]);
      if (header.length > 0)
        hand.type(
          'Racers',
          rows.length + 1,
          0,
          header.map((one) => (one === 'Racer' ? name : '')),
        );
    },
  };

  function deleteRows(tab: FactTab, wanted: number): void {
    const at = hand.anyRow(tab);
    const count = Math.min(wanted, hand.grid(tab).length - at);
    if (count < 1) return;
    for (let row = at; row < at + count; row++) {
      witness.touched(tab, hand.idAt(tab, row));
      hand.forget(tab, row);
    }
    hand.request(tab, { deleteDimension: { range: hand.span(tab, 'ROWS', at, count) } });
  }

  /** As values, without what is the host's own. */
  function copyOf(row: readonly Raw[]): Raw[] {
    return row.map((cell) => (hand.own.has(String(cell)) ? '' : cell));
  }

  function foreign(same: boolean): string {
    return same ? 'theirs' : `theirs-${hand.token()}`;
  }
}
