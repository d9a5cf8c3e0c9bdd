/** How a season comes to rest: all is well again, everybody keeps still, and a host mends what is wrong. */
import { factsOf } from '../../server/facts.ts';
import type { State } from '../../server/fold.ts';
import { type Problem, problemsOf } from '../../server/problems.ts';
import { type FactTab, factTabs, type Raw } from '../../sheets/records.ts';
import type { Host } from './host/host.ts';
import type { MortalLeague } from './league.ts';
import type { People } from './people.ts';

/** Longer than any wait of the league: for a try after failures, for a contradiction, for a result to become final. */
const stretchMs = 65_000;
/** More would mean that it never comes to rest. */
const stretches = 12;

export async function comeToRest(league: MortalLeague, people: People): Promise<void> {
  league.network.calm();
  for (let stretch = 0; stretch < stretches; stretch++) {
    while (!league.isUp()) await league.start();
    await people.askAgain();
    const before = league.desk().state.seq;
    const writes = league.network.writes();
    league.sync().attention();
    await league.clock.advance(stretchMs);
    const still = league.desk().state.seq === before && league.network.writes() === writes;
    if (still && league.isUp() && (league.sync().view().state === 'saved' || isWaiting(league))) return;
  }
  throw new Error(`after ${stretches} quiet minutes it's still at work: ${JSON.stringify(league.sync().view())}`);
}

/** Only a host can go on: a tab or a header is gone, or rows are held. */
export function isWaiting(league: MortalLeague): boolean {
  const { rows } = league.desk().state;
  const isHeld = factTabs.some((tab) => [...rows[tab].values()].some(({ held }) => held));
  return league.sync().view().state === 'saving' && (isHeld || league.sync().problems().length > 0);
}

/** The host decides on what is missing and writes the last good value wherever a cell can't be understood. */
export async function mend(league: MortalLeague, host: Host, people: People): Promise<void> {
  host.endAllFormulas();
  await comeToRest(league, people);
  for (let round = 0; round < 6; round++) {
    const problems = problemsOf(league.desk().state);
    if (problems.length === 0) return;
    await people.decideOnMissing();
    for (const problem of problems) mendCell(league, host, problem);
    await comeToRest(league, people);
  }
}

/** Whether nothing is wrong, and nothing waits for a host. */
export function isWell(league: MortalLeague): boolean {
  const { state } = league.desk();
  return (
    problemsOf(state).length === 0 && !factTabs.some((tab) => [...state.rows[tab].values()].some((row) => row.held))
  );
}

function mendCell(league: MortalLeague, { hand }: Host, problem: Problem): void {
  const { state } = league.desk();
  const { tab, id = '', field } = problem;
  const place = /!([A-Z]+)(\d+)$/.exec(league.sync().where(problem) ?? '');
  const row = state.rows[tab].get(id);
  if (!place || !row || field === undefined) return;
  hand.set(tab, Number(place[2]) - 1, columnOf(place[1] ?? ''), goodText(state, tab, id, field, row.value[field]));
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function goodText(state: State, tab: FactTab, id: string, field: string, value: Raw | undefined): Raw {
  const isName = ['racer', 'race', 'season'].includes(field) && tab.toLowerCase().startsWith(field);
  if (isName) return `Fresh ${id}`;
  if (field === 'racer' || (field === 'position' && tab === 'Results')) return '';
  if (field === 'race') return [...factsOf(state).races.values()][0]?.race ?? '';
  return value ?? '';
}
