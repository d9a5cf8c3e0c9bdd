import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sheetLeague } from './sheet-league.ts';

let league: Awaited<ReturnType<typeof sheetLeague>>;
beforeEach(async () => {
  league = await sheetLeague();
});
afterEach(async () => {
  await league.close();
});

describe('a blank spreadsheet becomes a workbook', () => {
  test('with the tabs in order, what a league begins with, and a season', () => {
    const { sheets = [] } = league.sheets.spreadsheets.get({ spreadsheetId: 'cozy-kart-league' });
    const titles = sheets.filter(({ properties }) => !properties?.hidden).map(({ properties }) => properties?.title);
    expect(titles).toEqual([
      'Start here',
      'Standings',
      'Results',
      'Races',
      'Racers',
      'Seasons',
      'Scoring',
      'Adjustments',
      'Sponsors',
      'Ledger',
      'Settings',
      'Problems',
      'Past standings',
      'Progress',
      'Trophies',
      'Log',
    ]);
    expect(league.grid('Seasons')[1]?.slice(0, 2)).toEqual(['Season 1', 'Open']);
    expect(
      league
        .grid('Scoring')
        .slice(1)
        .map((row) => row.slice(1)),
    ).toEqual([
      [1, 15],
      [2, 12],
      [3, 10],
      [4, 9],
      [5, 8],
      [6, 7],
      [7, 6],
      [8, 5],
      ['Other', 1],
      ['DNF', 1],
      ['DSQ', 0],
      ['DNS', 0],
    ]);
    expect(league.grid('Settings').map((row) => row[0])).toContain('Objection seconds');
    expect(league.errors).toEqual([]);
  });
});

describe('what people do reaches the Sheet', () => {
  test('within 3 seconds', async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 1);
    await league.clock.advance(3_000);
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin']);
    await league.report('Robin', 2);
    await league.clock.advance(3_000);
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
    await league.clock.advance(33_000);
    expect(league.grid('Standings').slice(1)).toEqual([
      [1, 'Ana', 15, 1, 1, 1, '', '', '', '1st with 15 pts: the one race counts; 3 pts ahead of Robin.'],
      [2, 'Robin', 12, 0, 1, 1, '', '', '', '2nd with 12 pts: the one race counts; 3 pts behind Ana.'],
    ]);
    expect(league.grid('Races')[1]?.[3]).toBe('Final');
  });

  test('five hundred reports are at most five writes', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.clock.advance(5_000);
    const before = league.calls.writes;
    const taps = Array.from({ length: 500 }, (_, index) => league.report('Ana', (index % 3) + 1));
    await Promise.all(taps);
    await league.clock.advance(10_000);
    expect(league.sync().view()).toEqual({ state: 'saved' });
    expect(league.calls.writes - before).toBeLessThanOrEqual(5);
  });

  test('a name that begins with = stays text', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Ana', { type: 'join', name: '=IMPORTXML("http://x","y")' });
    await league.clock.advance(3_000);
    expect(league.grid('Racers')[1]?.[0]).toBe('=IMPORTXML("http://x","y")');
  });
});

