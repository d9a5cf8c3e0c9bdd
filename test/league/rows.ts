/** A league made row by row: real entries, folded one after the other, as a journal would hold them. */
import { factsOf } from '../../server/facts.ts';
import { emptyState, fieldsOf, fold, type State } from '../../server/fold.ts';
import type { By } from '../../server/journal/entry.ts';
import type { Cells, Change } from '../../server/league/changes.ts';
import type { Facts } from '../../server/league/facts.ts';
import { standings } from '../../server/league/standings.ts';
import { type FactTab, factTabs } from '../../sheets/records.ts';

export type Rows = ReturnType<typeof rows>;

const host: By = { kind: 'member', user: '1', name: 'Juno' };

export function rows() {
  const state: State = emptyState();

  const league = {
    facts: (): Facts => factsOf(state),

    /** One entry with all of these. */
    write(...changes: Change[]): void {
      fold(state, { seq: state.seq + 1, at: state.seq + 1, by: host, happening: { what: 'setUp' }, changes });
    },

    add(tab: FactTab, id: string, cells: Cells): void {
      league.write({ kind: 'add', tab, id, cells });
    },

    edit(tab: FactTab, id: string, cells: Cells): void {
      const raw = state.rows[tab].get(id)?.raw ?? {};
      const before = Object.entries(cells).map(([field, to]) => [field, [raw[field] ?? '', to]] as const);
      league.write({ kind: 'edit', tab, id, cells: Object.fromEntries(before) });
    },

    /** A race of a season that is over, with its positions by racer. */
    race(season: string, name: string, finish: Readonly<Record<string, number | string>>): void {
      league.add('Races', name, { race: name, season, status: 'Final', opened: 40_000 + state.seq });
      for (const [racer, position] of Object.entries(finish)) {
        league.add('Results', `${name} ${racer}`, { race: name, racer, position, source: 'Host' });
      }
    },

    /** `1 Ana 15` and so on, of a season by its ID. */
    table(id: string): string[] {
      const facts = league.facts();
      const season = facts.seasons.get(id);
      if (!season) return [];
      return standings(facts, season).map(({ rank, racer, points }) => `${rank} ${racer} ${points}`);
    },

    /** Every row that stands, as it is now, in one entry of a new league. */
    fromScratch(): Facts {
      const changes = factTabs.flatMap((tab) =>
        [...state.rows[tab].values()]
          .filter((row) => !row.gone)
          .map(({ id, raw }): Change => {
            const cells = Object.fromEntries(fieldsOf(tab).map((field) => [field, raw[field] ?? '']));
            return { kind: 'add', tab, id, cells };
          }),
      );
      const other = rows();
      other.write(...changes);
      return other.facts();
    },
  };
  return league;
}
