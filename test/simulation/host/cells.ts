/** What a host types into cells. */
import { cellOf } from '../../../server/fold.ts';
import { type FactTab, type Raw, tabs } from '../../../sheets/records.ts';
import { pick } from '../chance.ts';
import { errorFormula, placeFormula, textFormula } from '../formulas.ts';
import type { Hand } from './hand.ts';

export function cellMoves(hand: Hand) {
  const { random, league } = hand;

  return {
    retype: () => typeAnywhere('Results', 'Position', pick(random, [1, 2, 3, '2nd', ' 1 ', 'dnf', '1O', '', 'DSQ'])),
    retypeRacer: () => typeAnywhere('Results', 'Racer', pick(random, ['ana', 'Robin', 'Nobody', ''])),
    retypeRace: () => typeAnywhere('Results', 'Race', pick(random, ['race 1', 'Race 2', 'Race 99', ''])),
    retypeId: () => typeAnywhere('Results', 'ID', pick(random, ['', '', 'row-1', 'mine'])),
    status: () =>
      typeAnywhere('Races', 'Status', pick(random, ['Final', 'Reporting', 'void', 'Open', 'Running', 'finished?'])),
    renameRacer: () => rename('Racers', 'Racer', pick(random, ['Ana', 'Anna', 'Robin', 'Zoé', ''])),
    renameRace: () => rename('Races', 'Race', `Cup ${hand.token()}`),
    points: () => typeAnywhere('Scoring', 'Points', pick(random, [20, 3, 'many'])),
    setting: () => typeAnywhere('Settings', 'Value', pick(random, ['', 12, 16, 'On', 'Asia/Tokyo', 'UTC', 'Hosts'])),
    errorValue: () => typeAnywhere('Results', 'Position', errorFormula(hand.token())),

    /** Into a cell that says something else: a formula that comes to the same is noticed with the next change only. */
    formula(): void {
      const row = hand.anyRow('Results');
      const header = pick(random, ['Position', 'Race']);
      const column = hand.column('Results', header);
      const value = header === 'Race' ? anyRaceName() : pick(random, [1, 2, 3]);
      const fact = league.desk().state.rows.Results.get(hand.idAt('Results', row))?.raw[header.toLowerCase()];
      const cell = hand.grid('Results')[row]?.[column];
      if (column < 0 || cell === undefined || fact === undefined || !league.network.isCalm()) return;
      if ([cell, fact].some((one) => String(one).trim().startsWith(String(value)))) return;
      const token = hand.token();
      const formula = typeof value === 'number' ? placeFormula(value, token) : textFormula(value, token);
      hand.set('Results', row, column, formula);
      hand.formulas.add(formula);
    },

    /** A value typed over a formula, or what it came to pasted there. */
    endFormula(): void {
      const place = formulaPlace();
      if (!place) return;
      const { row, column } = place;
      hand.set('Results', row, column, pick(random, [2, hand.grid('Results')[row]?.[column] ?? '']));
    },

    /** A race is called otherwise now than a formula says: its name is typed over it. */
    endAllFormulas(): void {
      for (let place = formulaPlace(); place; place = formulaPlace()) {
        const { row, column } = place;
        const id = hand.idAt('Results', row);
        const field = column === hand.column('Results', 'Race') ? 'race' : 'position';
        const { state } = league.desk();
        const known = state.rows.Results.get(id);
        hand.set('Results', row, column, known ? cellOf(state, 'Results', known, field) : '');
      }
    },

    scribble(): void {
      if (hand.grid('Standings').length > 1) hand.type('Standings', hand.anyRow('Standings'), 2, [999]);
    },
  };

  function typeAnywhere(tab: FactTab, header: string, value: Raw): void {
    hand.set(tab, hand.anyRow(tab), hand.column(tab, header), value);
  }

  function anyRaceName(): string {
    const names = hand.grid('Races').map((row) => String(row[hand.column('Races', 'Race')] ?? ''));
    return pick(random, [...names.slice(1), 'Race 1']);
  }

  function formulaPlace(): { row: number; column: number } | undefined {
    const title = hand.titleOf('Results');
    const grid = title === undefined ? [] : league.typed(title);
    const isFormula = (cell: Raw) => String(cell).startsWith('=');
    const row = grid.findIndex((cells) => cells.some(isFormula));
    return row < 0 ? undefined : { row, column: grid[row]?.findIndex(isFormula) ?? -1 };
  }

  /** Whoever is renamed stays who they are: that disturbs nothing that was promised. */
  function rename(tab: 'Racers' | 'Races', header: string, name: string): void {
    const row = hand.anyRow(tab);
    const column = hand.column(tab, header);
    if (column >= 0 && row < hand.grid(tab).length) hand.type(tab, row, column, [name]);
  }
}

/** A header that a host may rename. */
export function anyHeader(hand: Hand, tab: FactTab): string {
  return pick(hand.random, Object.values(tabs[tab].columns)).header;
}
