/** The rows of a file's seasons: new ones, and what those that are here take from it or contradict. */
import { folded } from '../../sheets/names.ts';
import type { Raw } from '../../sheets/records.ts';
import { factsOf } from '../facts.ts';
import { columnOf, type State } from '../fold.ts';
import type { Cells, Wanted } from '../league/changes.ts';
import type { Facts, Season } from '../league/facts.ts';
import { isFinalName, isSameTable } from '../league/scored-alike.ts';
import { scoringOf, standardScoring } from '../league/scoring.ts';
import type { FileProblem } from '../words/exchange.ts';
import type { Import, Plan } from './plan.ts';
import { nameOfTable } from './scoring-in.ts';
import type { SeasonIn } from './seasons-in.ts';

/** The row of a season that isn't here, or what it takes to be so in the row that an import left. */
export function newSeason(
  { name, races, dropWorst }: SeasonIn,
  { title, scoring, emptied }: { title: string; scoring: string; emptied: Season | undefined },
  state: State,
  { newId }: Import,
  plan: Plan,
): Wanted[] {
  const days = races.flatMap(({ date }) => date ?? []);
  const span: Cells =
    days.length > 0 ? { starts: Math.min(...days), ends: Math.max(...days) } : { starts: '', ends: '' };
  const rules = { scoring, dropWorst: dropWorst ?? '' };
  if (!emptied) {
    const cells = { season: name, status: 'Closed', ...span, ...rules };
    return [{ kind: 'add', tab: 'Seasons', id: newId(), cells }];
  }
  const raw = state.rows.Seasons.get(emptied.id)?.raw ?? {};
  const other = Object.entries<Raw>({ ...span, ...rules }).filter(([field, cell]) => (raw[field] ?? '') !== cell);
  return edited({ id: emptied.id, title }, Object.fromEntries(other), state, plan);
}

/** What a season that is here takes from the file: nothing, once it has races or is closed. `scoring` is to be its table. */
export function rulesOfKnown(
  season: SeasonIn,
  known: Season,
  scoring: string | undefined,
  state: State,
  plan: Plan,
): Wanted[] {
  const here = { scoring: known.scoring ?? standardScoring, dropWorst: known.dropWorst ?? 0 };
  const { dropWorst = here.dropWorst } = season;
  if (scoring === undefined) {
    const problems = otherRules(season, known, here, factsOf(state));
    plan.problems.push(...problems.map((problem) => ({ ...problem, line: season.line })));
    return [];
  }
  const cells: Record<string, Raw> = {};
  if (folded(scoring) !== folded(here.scoring)) cells.scoring = scoring;
  if (dropWorst !== here.dropWorst) cells.dropWorst = dropWorst;
  return edited({ id: known.id, title: known.season ?? '' }, cells, state, plan, season.line);
}

function otherRules(
  season: SeasonIn,
  known: Season,
  here: { scoring: string; dropWorst: number },
  facts: Facts,
): FileProblem[] {
  const title = known.season ?? '';
  const { scoring, dropWorst } = season;
  const problems: FileProblem[] = [];
  if (scoring !== undefined && !isScoredBy(season, scoring, known, facts))
    problems.push({ problem: 'seasonScores', given: { season: title, here: here.scoring, there: scoring } });
  if (dropWorst !== undefined && dropWorst !== here.dropWorst)
    problems.push({ problem: 'seasonDrops', given: { season: title, here: here.dropWorst, there: dropWorst } });
  return problems;
}

/** By a table of that name, or by one of its own that was made from it; then the points tell, where the file has them. */
function isScoredBy(season: SeasonIn, scoring: string, known: Season, facts: Facts): boolean {
  const { scoring: own = standardScoring, season: title = '', copiedFrom = '' } = known;
  if (folded(own) === folded(scoring) || folded(copiedFrom) === folded(scoring)) return true;
  if (!isFinalName(own) && !folded(own).startsWith(folded(nameOfTable(scoring, title)).slice(0, -1))) return false;
  const results = season.races.flatMap((race) => race.results);
  const named = facts.scoring.get(folded(scoring));
  return (
    results.every(({ points }) => points !== undefined) ||
    (named && isSameTable(named, scoringOf(facts, known))) === true
  );
}

/** The edit of a season's row; a cell that a host computes is changed by nobody else. */
function edited(
  { id, title }: { id: string; title: string },
  cells: Cells,
  state: State,
  plan: Plan,
  line?: number,
): Wanted[] {
  const formulas = state.rows.Seasons.get(id)?.formulas ?? [];
  const computed = Object.keys(cells).filter((field) => formulas.includes(field));
  for (const field of computed) {
    const given = { season: title, header: columnOf('Seasons', field).header };
    plan.problems.push({ problem: 'seasonFormula', given, ...(line !== undefined && { line }) });
  }
  return Object.keys(cells).length === 0 || computed.length > 0 ? [] : [{ kind: 'edit', tab: 'Seasons', id, cells }];
}
