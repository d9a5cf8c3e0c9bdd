/** The points of a file: they have to be those of the season's scoring table, which is made from them if it isn't here. */
import { folded } from '../../sheets/names.ts';
import { placeOf } from '../../sheets/positions.ts';
import type { Raw } from '../../sheets/records.ts';
import { naturalKey } from '../../sheets/shadow.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts, PointsTable } from '../league/facts.ts';
import { finalName, isSameTable } from '../league/scored-alike.ts';
import { scoringRows, standardScoring, standardTable } from '../league/scoring.ts';
import { place } from '../words/en.ts';
import type { Plan } from './plan.ts';
import type { ResultLine } from './result-lines.ts';
import type { SeasonIn } from './seasons-in.ts';

export type TablesIn = ReturnType<typeof openTables>;

/** How a season of the file is to be scored. */
export interface Scored {
  /** The name of a table. */
  scoring: string;
  /** What the league calls the season. */
  title: string;
  /** It is scored here already: then no other table will do, be it that it names none. */
  fixed: boolean;
  /** It comes in as closed. */
  closed: boolean;
}

/** To be opened once for a file: its seasons may be scored by one table. */
export function openTables(state: State, plan: Plan) {
  const facts = factsOf(state);
  /** What the file makes of a table, by its folded name. */
  const made = new Map<string, { name: string; points: Map<Raw, number> }>();
  /** Those of them that hold the places alone of which the file tells. */
  const partial = new Set<string>();
  /** Tables of the league that agree with a season of the file. */
  const relied = new Set<string>();

  return {
    /** The name of the table by which a season is scored, made from its points if need be. */
    tableFor(season: SeasonIn, { scoring, title, fixed, closed }: Scored): string {
      const key = folded(scoring);
      const results = season.races.flatMap((race) => race.results);
      const own = pointsBy(results, plan);
      const isKnown = fixed || key === folded(standardScoring);
      const there = rowsOf(facts.scoring.get(key) ?? (isKnown ? standardTable : undefined));
      const here = fixed ? there : (made.get(key)?.points ?? there);
      const isPart = partial.has(key) && !fixed;
      const wrong = here
        ? [...own].filter(([position, { points }]) =>
            isPart ? (here.get(position) ?? points) !== points : worth(here, position) !== points,
          )
        : [];
      if (!here || (isPart && wrong.length === 0)) return makeTable(scoring, own, results);
      if (wrong.length === 0 || fixed) {
        relied.add(key);
        for (const [position, { points, line }] of wrong) {
          const given = { scoring, position: placed(position), here: worth(here, position), there: points };
          plan.problems.push({ problem: 'pointsDiffer', given, line });
        }
        return scoring;
      }
      const table = new Map([...here, ...[...own].map(([position, { points }]) => [position, points] as const)]);
      // A file that names no table doesn't mean Standard by what it scores.
      const isStandard = season.scoring !== undefined && key === folded(standardScoring);
      const isFree = isStandard && !made.has(key) && !relied.has(key) && isUntouched(state);
      const name = isFree ? standardScoring : nameOfOwn(scoring, title, closed);
      plan.notes.push(
        isFree ? { note: 'standardTaken' } : { note: 'tableApart', given: { scoring, season: title, as: name } },
      );
      write(name, table);
      return name;
    },

    /** When all seasons are in: a table without a place would be none, so a place that nobody had gets no points. */
    complete(): void {
      for (const { name, points } of made.values()) {
        if (![...points.keys()].some((position) => typeof position === 'number')) write(name, new Map([[1, 0]]));
      }
    },
  };

  function makeTable(
    scoring: string,
    own: ReadonlyMap<Raw, { points: number; line: number }>,
    results: readonly ResultLine[],
  ): string {
    // Of each position one line is enough to say what's wrong.
    const positions = new Map(results.map((line) => [scored(line), line] as const).reverse());
    const key = folded(scoring);
    for (const [position, { line }] of positions) {
      if (own.has(position) || made.get(key)?.points.has(position)) continue;
      plan.problems.push({ problem: 'unknownScoring', given: { scoring, position: placed(position) }, line });
    }
    if (own.size === 0) return scoring;
    if (!partial.has(key)) plan.notes.push({ note: 'tableMade', given: { scoring } });
    partial.add(key);
    write(scoring, new Map([...own].map(([position, { points }]) => [position, points])));
    return scoring;
  }

  /** Rows that are here without points are what is left of a table whose import was taken back. */
  function write(scoring: string, table: ReadonlyMap<Raw, number>): void {
    const { name, points: known } = made.get(folded(scoring)) ?? { name: scoring, points: new Map<Raw, number>() };
    for (const [position, points] of table) {
      if (known.get(position) === points) continue;
      const cells = { scoring: name, position, points };
      const id = naturalKey('Scoring', cells);
      const row = state.rows.Scoring.get(id);
      if (!row || row.gone) plan.changes.push({ kind: 'add', tab: 'Scoring', id, cells });
      else if (row.raw.points !== points) plan.changes.push({ kind: 'edit', tab: 'Scoring', id, cells: { points } });
    }
    made.set(folded(scoring), { name, points: new Map([...known, ...table]) });
  }

  /** The table of a closed season is its own; one that is open may hand its table on. */
  function nameOfOwn(scoring: string, title: string, closed: boolean): string {
    for (let copy = 1; ; copy++) {
      const name = closed ? finalName(title, copy) : nameOfTable(scoring, title, copy);
      if (!facts.scoring.has(folded(name)) && !made.has(folded(name))) return name;
    }
  }
}

/** What a table that differs from the one of its name here is called, from the first on. */
export function nameOfTable(scoring: string, season: string, copy = 1): string {
  return `${scoring} (${season}${copy > 1 ? ` ${copy}` : ''})`;
}

/** Nobody changed it, and no race was scored by it. */
function isUntouched(state: State): boolean {
  const facts = factsOf(state);
  const table = facts.scoring.get(folded(standardScoring)) ?? standardTable;
  const computed = state.rows.Scoring.values().some(({ formulas }) => formulas.length > 0);
  return !computed && isSameTable(table, standardTable) && !isUsed(facts);
}

function isUsed({ seasons, races }: Facts): boolean {
  return races.values().some(({ season = '' }) => {
    const { scoring = standardScoring } = seasons.get(season) ?? {};
    return folded(scoring) === folded(standardScoring);
  });
}

function rowsOf(table: PointsTable | undefined): Map<Raw, number> | undefined {
  return table && new Map(scoringRows(table).map(({ position, points }) => [position, points]));
}

/** What a place beyond the last one scores, the table calls Other. */
function worth(table: ReadonlyMap<Raw, number>, position: Raw): number {
  return table.get(position) ?? (typeof position === 'number' ? (table.get('Other') ?? 0) : 0);
}

function pointsBy(results: readonly ResultLine[], plan: Plan): Map<Raw, { points: number; line: number }> {
  const own = new Map<Raw, { points: number; line: number }>();
  for (const line of results) {
    if (line.points === undefined) continue;
    const known = own.get(scored(line));
    if (!known) own.set(scored(line), { points: line.points, line: line.line });
    else if (known.points !== line.points) {
      const given = { position: place(line.position ?? 'DNS'), one: known.points, other: line.points };
      plan.problems.push({ problem: 'pointsTwice', given, line: line.line });
    }
  }
  return own;
}

function placed(position: Raw): string {
  return typeof position === 'number' ? place(position) : String(position);
}

/** What the Scoring tab calls it: a place that is shared scores like any other. */
function scored({ position = 'DNS' }: ResultLine): Raw {
  return placeOf(position) ?? position;
}