describe('what a host does in the Sheet reaches the league within 6 seconds', () => {
  beforeEach(async () => {
    await league.play('Ana', 'Robin');
    await league.clock.advance(10_000);
  });

  test('a changed position', async () => {
    league.type(`Results!C${league.resultRow('Race 1', 'Ana')}`, ['DNF']);
    league.type(`Results!C${league.resultRow('Race 1', 'Robin')}`, ['1st']);
    await league.clock.advance(6_000);
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 1']);
    await league.clock.advance(6_000);
    expect(league.grid('Results')[league.resultRow('Race 1', 'Ana') - 1]?.slice(2, 5)).toEqual([
      'DNF',
      'Sheet',
      'Sheet',
    ]);
    expect(league.grid('Results')[league.resultRow('Race 1', 'Robin') - 1]?.[2]).toBe('1st');
    expect(league.grid('Standings')[1]?.slice(0, 3)).toEqual([1, 'Robin', 15]);
    expect(league.grid('Log')[1]?.[2]).toBe(
      'Results, Ana in Race 1: Position from 1 to DNF. Results, Robin in Race 1: Position from 2 to 1st. ' +
        'Robin 12 → 15 pts, 2nd → 1st, wins 0 → 1. Ana 15 → 1 pt, 1st → 2nd, wins 1 → 0. ' +
        '🏆 of Race 1 goes from Ana to Robin. And 1 more.',
    );
  });

  test('a row added by hand without an ID', async () => {
    league.type('Racers!A4', ['Zoe']);
    league.type('Results!A4', ['race 1', ' zoe', 3]);
    await league.clock.advance(6_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
    await league.clock.advance(6_000);
    const row = league.grid('Results')[3] ?? [];
    expect(row.slice(0, 4)).toEqual(['race 1', ' zoe', 3, 'Sheet']);
    expect(row[7]).toMatch(/./);
    expect(league.grid('Results')).toHaveLength(4);
  });

  test('a cell that cannot be understood: the last good value holds, and Problems says what to do', async () => {
    const row = league.resultRow('Race 1', 'Ana');
    league.type(`Results!C${row}`, ['1O']);
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.grid('Results')[row - 1]?.[2]).toBe('1O');
    expect(league.grid('Problems')[1]?.slice(0, 3)).toEqual([
      `Results!C${row}`,
      '“1O” is not a position.',
      'Use 1 to 8, DNF, DSQ or DNS.',
    ]);
    league.type(`Results!C${row}`, ['1']);
    await league.clock.advance(10_000);
    expect(league.grid('Problems')).toHaveLength(1);
  });

  test('sorted rows and columns of their own', async () => {
    const sheetId = league.sheetId('Results');
    league.batch({ insertDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } });
    league.type('Results!B1', ['Video'], ['https://a'], ['https://b']);
    league.batch({
      sortRange: { range: { sheetId, startRowIndex: 1 }, sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }] },
    });
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    const row = league.grid('Results').findIndex((cells) => cells[2] === 'Robin') + 1;
    league.type(`Results!D${row}`, ['DSQ']);
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 0']);
    expect(
      league
        .grid('Results')
        .map((cells) => cells[1])
        .sort(),
    ).toEqual(['Video', 'https://a', 'https://b']);
  });

  test('points in the Scoring tab', async () => {
    league.type('Scoring!C2', [100]);
    await league.clock.advance(6_000);
    expect(league.table()).toEqual(['1 Ana 100', '2 Robin 12']);
  });

  test('a setting, and an impossible one that leaves the last', async () => {
    const row = league.grid('Settings').findIndex((cells) => cells[0] === 'Places') + 1;
    league.type(`Settings!B${row}`, [12]);
    await league.clock.advance(6_000);
    expect(league.facts().settings.places).toBe(12);
    league.type(`Settings!B${row}`, [1000]);
    await league.clock.advance(10_000);
    expect(league.facts().settings.places).toBe(12);
    expect(league.grid('Problems')[1]?.slice(1, 3)).toEqual([
      '“1000” is not possible here.',
      'Use a whole number from 2 to 24.',
    ]);
  });

  test('a racer renamed carries through everywhere', async () => {
    const row = league.grid('Racers').findIndex((cells) => cells[0] === 'Ana') + 1;
    league.type(`Racers!A${row}`, ['Anna']);
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Anna 15', '2 Robin 12']);
    expect(league.results()).toEqual(['Race 1 Anna 1', 'Race 1 Robin 2']);
  });

  test('a deleted row is withdrawn, and its return restores it', async () => {
    const sheetId = league.sheetId('Results');
    const at = league.resultRow('Race 1', 'Ana') - 1;
    const cells = league.grid('Results')[at] ?? [];
    league.batch({ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: at, endIndex: at + 1 } } });
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Robin 12']);
    expect(league.grid('Results')).toHaveLength(2);
    league.type('Results!A9', cells);
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
  });

  test('a formula over an equal value stays too: what a racer reports meanwhile gives way, and the Log has both', async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 1);
    await league.clock.advance(5_000);
    const row = league.resultRow('Race 2', 'Ana');
    league.type(`Results!C${row}`, ['=1']);
    await league.clock.advance(60_000);
    await league.report('Ana', 2);
    await league.clock.advance(10_000);
    expect(league.typed('Results')[row - 1]?.[2]).toBe('=1');
    expect(league.results()).toContain('Race 2 Ana 1');
    expect(league.grid('Log').map((line) => line[2])).toContainEqual(
      expect.stringMatching(/Position.* 1 \(instead of the league's 2\)/),
    );
    expect(league.sync().view()).toEqual({ state: 'saved' });
  });

  test('a formula is never overwritten, and an action on it is refused', async () => {
    await league.start('Ana', 'Robin');
    await league.clock.advance(5_000);
    const row = league.resultRow('Race 2', 'Ana');
    league.type(`Results!C${row}`, ['=1+1']);
    await league.clock.advance(10_000);
    expect(league.typed('Results')[row - 1]?.[2]).toBe('=1+1');
    expect(league.results(), 'it counts by its value').toContain('Race 2 Ana 2');
    const race = [...league.facts().races.values()].find((one) => one.race === 'Race 2')?.id ?? '';
    const racer = [...league.facts().racers.values()].find((one) => one.racer === 'Ana')?.id ?? '';
    const fix = () => league.ask('Juno', { type: 'fix', race, racer, position: 1 });
    expect(await fix()).toBe(
      'formula_there: Could not save: Position in Results is a formula there. Ask a host to replace it by a value in the Sheet.',
    );
    league.type(`Results!C${row}`, ['']);
    await league.clock.advance(10_000);
    expect(await fix()).not.toContain('formula_there');
    await league.clock.advance(10_000);
    expect(league.results()).toContain('Race 2 Ana 1');
  });

  test('a tab that was renamed is followed, and a deleted one leaves what it said', async () => {
    const sheetId = league.sheetId('Results');
    league.batch({ updateSheetProperties: { properties: { sheetId, title: 'Our results' }, fields: 'title' } });
    await league.clock.advance(10_000);
    league.type(`'Our results'!C${2}`, ['DNF']);
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Robin 12', '2 Ana 1']);
    league.batch({ deleteSheet: { sheetId } });
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Robin 12', '2 Ana 1']);
    expect(league.grid('Problems')[1]?.slice(0, 2)).toEqual(['Results', "The tab Results isn't there."]);
  });

  test('a deleted tab that is brought back is followed again, with what was edited and raced meanwhile', async () => {
    const sheetId = league.sheetId('Races');
    league.type('Races!C2', ['Opening night']);
    const rows = league.grid('Races');
    league.batch({ deleteSheet: { sheetId } });
    await league.clock.advance(10_000);
    await league.start('Ana', 'Robin');
    await league.clock.advance(10_000);
    league.batch({ addSheet: { properties: { sheetId, title: 'Races' } } });
    league.type('Races!A1', ...rows);
    // A tab that is missing is asked for once a minute.
    await league.clock.advance(70_000);
    expect([...league.facts().races.values()].map(({ night }) => night)).toContain('Opening night');
    expect(league.grid('Races').map(([race]) => race)).toEqual(['Race', 'Race 1', 'Race 2']);
    expect(league.grid('Problems')).toHaveLength(1);
  });

  test('a header that was renamed: its column holds what it said until the header is back', async () => {
    league.type('Results!C1', ['Place']);
    league.type('Results!C2', [2]);
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.grid('Problems')[1]?.slice(0, 2)).toEqual(['Results', 'Results has no column Position.']);
    league.type('Results!C1', ['Position']);
    league.type('Results!C3', [1]);
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 12']);
    expect(league.grid('Problems')).toHaveLength(1);
  });

  test('a racer whose name is taken gets no result until it is their own', async () => {
    const ana = league.grid('Racers')[1] ?? [];
    league.type(`Racers!A${league.grid('Racers').length + 1}`, [ana[0] ?? '']);
    await league.clock.advance(10_000);
    const nameless = [...league.facts().racers.values()].find((one) => one.racer === undefined)?.id ?? '';
    const race = [...league.facts().races.keys()][0] ?? '';
    expect(await league.ask('Juno', { type: 'fix', race, racer: nameless, position: 3 })).toMatch('nameless_other');
    await league.clock.advance(10_000);
    expect(
      league
        .grid('Results')
        .slice(1)
        .every(([, racer]) => racer !== ''),
    ).toBe(true);
  });

  test('a racer who joins while a header is missing is in the race when it is back', async () => {
    league.type('Results!B1', ['Who']);
    await league.clock.advance(6_000);
    await league.start('Ana', 'Robin');
    await league.clock.advance(6_000);
    league.type('Results!B1', ['Racer']);
    await league.clock.advance(12_000);
    expect(league.results().slice(-2)).toEqual(['Race 2 Ana', 'Race 2 Robin']);
  });

  test('a tab whose ID header is gone is not written to, whatever is asked meanwhile', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.clock.advance(10_000);
    const sheetId = league.sheetId('Results');
    league.type('Results!H1', ['Identifier']);
    league.batch({
      sortRange: {
        range: { sheetId, startRowIndex: 1 },
        sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
      },
    });
    await league.clock.advance(6_000);
    const before = league.grid('Results');
    expect(await league.report('Ana', 'DNF')).toContain('Saved: DNF.');
    await league.clock.advance(20_000);
    expect(league.grid('Results')).toEqual(before);
    league.type('Results!H1', ['ID']);
    await league.clock.advance(20_000);
    expect(league.results().sort()).toEqual(
      ['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 2 Ana DNF', 'Race 2 Robin', 'Race 2 Zoe'].sort(),
    );
  });

  test('a deleted race does not come back to life in the next one', async () => {
    const sheetId = league.sheetId('Races');
    league.batch({ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } });
    await league.clock.advance(10_000);
    expect(await league.ask('Juno', { type: 'openRace' })).toBe('Race 2 is open.');
    await league.clock.advance(60_000);
    expect(league.raceNow()?.status).toBe('Open');
    expect(league.table()).toEqual([]);
  });

  test('a racer who is back after somebody took their name, or their Discord ID, is a problem', async () => {
    const sheetId = league.sheetId('Racers');
    const cells = league.grid('Racers')[1] ?? [];
    league.batch({ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } });
    await league.clock.advance(10_000);
    await league.ask('Juno', { type: 'openRace' });
    expect(await league.ask('Ana', { type: 'join', race: league.race() })).toContain("You're in");
    await league.clock.advance(10_000);
    league.type('Racers!A9', cells);
    league.batch({
      updateCells: {
        start: { sheetId, rowIndex: 8, columnIndex: 2 },
        rows: [{ values: [{ userEnteredValue: { stringValue: String(cells[2]) } }] }],
        fields: 'userEnteredValue',
      },
    });
    await league.clock.advance(10_000);
    const problems = league.grid('Problems').map((row) => row[1]);
    expect(problems).toContain('Another row is already called “Ana”.');
    expect(problems.join()).toContain('has the same Discord ID; that row is who they are.');
  });

  test('an odd space in the name of a setting changes nothing of what it takes', async () => {
    const row = league.grid('Settings').findIndex((cells) => cells[0] === 'Time zone') + 1;
    league.type(`Settings!A${row}`, ['Time\u00a0zone', 'CEST-ish']);
    await league.clock.advance(10_000);
    expect(league.facts().settings.timeZone).toBe('UTC');
    expect(league.grid('Problems')[1]?.[1]).toBe('“CEST-ish” is not a time zone.');
    expect(await league.ask('Juno', { type: 'openRace' })).toBe('Race 2 is open.');
  });

  test.each([
    ['emptied', ['', '']],
    ['put back to an earlier version', [1, 'an old one']],
  ])('the hidden tab was %s: numbers begin anew, and nothing is lost or doubled', async (_, cells) => {
    league.type('cozy_sync!A1', cells);
    await league.start('Ana', 'Robin');
    await league.clock.advance(20_000);
    expect(league.sync().view()).toEqual({ state: 'saved' });
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2', 'Race 2 Ana', 'Race 2 Robin']);
    expect(league.grid('Log').filter((line) => line[1] === 'Sheet')).toEqual([]);
  });

  test('however long nothing happened, while a panel is open', async () => {
    league.watchedBy(1);
    await league.clock.advance(3_600_000);
    league.type(`Results!C${league.resultRow('Race 1', 'Ana')}`, ['DNF']);
    await league.clock.advance(6_000);
    expect(league.table()).toEqual(['1 Robin 12', '2 Ana 1']);
  });

  test('a copied row gets an ID of its own', async () => {
    const cells = league.grid('Results')[1] ?? [];
    league.type('Results!A5', [...cells]);
    await league.clock.advance(10_000);
    const ids = league
      .grid('Results')
      .slice(1)
      .map((row) => row[7])
      .filter(Boolean);
    expect(new Set(ids).size).toBe(3);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.grid('Problems')[1]?.[1]).toBe('Ana stands twice in Race 1; the other row counts, with 1st.');
  });

  test('two that hold the same place for a minute are a problem; a swap half-way is none', async () => {
    league.type(`Results!C${league.resultRow('Race 1', 'Ana')}`, [2]);
    await league.clock.advance(55_000);
    expect(league.grid('Problems')).toHaveLength(1);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    await league.clock.advance(20_000);
    expect(league.grid('Problems')[1]?.[1]).toContain('Ana and Robin both hold 2nd in Race 1');
    league.type(`Results!C${league.resultRow('Race 1', 'Robin')}`, [1]);
    await league.clock.advance(10_000);
    expect(league.grid('Problems')).toHaveLength(1);
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 12']);
  });

  test.each([
    ['x'.repeat(50_000), `“${'x'.repeat(40)}…” is too long for a name.`],
    ['#NAME?', "“#NAME?” is what a formula shows that doesn't work."],
  ])('what can be no name is a problem, and stays as it is: %#', async (name, what) => {
    const userEnteredValue = { stringValue: name };
    const rows = [{ values: [{ userEnteredValue }] }];
    league.batch({ appendCells: { sheetId: league.sheetId('Racers'), rows, fields: 'userEnteredValue' } });
    await league.clock.advance(20_000);
    expect(league.grid('Problems')[1]?.slice(0, 2)).toEqual(['Racers!A4', what]);
    expect(league.grid('Racers')[3]?.[0]).toBe(name);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.sync().view()).toEqual({ state: 'saved' });
  });

  test('a typo takes nobody’s word away, and mending it says what was said before', async () => {
    const row = league.resultRow('Race 1', 'Ana');
    const before = league.grid('Results')[row - 1];
    league.type(`Results!C${row}`, ['1O']);
    await league.clock.advance(10_000);
    expect(league.grid('Results')[row - 1]?.slice(3)).toEqual(before?.slice(3));
    league.type(`Results!C${row}`, [1]);
    await league.clock.advance(10_000);
    expect(league.grid('Results')[row - 1]).toEqual(before);
    expect(league.grid('Problems')).toHaveLength(1);
  });

  test('a race that is added without a date is the latest', async () => {
    league.type('Races!A3', ['Grand prix', '', 'Night 2', 'Final']);
    league.type('Results!A4', ['Grand prix', 'Robin', 1]);
    await league.clock.advance(15_000);
    expect(league.grid('Progress').map(([race]) => race)).toEqual(['Race', 'Race 1', 'Grand prix']);
    expect(league.grid('cozy_lists')[1]?.[1]).toBe('Grand prix');
    expect(league.grid('Races')[2]?.[6]).toEqual(expect.any(Number));
  });

  test('a place beyond those of a race counts, and is a problem', async () => {
    league.type(`Results!C${league.resultRow('Race 1', 'Robin')}`, [9]);
    await league.clock.advance(10_000);
    expect(league.grid('Problems')[1]?.slice(0, 3)).toEqual([
      `Results!C${league.resultRow('Race 1', 'Robin')}`,
      '“9” is beyond the 8 places of a race.',
      'Use 1 to 8, DNF, DSQ or DNS, or raise Places in Settings.',
    ]);
  });

  test('a tab made anew under the old name takes nothing away: its rows are held, and put back when a host says so', async () => {
    const header = league.grid('Racers')[0] ?? [];
    league.batch({ deleteSheet: { sheetId: league.sheetId('Racers') } });
    await league.clock.advance(10_000);
    league.batch({ addSheet: { properties: { title: 'Racers' } } });
    league.type('Racers!A1', header);
    await league.clock.advance(120_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(await league.ask('Juno', { type: 'missingRows', tab: 'Racers', choice: 'putBack' })).toMatch(
      'written again',
    );
    await league.clock.advance(20_000);
    expect(league.grid('Racers').map(([racer]) => racer)).toEqual(['Racer', 'Ana', 'Robin']);
    expect(league.grid('Problems')).toHaveLength(1);
  });

  test.each([
    ['=IMPORTXML("http://x","y")'],
    ['__proto__'],
    ['constructor'],
    ['a\u0000b'],
    ['\u202Eevil\u202C'],
    ["'quoted'; DROP TABLE"],
  ])('a hostile name does no harm: %#', async (name) => {
    league.batch({
      appendCells: {
        sheetId: league.sheetId('Racers'),
        rows: [{ values: [{ userEnteredValue: { stringValue: name } }] }],
        fields: 'userEnteredValue',
      },
    });
    league.type('Results!A4', ['Race 1', 'somebody', 3]);
    league.batch({
      updateCells: {
        start: { sheetId: league.sheetId('Results'), rowIndex: 3, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { stringValue: name } }] }],
        fields: 'userEnteredValue',
      },
    });
    await league.clock.advance(20_000);
    expect(league.table().slice(0, 2)).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.table()).toHaveLength(3);
    expect(league.grid('Racers')[3]?.[0]).toBe(name);
    expect(league.sync().view()).toEqual({ state: 'saved' });
  });

  test('a Discord ID that was rounded by the Sheet is a problem, and the good one holds', async () => {
    const before = [...league.facts().racers.values()][0]?.discordId;
    league.type('Racers!C2', [300000000000000000]);
    await league.clock.advance(10_000);
    expect([...league.facts().racers.values()][0]?.discordId).toBe(before);
    expect(league.grid('Problems')[1]?.slice(1, 3)).toEqual([
      '“300000000000000000” is not a Discord ID.',
      'Format the cell as plain text, then paste the ID again.',
    ]);
  });

  test('ten thousand pasted rows', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ['Race 1', `Nobody ${index}`, 'DNS']);
    league.batch({ appendDimension: { sheetId: league.sheetId('Results'), dimension: 'ROWS', length: 10_000 } });
    league.type('Results!A4', ...rows);
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.grid('Results')).toHaveLength(10_003);
    expect(league.grid('Results').every((row) => row[7] !== undefined && row[7] !== '')).toBe(true);
  });

  test('many rows that vanish at once still count, until a host puts them back or lets them go', async () => {
    await league.start('Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki', 'Sam', 'Priya');
    await league.clock.advance(10_000);
    const sheetId = league.sheetId('Results');
    const empty = () =>
      league.batch({ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 10 } } });
    const decide = (choice: 'delete' | 'putBack') =>
      league.ask('Juno', { type: 'missingRows', tab: 'Results', choice });
    empty();
    await league.clock.advance(10_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.grid('Problems')[1]?.slice(0, 2)).toEqual([
      'Results',
      '9 rows of Results vanished at once; they still count.',
    ]);
    expect(await decide('putBack')).toBe('9 rows of Results are written again.');
    await league.clock.advance(10_000);
    expect(league.results()).toHaveLength(9);
    expect(league.grid('Problems')).toHaveLength(1);
    empty();
    await league.clock.advance(10_000);
    expect(await decide('delete')).toBe('9 rows of Results were let go.');
    expect(await decide('delete')).toContain('no_missing_rows: No rows of Results are missing any more.');
    await league.clock.advance(10_000);
    expect(league.table()).toEqual([]);
    expect(league.results()).toEqual([]);
  });

  test('a spreadsheet that was replaced by a blank one is filled again from the journal', async () => {
    league.sheets.removeSpreadsheet('cozy-kart-league');
    league.sheets.ensureSpreadsheet('cozy-kart-league', 'A blank one');
    await league.clock.advance(60_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
    expect(league.sync().view()).toEqual({ state: 'saved' });
  });

  test('the same cell that was about to be written: the host wins, and both values are in the Log', async () => {
    await league.start('Ana', 'Robin');
    await league.clock.advance(5_000);
    const row = league.resultRow('Race 2', 'Ana');
    league.type(`Results!C${row}`, [2]);
    await league.report('Ana', 1);
    await league.clock.advance(10_000);
    expect(league.grid('Results')[row - 1]?.slice(2, 4)).toEqual([2, 'Sheet']);
    expect(league.grid('Log').map((line) => line[2])).toContain(
      "Results, Ana in Race 2: Position from empty to 2 (instead of the league's 1).",
    );
  });
});

