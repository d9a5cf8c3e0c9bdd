/** What a league begins with: settings, the standard scoring, and a season, each only where there's none. */
import { type SettingName, settingAt, settingNames } from '../sheets/settings.ts';
import { naturalKey } from '../sheets/shadow.ts';
import type { Note } from './desk.ts';
import type { State } from './fold.ts';
import type { Wanted } from './league/changes.ts';
import { scoringRows, standardScoring, standardTable } from './league/scoring.ts';

/** The row of the first season: fixed, so that two servers that begin at once begin alike. */
const firstSeason = 'season-1';

/** What is known of a league before it has a Sheet. */
export interface Beginning {
  /** The guild's name. */
  name?: string | undefined;
  /** The time zone of this server, as good a guess as any. */
  timeZone?: string | undefined;
}

export function newLeague(state: State, beginning: Beginning): Note[] {
  const changes = [...settings(state, beginning), ...scoring(state), ...season(state)];
  return changes.length > 0 ? [{ by: { kind: 'league' }, happening: { what: 'setUp' }, changes }] : [];
}

function settings(state: State, { name, timeZone }: Beginning): Wanted[] {
  const known: Partial<Record<SettingName, string | undefined>> = { leagueName: name, timeZone };
  return settingNames.flatMap((one) => {
    const { name: setting, unset, about } = settingAt(one);
    const cells = { setting, value: known[one] ?? unset, about };
    const id = naturalKey('Settings', cells);
    return state.rows.Settings.has(id) ? [] : [{ kind: 'add' as const, tab: 'Settings' as const, id, cells }];
  });
}

function scoring(state: State): Wanted[] {
  if (state.rows.Scoring.size > 0) return [];
  return scoringRows(standardTable).map(({ position, points }) => {
    const cells = { scoring: standardScoring, position, points };
    return { kind: 'add', tab: 'Scoring', id: naturalKey('Scoring', cells), cells };
  });
}

function season(state: State): Wanted[] {
  if (state.rows.Seasons.size > 0) return [];
  const cells = { season: 'Season 1', status: 'Open', starts: '', ends: '', scoring: standardScoring, dropWorst: '' };
  return [{ kind: 'add', tab: 'Seasons', id: firstSeason, cells }];
}
