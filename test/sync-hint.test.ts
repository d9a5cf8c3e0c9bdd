import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLive } from '../server/live.ts';
import { leagueView } from '../server/views/league.ts';
import type { SheetsCalls } from '../sheets/google.ts';
import { openQuota } from '../sheets/quota.ts';
import { sheetLeague } from './sheet-league.ts';

const minute = 60_000;

let league: Awaited<ReturnType<typeof sheetLeague>>;
/** When the Sheet was read. */
let reads: number[];
beforeEach(async () => {
  league = await sheetLeague();
  await league.play('Ana', 'Robin');
  // Nobody has been here for an hour: looks are rare, and what is seen soon is seen by a hint.
  await league.clock.advance(60 * minute);
  reads = [];
  before(() => reads.push(league.clock.now()));
});
afterEach(async () => {
  await league.close();
});

/** Does something right before each read. */
function before(work: () => void): void {
  const { read } = league.calls;
  league.calls.read = (...asked) => {
    work();
    return read(...asked);
  };
}

/** Does something once, while the Sheet is being read and is no longer seen. */
function duringNextRead(work: () => void): void {
  const { read } = league.calls;
  league.calls.read = async (...asked) => {
    league.calls.read = read;
    const seen = await read(...asked);
    work();
    return seen;
  };
}

/** A host changes Ana's place in the first race, and the script in the Sheet tells. */
function editWithHint(place: string): void {
  league.type(`Results!C${league.resultRow('Race 1', 'Ana')}`, [place]);
  league.sync().hint();
}

/** What Ana has from that place. */
const pointsOfAna = () => league.table().find((line) => line.includes('Ana'));

/** An open panel, and when it was told of new standings. */
function openPanel() {
  const { clock, desk } = league;
  const view = () => leagueView(desk.state, true, league.sync().view());
  const live = openLive({ view, clock, onError: (error) => league.errors.push(error) });
  const toldAt: number[] = [];
  desk.watch(live.changed);
  live.join(
    {
      send: (message) => {
        if (message.type === 'change' && 'standings' in message.patch) toldAt.push(clock.now());
      },
      me: async () => ({ name: 'Juno', host: true }),
    },
    undefined,
  );
  return { toldAt, close: live.close };
}

describe('after a hint an edit is in the panels within two seconds', () => {
  test.each([0, 1, 300, 999, 1_000, 1_001, 2_000, 4_999, 5_000, 6_000])(
    'when it comes %i ms after another one',
    async (since) => {
      const panel = openPanel();
      editWithHint('DNS');
      await league.clock.advance(since);
      const editedAt = league.clock.now();
      panel.toldAt.length = 0;
      editWithHint('DNF');
      await league.clock.advance(minute);
      expect(panel.toldAt[0]).toBeGreaterThanOrEqual(editedAt);
      expect(panel.toldAt[0]).toBeLessThanOrEqual(editedAt + 2_000);
      panel.close();
    },
  );

  test('when a race is opened and somebody looks in at that moment', async () => {
    editWithHint('DNF');
    league.sync().attention();
    await league.ask('Juno', { type: 'openRace' });
    await league.clock.advance(2_000);
    expect(pointsOfAna()).toBe('2 Ana 1');
  });

  test('when it is one of many that a host types one after the other', async () => {
    for (const [place, points] of [
      ['DNF', '2 Ana 1'],
      ['3', '2 Ana 10'],
      ['DSQ', '2 Ana 0'],
      ['1', '1 Ana 15'],
    ] as const) {
      editWithHint(place);
      await league.clock.advance(2_000);
      expect(pointsOfAna()).toBe(points);
    }
  });

  test('when it is made while the Sheet is being read', async () => {
    duringNextRead(() => editWithHint('DNF'));
    league.sync().hint();
    await league.clock.advance(2_000);
    expect(pointsOfAna()).toBe('2 Ana 1');
  });
});

test('a hint says that somebody is at work in the Sheet: edits are looked for often again', async () => {
  league.sync().hint();
  await league.clock.advance(2_000);
  league.type(`Results!C${league.resultRow('Race 1', 'Ana')}`, ['DNF']);
  await league.clock.advance(6_000);
  expect(pointsOfAna()).toBe('2 Ana 1');
});

describe('a burst of hints', () => {
  const burst = (hints: number) => {
    for (let n = 0; n < hints; n++) league.sync().hint();
  };

  test('is one read', async () => {
    burst(1_000);
    await league.clock.advance(4_000);
    expect(reads).toHaveLength(1);
  });

  test('that goes on during that read is one more', async () => {
    duringNextRead(() => burst(500));
    burst(500);
    await league.clock.advance(4_000);
    expect(reads).toHaveLength(2);
  });

  test('that never ends is a read a second', async () => {
    for (let n = 0; n < 500; n++) {
      burst(2);
      await league.clock.advance(20);
    }
    // The first at once.
    expect(reads).toHaveLength(1 + 10);
  });
});

describe('a hint goes around nothing:', () => {
  test('after failures the next try stands', async () => {
    league.calls.down = true;
    league.sync().hint();
    await league.clock.advance(3 * minute);
    const tries = league.errors.length;
    expect(tries).toBeGreaterThan(3);
    for (let n = 0; n < 55; n++) {
      league.sync().hint();
      await league.clock.advance(1_000);
    }
    // The longest wait between tries is a minute.
    expect(league.errors.length - tries).toBeLessThanOrEqual(1);
    league.calls.down = false;
    editWithHint('DNF');
    await league.clock.advance(minute);
    expect(pointsOfAna()).toBe('2 Ana 1');
  });

  test('Google’s quota holds for hints as for every look', async () => {
    const { clock, calls } = league;
    const counted: SheetsCalls = { ...calls };
    Object.assign(calls, openQuota({ now: clock.now, after: clock.after }).share('cozy', counted));
    for (let n = 0; n < 600; n++) {
      editWithHint(n % 2 === 0 ? 'DNF' : '3');
      await clock.advance(300);
    }
    for (const at of reads) {
      const within = reads.filter((other) => other > at - minute && other <= at);
      expect(within.length).toBeLessThanOrEqual(60);
    }
    await clock.advance(2 * minute);
    expect(pointsOfAna()).toBe('2 Ana 10');
  });

  test('a league that is closed looks no more', async () => {
    const sync = league.sync();
    await sync.close();
    sync.hint();
    await league.clock.advance(minute);
    expect(reads).toEqual([]);
  });
});