describe('exactly once', () => {
  test.each([
    ['the answer is lost', ['answer lost']],
    ['the write is lost', ['lost']],
    ['the quota is used up', ['refused', 'refused']],
    ['the write is lost, and the answer of the next', ['lost', 'answer lost']],
  ] as const)('when %s', async (_, faults) => {
    await league.start('Ana', 'Robin');
    league.calls.faults.push(...faults);
    await league.report('Ana', 1);
    await league.clock.advance(60_000);
    expect(league.calls.faults).toEqual([]);
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin']);
    expect(league.grid('Log').filter((line) => String(line[2]).includes('Ana reported'))).toHaveLength(1);
    expect(league.grid('Log').filter((line) => line[1] === 'Sheet')).toEqual([]);
    expect(league.sync().view()).toEqual({ state: 'saved' });
  });

  test('when it ends between the answer and our note of it', async () => {
    await league.start('Ana', 'Robin');
    league.calls.faults.push('answer lost');
    await league.clock.advance(300);
    await league.restartSync();
    await league.report('Ana', 1);
    await league.clock.advance(10_000);
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin']);
    expect(league.grid('Log').filter((line) => line[1] === 'Sheet')).toEqual([]);
  });

  test.each(['deleted', 'emptied'])('when the hidden tab is %s before we look what was taken', async (what) => {
    await league.start('Ana', 'Robin');
    await league.clock.advance(10_000);
    await league.report('Ana', 'DNF');
    await league.clock.advance(400);
    expect(league.results(), 'the push was taken').toContain('Race 1 Ana DNF');
    const sheetId = league.sheetId('cozy_sync');
    league.batch(
      what === 'deleted'
        ? { deleteSheet: { sheetId } }
        : { updateCells: { range: { sheetId, startRowIndex: 0, endRowIndex: 1 }, fields: 'userEnteredValue' } },
    );
    const race = [...league.facts().races.values()].find((one) => one.race === 'Race 1')?.id ?? '';
    const racer = [...league.facts().racers.values()].find((one) => one.racer === 'Ana')?.id ?? '';
    await league.ask('Juno', { type: 'fix', race, racer, position: 2 });
    await league.clock.advance(30_000);
    expect(league.results(), 'our own write is no edit of a host').toContain('Race 1 Ana 2');
    expect(league.grid('Log').filter((line) => line[1] === 'Sheet')).toEqual([]);
  });

  test('when Google refuses for an hour, nothing piles up', async () => {
    league.calls.faults.push(...Array.from({ length: 100 }, () => 'refused' as const));
    await league.play('Ana', 'Robin');
    await league.clock.advance(3_600_000);
    expect((await league.journal.syncNotes('cozy'))?.push).toBe('[]');
    league.calls.faults.length = 0;
    await league.clock.advance(120_000);
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
  });

  test('while Google is down racing goes on, and hosts see since when', async () => {
    league.calls.down = true;
    const since = league.clock.now();
    await league.play('Ana', 'Robin');
    await league.clock.advance(600_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(league.sync().view()).toEqual({ state: 'unreachable', since });
    league.calls.down = false;
    await league.clock.advance(60_000);
    expect(league.sync().view()).toEqual({ state: 'saved' });
    expect(league.results()).toEqual(['Race 1 Ana 1', 'Race 1 Robin 2']);
  });
});
