import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Server } from './server.ts';
import { openWire, type Wire } from './wire.ts';

const gatherMs = 300;
let wire: Wire;
/** Ran first. */
let one: Server;

beforeEach(async () => {
  wire = await openWire();
  one = await wire.open('one.sqlite');
  await one.start('Ana', 'Robin');
  await wire.clock.advance(10_000);
});
afterEach(() => wire.close());

const racers = () => wire.sheet.rows('Racers').map((row) => row[0]);

function expectSaved(server: Server): void {
  expect(server.sync.trouble()).toBeUndefined();
  expect(server.sync.view()).toEqual({ state: 'saved' });
}

function expectSteppedDown(server: Server): void {
  expect(server.sync.trouble()).toEqual({ trouble: 'otherWriter' });
  expect(server.sync.view().state).toBe('unreachable');
}

describe('a second server that believes to be the writer', () => {
  test.each([
    ['has a journal of its own', () => {}],
    ['has a copy of the journal', () => one.copyTo(wire.file('two.sqlite'))],
  ])('writes from then on, and the first says that it has stopped: it %s', async (_, prepare) => {
    prepare();
    const two = await wire.open('two.sqlite');
    two.goOnWith(one.race());
    await two.report('Ana', 1);
    await wire.clock.advance(10_000);
    expectSaved(two);
    expectSteppedDown(one);

    const written = wire.sheet.version();
    await one.ask('Zoe', { type: 'join', race: one.race() });
    await wire.clock.advance(60_000);
    expect(wire.sheet.version(), 'who stopped writes nothing').toBe(written);

    await two.report('Robin', 2);
    await wire.clock.advance(120_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
    expect(wire.sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12']);
    expectSaved(two);
  });

  test('stops in turn when the first is started anew, which then writes what it had been asked', async () => {
    const two = await wire.open('two.sqlite');
    two.goOnWith(one.race());
    await two.report('Ana', 1);
    await wire.clock.advance(10_000);
    expectSteppedDown(one);
    await one.ask('Zoe', { type: 'join', race: one.race() });
    await one.report('Robin', 2);
    await wire.clock.advance(10_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin']);

    const race = one.race();
    await wire.end(one);
    one = await wire.open('one.sqlite');
    one.goOnWith(race);
    expectSaved(one);
    expectSteppedDown(two);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 1 Zoe']);
    expect(racers()).toEqual(['Ana', 'Robin', 'Zoe']);

    await one.report('Zoe', 3);
    await wire.clock.advance(120_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 1 Zoe 3']);
    expect(wire.sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    expectSaved(one);
  });

  test('and the first, when a host says so there, without a start', async () => {
    const two = await wire.open('two.sqlite');
    two.goOnWith(one.race());
    await two.report('Ana', 1);
    await wire.clock.advance(10_000);
    await one.report('Robin', 2);
    one.sync.takeOver();
    await wire.clock.advance(120_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
    expect(wire.sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12']);
    expectSaved(one);
    expectSteppedDown(two);
  });

  test('who writes in the very same moment is let in alone, and what the other wanted is written when it’s let in', async () => {
    one.copyTo(wire.file('two.sqlite'));
    const two = await wire.open('two.sqlite');
    two.goOnWith(one.race());
    // Neither has just looked at the Sheet, so both write 300 ms after this.
    await wire.clock.advance(4_000);
    wire.sheet.faults.add({ kind: 'hang', times: 2 });
    await one.report('Ana', 1);
    await two.report('Robin', 2);
    const moment = wire.clock.advance(gatherMs);
    await wire.sheet.held(2);
    wire.sheet.faults.clear();
    await moment;
    const taken = wire.sheet.results().filter((row) => /(Ana 1|Robin 2)$/.test(row));
    expect(taken, 'one of two writes with one number').toHaveLength(1);
    await wire.clock.advance(10_000);
    const servers = [one, two];
    const [stopped, other] = servers.filter((server) => server.sync.trouble() !== undefined);
    expect(other).toBeUndefined();
    stopped?.sync.takeOver();
    await wire.clock.advance(120_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
    expect(wire.sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(servers.filter((server) => server.sync.trouble() === undefined)).toEqual([stopped]);
  });

  test('a write of the first that comes late, when another writes already, changes nothing', async () => {
    wire.sheet.faults.add({ kind: 'late', ms: 60_000 });
    await one.report('Ana', 1);
    await wire.clock.advance(gatherMs);
    expect(wire.sheet.faults.now().held).toHaveLength(1);
    one.kill(wire.file('killed.sqlite'));
    const two = await wire.open('two.sqlite');
    two.goOnWith(one.race());
    await two.report('Ana', 2);
    await two.report('Robin', 1);
    await wire.clock.advance(49_000);
    expect(wire.sheet.faults.now().held).toHaveLength(1);
    const before = wire.sheet.version();
    await wire.clock.advance(1_000);
    expect(wire.sheet.faults.now().held, 'the late one has come').toEqual([]);
    expect(wire.sheet.version()).toBe(before);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 2', 'Race 1 Robin 1']);
  });
});
