/** What the derived tabs of the Sheet hold: rows of cells in the order of their declared columns. */

import { wallText } from '../sheets/moments.ts';
import { type DerivedTab, type FactTab, outcomes, type Raw, tabs } from '../sheets/records.ts';
import { makeCell, type Value } from '../sheets/table.ts';
import { factsOf } from './facts.ts';
import { columnOf, contextOf, type LogLine, type Row, type State } from './fold.ts';
import { progress } from './league/progress.ts';
import { byText, byTime, openSeason } from './league/races.ts';
import { standings } from './league/standings.ts';
import { listed, type Problem, placeOf, problemsOf } from './problems.ts';
import { type Names, sayHappening } from './words/log.ts';

/** `more` are problems of the Sheet itself; `where` says in which cell a problem stands, if that's known. */
export function derivedTabs(
  state: State,
  more: readonly Problem[],
  where: (problem: Problem) => string | undefined,
): Record<DerivedTab, Raw[][]> {
  const problems = listed([...more, ...problemsOf(state)]);
  return {
    Standings: cells(state, 'Standings', currentStandings(state)),
    Problems: cells(
      state,
      'Problems',
      problems.map((problem) => ({ ...problem, where: where(problem) ?? placeOf(problem) })),
    ),
    'Past standings': cells(state, 'Past standings', pastStandings(state)),
    Progress: progressRows(state),
    cozy_lists: cells(state, 'cozy_lists', choices(state)),
    Log: cells(
      state,
      'Log',
      state.log.toReversed().map((line) => logLine(state, line)),
    ),
  };
}

/** Points so far after each race of the open season, a column for each racer, the leader first. */
function progressRows(state: State): Raw[][] {
  const facts = factsOf(state);
  const season = openSeason(facts);
  const { racers, races } = season ? progress(facts, season) : { racers: [], races: [] };
  return [
    [tabs.Progress.columns.race.header, ...racers.map((racer) => facts.racers.get(racer)?.racer ?? '')],
    ...races.map(({ race, points }) => [race.race ?? '', ...points]),
  ];
}

/** What the dropdowns offer: a list below each header, the shorter ones filled up. */
function choices(state: State): object[] {
  const facts = factsOf(state);
  const season = openSeason(facts);
  const races = [...facts.races.values()].filter((race) => race.season === season?.id).sort(byTime);
  const lists: Record<string, (Value | undefined)[]> = {
    racers: [...facts.racers.values()].flatMap(({ racer = [] }) => racer).sort(byText),
    races: races.toReversed().flatMap(({ race = [] }) => race),
    seasons: [...facts.seasons.values()].toReversed().flatMap(({ season = [] }) => season),
    positions: [...Array.from({ length: facts.settings.places }, (_, index) => index + 1), ...outcomes],
    scorings: [...new Set([...state.rows.Scoring.values()].flatMap((row) => (row.gone ? [] : row.value.scoring)))],
  };
  const longest = Math.max(...Object.values(lists).map((list) => list.length));
  return Array.from({ length: longest }, (_, index) =>
    Object.fromEntries(Object.entries(lists).map(([field, list]) => [field, list[index]])),
  );
}

/** How a state names what happened. */
export function namesOf(state: State): Names {
  return {
    race: (id) => state.rows.Races.get(id)?.value.race?.toString() ?? 'A race',
    racer: (id) => state.rows.Racers.get(id)?.value.racer?.toString() ?? 'A racer',
    row: (tab, id) => rowName(state, tab, state.rows[tab].get(id)),
    cell: (tab, field, raw) =>
      (typeof raw === 'number' && columnOf(tab, field).kind === 'moment' ? wallText(raw) : undefined) ?? raw,
  };
}

type Line = Record<string, Value | undefined>;

function cells(state: State, tab: DerivedTab, lines: readonly object[]): Raw[][] {
  const context = contextOf(state);
  const columns = Object.entries(tabs[tab].columns);
  return lines.map((line) => columns.map(([field, column]) => makeCell(column, (line as Line)[field], context)));
}

function currentStandings(state: State): object[] {
  const facts = factsOf(state);
  const season = openSeason(facts);
  if (!season) return [];
  return standings(facts, season).map((line) => ({ ...line, racer: facts.racers.get(line.racer)?.racer ?? 'A racer' }));
}

/** Closed seasons, the latest first. */
function pastStandings(state: State): object[] {
  const facts = factsOf(state);
  const closed = [...facts.seasons.values()].filter((season) => season.status === 'Closed');
  closed.sort(
    (a, b) => (b.ends ?? b.starts ?? 0) - (a.ends ?? a.starts ?? 0) || byText(a.season ?? '', b.season ?? ''),
  );
  return closed.flatMap((season) =>
    standings(facts, season).map((line) => ({
      ...line,
      racer: facts.racers.get(line.racer)?.racer ?? 'A racer',
      season: season.season ?? '',
    })),
  );
}

function logLine(state: State, { at, by, happening }: LogLine): object {
  const who = by.kind === 'member' ? by.name : by.kind === 'sheet' ? 'Sheet' : 'League';
  return { when: at, who, what: sayHappening(happening, namesOf(state)) };
}

function rowName(state: State, tab: FactTab, row: Row | undefined): string {
  const text = (value: Value | undefined) => (value === undefined ? '' : String(value));
  if (!row) return '?';
  switch (tab) {
    case 'Racers':
      return text(row.value.racer ?? row.raw.racer);
    case 'Seasons':
      return text(row.value.season ?? row.raw.season);
    case 'Races':
      return text(row.value.race ?? row.raw.race);
    case 'Results': {
      const names = namesOf(state);
      return `${names.racer(text(row.value.racer))} in ${names.race(text(row.value.race))}`;
    }
    case 'Scoring':
      return `${text(row.raw.scoring)} ${text(row.raw.position)}`;
    case 'Settings':
      return text(row.raw.setting);
  }
}
