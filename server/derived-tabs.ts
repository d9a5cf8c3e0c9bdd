/** What the derived tabs of the Sheet hold: rows of cells in the order of their declared columns. */
import { type DerivedTab, type FactTab, type Raw, tabs } from '../sheets/records.ts';
import { makeCell, type Value } from '../sheets/table.ts';
import { factsOf } from './facts.ts';
import { contextOf, type LogLine, type Row, type State } from './fold.ts';
import { byText, openSeason } from './league/races.ts';
import { standings } from './league/standings.ts';
import { listedProblems, type Problem, placeOf, problemsOf } from './problems.ts';
import { type Names, sayHappening } from './words/log.ts';

/** `more` are problems of the Sheet itself; `where` says in which cell a problem stands, if that's known. */
export function derivedTabs(
  state: State,
  more: readonly Problem[],
  where: (problem: Problem) => string | undefined,
): Record<DerivedTab, Raw[][]> {
  const problems = [...more, ...problemsOf(state)].slice(0, listedProblems);
  return {
    Standings: cells(state, 'Standings', currentStandings(state)),
    Problems: cells(
      state,
      'Problems',
      problems.map((problem) => ({ ...problem, where: where(problem) ?? placeOf(problem) })),
    ),
    'Past standings': cells(state, 'Past standings', pastStandings(state)),
    Log: cells(
      state,
      'Log',
      state.log.toReversed().map((line) => logLine(state, line)),
    ),
  };
}

/** How a state names what happened. */
export function namesOf(state: State): Names {
  return {
    race: (id) => state.rows.Races.get(id)?.value.race?.toString() ?? 'A race',
    racer: (id) => state.rows.Racers.get(id)?.value.racer?.toString() ?? 'A racer',
    row: (tab, id) => rowName(state, tab, state.rows[tab].get(id)),
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
