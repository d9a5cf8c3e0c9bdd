/** What is wrong in the league's facts, and what a host can do about it. Follows from the state alone, in one language's words. */
import type { FactTab } from '../sheets/records.ts';
import type { Shadow, TabShadow } from '../sheets/shadow.ts';
import type { Held } from '../sheets/workbook.ts';
import { factsOf } from './facts.ts';
import { columnOf, fieldsOf, type Row, type State } from './fold.ts';
import { parseBookingId } from './league/bookings.ts';
import { contradictionsAmong, isUnderWay } from './league/races.ts';
import { moneyProblems } from './money-problems.ts';
import { countingProblems, seasonProblems } from './season-problems.ts';
import { type ProblemWords, problemsInEnglish } from './words/problems.ts';

export interface Problem {
  tab: FactTab;
  /** The row, where it is about one. */
  id?: string;
  /** The cell, where it is about one. */
  field?: string;
  what: string;
  remedy: string;
  /** Milliseconds since 1970. */
  since?: number;
  /** Rows of this tab wait for a host's decision. */
  missing?: true;
}

export function problemsOf(state: State, says: ProblemWords = problemsInEnglish): Problem[] {
  // What concerns most comes first: of thousands of bad cells only the first ones are listed.
  return [
    ...missingRows(state, says),
    ...seasonProblems(state, says),
    ...contradictions(state, says),
    ...countingProblems(state, says),
    ...moneyProblems(state, says),
    ...uncounted(state, says),
    ...computedStatuses(state, says),
    ...sameDiscord(state, says),
    ...doubles(state, says),
    ...beyondPlaces(state, says),
    ...badCells(state, says),
  ];
}

function missingRows(state: State, says: ProblemWords): Problem[] {
  return [...factsOf(state).missing].flatMap(([tab, { length }]) =>
    length > 0 ? [{ tab, ...says.rowsMissing({ tab, rows: length }), missing: true as const }] : [],
  );
}

/** In the order in which they concern most. */
const cellsThatCount: readonly FactTab[] = [
  'Settings',
  'Scoring',
  'Seasons',
  'Racers',
  'Races',
  'Results',
  'Adjustments',
  'Sponsors',
  'Ledger',
];

function badCells(state: State, says: ProblemWords): Problem[] {
  const places = factsOf(state).settings.places;
  const own = (row: Row) => parseBookingId(row.id) === undefined;
  return cellsThatCount.flatMap((tab) =>
    // What the rules booked is told by its ID.
    standingRows(state, tab)
      .filter((row) => tab !== 'Ledger' || own(row))
      .flatMap((row) =>
        fieldsOf(tab).flatMap((field) => {
          const bad = row.wrong[field];
          if (!bad) return [];
          return [{ tab, id: row.id, field, ...says.wrong(row.raw[field] ?? '', bad.wrong, places), since: bad.since }];
        }),
      ),
  );
}

/** Two racers with one Discord ID: the first one is who that person is. */
function sameDiscord(state: State, says: ProblemWords): Problem[] {
  const first = new Map<unknown, Row>();
  return standingRows(state, 'Racers').flatMap((row): Problem[] => {
    const user = row.value.discordId;
    const other = first.get(user);
    if (user === undefined) return [];
    if (!other) {
      first.set(user, row);
      return [];
    }
    const racer = String(other.value.racer ?? '');
    return [{ tab: 'Racers', id: row.id, field: 'discordId', ...says.sameDiscord({ racer }) }];
  });
}

function doubles(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  return [...state.byRace].flatMap(([race, rows]) => {
    const counted = new Set(facts.entrants.get(race)?.map((result) => result.id));
    const extra = [...rows].filter((row) => !row.gone && row.value.source !== 'Left' && !counted.has(row.id));
    return extra.flatMap((row) => {
      const own = String(row.value.racer);
      const person = facts.sameAs.get(own) ?? own;
      const racer = facts.racers.get(person)?.racer;
      const result = facts.entrants.get(race)?.find((one) => one.racer === person);
      if (racer === undefined || !result) return [];
      const as = facts.racers.get(String(state.rows.Results.get(result.id)?.value.racer))?.racer ?? racer;
      const counts = { as, position: result.position };
      const said = says.sameTwice({ racer, race: facts.races.get(race)?.race ?? '', counts });
      return [{ tab: 'Results' as const, id: row.id, field: 'racer', ...said, since: changedAt(state, race) }];
    });
  });
}

