/** Whether a change touches what counts already: then what it does to standings, trophies and money is worth knowing. */
import { folded } from '../sheets/names.ts';
import type { FactTab } from '../sheets/records.ts';
import { type SettingName, settingCalled } from '../sheets/settings.ts';
import type { State } from './fold.ts';
import { type Change, isRowChange, type RowChange } from './league/changes.ts';

/** They change what is due. */
const moneySettings: readonly (SettingName | undefined)[] = ['money', 'bonuses', 'currency'];

/** Whether changes may touch what counts already: results of a race that's over, or what gives them their worth. */
export function mayCount(state: State, changes: readonly Change[]): boolean {
  return changes.some((change) => isRowChange(change) && touchesWhatCounts(state, change));
}

function touchesWhatCounts(state: State, change: RowChange): boolean {
  const final = (race: unknown) => state.rows.Races.get(String(race))?.value.status === 'Final';
  switch (change.tab) {
    case 'Results': {
      if (change.kind === 'held' || change.kind === 'released') return false;
      const added = change.kind === 'add' ? state.names.Races.get(folded(String(change.cells.race))) : undefined;
      const moved = change.kind === 'edit' && change.cells.race !== undefined;
      return moved || final(added ?? state.rows.Results.get(change.id)?.value.race);
    }
    case 'Settings':
      return change.kind === 'edit' && moneySettings.includes(settingCalled(change.id));
    case 'Racers': {
      if (change.kind !== 'add' && change.kind !== 'edit') return true;
      const { racer = '', sameAs } = change.cells;
      const becomes = Array.isArray(racer) ? racer[1] : racer;
      return (change.kind === 'edit' && sameAs !== undefined) || isAwaited(state, String(becomes));
    }
    case 'Races': {
      if (change.kind === 'held' || change.kind === 'released') return false;
      const { status } = change.kind === 'edit' || change.kind === 'add' ? change.cells : {};
      const becomes = Array.isArray(status) ? status[1] : status;
      return final(change.id) || folded(String(becomes ?? '')) === 'final';
    }
    case 'Seasons':
    case 'Scoring':
    case 'Adjustments':
    case 'Ledger':
      return true;
    case 'Sponsors':
      return false;
  }
}

/** What names a racer whom nobody knew, and counts once somebody bears that name. */
const namingCells: readonly [FactTab, ...fields: string[]][] = [
  ['Results', 'racer'],
  ['Adjustments', 'racer'],
  ['Racers', 'sameAs'],
  ['Ledger', 'from', 'to'],
];

function isAwaited(state: State, name: string): boolean {
  const key = folded(name);
  if (key === '') return false;
  return namingCells.some(([tab, ...fields]) =>
    state.rows[tab].values().some(({ gone, raw, wrong }) => {
      const isNamed = (field: string) => wrong[field] && folded(String(raw[field] ?? '')).includes(key);
      return !gone && fields.some(isNamed);
    }),
  );
}
