/** A host who sorts in the moment of several writes in a row: whatever was hit by mistake comes back. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sheetLeague } from './sheet-league.ts';

type League = Awaited<ReturnType<typeof sheetLeague>>;
let league: League;
beforeEach(async () => {
  league = await sheetLeague();
  for (const order of [
    ['Ana', 'Robin', 'Zoe', 'Mateo'],
    ['Mateo', 'Zoe', 'Robin', 'Ana'],
    ['Zoe', 'Ana', 'Mateo', 'Robin'],
  ] as const)
    await league.play(...order);
  await league.start('Ana', 'Robin', 'Zoe', 'Mateo');
  await league.clock.advance(10_000);
});
afterEach(() => league.close());

const columns = ['C', 'A', 'B', 'D', 'F', 'H'];

describe.each(columns)('sorted by %s', (letter) => {
  test.each([2, 3, 4])('in %i writes one after the other', async (times) => {
    const dimensionIndex = letter.charCodeAt(0) - 65;
    const sortBy = (index: number, sortOrder: string) =>
      league.batch({
        sortRange: {
          range: { sheetId: league.sheetId('Results'), startRowIndex: 1 },
          sortSpecs: [{ dimensionIndex: index, sortOrder }],
        },
      });
    sortBy(7, 'ASCENDING');
    await league.clock.advance(10_000);
    const others = () =>
      league
        .grid('Results')
        .slice(1)
        .filter(([race]) => race !== 'Race 4')
        .map((row) => row.join('|'))
        .toSorted();
    const before = others();
    let left = times;
    league.calls.beforeWrite = () => {
      if (left-- > 0) sortBy(dimensionIndex, left % 2 === 0 ? 'ASCENDING' : 'DESCENDING');
    };
    for (const [name, position] of [
      ['Mateo', 'DNF'],
      ['Robin', 1],
      ['Ana', 2],
    ] as const) {
      await league.report(name, position);
      await league.clock.advance(1_700);
    }
    await league.clock.advance(60_000);
    expect(others()).toEqual(before);
    expect(
      league
        .results()
        .filter((line) => line.startsWith('Race 4'))
        .toSorted(),
    ).toEqual(['Race 4 Ana 2', 'Race 4 Mateo DNF', 'Race 4 Robin 1', 'Race 4 Zoe']);
    expect(league.grid('Log').filter((line) => line[1] === 'Sheet')).toEqual([]);
  });
});
