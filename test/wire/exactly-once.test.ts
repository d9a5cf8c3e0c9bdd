import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewFault } from '../../sheets/local/faults/fault.ts';
import type { Server } from './server.ts';
import { openWire, type Wire } from './wire.ts';

const gatherMs = 300;
let wire: Wire;
let server: Server;

beforeEach(async () => {
  wire = await openWire();
  server = await wire.open('league.sqlite');
});
afterEach(() => wire.close());

/** The rest of a race that Ana wins before Robin, up to the time at which all of it has been written and looked at. */
async function finish(): Promise<void> {
  await server.report('Ana', 1);
  await server.report('Robin', 2);
  await wire.clock.advance(120_000);
}

/** What Ana and Robin did is in the Sheet, each thing in one place, and nothing was taken for a host's doing. */
function expectOnce(): void {
  const { sheet } = wire;
  expect(sheet.faults.now(), 'what was to go wrong has gone wrong').toEqual({ waiting: [], held: [] });
  expect(sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
  expect(sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12']);
  expect(sheet.rows('Races').map((row) => [row[0], row[3]])).toEqual([['Race 1', 'Final']]);
  expect(sheet.rows('Racers').map((row) => row[0])).toEqual(['Ana', 'Robin']);
  expect(new Set(sheet.rows('Results').map((row) => row.at(-1))).size, 'an ID of its own for each row').toBe(2);
  const log = sheet.rows('Log');
  expect(log.filter(([, , what]) => what?.includes('Ana reported'))).toHaveLength(1);
  expect(log.filter(([, who]) => who === 'Sheet')).toEqual([]);
  expect(server.sync.view()).toEqual({ state: 'saved' });
}

const cases: [string, NewFault][] = [
  ['it was applied but the answer is lost', { kind: 'hangUp' }],
  ['it arrives 4 seconds late, after the retry', { kind: 'late' }],
  ['it arrives a second late, before the retry', { kind: 'late', ms: 1_000 }],
  ['the answer is 503 and it was applied', { kind: 'unavailableButApplied' }],
  ['the answer is 503 and it was not applied', { kind: 'unavailable' }],
  ['the quota is used up', { kind: 'quota' }],
  ['two answers in a row are lost', { kind: 'hangUp', times: 2 }],
  ['three in a row arrive late', { kind: 'late', times: 3 }],
];

describe('every change is in the Sheet once', () => {
  test.each(cases)('when rows are added and %s', async (_, fault) => {
    wire.sheet.faults.add(fault);
    await server.start('Ana', 'Robin');
    await wire.clock.advance(60_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana', 'Race 1 Robin']);
    await finish();
    expectOnce();
    expect(server.errors).not.toEqual([]);
  });

  test.each(cases)('when cells are changed and %s', async (_, fault) => {
    await server.start('Ana', 'Robin');
    await wire.clock.advance(10_000);
    wire.sheet.faults.add(fault);
    await finish();
    expectOnce();
    expect(server.errors).not.toEqual([]);
  });

  test('when no answer comes, and nothing was applied', async () => {
    await wire.end(server);
    server = await wire.open('league.sqlite', 200);
    wire.sheet.faults.add({ kind: 'hang' });
    await server.start('Ana', 'Robin');
    await wire.clock.advance(10_000);
    expect(server.errors).toHaveLength(1);
    await finish();
    expectOnce();
  });

  test('when the server is killed between the Sheet’s answer and its note of it', async () => {
    const { sheet, clock } = wire;
    sheet.onNextWrite(() => server.kill(wire.file('after.sqlite')));
    await server.start('Ana', 'Robin');
    await clock.advance(gatherMs);
    expect(sheet.results(), 'it was applied').toEqual(['Race 1 Ana', 'Race 1 Robin']);
    const written = sheet.version();
    await clock.advance(60_000);
    expect(sheet.version(), 'a dead server writes nothing').toBe(written);

    const race = server.race();
    server = await wire.open('after.sqlite');
    server.goOnWith(race);
    await finish();
    expectOnce();
  });

  test('when it’s killed then, and asked for something else before it looks at the Sheet again', async () => {
    const { sheet, clock } = wire;
    await server.start('Ana', 'Robin');
    await clock.advance(10_000);
    sheet.onNextWrite(() => server.kill(wire.file('after.sqlite')));
    await server.report('Ana', 2);
    await clock.advance(gatherMs);
    expect(sheet.results(), 'it was applied').toEqual(['Race 1 Ana 2', 'Race 1 Robin']);

    const race = server.race();
    server = await wire.begin('after.sqlite');
    server.goOnWith(race);
    await finish();
    expect(sheet.results(), 'its own write is no edit of a host’s').toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
    expect(sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(sheet.rows('Log').filter(([, who]) => who === 'Sheet')).toEqual([]);
    expect(server.sync.view()).toEqual({ state: 'saved' });
  });
});

test('a write that comes late, after its retry, changes nothing at all', async () => {
  const { sheet, clock } = wire;
  await server.start('Ana', 'Robin');
  await clock.advance(10_000);
  sheet.faults.add({ kind: 'late' });
  await server.report('Ana', 1);
  await clock.advance(gatherMs);
  expect(sheet.faults.now().held).toHaveLength(1);
  expect(sheet.results()).toEqual(['Race 1 Ana', 'Race 1 Robin']);
  await clock.advance(3_500);
  expect(sheet.results(), 'the retry was taken').toEqual(['Race 1 Ana 1', 'Race 1 Robin']);
  const before = sheet.version();
  await clock.advance(500);
  expect(sheet.faults.now().held, 'the late one has come').toEqual([]);
  expect(sheet.version()).toBe(before);
});

describe('a host who deletes the marker doubles nothing:', () => {
  const names = () => wire.sheet.markers().map((name) => ({ deleteNamedRange: { namedRangeId: name } }));
  const tab = () => wire.sheet.sheetId('cozy_sync');
  const emptied = () => ({ updateCells: { range: { sheetId: tab() }, fields: 'userEnteredValue' } });
  const ways: [string, () => object[]][] = [
    ['the named ranges', names],
    ['the newest of them', () => names().slice(-1)],
    ['the oldest of them', () => names().slice(0, 1)],
    ['the cells of the hidden tab', () => [emptied()]],
    ['the named ranges and the cells', () => [...names(), emptied()]],
    ['the hidden tab', () => [{ deleteSheet: { sheetId: tab() } }]],
  ];

  test.each(ways)('%s, while all is quiet', async (_, requests) => {
    await server.start('Ana', 'Robin');
    await wire.clock.advance(10_000);
    wire.sheet.batch(...requests());
    await finish();
    expectOnce();
    // A name that is gone may be missed as late as when it's to be dropped, four writes on.
    const more = ['Zoe', 'Kiki', 'Mateo', 'Priya'] as const;
    await server.ask('Juno', { type: 'openRace' });
    for (const name of more) {
      await server.ask(name, { type: 'join', race: server.race() });
      await wire.clock.advance(10_000);
    }
    expect(wire.sheet.rows('Racers').map((row) => row[0])).toEqual(['Ana', 'Robin', ...more]);
    expect(wire.sheet.markers()).toHaveLength(4);
  });

  test.each(ways)('%s, with a write on its way whose answer is lost', async (_, requests) => {
    await server.start('Ana', 'Robin');
    await wire.clock.advance(10_000);
    wire.sheet.faults.add({ kind: 'hangUp' });
    await server.report('Ana', 1);
    await wire.clock.advance(gatherMs);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin']);
    wire.sheet.batch(...requests());
    await server.report('Robin', 2);
    await wire.clock.advance(120_000);
    expectOnce();
    expect(wire.sheet.markers()).toHaveLength(4);
  });

  test.each(ways)('%s, with a write on its way that comes late', async (_, requests) => {
    await server.start('Ana', 'Robin');
    await wire.clock.advance(10_000);
    wire.sheet.faults.add({ kind: 'late', ms: 30_000 });
    await server.report('Ana', 1);
    await wire.clock.advance(gatherMs);
    wire.sheet.batch(...requests());
    await server.report('Robin', 2);
    await wire.clock.advance(120_000);
    expectOnce();
    expect(wire.sheet.markers()).toHaveLength(4);
  });
});
