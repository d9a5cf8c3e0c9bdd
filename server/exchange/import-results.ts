/** Past seasons from a CSV into the league. Seasons that aren't here come in as closed: they are history. */
import { folded } from '../../sheets/names.ts';
import type { Raw } from '../../sheets/records.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Wanted } from '../league/changes.ts';
import type { Race } from '../league/facts.ts';
import { isEmptyHistory, isEmptyVoid } from '../league/history.ts';
import { standardScoring } from '../league/scoring.ts';
import { importAdjustments } from './adjustments-in.ts';
import { readCsv } from './csv.ts';
import { dates } from './dates-in.ts';
import { emptyPlan, type Import, type Plan } from './plan.ts';
import { type RacersIn, racersIn } from './racers-in.ts';
import { openRaceNames, type RaceNames, sameResults } from './races-in.ts';
import { longestName, readResults, resultColumns, shortened } from './result-lines.ts';
import { openTables, type TablesIn } from './scoring-in.ts';
import { newSeason, rulesOfKnown } from './season-rows-in.ts';
import { gather, type RaceIn, type SeasonIn } from './seasons-in.ts';

/** `bytes` are the file's. Nothing is changed: the plan says what would be, or lists everything that's wrong. */
export function planResults(bytes: Uint8Array, state: State, about: Import): Plan {
  const file = readCsv(bytes, Object.values(resultColumns));
  if ('problem' in file) return { ...emptyPlan(), problems: [file.problem] };
  const read = readResults(file.lines);
  const people = racersIn(state);
  const { seasons, problems } = gather(read.lines, people.personOf);
  const plan: Plan = { ...emptyPlan(), problems: [...read.problems, ...problems], notes: read.notes };
  const openNames = openRaceNames(state);
  const tables = openTables(state, plan);
  for (const season of seasons) importSeason(season, state, about, plan, { people, openNames, tables });
  tables.complete();
  plan.changes.unshift(...people.added(about.newId, plan.makes));
  plan.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return plan;
}

type Known = { people: RacersIn; openNames: ReturnType<typeof openRaceNames>; tables: TablesIn };

function importSeason(season: SeasonIn, state: State, about: Import, plan: Plan, known: Known): void {
  const facts = factsOf(state);
  const { people, openNames, tables } = known;
  const there = [...facts.seasons.values()].find((one) => folded(one.season ?? '') === folded(season.name));
  const title = there?.season ?? season.name;
  // One whose import was taken back comes in anew, into the row that it left.
  const emptied = there && isEmptyHistory(facts, there) ? there : undefined;
  const here = emptied ? undefined : there;
  plan.makes.seasons[here ? 'known' : 'added'].push(title);
  const names = openNames(there?.id, title);
  const raced = here !== undefined && [...facts.races.values()].some((race) => race.season === here.id);
  const named = raced || season.scoring === undefined ? (here?.scoring ?? season.scoring) : season.scoring;
  const fixed = raced || here?.status === 'Closed';
  const scoring = tables.tableFor(season, { scoring: named ?? standardScoring, title, fixed, closed: !here });

  const when = dates(season, about.now, plan.notes);
  const changes = season.races.flatMap((race, index): Wanted[] => {
    const same = names.find(race.name);
    const left = same && isEmptyVoid(facts, same) && !isComputed(state, same) ? same : undefined;
    if (same && !left) {
      plan.makes.races.known += 1;
      plan.problems.push(...sameResults(facts, same, race, people.personOf, title));
      return [];
    }
    if (here?.status !== 'Closed') {
      const called = left?.race ?? nameFor(race, title, names, plan);
      const into = { called, season: title, time: when[index] ?? '', left: left?.id };
      return raceChanges(race, into, about, plan, people);
    }
    plan.problems.push({ problem: 'seasonClosed', given: { season: title, race: race.name }, line: race.line });
    return [];
  });
  changes.push(...importAdjustments(season, here, state, about, plan, { people, names }));
  const own = here
    ? rulesOfKnown(season, here, fixed ? undefined : scoring, state, plan)
    : newSeason(season, { title, scoring, emptied }, state, about, plan);
  plan.changes.push(...own, ...changes);
}

/** A row with formulas can't be written to as a whole. */
function isComputed(state: State, { id }: Race): boolean {
  return (state.rows.Races.get(id)?.formulas ?? []).length > 0;
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

/** `left` is the row that an import left when it was taken back. */
function raceChanges(
  { night = '', results }: RaceIn,
  { called, season, time, left }: { called: string; season: string; time: Raw; left: string | undefined },
  { by, now, newId }: Import,
  { makes }: Plan,
  people: RacersIn,
): Wanted[] {
  makes.races.added += 1;
  makes.results += results.length;
  const own = { night, status: 'Final', started: time, finished: time };
  const rows = results.map(({ racer, position = '' }): Wanted => {
    const cells = { race: called, racer: people.called(racer), position, source: 'Import', by, at: now, note: '' };
    return { kind: 'add', tab: 'Results', id: newId(), cells };
  });
  if (left !== undefined) return [{ kind: 'edit', tab: 'Races', id: left, cells: own }, ...rows];
  const cells = { race: called, season, host: '', planned: '', opened: '', ...own };
  return [{ kind: 'add', tab: 'Races', id: newId(), cells }, ...rows];
}
