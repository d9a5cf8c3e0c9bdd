/** Past seasons from a CSV into the league. Seasons that aren't here come in as closed: they are history. */
import { folded } from '../../sheets/names.ts';
import type { Raw } from '../../sheets/records.ts';
import { factsOf } from '../facts.ts';
import { columnOf, type State } from '../fold.ts';
import type { Cells, Wanted } from '../league/changes.ts';
import type { Season } from '../league/facts.ts';
import { standardScoring } from '../league/scoring.ts';
import type { FileProblem } from '../words/exchange.ts';
import { importAdjustments } from './adjustments-in.ts';
import { readCsv } from './csv.ts';
import { dates } from './dates-in.ts';
import { type Import, nothing, type Plan } from './plan.ts';
import { type RacersIn, racersIn } from './racers-in.ts';
import { openRaceNames, type RaceNames, sameResults } from './races-in.ts';
import { longestName, readResults, resultColumns, shortened } from './result-lines.ts';
import { completeTables, importScoring } from './scoring-in.ts';
import { gather, type RaceIn, type SeasonIn } from './seasons-in.ts';

/** `bytes` are the file's. Nothing is changed: the plan says what would be, or lists everything that's wrong. */
export function planResults(bytes: Uint8Array, state: State, about: Import): Plan {
  const file = readCsv(bytes, Object.values(resultColumns));
  if ('problem' in file) return { changes: [], makes: nothing(), problems: [file.problem], notes: [] };
  const read = readResults(file.lines);
  const people = racersIn(state);
  const { seasons, problems } = gather(read.lines, people.personOf);
  const plan: Plan = { changes: [], makes: nothing(), problems: [...read.problems, ...problems], notes: read.notes };
  const openNames = openRaceNames(state);
  for (const season of seasons) importSeason(season, state, about, plan, { people, openNames });
  completeTables(plan);
  plan.changes.unshift(...people.added(about.newId, plan.makes));
  plan.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return plan;
}

type Known = { people: RacersIn; openNames: ReturnType<typeof openRaceNames> };

function importSeason(season: SeasonIn, state: State, about: Import, plan: Plan, { people, openNames }: Known): void {
  const facts = factsOf(state);
  const known = [...facts.seasons.values()].find((one) => folded(one.season ?? '') === folded(season.name));
  const title = known?.season ?? season.name;
  if (known) plan.makes.seasons.known.push(title);
  else plan.makes.seasons.added.push(title);
  const names = openNames(known?.id, title);
  const raced = known !== undefined && [...facts.races.values()].some((race) => race.season === known.id);
  const scoring = raced || season.scoring === undefined ? (known?.scoring ?? season.scoring) : season.scoring;
  importScoring(season, scoring ?? standardScoring, raced, state, plan);

  const when = dates(season, about.now, plan.notes);
  const changes = season.races.flatMap((race, index): Wanted[] => {
    const here = names.find(race.name);
    if (here) {
      plan.makes.races.known += 1;
      plan.problems.push(...sameResults(facts, here, race, people.personOf, title));
      return [];
    }
    if (known?.status !== 'Closed') {
      const called = nameFor(race, title, names, plan);
      return raceChanges(race, { called, season: title, time: when[index] ?? '' }, about, plan, people);
    }
    plan.problems.push({ problem: 'seasonClosed', given: { season: title, race: race.name }, line: race.line });
    return [];
  });
  changes.push(...importAdjustments(season, known, state, about, plan, { people, names }));
  plan.changes.push(...seasonChanges(season, known, raced, state, about, plan), ...changes);
}

/** What a new race is called; of a name that another race has, the notes say so. */
function nameFor({ name, line }: RaceIn, season: string, names: RaceNames, { notes, problems }: Plan): string {
  const called = names.take(name);
  if (called !== name) notes.push({ note: 'renamed', given: { race: name, as: called } });
  if ([...called].length > longestName) {
    problems.push({ problem: 'tooLong', given: { text: shortened(`${name} (${season})`), most: longestName }, line });
  }
  return called;
}

function raceChanges(
  { night = '', results }: RaceIn,
  { called, season, time }: { called: string; season: string; time: Raw },
  { by, now, newId }: Import,
  { makes }: Plan,
  people: RacersIn,
): Wanted[] {
  makes.races.added += 1;
  makes.results += results.length;
  const times = { planned: '', opened: '', started: time, finished: time };
  const race = { race: called, season, night, status: 'Final', host: '', ...times };
  const rows = results.map(({ racer, position = '' }): Wanted => {
    const cells = { race: called, racer: people.called(racer), position, source: 'Import', by, at: now, note: '' };
    return { kind: 'add', tab: 'Results', id: newId(), cells };
  });
  return [{ kind: 'add', tab: 'Races', id: newId(), cells: race }, ...rows];
}

/** The season's own row: a new one, or what an existing one that wasn't raced yet takes from the file. */
function seasonChanges(
  season: SeasonIn,
  known: Season | undefined,
  raced: boolean,
  state: State,
  { newId }: Import,
  plan: Plan,
): Wanted[] {
  const { scoring, dropWorst } = season;
  if (!known) {
    const days = season.races.flatMap(({ date }) => date ?? []);
    const span: Cells =
      days.length > 0 ? { starts: Math.min(...days), ends: Math.max(...days) } : { starts: '', ends: '' };
    const rules = { scoring: scoring ?? standardScoring, dropWorst: dropWorst ?? '' };
    const cells = { season: season.name, status: 'Closed', ...span, ...rules };
    return [{ kind: 'add', tab: 'Seasons', id: newId(), cells }];
  }
  const here = { scoring: known.scoring ?? standardScoring, dropWorst: known.dropWorst ?? 0 };
  const cells: Record<string, Raw> = {};
  if (scoring !== undefined && folded(scoring) !== folded(here.scoring)) cells.scoring = scoring;
  if (dropWorst !== undefined && dropWorst !== here.dropWorst) cells.dropWorst = dropWorst;
  if (Object.keys(cells).length === 0) return [];
  const problems = raced || known.status === 'Closed' ? otherRules(season, known, here) : computed(state, known, cells);
  plan.problems.push(...problems.map((problem) => ({ ...problem, line: season.line })));
  return problems.length > 0 ? [] : [{ kind: 'edit', tab: 'Seasons', id: known.id, cells }];
}

function otherRules(
  { scoring, dropWorst }: SeasonIn,
  known: Season,
  here: { scoring: string; dropWorst: number },
): FileProblem[] {
  const season = known.season ?? '';
  const problems: FileProblem[] = [];
  if (scoring !== undefined && folded(scoring) !== folded(here.scoring))
    problems.push({ problem: 'seasonScores', given: { season, here: here.scoring, there: scoring } });
  if (dropWorst !== undefined && dropWorst !== here.dropWorst)
    problems.push({ problem: 'seasonDrops', given: { season, here: here.dropWorst, there: dropWorst } });
  return problems;
}

/** A cell that a host computes is changed by nobody else. */
function computed(state: State, known: Season, cells: Cells): FileProblem[] {
  const formulas = state.rows.Seasons.get(known.id)?.formulas ?? [];
  return Object.keys(cells)
    .filter((field) => formulas.includes(field))
    .map((field) => {
      const { header } = columnOf('Seasons', field);
      return { problem: 'seasonFormula', given: { season: known.season ?? '', header } };
    });
}
