/**
 * A season in which everything happens at once: people race, a host works in the Sheet with both hands, the network
 * fails, the server ends in the middle. The real desk, journal and sync over the local spreadsheet, by one seed.
 */
import type { Ask } from '../server/actions/actions.ts';
import { factsOf } from '../server/facts.ts';
import type { State } from '../server/fold.ts';
import { countedPositions } from '../server/league/races.ts';
import { problemsOf } from '../server/problems.ts';
import { rowsOf } from '../server/sheet-facts.ts';
import { factTabs, type Raw, tabs } from '../sheets/records.ts';
import { sameRaw } from '../sheets/shadow.ts';
import { sheetLeague } from './sheet-league.ts';
import type { Name } from './small-league.ts';

const people = ['Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki'] as const satisfies readonly Name[];
type League = Awaited<ReturnType<typeof sheetLeague>>;

/** Runs one seed to its end. Throws with what went wrong. */
export async function simulate(seed: number, steps = 40): Promise<void> {
  const random = randomFrom(seed);
  const league = await sheetLeague();
  const host = openHost(league, random);
  const done: string[] = [];
  try {
    await league.play('Ana', 'Robin', 'Zoe');
    await league.start('Ana', 'Robin', 'Zoe', 'Mateo');
    await league.clock.advance(5_000);
    for (let step = 0; step < steps; step++) {
      const move = pick(random, [report, report, report, ask, hostMove, hostMove, fault, wait, wait, wait, restart]);
      done.push(await move());
    }
    host.restore();
    await settleAll(league);
    check(league, host);
    for (const [id, position] of host.acknowledged) {
      expectEqual(league.desk.state.rows.Results.get(id)?.raw.position, position, `what was acknowledged for ${id}`);
    }
    await mend(league);
    check(league, host);
    await sameFromTheSheetAlone(league);
  } catch (error) {
    throw new Error(`seed ${seed}: ${String(error)}\n${done.join('\n')}`, { cause: error });
  } finally {
    await league.close();
  }

  async function report(): Promise<string> {
    const name = pick(random, people);
    const race = pick(random, [...league.facts().races.keys()]);
    const position = pick(random, [1, 2, 3, 'DNF'] as const);
    return said(name, { type: 'report', race, position });
  }

  async function ask(): Promise<string> {
    const race = pick(random, [...league.facts().races.keys()]);
    const racer = pick(random, [...league.facts().racers.keys()]);
    const position = pick(random, [1, 2, 3, 'DNF'] as const);
    const action = pick(random, [
      { type: 'openRace' },
      { type: 'join' },
      { type: 'join', race },
      { type: 'startRace', race },
      { type: 'leave', race },
      { type: 'object', race },
      { type: 'fix', race, racer, position },
      { type: 'fix', race, racer, position },
      { type: 'closeRace', race },
      { type: 'nextRace', race },
      { type: 'voidRace', race, reason: 'by chance' },
    ] as const);
    return said(['join', 'leave', 'object'].includes(action.type) ? pick(random, people) : 'Juno', action);
  }

  async function said(name: Name, action: Ask): Promise<string> {
    const before = league.desk.state.seq;
    const words = await league.ask(name, action);
    const [entry] = (await league.journal.entries('cozy', before)).filter((one) => one.by.kind === 'member');
    for (const change of entry?.changes ?? []) {
      if (change.kind === 'edit' && change.tab === 'Results' && change.cells.position) {
        host.acknowledge(change.id, change.cells.position[1]);
      }
    }
    return `${name} ${JSON.stringify(action)}: ${words}`;
  }

  async function hostMove(): Promise<string> {
    return `host: ${host.move()}`;
  }

  async function fault(): Promise<string> {
    const kind = pick(random, [
      'refused',
      'lost',
      'answer lost',
      'same moment',
      'same moment',
      'same moment',
      'late',
    ] as const);
    if (kind === 'same moment') {
      league.calls.beforeWrite = () => {
        league.calls.beforeWrite = undefined;
        done.push(`host in the same moment: ${host.move()}`);
      };
    } else league.calls.faults.push(kind);
    return `fault: ${kind}`;
  }

  async function wait(): Promise<string> {
    const ms = pick(random, [100, 400, 2_000, 7_000, 40_000]);
    await league.clock.advance(ms);
    // Two polls, with nothing left over.
    if (ms > 10_000 && league.sync().view().state === 'saved') host.seen();
    return `wait ${ms}`;
  }

  async function restart(): Promise<string> {
    await league.restartSync();
    return 'restart';
  }
}