/** Of races that are over and have been left alone like that: while one is reported, its racers are asked. */
function contradictions(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  const over = [...facts.races.values()].filter((race) => facts.memory.get(race.id)?.contradicted);
  return over.flatMap((race) =>
    contradictionsAmong(facts.entrants.get(race.id) ?? []).map(({ position, results }) => {
      const racers = results.map((result) => facts.racers.get(result.racer ?? '')?.racer ?? '');
      const said = says.contradiction({ racers, position, race: race.race ?? '' });
      const where = { tab: 'Results' as const, field: 'position', ...(results[0] && { id: results[0].id }) };
      return { ...where, ...said, since: changedAt(state, race.id) };
    }),
  );
}

/** A race that has results but not what makes them count. What can't be read is a problem already. */
function uncounted(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  return [...facts.races.values()].flatMap((race): Problem[] => {
    const raced = (facts.entrants.get(race.id) ?? []).some(({ position }) => position !== undefined);
    const fields = (['season', 'status'] as const).filter((field) => race[field] === undefined);
    const missing = raced ? fields.filter((field) => !state.rows.Races.get(race.id)?.wrong[field]) : [];
    return missing.map((field) => {
      const said = says.raceWithout({ race: race.race ?? '', what: field });
      return { tab: 'Races', id: race.id, field, ...said };
    });
  });
}

/** A race may once have had more places; what was raced then still counts. */
function beyondPlaces(state: State, says: ProblemWords): Problem[] {
  const { entrants, settings } = factsOf(state);
  return [...entrants.values()].flatMap((results) => {
    const most = Math.max(settings.places, results.length);
    return results.flatMap(({ id, position }): Problem[] => {
      if (typeof position !== 'number' || position <= most) return [];
      const said = says.beyondPlaces({ position, places: settings.places });
      return [{ tab: 'Results', id, field: 'position', ...said }];
    });
  });
}

/** A formula is a host's alone: what the rules would write there stays undone. */
function computedStatuses(state: State, says: ProblemWords): Problem[] {
  return standingRows(state, 'Races').flatMap((row): Problem[] => {
    const race = factsOf(state).races.get(row.id);
    if (!race || !isUnderWay(race) || !row.formulas.includes('status')) return [];
    const said = says.computedStatus({ race: race.race ?? '' });
    return [{ tab: 'Races', id: row.id, field: 'status', ...said }];
  });
}

function changedAt(state: State, race: string): number {
  return state.memory.get(race)?.changedAt ?? 0;
}

function standingRows(state: State, tab: FactTab): Row[] {
  return [...state.rows[tab].values()].filter((row) => !row.gone);
}

/** So many are listed in the Sheet and in the panel; when these are mended, the next ones follow. */
const listedProblems = 200;

/** The first ones, and how many more there are. */
export function listed(problems: readonly Problem[], says: ProblemWords = problemsInEnglish): Problem[] {
  const rest = problems.length - listedProblems;
  const [last] = problems.slice(listedProblems);
  return last
    ? [...problems.slice(0, listedProblems), { tab: last.tab, ...says.more({ problems: rest }) }]
    : [...problems];
}

/** As in `Results!Position`, where nobody knows yet in which row it stands. */
export function placeOf(problem: Problem): string {
  if (problem.field === undefined) return problem.tab;
  return `${problem.tab}!${columnOf(problem.tab, problem.field).header}`;
}

/** Tabs that aren't in the Sheet, and columns that aren't in a tab. */
export function problemsOfSheet(held: readonly Held[], says: ProblemWords = problemsInEnglish): Problem[] {
  return held.map(({ tab, headers }) => {
    const said = headers.length > 0 ? says.columnsMissing({ tab, headers }) : says.tabMissing({ tab });
    return { tab, ...said };
  });
}

/** As in `Results!C14`, by where the latest pull saw the row. */
export function addressOf({ tab, id, field }: Problem, shadow: Shadow | undefined): string | undefined {
  const known = shadow?.tabs[tab];
  const at = (known && id !== undefined ? placesIn(known).get(id) : undefined) ?? -1;
  const column = field === undefined ? undefined : known?.columns[field];
  return at < 0 || column === undefined ? undefined : `${tab}!${letters(column)}${at + 1}`;
}

/** Made once for what a pull saw: ten thousand pasted rows may all be problems. */
const places = new WeakMap<TabShadow, Map<string, number>>();

function placesIn(tab: TabShadow): Map<string, number> {
  const known = places.get(tab) ?? new Map(tab.rows.map((row) => [row.id, row.at]));
  places.set(tab, known);
  return known;
}

/** A for 0, Z for 25, AA for 26. */
function letters(column: number): string {
  const first = Math.floor(column / 26);
  return (first > 0 ? letters(first - 1) : '') + String.fromCharCode(65 + (column % 26));
}
