import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Server } from './server.ts';
import { openWire, type Wire } from './wire.ts';

let wire: Wire;
let server: Server;

beforeEach(async () => {
  wire = await openWire();
  server = await wire.open('league.sqlite');
  await server.start('Robin', 'Zoe', 'Ana');
  await wire.clock.advance(10_000);
});
afterEach(() => wire.close());

const everybody = async () => {
  await server.report('Ana', 1);
  await server.report('Robin', 2);
  await server.report('Zoe', 3);
};
const said = () => wire.sheet.rows('Log').map((line) => line[2]);

describe('a host who sorts in the very moment of a write', () => {
  test.each([
    ['Results', 'B', 'ASCENDING', ['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 1 Zoe 3']],
    ['Results', 'B', 'DESCENDING', ['Race 1 Zoe 3', 'Race 1 Robin 2', 'Race 1 Ana 1']],
    ['Racers', 'A', 'ASCENDING', ['Race 1 Robin 2', 'Race 1 Zoe 3', 'Race 1 Ana 1']],
  ] as const)('finds every position with its racer: %s by column %s, %s', async (tab, column, order, rows) => {
    const before = wire.sheet.rows('Results').map((row) => row[1]);
    expect(before).toEqual(['Robin', 'Zoe', 'Ana']);
    wire.sheet.faults.add({ kind: 'sort', tab, column, order });
    await everybody();
    await wire.clock.advance(120_000);
    expect(wire.sheet.faults.now().waiting).toEqual([]);
    expect(wire.sheet.results()).toEqual(rows);
    expect(wire.sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    expect(said().filter((what) => what?.includes(' reported '))).toHaveLength(3);
    expect(wire.sheet.rows('Log').filter(([, who]) => who === 'Sheet')).toEqual([]);
    expect(server.sync.view()).toEqual({ state: 'saved' });
  });

  test('does so again at every write, this way and that', async () => {
    for (const order of ['ASCENDING', 'DESCENDING', 'ASCENDING', 'DESCENDING'] as const) {
      wire.sheet.faults.add({ kind: 'sort', tab: 'Results', column: 'B', order });
    }
    await everybody();
    await wire.clock.advance(120_000);
    expect(wire.sheet.faults.now().waiting).toEqual([]);
    expect(wire.sheet.results()).toEqual(['Race 1 Zoe 3', 'Race 1 Robin 2', 'Race 1 Ana 1']);
    expect(wire.sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    expect(server.sync.view()).toEqual({ state: 'saved' });
  });

  test('does so while the answer to the write is lost as well', async () => {
    wire.sheet.faults.add({ kind: 'sort', tab: 'Results', column: 'B' });
    wire.sheet.faults.add({ kind: 'hangUp' });
    await everybody();
    await wire.clock.advance(120_000);
    expect(wire.sheet.faults.now().waiting).toEqual([]);
    expect(wire.sheet.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 1 Zoe 3']);
    expect(wire.sheet.standings()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    expect(server.sync.view()).toEqual({ state: 'saved' });
  });
});

describe('a host who edits the very cell that is being written, in that moment', () => {
  const cellOf = (racer: string) => `C${wire.sheet.rowOf('Race 1', racer)}`;

  test('wins, and the Log has both values', async () => {
    wire.sheet.faults.add({ kind: 'type', tab: 'Results', cell: cellOf('Ana'), value: '3' });
    await server.report('Ana', 1);
    await wire.clock.advance(10_000);
    expect(wire.sheet.faults.now().waiting).toEqual([]);
    expect(wire.sheet.results()).toEqual(['Race 1 Robin', 'Race 1 Zoe', 'Race 1 Ana 3']);
    expect(said()).toContain("Results, Ana in Race 1: Position from empty to 3 (instead of the league's 1).");
    await server.report('Robin', 1);
    await server.report('Zoe', 2);
    await wire.clock.advance(120_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Robin 1', 'Race 1 Zoe 2', 'Race 1 Ana 3']);
    expect(wire.sheet.standings()).toEqual(['1 Robin 15', '2 Zoe 12', '3 Ana 10']);
    expect(server.sync.view()).toEqual({ state: 'saved' });
  });

  test('wins as well where the answer to the write is lost', async () => {
    const { sheet } = wire;
    sheet.faults.add({ kind: 'type', tab: 'Results', cell: cellOf('Ana'), value: '3' });
    sheet.faults.add({ kind: 'hangUp' });
    await server.report('Ana', 1);
    await wire.clock.advance(60_000);
    expect(sheet.faults.now().waiting).toEqual([]);
    expect(sheet.results()).toEqual(['Race 1 Robin', 'Race 1 Zoe', 'Race 1 Ana 3']);
    expect(said()).toContain("Results, Ana in Race 1: Position from empty to 3 (instead of the league's 1).");
    expect(server.sync.view()).toEqual({ state: 'saved' });
  });

  test('of another row keeps that too', async () => {
    wire.sheet.faults.add({ kind: 'type', tab: 'Results', cell: cellOf('Zoe'), value: 'DNF' });
    await server.report('Ana', 1);
    await server.report('Robin', 2);
    await wire.clock.advance(120_000);
    expect(wire.sheet.results()).toEqual(['Race 1 Robin 2', 'Race 1 Zoe DNF', 'Race 1 Ana 1']);
    expect(said()).toContain('Results, Zoe in Race 1: Position from empty to DNF.');
    expect(server.sync.view()).toEqual({ state: 'saved' });
  });
});