/** A host's ways with the tabs that people edit. */
function openHost(league: League, random: () => number) {
  let tokens = 0;
  const token = (kind: string) => `${kind} ${++tokens}`;
  /** What the host wrote into a column and a tab of their own. */
  const own = new Set<string>();
  /** Positions that were acknowledged, by the row's ID, as long as the host hasn't touched that row. */
  const acknowledged = new Map<string, Raw>();
  /** Rows with an edit that the league may not have seen yet: there the host wins whatever is acknowledged meanwhile. */
  const contested = new Set<string>();
  const renamed: { title: string; header: string }[] = [];
  const tab = () => pick(random, ['Results', 'Results', 'Results', 'Races', 'Racers'] as const);
  league.batch({ addSheet: { properties: { sheetId: 9_000, title: 'My notes' } } });
  league.type("'My notes'!B2", ['mine', 42]);

  function rowIn(title: string): number {
    return 1 + Math.floor(random() * Math.max(1, league.grid(title).length - 1));
  }
  function column(title: string, header: string): number {
    return (league.grid(title)[0] ?? []).indexOf(header);
  }
  function set(title: string, row: number, at: number, value: Raw): void {
    if (at < 0 || row >= league.grid(title).length) return;
    if (title === 'Results') touch(row);
    league.type(`'${title}'!${letter(at)}${row + 1}`, [value]);
  }
  /** A row that has no ID yet may be any. */
  function touch(row: number): void {
    const id = String(league.grid('Results')[row]?.[column('Results', 'ID')] ?? '');
    for (const one of id === '' ? league.desk.state.rows.Results.keys() : [id]) {
      acknowledged.delete(one);
      contested.add(one);
    }
  }

  const moves = {
    retype() {
      set(
        'Results',
        rowIn('Results'),
        column('Results', 'Position'),
        pick(random, [1, 2, 3, '2nd', ' 1 ', 'dnf', '1O', '', 'DSQ']),
      );
    },
    retypeRacer() {
      set('Results', rowIn('Results'), column('Results', 'Racer'), pick(random, ['ana', 'Robin', 'Nobody', '']));
    },
    status() {
      set(
        'Races',
        rowIn('Races'),
        column('Races', 'Status'),
        pick(random, ['Final', 'Reporting', 'void', 'Open', 'finished?']),
      );
    },
    rename() {
      set('Racers', rowIn('Racers'), column('Racers', 'Racer'), pick(random, ['Ana', 'Anna', 'Robin', 'Zoé', '']));
    },
    renameRace() {
      set('Races', rowIn('Races'), column('Races', 'Race'), token('Cup'));
    },
    sort() {
      const title = tab();
      const sortSpecs = [
        { dimensionIndex: Math.floor(random() * 5), sortOrder: pick(random, ['ASCENDING', 'DESCENDING']) },
      ];
      league.batch({ sortRange: { range: { sheetId: league.sheetId(title), startRowIndex: 1 }, sortSpecs } });
    },
    insertRow() {
      const at = rowIn('Results');
      league.batch({
        insertDimension: {
          range: { sheetId: league.sheetId('Results'), dimension: 'ROWS', startIndex: at, endIndex: at + 1 },
        },
      });
    },
    deleteRow() {
      const title = tab();
      const at = rowIn(title);
      if (title === 'Results') touch(at);
      for (const cell of league.grid(title)[at] ?? []) own.delete(String(cell));
      league.batch({
        deleteDimension: {
          range: { sheetId: league.sheetId(title), dimension: 'ROWS', startIndex: at, endIndex: at + 1 },
        },
      });
    },
    moveRow() {
      const at = rowIn('Results');
      const destinationIndex = 1 + Math.floor(random() * league.grid('Results').length);
      const source = { sheetId: league.sheetId('Results'), dimension: 'ROWS', startIndex: at, endIndex: at + 1 };
      league.batch({ moveDimension: { source, destinationIndex } });
    },
    copyRow() {
      const grid = league.grid('Results');
      const row = (grid[rowIn('Results')] ?? []).map((cell) => (own.has(String(cell)) ? '' : cell));
      if (row.length > 0) league.type(`Results!A${grid.length + 1 + Math.floor(random() * 2)}`, row);
    },
    addRow() {
      const grid = league.grid('Results');
      const race = league.grid('Races').at(-1)?.[column('Races', 'Race')] ?? '';
      const header = grid[0] ?? [];
      const cells: Record<string, Raw> = {
        Race: race,
        Racer: pick(random, people),
        Position: pick(random, [1, 2, '']),
      };
      league.type(
        `Results!A${grid.length + 1}`,
        header.map((one) => cells[String(one)] ?? ''),
      );
    },
    clearId() {
      set('Results', rowIn('Results'), column('Results', 'ID'), '');
    },
    addColumn() {
      const title = tab();
      const at = Math.floor(random() * 4);
      league.batch({
        insertDimension: {
          range: { sheetId: league.sheetId(title), dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 },
        },
      });
      const mine = token('own');
      own.add(mine);
      league.type(`'${title}'!${letter(at)}1`, [`Mine ${tokens}`], [mine]);
    },
    moveColumn() {
      const title = pick(random, ['Results', 'Races', 'Racers', 'Standings', 'Log'] as const);
      const source = { sheetId: league.sheetId(title), dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
      league.batch({ moveDimension: { source, destinationIndex: pick(random, [0, 4, 5]) } });
    },
    renameHeader() {
      const title = tab();
      const header = pick(random, Object.values(tabs[title].columns)).header;
      const at = column(title, header);
      if (at < 0) return;
      league.type(`'${title}'!${letter(at)}1`, [`was ${header}`]);
      renamed.push({ title, header });
    },
    restoreHeaders() {
      for (const { title, header } of renamed.splice(0)) {
        const at = column(title, `was ${header}`);
        if (at >= 0) league.type(`'${title}'!${letter(at)}1`, [header]);
      }
    },
    scribble() {
      set('Standings', rowIn('Standings'), 2, 999);
    },
    renameTab() {
      const properties = { sheetId: league.sheetId('Races'), title: 'Races' };
      league.batch({ updateSheetProperties: { properties: { ...properties, title: `Races ` }, fields: 'title' } });
      league.batch({ updateSheetProperties: { properties, fields: 'title' } });
    },
    scoring() {
      set('Scoring', rowIn('Scoring'), column('Scoring', 'Points'), pick(random, [20, 3, 'many']));
    },
  };

  return {
    own,
    acknowledged,
    acknowledge(id: string, position: Raw): void {
      if (!contested.has(id)) acknowledged.set(id, position);
    },
    restore: () => moves.restoreHeaders(),
    /** Every edit has been seen. */
    seen: () => contested.clear(),
    move(): string {
      const name = pick(random, Object.keys(moves) as (keyof typeof moves)[]);
      moves[name]();
      return name;
    },
  };
}

/** All is well again, and everybody keeps still. */
async function settleAll(league: League): Promise<void> {
  league.calls.faults.length = 0;
  league.calls.beforeWrite = undefined;
  league.calls.applyLate();
  await league.clock.advance(300_000);
}

/** Nothing that isn't ours was touched, and the Sheet says what the facts say, each row once. */
function check(league: League, { own }: { own: Set<string> }): void {
  const { state } = league.desk;
  expectEqual(league.sync().view().state, 'saved', 'all is written');
  expectEqual(league.grid('My notes'), [[], ['', 'mine', 42]], "the host's own tab");
  const cells = factTabs.flatMap((tab) => league.grid(tab).flat().map(String));
  for (const token of own) expectEqual(cells.filter((cell) => cell === token).length, 1, `the host's own ${token}`);
  for (const tab of factTabs) {
    const [header = [], ...rows] = league.grid(tab);
    for (const { id, cells } of rowsOf(state, tab)) {
      if (state.rows[tab].get(id)?.held) continue;
      const found = rows.filter((row) => isRowOf(tab, header, row, cells));
      expectEqual(found.length, 1, `${tab} has the row ${JSON.stringify(cells)} of ${JSON.stringify(rows)}`);
    }
    const filled = rows.filter((row) =>
      Object.values(tabs[tab].columns).some((column) => (row[header.indexOf(column.header)] ?? '') !== ''),
    );
    const held = [...state.rows[tab].values()].filter((row) => row.held).length;
    expectEqual(filled.length, rowsOf(state, tab).length - held, `rows of ${tab}: ${JSON.stringify(filled)}`);
  }
}

function isRowOf(tab: (typeof factTabs)[number], header: Raw[], row: Raw[], cells: Record<string, Raw>): boolean {
  return Object.entries(tabs[tab].columns).every(([field, column]) => {
    const at = header.indexOf(column.header);
    return at < 0 || sameRaw(row[at], cells[field]);
  });
}

/** The host goes through the Problems and writes the last good value wherever a cell can't be understood. */
async function mend(league: League): Promise<void> {
  for (let round = 0; round < 4 && problemsOf(league.desk.state).length > 0; round++) {
    for (const problem of problemsOf(league.desk.state)) {
      const where = league.sync().where(problem);
      const row = league.desk.state.rows[problem.tab].get(problem.id ?? '');
      if (!where || !row || problem.field === undefined) continue;
      league.type(where, [
        goodText(league.desk.state, row.value[problem.field], problem.tab, problem.id ?? '', problem.field),
      ]);
    }
    await league.clock.advance(120_000);
  }
}

function goodText(state: State, value: Raw | undefined, tab: string, id: string, field: string): Raw {
  const isName = ['racer', 'race', 'season'].includes(field) && tab.toLowerCase().startsWith(field);
  if (isName) return `Fresh ${id}`;
  if (field === 'racer' || (field === 'position' && tab === 'Results')) return '';
  if (field === 'race') return [...factsOf(state).races.values()][0]?.race ?? '';
  return value ?? '';
}

/** With every cell good and nothing held, an empty journal derives the same league from the Sheet alone. */
async function sameFromTheSheetAlone(league: League): Promise<void> {
  const { state } = league.desk;
  if (problemsOf(state).length > 0 || factTabs.some((tab) => [...state.rows[tab].values()].some((row) => row.held)))
    return;
  const fresh = await sheetLeague(league.sheets);
  try {
    expectEqual(summary(fresh.desk.state), summary(state), 'the league that the Sheet alone tells');
    expectEqual(fresh.table(), league.table(), 'its standings');
  } finally {
    await fresh.close();
  }
}

/** Of races that are over what counts, of the others what they hold. */
function summary(state: State): string[] {
  const facts = factsOf(state);
  const nameOf = (racer: string | undefined) => facts.racers.get(racer ?? '')?.racer;
  return [...facts.races.values()]
    .map((race) => {
      const held = (facts.entrants.get(race.id) ?? []).map(
        ({ racer, position }) => `${nameOf(racer)} ${position ?? '-'}`,
      );
      const counted = countedPositions(facts, race.id).map(({ racer, position }) => `${nameOf(racer)} ${position}`);
      return `${race.race} ${race.status} ${(race.status === 'Final' ? counted : held).sort().join(', ')}`;
    })
    .sort();
}

function expectEqual(got: unknown, wanted: unknown, what: string): void {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
  }
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
