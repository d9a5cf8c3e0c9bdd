/** The league as files: everything as JSON or a CSV for each tab, and its results in the form that an import reads. */
import { momentOf, serialOf } from '../../sheets/moments.ts';
import { type FactTab, factTabs, type Raw, tabs } from '../../sheets/records.ts';
import { factsOf } from '../facts.ts';
import { cellOf, columnOf, contextOf, fieldsOf, type Row, type State } from '../fold.ts';
import type { Facts, Race, Season } from '../league/facts.ts';
import { countedPositions, finalRaces } from '../league/races.ts';
import { score, scoringOf, standardScoring } from '../league/scoring.ts';
import { writeCsv } from './csv.ts';
import { type ExportFile, exportFiles } from './files.ts';
import { type Kept, keptRows } from './kept.ts';
import { noReason, resultColumns } from './result-lines.ts';

/** Of the JSON; a change that an older server couldn't read is a new one. */
export const formatVersion = 1;
export const formatName = 'cozy-kart-league';

export interface LeagueFile {
  format: typeof formatName;
  version: number;
  tabs: Record<FactTab, { columns: string[]; rows: Raw[][] }>;
  kept: Kept;
}

/** A file's text, and what it's served as. */
export function exported(file: ExportFile, state: State): { type: string; text: string } {
  switch (file) {
    case 'league.json':
      return { type: 'application/json', text: `${JSON.stringify(leagueFile(state))}\n` };
    case 'results.csv':
      return { type: 'text/csv', text: resultsCsv(state) };
    default:
      return { type: 'text/csv', text: tabCsv(state, exportFiles[file]) };
  }
}

export function leagueFile(state: State): LeagueFile {
  const all = factTabs.map((tab) => [tab, { columns: headersOf(tab), rows: rowsOf(state, tab) }] as const);
  return {
    format: formatName,
    version: formatVersion,
    tabs: Object.fromEntries(all) as LeagueFile['tabs'],
    kept: keptRows(state),
  };
}

function headersOf(tab: FactTab): string[] {
  const own = fieldsOf(tab).map((field) => columnOf(tab, field).header);
  return tabs[tab].key === 'id' ? [...own, 'ID'] : own;
}

function rowsOf(state: State, tab: FactTab): Raw[][] {
  return standing(state, tab).map((row) => [
    ...fieldsOf(tab).map((field) => cellFor(state, tab, row, field)),
    ...(tabs[tab].key === 'id' ? [row.id] : []),
  ]);
}

/** A closing that no host confirmed is none: the season is open. */
function cellFor(state: State, tab: FactTab, row: Row, field: string): Raw {
  const waits = tab === 'Seasons' && field === 'status' && state.seasons.get(row.id)?.closingSince !== undefined;
  return waits ? 'Open' : cellOf(state, tab, row, field);
}

function standing(state: State, tab: FactTab): Row[] {
  return [...state.rows[tab].values()].filter((row) => !row.gone);
}

function tabCsv(state: State, tab: FactTab): string {
  const kinds = fieldsOf(tab).map((field) => columnOf(tab, field).kind);
  const rows = rowsOf(state, tab).map((row) =>
    row.map((cell, index) => {
      if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
      return kinds[index] === 'moment' && typeof cell === 'number' ? wallClock(cell) : cell;
    }),
  );
  return writeCsv(headersOf(tab), rows);
}

/** Final races with what counts in them, and the bonuses and penalties that count. */
function resultsCsv(state: State): string {
  const facts = factsOf(state);
  const { timeZone, nameOf } = contextOf(state);
  // Whoever was deleted keeps their name.
  const called = (racer: string) => nameOf('Racers', racer) ?? racer;
  const columns = Object.keys(resultColumns) as (keyof typeof resultColumns)[];
  const lines = [...facts.seasons.values()].flatMap((season) => [
    ...finalRaces(facts, season.id).flatMap((race) => raceLines(facts, season, race, { timeZone, called })),
    ...adjustmentLines(facts, season, called),
  ]);
  return writeCsv(
    Object.values(resultColumns),
    lines.map((line) => columns.map((column) => line[column] ?? '')),
  );
}

type ResultCells = Partial<Record<keyof typeof resultColumns, string | number>>;

function raceLines(
  facts: Facts,
  season: Season,
  race: Race,
  { timeZone, called }: { timeZone: string; called: (racer: string) => string },
): ResultCells[] {
  const table = scoringOf(facts, season);
  const at = race.started ?? race.opened ?? race.planned ?? race.finished;
  return countedPositions(facts, race.id).map(({ racer, position }) => ({
    ...rulesOf(season),
    race: race.race ?? race.id,
    racer: called(racer),
    position,
    night: race.night ?? '',
    date: at === undefined ? '' : wallClock(serialOf(at, timeZone)),
    points: score(position, table),
  }));
}

function adjustmentLines(facts: Facts, season: Season, called: (racer: string) => string): ResultCells[] {
  const own = facts.adjustments.filter((one) => one.season === season.id);
  const races = new Map(finalRaces(facts, season.id).map(({ id, race }) => [id, race ?? id]));
  return own.map(({ racer, race, points, reason }) => ({
    ...rulesOf(season),
    // It counts for its season: of a race that isn't among the results, only its reason tells.
    race: races.get(race ?? '') ?? '',
    racer: called(racer),
    points,
    reason: reason ?? noReason,
  }));
}

function rulesOf(season: Season): ResultCells {
  const { scoring = standardScoring, dropWorst = 0 } = season;
  return { season: season.season ?? season.id, scoring, dropWorst };
}

/** As in 2026-03-06T20:30:00: what a serial number stands for, wherever that is. */
function wallClock(serial: number): string {
  return new Date(momentOf(serial, 'UTC')).toISOString().slice(0, 19);
}
