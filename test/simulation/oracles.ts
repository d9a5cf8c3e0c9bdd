/** What must hold at the end of every seed. */
import { factsOf } from '../../server/facts.ts';
import type { State } from '../../server/fold.ts';
import { countedPositions } from '../../server/league/races.ts';
import { rowsOf } from '../../server/sheet-facts.ts';
import { SheetsFailure } from '../../sheets/google.ts';
import { type FactTab, factTabs, type Raw, tabs } from '../../sheets/records.ts';
import { sameRaw } from '../../sheets/shadow.ts';
import { sheetLeague } from '../sheet-league.ts';
import { expectEqual } from './expect.ts';
import { type Host, ownTab } from './host/host.ts';
import type { MortalLeague } from './league.ts';
import { isWaiting } from './rest.ts';

/** What Google says to a look or a write when a host deleted a tab or a named range since. */
const hostWasQuicker = /Unable to parse range|No grid with id|No named range with ID/;

/** Nothing failed but what was made to, or what Google refuses because a host was quicker. */
export function noCrash({ errors, network }: MortalLeague): void {
  for (const error of errors) {
    const expected = error instanceof SheetsFailure && error.status === 400 && hostWasQuicker.test(error.message);
    if (expected || network.wasInjected(error)) continue;
    throw new Error(`it failed by itself: ${error instanceof Error ? error.stack : String(error)}`, { cause: error });
  }
}

/** Nothing that isn't ours was touched, and the Sheet says what the facts say, each row once. */
export function sheetIsRight(league: MortalLeague, { hand }: Host): void {
  const { state } = league.desk();
  if (!isWaiting(league)) expectEqual(league.sync().view().state, 'saved', 'all is written');
  expectEqual(league.grid(ownTab.title), ownTab.cells, "the host's own tab");
  const typed = factTabs.flatMap((tab) =>
    league
      .typed(hand.titleOf(tab) ?? tab)
      .flat()
      .map(String),
  );
  for (const own of [...hand.own, ...hand.formulas]) {
    expectEqual(typed.filter((cell) => cell === own).length, 1, `how often the host's own ${own} stands there`);
  }
  for (const tab of factTabs) rowsAreRight(state, tab, hand.grid(tab));
}

function rowsAreRight(state: State, tab: FactTab, [header = [], ...rows]: Raw[][]): void {
  const expected = rowsOf(state, tab).filter(({ id }) => !state.rows[tab].get(id)?.held);
  for (const { id, cells } of expected) {
    const computed = state.rows[tab].get(id)?.formulas ?? [];
    const found = rows.filter((row) => isRowOf(tab, header, row, cells, computed));
    expectEqual(found.length, 1, `how often ${tab} has ${JSON.stringify(cells)} in ${JSON.stringify(rows)}`);
  }
  const ours = Object.values(tabs[tab].columns).map((column) => header.indexOf(column.header));
  const filled = rows.filter((row) => ours.some((column) => (row[column] ?? '') !== ''));
  expectEqual(filled.length, expected.length, `rows of ${tab}: ${JSON.stringify(filled)}`);
}

/** What a host computes says what it says. */
function isRowOf(
  tab: FactTab,
  header: Raw[],
  row: Raw[],
  cells: Record<string, Raw>,
  computed: readonly string[],
): boolean {
  return Object.entries(tabs[tab].columns).every(([field, column]) => {
    const at = header.indexOf(column.header);
    return at < 0 || computed.includes(field) || sameRaw(row[at], cells[field]);
  });
}

/** Every cell being good and nothing held, an empty journal derives the same league from the Sheet alone. */
export async function sameFromTheSheetAlone(league: MortalLeague): Promise<void> {
  const fresh = await sheetLeague(league.sheets);
  try {
    expectEqual(summary(fresh.desk.state), summary(league.desk().state), 'the league that the Sheet alone tells');
  } finally {
    await fresh.close();
  }
}

/** Of races that are over what counts, of the others what they hold. */
function summary(state: State): string[] {
  const facts = factsOf(state);
  const nameOf = (racer: string | undefined) => facts.racers.get(racer ?? '')?.racer;
  const races = [...facts.races.values()].map((race) => {
    const entrants = facts.entrants.get(race.id) ?? [];
    const held = entrants.map(({ racer, position }) => `${nameOf(racer)} ${position ?? '-'}`);
    const counted = countedPositions(facts, race.id).map(({ racer, position }) => `${nameOf(racer)} ${position}`);
    return `${race.race} ${race.status} ${(race.status === 'Final' ? counted : held).sort().join(', ')}`;
  });
  return [...races.sort(), JSON.stringify(facts.settings)];
}
