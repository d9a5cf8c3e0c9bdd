/** What the derived tabs of the Sheet hold: rows of cells in the order of their declared columns. */

import { houseAccounts, makeAccount } from '../sheets/accounts.ts';
import { wallText } from '../sheets/moments.ts';
import { outcomes } from '../sheets/positions.ts';
import { type DerivedTab, type FactTab, type Raw, tabs } from '../sheets/records.ts';
import { makeCell, type Value } from '../sheets/table.ts';
import { factsOf } from './facts.ts';
import { columnOf, contextOf, type LogLine, type Row, type State } from './fold.ts';
import type { Effects } from './league/effects.ts';
import { explainAll } from './league/explain.ts';
import { winnings } from './league/ledger.ts';
import { progress } from './league/progress.ts';
import { byText, byTime, openSeason } from './league/races.ts';
import { seasonsLatestFirst } from './league/seasons.ts';
import { standings } from './league/standings.ts';
import { trophies } from './league/trophies.ts';
import { listed, type Problem, placeOf, problemsOf } from './problems.ts';
import { sayEffects, trophySigns } from './words/effects.ts';
import { andMore, type Names, sayHappening } from './words/log.ts';
import { sayWhy } from './words/why.ts';

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
    Trophies: cells(state, 'Trophies', cabinet(state)),
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
    [tabs.Progress.columns.race.header, ...racers.map(namesOf(state).racer)],
    ...races.map(({ race, points }) => [race.race ?? '', ...points]),
  ];
}

/** What the dropdowns offer: a list below each header, the shorter ones filled up. */
function choices(state: State): object[] {
  const facts = factsOf(state);
  const season = openSeason(facts);
  const races = [...facts.races.values()].filter((race) => race.season === season?.id).sort(byTime);
  const lists: Record<string, (Value | undefined)[]> = {
    racers: [...facts.racers.values()]
      .flatMap(({ id, racer = [] }) => (facts.sameAs.has(id) ? [] : racer))
      .sort(byText),
    races: races.toReversed().flatMap(({ race = [] }) => race),
    seasons: [...facts.seasons.values()].toReversed().flatMap(({ season = [] }) => season),
    positions: [...Array.from({ length: facts.settings.places }, (_, index) => index + 1), ...outcomes],
    sponsors: [...facts.sponsors.values()].flatMap(({ sponsor = [] }) => sponsor).sort(byText),
    accounts: accountsOf(state),
    scorings: [...new Set([...state.rows.Scoring.values()].flatMap((row) => (row.gone ? [] : row.value.scoring)))],
  };
  const longest = Math.max(...Object.values(lists).map((list) => list.length));
  return Array.from({ length: longest }, (_, index) =>
    Object.fromEntries(Object.entries(lists).map(([field, list]) => [field, list[index]])),
  );
}

/** The league's own accounts, then racers and sponsors by the names that mean them. */
function accountsOf(state: State): string[] {
  const facts = factsOf(state);
  const racers = [...facts.racers.keys()].flatMap((id) => (facts.sameAs.has(id) ? [] : [`racer:${id}`]));
  const sponsors = [...facts.sponsors.keys()].map((id) => `sponsor:${id}`);
  const names = [...racers, ...sponsors].map((account) => makeAccount(account, contextOf(state)));
  return [...houseAccounts, ...names.filter((name) => name !== '').sort(byText)];
}

/** How a state names what happened. */
export function namesOf(state: State): Names {
  return {
    race: (id) => state.rows.Races.get(id)?.value.race?.toString() ?? 'A race',
    racer: (id) => state.rows.Racers.get(id)?.value.racer?.toString() ?? 'A racer',
    season: (id) => state.rows.Seasons.get(id)?.value.season?.toString() ?? 'A season',
    sponsor: (id) => state.rows.Sponsors.get(id)?.value.sponsor?.toString() ?? 'A sponsor',
    currency: contextOf(state).currency,
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
  const names = namesOf(state);
  const won = facts.settings.money ? winnings(facts, season.id) : new Map<string, number>();
  const why = new Map(explainAll(facts, season).map((one) => [one.racer, sayWhy(one, names)]));
  return standings(facts, season).map((line) => ({
    ...line,
    racer: names.racer(line.racer),
    // Most leagues drop nothing and adjust little: a column of zeros would hide what there is.
    dropped: line.dropped || undefined,
    adjustments: line.adjustments || undefined,
    winnings: won.get(line.racer),
    why: why.get(line.racer),
  }));
}

/** Closed seasons, the latest first. */
function pastStandings(state: State): object[] {
  const facts = factsOf(state);
  const names = namesOf(state);
  const closed = seasonsLatestFirst(facts).filter((season) => season.status === 'Closed');
  return closed.flatMap((season) =>
    standings(facts, season).map((line) => ({
      ...line,
      racer: names.racer(line.racer),
      season: season.season ?? '',
    })),
  );
}

/** Every trophy, the latest first; those of one race or season from the first to the third. */
function cabinet(state: State): object[] {
  const names = namesOf(state);
  return trophies(factsOf(state)).map(({ racer, metal, season, race, at }) => ({
    racer: names.racer(racer),
    trophy: trophySigns[metal],
    for: race === undefined ? names.season(season) : names.race(race),
    season: names.season(season),
    date: at,
  }));
}

/** The Log says so much of what a correction did; the rest is counted. */
const saidEffects = 3;

function logLine(state: State, { at, by, happening, effects }: LogLine): object {
  const who = by.kind === 'member' ? by.name : by.kind === 'sheet' ? 'Sheet' : 'League';
  const names = namesOf(state);
  const said = sayHappening(happening, names);
  const changed = effects ? sayChanged(effects, names) : [];
  // A host's own words may end without a full stop.
  const stop = changed.length > 0 && !/[.!?…]$/.test(said) ? '.' : '';
  return { when: at, who, what: [said + stop, ...changed].join(' ') };
}

function sayChanged({ more = 0, ...effects }: Effects, names: Names): string[] {
  const all = sayEffects(effects, names);
  const rest = Math.max(0, all.length - saidEffects) + more;
  return [...all.slice(0, saidEffects), ...(rest > 0 ? [andMore(rest)] : [])];
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
    case 'Adjustments':
      return [text(row.raw.racer), text(row.raw.reason)].filter(Boolean).join(', ') || '?';
    case 'Sponsors':
      return text(row.value.sponsor ?? row.raw.sponsor);
    case 'Ledger':
      return `${text(row.raw.from)} to ${text(row.raw.to)}`;
    case 'Settings':
      return text(row.raw.setting);
  }
}
