import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planResults } from '../../server/exchange/import-results.ts';
import { standings } from '../../server/league/standings.ts';
import { problemsOf } from '../../server/problems.ts';
import { publicLeague, publicSeason } from '../../server/views/public.ts';
import { seasonSummaries } from '../../server/views/season.ts';
import { sayFileNote, sayFileProblem } from '../../server/words/exchange.ts';
import { smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(() => league.close());

let made = 0;
function plan(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  return planResults(bytes, league.desk.state, { by: 'Juno', now: 46_000, newId: () => `in-${++made}` });
}

/** Imports it; answers what it made, or what was wrong. */
async function take(file: string) {
  const { changes, problems } = plan(file);
  if (problems.length > 0) return said(file);
  const by = { kind: 'member', user: 'juno', name: 'Juno' } as const;
  const happening = { what: 'imported', seasons: 0, races: 0, results: 0 } as const;
  await league.desk.note(() => ({ notes: changes.length > 0 ? [{ by, happening, changes }] : [] }));
  return changes.length;
}

/** What is wrong, as `3: “x” is not a position. Use …`. */
function said(file: string | Uint8Array): string[] {
  return plan(file).problems.map((problem) => {
    const { what, remedy } = sayFileProblem(problem);
    return `${problem.line ?? '-'}: ${what} ${remedy}`;
  });
}

function table(name: string): string[] {
  const facts = league.facts();
  const season = [...facts.seasons.values()].find((one) => one.season === name);
  const lines = season ? standings(facts, season) : [];
  return lines.map(({ rank, racer, points }) => `${rank} ${facts.racers.get(racer)?.racer} ${points}`);
}

const spring = `Season,Race,Racer,Position
2024,Race 1,Ana,1
2024,Race 1,Robin,2
2024,Race 2,Robin,1
2024,Race 2,Ana,DNF
`;

describe('past seasons from a CSV', () => {
  test('come in as closed, with racers who have no Discord, in one entry, and with a table of their own', async () => {
    const before = league.desk.state.seq;
    expect(plan(spring).makes).toEqual({
      seasons: { added: ['2024'], known: [] },
      races: { added: 2, known: 0 },
      racers: { added: ['Ana', 'Robin'], known: 0 },
      results: 4,
    });
    await take(spring);
    const entries = (await league.journal.entries('cozy')).slice(before);
    expect(entries.map(({ happening }) => happening.what)).toEqual(['imported', 'rulesKept']);
    expect(table('2024')).toEqual(['1 Robin 27', '2 Ana 16']);
    const facts = league.facts();
    expect([...facts.seasons.values()].map(({ season, status }) => `${season} ${status}`)).toEqual([
      'Season 1 Open',
      '2024 Closed',
    ]);
    expect([...facts.racers.values()].map(({ racer, discordId }) => [racer, discordId])).toEqual([
      ['Ana', undefined],
      ['Robin', undefined],
    ]);
  });

  test('imported twice are there once', async () => {
    await take(spring);
    expect(plan(spring)).toMatchObject({ changes: [], problems: [], makes: { races: { added: 0, known: 2 } } });
  });

  test('may have their columns in any order and case, and others beside them', async () => {
    const file = 'team;POSITION; racer ;race;season\nRed;1;Ana;Race 1;2024\n"Blue; or so";2;"Robin";Race 1;2024\n';
    expect(plan(file).notes.map(sayFileNote)).toContain("The column team isn't used.");
    await take(file);
    expect(table('2024')).toEqual(['1 Ana 15', '2 Robin 12']);
  });

  test('may be separated by tabs, begin with a byte order mark and end lines as Windows does', async () => {
    await take(`\ufeff${spring.replaceAll(',', '\t').replaceAll('\n', '\r\n')}`);
    expect(table('2024')).toEqual(['1 Robin 27', '2 Ana 16']);
  });

  test('know who is here already, by an old name too', async () => {
    await league.play('Ana', 'Robin');
    const ana = [...league.facts().racers.values()].find(({ racer }) => racer === 'Ana')?.id ?? '';
    const changes = [{ kind: 'edit' as const, tab: 'Racers' as const, id: ana, cells: { racer: 'Anastasia' } }];
    const happening = { what: 'edited', edits: [], more: 0 } as const;
    await league.desk.note(() => ({ notes: [{ by: { kind: 'sheet' }, happening, changes }] }));
    expect(plan(spring).makes.racers).toEqual({ added: [], known: 2 });
    await take(spring);
    expect(table('2024')).toEqual(['1 Robin 27', '2 Anastasia 16']);
    expect(plan(spring)).toMatchObject({ changes: [], problems: [] });
  });

  test('give a race a name of its own where another has it, and find it again', async () => {
    await league.play('Ana', 'Robin');
    expect(plan(spring).notes.map(sayFileNote)).toContain(
      'Race 1 comes in as “Race 1 (2024)”: each race has a name of its own.',
    );
    await take(spring);
    const both = spring + spring.split('\n').slice(1).join('\n').replaceAll('2024', '2025');
    await take(both);
    expect(table('2025')).toEqual(['1 Robin 27', '2 Ana 16']);
    expect(plan(both)).toMatchObject({ changes: [], problems: [] });
    expect(table('Season 1')).toEqual(['1 Ana 15', '2 Robin 12']);
  });

  test('count in the order of the file where they have no dates', async () => {
    await take(
      'Season,Race,Racer,Position\n2024,Zandvoort,Ana,1\n2024,Zandvoort,Bo,2\n2024,Monza,Bo,1\n2024,Monza,Ana,2\n',
    );
    expect(table('2024')).toEqual(['1 Bo 27', '2 Ana 27']);
  });

  test('take dates, nights, drops, and a scoring table that is made from their points', async () => {
    await take(`Season,Race,Racer,Position,Night,Date,Scoring,Drop worst,Points
2024,Monza,Ana,1,Night 2,2024-03-08 20:30,F1,1,25
2024,Monza,Bo,2,Night 2,2024-03-08 20:30,F1,1,18
2024,Spa,Bo,1,Night 1,2024-03-01,F1,1,25
2024,Spa,Ana,DNF,Night 1,2024-03-01,F1,1,0
`);
    expect(table('2024')).toEqual(['1 Ana 25', '2 Bo 25']);
    const facts = league.facts();
    const [spa] = [...facts.races.values()].filter(({ race }) => race === 'Spa');
    expect(spa).toMatchObject({ night: 'Night 1', started: Date.UTC(2024, 2, 1), status: 'Final' });
  });

  test('take bonuses and penalties, once', async () => {
    const file = `${spring.replaceAll('\n', ',,\n').replace('Position,,', 'Position,Points,Reason')}2024,Race 2,Ana,,12,Fastest lap\n2024,,Robin,,-2.5,Late\n`;
    await take(file);
    expect(table('2024')).toEqual(['1 Ana 28', '2 Robin 24.5']);
    expect(plan(file)).toMatchObject({ changes: [], problems: [] });
  });

  test('add races to a season that is open', async () => {
    await league.play('Ana', 'Robin');
    await take('Season,Race,Racer,Position\nSeason 1,Warm-up,Ana,2\nSeason 1,Warm-up,Robin,1\n');
    expect(table('Season 1')).toEqual(['1 Ana 27', '2 Robin 27']);
  });
});

describe('points of a file', () => {
  const twoTens = 'Season,Race,Racer,Position,Scoring,Points\n2024,Heat,Ana,1,Standard,10\n2024,Heat,Bo,2,Standard,9\n';
  const notes = (file: string) => plan(file).notes.map(sayFileNote);
  const scoring = (name: string) => [...league.facts().seasons.values()].find(({ season }) => season === name)?.scoring;
  const standard = () => league.facts().scoring.get('standard')?.places.get(1);

  test('are those of Standard from then on where nobody has changed or used that table', async () => {
    expect(notes(twoTens)).toContain(
      'The table Standard takes the points of the file: no race here was scored by it yet.',
    );
    await take(twoTens);
    expect(table('2024')).toEqual(['1 Ana 10', '2 Bo 9']);
    expect(standard()).toBe(10);
    expect(plan(twoTens)).toMatchObject({ changes: [], problems: [] });
  });

  test('that differ from a table in use make one of the season’s own, once', async () => {
    await league.play('Ana', 'Robin');
    expect(notes(twoTens)).toContain(
      'Standard has other points in the file than here: 2024 is scored by “2024 (final)”, which is made from the file.',
    );
    await take(twoTens);
    expect(table('2024')).toEqual(['1 Ana 10', '2 Bo 9']);
    expect(table('Season 1')).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(plan(twoTens)).toMatchObject({ changes: [], problems: [] });
  });

  test('that differ from season to season make a table for each', async () => {
    const file = `${twoTens}2025,Sprint,Ana,1,Standard,8\n2026,Relay,Ana,1,Standard,10\n`;
    await take(file);
    expect(['2024', '2025', '2026'].map((name) => table(name)[0])).toEqual(['1 Ana 10', '1 Ana 8', '1 Ana 10']);
    expect(plan(file)).toMatchObject({ changes: [], problems: [] });
  });

  test('of a file that names no table are never those of Standard', async () => {
    const unnamed = twoTens.replaceAll('Standard', '');
    await take(unnamed);
    expect(scoring('2024')).toBe('2024 (final)');
    expect(table('2024')).toEqual(['1 Ana 10', '2 Bo 9']);
    expect(standard()).toBe(15);
    expect(plan(unnamed)).toMatchObject({ changes: [], problems: [] });
  });

  test('may make one table out of several seasons, each of its rows once', async () => {
    const file = `${twoTens}2025,Sprint,Bo,1,Standard,10\n2025,Sprint,Ana,3,Standard,8\n`.replaceAll(
      'Standard',
      'Tens',
    );
    const rows = plan(file).changes.flatMap((change) =>
      change.kind === 'add' && change.tab === 'Scoring' ? change.id : [],
    );
    expect(rows).toEqual(['tens|1', 'tens|2', 'tens|3']);
    await take(file);
    expect(table('2025')).toEqual(['1 Bo 10', '2 Ana 8']);
    expect(plan(file)).toMatchObject({ changes: [], problems: [] });
  });

  test('that differ in a season that is open leave it a table that can be handed on', async () => {
    await league.type({ kind: 'edit', tab: 'Scoring', id: 'standard|1', cells: { points: 20 } });
    const file = twoTens.replaceAll('2024', 'Season 1');
    await take(file);
    expect(scoring('Season 1')).toBe('Standard (Season 1)');
    expect(table('Season 1')).toEqual(['1 Ana 10', '2 Bo 9']);
    expect(standard()).toBe(20);
    expect(plan(file)).toMatchObject({ changes: [], problems: [] });
  });

  test('have to fit a season that was raced', async () => {
    await league.play('Ana', 'Robin');
    expect(said('Season,Race,Racer,Position,Points\nSeason 1,Heat,Ana,1,25\n')).toEqual([
      '2: 1st scores 15 pts in Standard, but 25 in the file. The season is scored by that table already: make the points the same, or leave the column Points out.',
    ]);
  });
});

describe('an import that was taken back', () => {
  const undo = async (answer = 'Taken back.') => {
    const entry = league.facts().corrections.at(-1)?.entry ?? 0;
    expect(await league.ask('Juno', { type: 'undo', entry })).toBe(answer);
  };
  const withAll = `Season,Race,Racer,Position,Scoring,Drop worst,Points,Reason
2024,Heat,Ana,1,Tens,1,10,
2024,Heat,Bo,2,Tens,1,9,
2024,Sprint,Bo,1,Tens,1,10,
2024,,Ana,,Tens,1,2,Fair play
`;

  test('can be mended and imported again, by its old names', async () => {
    await take(spring);
    await undo();
    await take(spring.replace('Ana,DNF', 'Ana,2'));
    expect(table('2024')).toEqual(['1 Robin 27', '2 Ana 27']);
    expect([...league.facts().races.values()].map(({ race }) => race)).toEqual(['Race 1', 'Race 2']);
    expect(plan(spring.replace('Ana,DNF', 'Ana,2'))).toMatchObject({ changes: [], problems: [] });
  });

  test('can be imported again with its scoring, drops and bonuses, and taken back once more', async () => {
    await take(withAll);
    const before = table('2024');
    await undo();
    expect(table('2024')).toEqual([]);
    await take(withAll);
    expect(table('2024')).toEqual(before);
    await undo();
    expect(table('2024')).toEqual([]);
  });

  test('leaves no season on the page, in the panel or among the problems', async () => {
    const shown = () => [
      publicLeague(league.desk.state, 0).seasons.map(({ season }) => season),
      seasonSummaries(league.facts()).map(({ name }) => name),
      problemsOf(league.desk.state).map(({ what }) => what),
    ];
    const before = shown();
    await take(withAll);
    expect(shown()).not.toEqual(before);
    await undo();
    expect(shown()).toEqual(before);
    expect(publicSeason(league.desk.state, '2024', 0)).toBeUndefined();
  });

  test('comes back when that is taken back', async () => {
    await take(spring);
    await undo();
    await undo('Done again.');
    expect(table('2024')).toEqual(['1 Robin 27', '2 Ana 16']);
    expect(seasonSummaries(league.facts()).map(({ name }) => name)).toContain('2024');
  });
});

describe('a file that can’t be taken', () => {
  const latin1 = new Uint8Array([...spring].map((sign) => sign.charCodeAt(0)));
  latin1[spring.indexOf('Robin')] = 0xf6;
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${spring}`, 'utf16le'));
  test.each<[string, string | Uint8Array, string]>([
    [
      'in UTF-16',
      utf16,
      '-: The file is in UTF-16, which many programs call Unicode. Save it again: in Excel as “CSV UTF-8”, in Google Sheets with File > Download > CSV.',
    ],
    [
      'in UTF-16 without a mark',
      utf16.slice(2),
      '-: The file is in UTF-16, which many programs call Unicode. Save it again: in Excel as “CSV UTF-8”, in Google Sheets with File > Download > CSV.',
    ],
    [
      'in Latin-1',
      latin1,
      "3: This line isn't in UTF-8: its letters can't be read. Save it again: in Excel as “CSV UTF-8”, in Google Sheets with File > Download > CSV.",
    ],
    [
      'a workbook',
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1, 1, 1, 1]),
      "-: That file isn't a CSV file. Open it in a spreadsheet, and save the sheet as CSV.",
    ],
    ['empty', '', '-: The file has no results. Choose a file with a line of headers and a line for each result.'],
    [
      'nothing but headers',
      'Season,Race,Racer,Position\n\n',
      '-: The file has no results. Choose a file with a line of headers and a line for each result.',
    ],
    [
      'without a column',
      'Season,Race,Racer\n2024,Race 1,Ana\n',
      '1: The file has no column Position. Write Position into its first line, above the cells that belong to it.',
    ],
    [
      'with a column twice',
      'Season,Race,Racer,Position,racer\n2024,Race 1,Ana,1,Bo\n',
      '1: The file has two columns Racer. Take one of them out, or call it something else.',
    ],
    [
      'with a racer twice in a race',
      `${spring}2024,Race 2,ANA,3\n`,
      '6: ANA is in Race 2 twice, first in line 5. Take one of the two lines out.',
    ],
    [
      'with two firsts',
      spring.replace('DNF', '1'),
      '5: Robin and Ana both hold 1st in Race 2. Change one of them. If it was a dead heat, write 1= for both.',
    ],
    ['with a bad position', spring.replace('DNF', 'Ret'), '5: “Ret” is not a position. Use 1 to 24, DNF, DSQ or DNS.'],
    ['with no position', spring.replace('DNF', ''), '5: “” is not a position. Use 1 to 24, DNF, DSQ or DNS.'],
    [
      'with a formula',
      spring.replace('Ana', '=HYPERLINK(A1)'),
      "2: “=HYPERLINK(A1)” looks like a formula. Take the first sign away. If it belongs to the name, write an apostrophe (') before it.",
    ],
    [
      'with signs that hide',
      spring.replace('Ana', 'A\u202ena'),
      "2: “A\u202ena” holds signs that can't be seen. Type it anew.",
    ],
    [
      'with a formula that failed',
      spring.replace('Ana', '#N/A'),
      "2: “#N/A” is what a formula shows that doesn't work. Mend it in your spreadsheet, and save the file again.",
    ],
    [
      'with a lost letter',
      spring.replace('Ana', 'Zo\ufffd'),
      '2: A letter of “Zo\ufffd” was lost when the file was saved. Save the original as UTF-8, or type it again here.',
    ],
    [
      'with a long name',
      spring.replace('Ana', 'A'.repeat(101)),
      `2: “${'A'.repeat(40)}…” is too long. Use 100 letters at most.`,
    ],
    [
      'with a comma in a name',
      spring.replace('Ana', 'Ana, the great'),
      '2: This line has more cells than there are headers. Put a name with a comma in it in quotation marks.',
    ],
    [
      'with an open quotation mark',
      spring.replace('Ana', '"Ana'),
      "2: A quotation mark in this line doesn't end, or ends too early. Put the whole cell in quotation marks, and double those inside it.",
    ],
    ['without a name', spring.replace('Ana', ''), '2: Racer is empty. Fill it in, or take the line out.'],
    [
      'with a bad date',
      `Season,Race,Racer,Position,Date\n2024,Race 1,Ana,1,2023-02-30\n`,
      '2: “2023-02-30” is not a date. Write it as 2024-03-01, or with a time as 2024-03-01 20:30.',
    ],
    [
      'with two dates for a race',
      `Season,Race,Racer,Position,Night\n2024,Race 1,Ana,1,A\n2024,Race 1,Bo,2,B\n`,
      '3: Night of Race 1 is “A” in an earlier line, but “B” here. Make them the same.',
    ],
    [
      'with a scoring table that isn’t here',
      'Season,Race,Racer,Position,Scoring\n2024,Race 1,Ana,1,F1\n',
      '2: No scoring table here is called “F1”, so nobody knows what 1st scores. Add it to the Scoring tab first, or give each line its Points.',
    ],
    [
      'with a bad number of drops',
      'Season,Race,Racer,Position,Drop worst\n2024,Race 1,Ana,1,-1\n',
      '2: “-1” in Drop worst is not possible. Use a whole number from 0 to 100.',
    ],
    [
      'with a penalty without points',
      'Season,Race,Racer,Position,Reason\n2024,,Ana,,Late\n',
      '2: A line with a reason and no position is a bonus or a penalty, but this one has no points. Fill in Points, below zero for a penalty.',
    ],
    [
      'with a penalty in a race that isn’t there',
      'Season,Race,Racer,Position,Reason,Points\n2024,Race 9,Ana,,Late,-1\n',
      '2: No race of 2024 is called “Race 9”. Use the name of one of its races, or leave Race empty.',
    ],
  ])('%s', (_, file, sentence) => {
    expect(said(file)).toEqual([sentence]);
  });

  test('with other results than a race that is here', async () => {
    await take(spring);
    expect(said(spring.replace('Ana,DNF', 'Ana,2'))).toEqual([
      '5: Race 2 of 2024 is here already with another result for Ana. Correct it in the panel, or leave this race out.',
    ]);
  });

  test('with a new race of a season that is closed here', async () => {
    await take(spring);
    expect(said(`${spring}2024,Race 3,Ana,1\n`)).toEqual([
      "6: 2024 is closed here, and Race 3 isn't in it. Reopen the season first, or leave this race out.",
    ]);
  });

  test('with a race that hosts voided', async () => {
    await league.play('Ana', 'Robin');
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Power cut' });
    expect(said('Season,Race,Racer,Position\nSeason 1,Race 1,Ana,1\n')).toEqual([
      '2: Race 1 of Season 1 is here already, but it was voided. Take that back in the panel, or leave this race out.',
    ]);
  });

  test('lists every problem by its line', () => {
    expect(said(spring.replace('Ana,1', 'Ana,x').replace('DNF', '99')).map((line) => line[0])).toEqual(['2', '5']);
  });
});
