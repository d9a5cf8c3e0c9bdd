/** The points of a file: they have to be those of the season's scoring table, which is made from them if it isn't here. */
import { folded } from '../../sheets/names.ts';
import { placeOf } from '../../sheets/positions.ts';
import type { Raw } from '../../sheets/records.ts';
import { naturalKey } from '../../sheets/shadow.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import { score, standardScoring, standardTable } from '../league/scoring.ts';
import { place } from '../words/en.ts';
import type { Plan } from './plan.ts';
import type { ResultLine } from './result-lines.ts';
import type { SeasonIn } from './seasons-in.ts';

/** `raced`: it has races here already, and so is scored by some table, be it the standard one. */
export function importScoring(season: SeasonIn, scoring: string, raced: boolean, state: State, plan: Plan): void {
  const key = folded(scoring);
  const isStandard = raced || key === folded(standardScoring);
  const table = factsOf(state).scoring.get(key) ?? (isStandard ? standardTable : undefined);
  const results = season.races.flatMap((race) => race.results);
  // Of each position one line is enough to say what's wrong.
  const positions = new Map(results.map((line) => [scored(line), line] as const).reverse());
  const own = pointsBy(results, plan);
  for (const [position, { line, position: outcome = 'DNS' }] of positions) {
    const said = placed(position);
    const there = own.get(position);
    if (!table && there === undefined)
      plan.problems.push({ problem: 'unknownScoring', given: { scoring, position: said }, line });
    else if (table && there !== undefined && score(outcome, table) !== there.points) {
      const given = { scoring, position: said, here: score(outcome, table), there: there.points };
      plan.problems.push({ problem: 'pointsDiffer', given, line: there.line });
    }
  }
  if (!table && own.size > 0) addTable(scoring, own, plan);
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

/** Several seasons may be scored by one table. */
function addTable(scoring: string, own: ReadonlyMap<Raw, { points: number; line: number }>, plan: Plan): void {
  const rows = [...own].map(([position, { points, line }]) => ({ position, points, line }));
  for (const { position, points, line } of rows) {
    const cells = { scoring, position, points };
    const id = naturalKey('Scoring', cells);
    const here = pointsMade(plan, id);
    if (here === undefined) plan.changes.push({ kind: 'add', tab: 'Scoring', id, cells });
    else if (here !== points) {
      const given = { scoring, position: placed(position), here, there: points };
      plan.problems.push({ problem: 'pointsDiffer', given, line });
    }
  }
  plan.notes.push({ note: 'tableMade', given: { scoring } });
}

/** To be called when all seasons are in: a table without a place would be none, so a place that nobody had gets no points. */
export function completeTables(plan: Plan): void {
  const rows = plan.changes.flatMap((change) =>
    change.kind === 'add' && change.tab === 'Scoring' ? [change.cells] : [],
  );
  for (const [, own] of Map.groupBy(rows, ({ scoring }) => folded(String(scoring)))) {
    if (own.some(({ position }) => typeof position === 'number')) continue;
    const cells = { scoring: own[0]?.scoring ?? '', position: 1, points: 0 };
    plan.changes.push({ kind: 'add', tab: 'Scoring', id: naturalKey('Scoring', cells), cells });
  }
}

/** What an earlier season of the file gave that row of the table. */
function pointsMade({ changes }: Plan, id: string): number | undefined {
  const row = changes.find((change) => change.kind === 'add' && change.tab === 'Scoring' && change.id === id);
  return row?.kind === 'add' ? Number(row.cells.points) : undefined;
}

function placed(position: Raw): string {
  return typeof position === 'number' ? place(position) : String(position);
}

/** What the Scoring tab calls it: a place that is shared scores like any other. */
function scored({ position = 'DNS' }: ResultLine): Raw {
  return placeOf(position) ?? position;
}
