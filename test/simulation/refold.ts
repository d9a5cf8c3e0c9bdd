/**
 * The journal folded again, entry by entry, by a server that knows nothing else: it comes to the same state; what is
 * remembered of a race changes by no entry that isn't about it; and a cell that can't be understood harms only itself.
 */
import { entrantsAmong } from '../../server/facts.ts';
import { emptyState, fold, type Row, type State } from '../../server/fold.ts';
import type { Entry } from '../../server/journal/entry.ts';
import type { Result } from '../../server/league/facts.ts';
import { placeOf } from '../../sheets/positions.ts';
import { factTabs } from '../../sheets/records.ts';
import { expectEqual } from './expect.ts';
import type { MortalLeague } from './league.ts';

export async function journalIsRight(league: MortalLeague): Promise<void> {
  const state = emptyState();
  let before = racesIn(state);
  for (const entry of await league.journal.entries('cozy')) {
    const values = valuesOf(state, entry);
    const named = definitionsIn(state);
    fold(state, entry);
    const renamed = [...definitionsIn(state)].filter(([id, said]) => named.get(id) !== said).map(([id]) => id);
    const after = racesIn(state);
    expectLastGood(state, entry, values);
    for (const [race, now] of after) expectExplained(entry, renamed, race, before.get(race) ?? unknown, now);
    before = after;
  }
  expectEqual(comparable(state), comparable(league.desk().state), 'what another server makes of the same journal');
}

/** Of a race: its entrants by row, and what is remembered of it. */
interface Remembered {
  entrants: Map<string, Result>;
  changedAt: number | undefined;
  objection: string | undefined;
}

const unknown: Remembered = { entrants: new Map(), changedAt: undefined, objection: undefined };

function racesIn(state: State): Map<string, Remembered> {
  return new Map(
    [...state.byRace].map(([race, rows]) => {
      const { changedAt, objection } = state.memory.get(race) ?? unknown;
      const entrants = new Map(entrantsAmong(state, rows).map((result) => [result.id, result]));
      return [race, { entrants, changedAt, objection }];
    }),
  );
}

/** What racers and races are called, by tab and row: that one goes may give its name to another. */
function definitionsIn({ rows }: State): Map<string, string> {
  const racers = [...rows.Racers.values()].map(
    (row) => [`Racers ${row.id}`, `${row.gone} ${row.value.racer}`] as const,
  );
  const races = [...rows.Races.values()].map((row) => [`Races ${row.id}`, `${row.gone} ${row.value.race}`] as const);
  return new Map([...racers, ...races]);
}

function expectExplained(
  { seq, at, changes }: Entry,
  renamed: readonly string[],
  race: string,
  before: Remembered,
  now: Remembered,
): void {
  const what = `entry ${seq}, ${JSON.stringify(changes)}, and the race ${race}`;
  const rowsIn = changes.flatMap((change) => ('tab' in change && 'id' in change ? [`${change.tab} ${change.id}`] : []));
  const changed = new Set([...rowsIn, ...renamed]);
  const different = changedResults(before, now);
  const rows = [...before.entrants.values(), ...now.entrants.values()];
  for (const { id } of different) {
    const racers = rows.filter((one) => one.id === id).map(({ racer }) => racer);
    const siblings = rows.filter((one) => racers.includes(one.racer)).map((one) => `Results ${one.id}`);
    const reasons = [`Races ${race}`, ...racers.map((racer) => `Racers ${racer}`), ...siblings];
    // Whoever goes leaves names behind, old ones too: a result that bears one may mean somebody else now.
    const freed = before.entrants.get(id)?.racer !== now.entrants.get(id)?.racer && changes.some(freesNames);
    const reason = reasons.find((one) => changed.has(one));
    expectEqual(freed || reason !== undefined, true, `${what}: there's a reason why ${id} changed`);
  }
  const said = changes.some((change) => change.kind === 'objection' && change.race === race);
  // A host's word on a dead heat is a change, but one that somebody else leaves alone with a shared place isn't theirs.
  const sharing = changedResults(before, now, (position) => position).length > 0 && now.changedAt === at;
  if (different.length > 0 || sharing)
    expectEqual([now.changedAt, now.objection], [at, undefined], `${what}: since when`);
  else if (!said && before.changedAt !== undefined) {
    const same = [before.changedAt, before.objection];
    expectEqual([now.changedAt, now.objection], same, `${what}: nothing of it changed`);
  }
}

function freesNames(change: Entry['changes'][number]): boolean {
  return change.kind === 'gone' && change.tab === 'Racers';
}

/** What the rows meant that an entry is going to edit. */
function valuesOf(state: State, { changes }: Entry): Map<string, Row['value']> {
  return new Map(
    changes.flatMap((change) => {
      const row = change.kind === 'edit' ? state.rows[change.tab].get(change.id) : undefined;
      return row ? [[row.id, { ...row.value }]] : [];
    }),
  );
}

function expectLastGood(state: State, { seq, changes }: Entry, before: Map<string, Row['value']>): void {
  for (const change of changes) {
    const row = change.kind === 'edit' ? state.rows[change.tab].get(change.id) : undefined;
    for (const field of Object.keys(row?.wrong ?? {})) {
      const what = `entry ${seq}: the last good value of ${row?.id}, ${field}`;
      expectEqual(row?.value[field], before.get(row?.id ?? '')?.[field], what);
    }
  }
}

/** Results that came, went, or changed their racer or position. Whether it's shared depends on who else holds it. */
function changedResults(
  before: Remembered,
  now: Remembered,
  held = (position: Result['position']) => placeOf(position) ?? position,
): Result[] {
  const rows = [...before.entrants.values(), ...now.entrants.values()];
  const saying = (one: Result | undefined) => JSON.stringify([one?.racer, held(one?.position)]);
  return rows.filter(({ id }) => saying(before.entrants.get(id)) !== saying(now.entrants.get(id)));
}

/** All of a state but what is derived from it, as text can hold it. */
function comparable(state: State): unknown {
  const { seq, rows, names, byRace, memory, seasons, protests, takeOvers, corrections, log } = state;
  return {
    seq,
    rows: factTabs.map((tab) => [...rows[tab].values()]),
    names: Object.values(names).map((of) => [...of]),
    byRace: [...byRace].map(([race, of]) => [race, [...of].map(({ id }) => id)]),
    memory: [...memory].map(([race, { held, settled, confirmed, ...rest }]) => {
      return [race, rest, [...held], [...settled], [...confirmed]];
    }),
    seasons: [...seasons],
    protests: [...protests],
    takeOvers: [...takeOvers],
    corrections,
    log,
  };
}
