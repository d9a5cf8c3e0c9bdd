/** What keeps a league from its Sheet: access that's taken away, a protected range, another program that writes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sayTrouble } from '../server/trouble.ts';
import { sheetLeague } from './sheet-league.ts';

type League = Awaited<ReturnType<typeof sheetLeague>>;
const book = 'cozy-kart-league';
let league: League;
beforeEach(async () => {
  league = await sheetLeague();
});
afterEach(() => league.close());

/** What a host reads. */
function trouble(of: League = league): string | undefined {
  const now = of.sync().trouble();
  const said = now && sayTrouble(now, 'league@example.com');
  return said && `${said.what} ${said.remedy}`;
}

describe('a host is told', () => {
  test.each([
    [
      'view',
      'The league may look at the Sheet, but not write to it. In the Sheet, choose Share and make league@example.com an Editor. What waits is written by itself.',
    ],
    [
      'none',
      "The Sheet isn't shared with the league. In the Sheet, choose Share and add league@example.com as Editor. What waits is written by itself.",
    ],
  ] as const)('that the access is now "%s", until it is back', async (access, said) => {
    league.sheets.setAccess(book, access);
    await league.play('Ana', 'Robin');
    const since = league.sync().view().since;
    await league.clock.advance(30_000);
    expect(trouble()).toBe(said);
    expect(league.sync().view()).toEqual({ state: 'unreachable', since });
    expect(league.table(), 'racing goes on').toEqual(['1 Ana 15', '2 Robin 12']);

    league.sheets.setAccess(book, 'edit');
    await league.clock.advance(70_000);
    expect(trouble()).toBeUndefined();
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
  });

  test('that the Sheet was deleted, and all of it comes back with a blank one', async () => {
    await league.play('Ana', 'Robin');
    await league.clock.advance(5_000);
    league.sheets.removeSpreadsheet(book);
    await league.clock.advance(30_000);
    expect(trouble()).toBe(
      "The Sheet isn't there any more. Take it back out of Google Drive's bin. What waits is written by itself.",
    );
    league.sheets.ensureSpreadsheet(book, 'A blank one');
    await league.clock.advance(70_000);
    expect(trouble()).toBeUndefined();
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
  });

  test('nothing of what passes by itself', async () => {
    league.calls.faults.push('refused', 'answer lost', 'lost', 'refused', 'refused');
    await league.play('Ana', 'Robin');
    for (let second = 0; second < 60; second++) {
      await league.clock.advance(1_000);
      expect(trouble()).toBeUndefined();
    }
    league.calls.down = true;
    await league.clock.advance(60_000);
    expect(trouble()).toBeUndefined();
  });
});

describe('a second server that believes to be the writer', () => {
  let second: League;
  beforeEach(async () => {
    await league.play('Ana', 'Robin');
    await league.clock.advance(5_000);
    second = await sheetLeague(league.sheets, 'second-');
  });
  afterEach(() => second.close());

  const log = (of: League) => of.grid('Log').map((line) => String(line[2]));

  test('takes the writing over; the first steps down, says so, and keeps what it was told', async () => {
    await second.start('Ana', 'Robin');
    await second.clock.advance(10_000);
    await league.start('Zoe', 'Mateo');
    await league.clock.advance(60_000);
    expect(trouble()).toBe(
      'Another program has begun to write to this Sheet, so this one has stopped. If that one is out of date, stop it; then write from here again.',
    );
    expect(league.sync().view()).toMatchObject({ state: 'unreachable', since: expect.any(Number) });
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 2 Ana', 'Race 2 Robin']);
    const writes = league.calls.writes;
    await league.clock.advance(3_600_000);
    expect(league.calls.writes, 'it keeps quiet').toBe(writes);
    expect(second.sync().trouble()).toBeUndefined();
  });

  test.each([
    ['when a host says so', async (of: League) => of.sync().takeOver()],
    ['when it is started again', (of: League) => of.restartSync()],
  ])('the first writes again %s, and every change of both is there once', async (_, again) => {
    await second.start('Ana', 'Robin');
    await second.report('Ana', 1);
    await second.clock.advance(10_000);
    await league.start('Zoe', 'Mateo');
    await league.clock.advance(10_000);
    await again(league);
    await league.clock.advance(20_000);
    expect(trouble()).toBeUndefined();
    expect(league.sync().view()).toEqual({ state: 'saved' });
    expect(
      league.results().toSorted(),
      'their races are two, though both are called Race 2: the later one is a Problem, not lost',
    ).toEqual(
      ['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 2 Ana 1', 'Race 2 Mateo', 'Race 2 Robin', 'Race 2 Zoe'].toSorted(),
    );
    await second.report('Robin', 2);
    await second.clock.advance(10_000);
    expect(trouble(second)).toContain('Another program has begun to write');
    second.sync().takeOver();
    await second.clock.advance(20_000);
    expect(second.results().filter((line) => line === 'Race 2 Robin 2')).toHaveLength(1);
    expect(log(second).filter((line) => line.includes('Ana reported'))).not.toHaveLength(0);
  });

  test('loses nothing that the first had sent, whether or not it arrived', async () => {
    league.calls.faults.push('answer lost');
    await league.start('Zoe', 'Mateo');
    await league.clock.advance(400);
    await second.start('Ana', 'Robin');
    await second.clock.advance(20_000);
    await league.clock.advance(20_000);
    league.sync().takeOver();
    await league.clock.advance(20_000);
    const rows = league.results();
    for (const racer of ['Zoe', 'Mateo', 'Ana', 'Robin']) {
      expect(
        rows.filter((line) => line.startsWith('Race 2') && line.includes(racer)),
        racer,
      ).toHaveLength(1);
    }
  });
});
