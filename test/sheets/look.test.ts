import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { book, sheetLeague } from '../sheet-league.ts';

type League = Awaited<ReturnType<typeof sheetLeague>>;
let league: League;
beforeEach(async () => {
  league = await sheetLeague();
});
afterEach(() => league.close());

function resource(fields: string, ranges: string[] = []) {
  return league.sheets.spreadsheets.get({ spreadsheetId: book, ranges, fields });
}

function tab(title: string, fields: string) {
  const { sheets = [] } = resource(`sheets(properties.title,${fields})`);
  const found = sheets.find(({ properties }) => properties?.title === title);
  if (!found) throw new Error(`no tab ${title}`);
  return found;
}

/** What a cell offers to choose from, as the rule says it. */
function choices(cell: string) {
  const { sheets } = resource('sheets.data.rowData.values.dataValidation', [cell]);
  return sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.dataValidation;
}

function fill(cell: string) {
  const { sheets } = resource('sheets.data.rowData.values.userEnteredFormat', [cell]);
  return sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat;
}

describe('a blank spreadsheet', () => {
  it('becomes the workbook in one write', async () => {
    // The set-up, what a league begins with, and nothing else.
    expect(league.calls.writes).toBeLessThanOrEqual(3);
    const { sheets = [] } = resource('sheets.properties(title,hidden,gridProperties.frozenRowCount)');
    const shown = sheets.filter(({ properties }) => !properties?.hidden).slice(1);
    expect(shown.every(({ properties }) => properties?.gridProperties?.frozenRowCount === 1)).toBe(true);
    expect(fill('Results!A1')).toMatchObject({ textFormat: { bold: true } });
  });

  it('offers names, positions and statuses, and takes whatever else is typed', () => {
    const list = (letter: string) => ({
      condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=cozy_lists!$${letter}$2:$${letter}` }] },
      showCustomUi: true,
    });
    expect(choices('Results!B2')).toEqual(list('A'));
    expect(choices('Results!A900')).toEqual(list('B'));
    expect(choices('Races!B2')).toEqual(list('C'));
    expect(choices('Results!C2')).toEqual(list('D'));
    expect(choices('Seasons!E2')).toEqual(list('E'));
    expect(choices('Races!D2')?.condition?.values?.map(({ userEnteredValue }) => userEnteredValue)).toContain('Final');
    expect(choices('Results!B1'), 'the header is no choice').toBeUndefined();
    expect([choices('Adjustments!A2'), choices('Adjustments!B2'), choices('Adjustments!C2')]).toEqual([
      list('C'),
      list('A'),
      list('B'),
    ]);
    expect(choices('Racers!G2'), 'who somebody is the same as').toEqual(list('A'));
  });

  it('has room for the sentence that explains a rank, and its charts beside it', () => {
    const why = league.grid('Standings')[0]?.indexOf('Why') ?? -1;
    expect(fill(`Standings!${String.fromCharCode(65 + why)}2`)).toMatchObject({ wrapStrategy: 'WRAP' });
    const { data, charts = [] } = tab('Standings', 'charts.position,data.columnMetadata.pixelSize');
    expect(data?.[0]?.columnMetadata?.[why]?.pixelSize).toBeGreaterThan(400);
    const anchors = charts.map(({ position }) => position?.overlayPosition?.anchorCell?.columnIndex ?? 0);
    expect(Math.min(...anchors)).toBeGreaterThan(why);
  });

  it('keeps percentages as they are typed, shows amounts as amounts, and offers whose they may be', () => {
    const at = (name: string, header: string) =>
      `${name}!${String.fromCharCode(65 + (league.grid(name)[0]?.indexOf(header) ?? -1))}2`;
    expect(fill(at('Seasons', 'Commission'))).toMatchObject({ numberFormat: { type: 'TEXT' } });
    expect(fill(at('Seasons', 'Split'))).toMatchObject({ numberFormat: { type: 'TEXT' } });
    expect(fill(at('Ledger', 'Amount'))).toMatchObject({ numberFormat: { pattern: '#,##0.00' } });
    const { data } = tab('Ledger', 'data.rowData.values.dataValidation.condition');
    const from = league.grid('Ledger')[0]?.indexOf('From') ?? -1;
    expect(data?.[0]?.rowData?.[1]?.values?.[from]?.dataValidation?.condition?.type).toBe('ONE_OF_RANGE');
  });

  it('says of every setting what it does', () => {
    const settings = league.grid('Settings').slice(1);
    expect(settings.map(([setting]) => setting)).toEqual(
      expect.arrayContaining(['CPUs or guests on track', 'Report minutes', 'Protest hours']),
    );
    expect(settings.filter(([, , about]) => about === undefined || about === '')).toEqual([]);
  });

  it('warns of editing what follows, and locks nothing', () => {
    const { sheets = [] } = resource('sheets(properties.title,protectedRanges)');
    const ranges = sheets.flatMap(({ properties, protectedRanges = [] }) =>
      protectedRanges.map(({ range, warningOnly, description }) => {
        expect([warningOnly, description]).toEqual([true, expect.any(String)]);
        return `${properties?.title}${range?.startColumnIndex === undefined ? '' : ` ${range.startColumnIndex}`}`;
      }),
    );
    expect(ranges.sort()).toEqual(
      [
        'Adjustments 7',
        'Ledger 8',
        'Log',
        'Past standings',
        'Problems',
        'Progress',
        'Races 10',
        'Racers 7',
        'Results 7',
        'Seasons 12',
        'Sponsors 7',
        'Settings 2',
        'Standings',
        'Trophies',
      ].sort(),
    );
  });

  it('has its three charts, which read their tabs to the end', () => {
    const { charts = [] } = tab('Standings', 'charts');
    expect(charts.map(({ spec }) => [spec?.title, spec?.basicChart?.chartType])).toEqual([
      ['Standings', 'BAR'],
      ['Wins', 'COLUMN'],
      ['Points by race', 'LINE'],
    ]);
    for (const { spec } of charts) {
      const [source] = spec?.basicChart?.domains?.[0]?.domain?.sourceRange?.sources ?? [];
      expect(source?.endRowIndex ?? 1_000).toBeGreaterThanOrEqual(1_000);
    }
  });
});

describe('a played season', () => {
  beforeEach(async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    await league.play('Robin', 'Ana');
    await league.start('Zoe', 'Ana');
    await league.clock.advance(5_000);
  });

  it('fills Progress: points so far, the leader first', () => {
    expect(league.grid('Progress')).toEqual([
      ['Race', ...league.table().map((line) => line.split(' ')[1])],
      ['Race 1', ...league.table().map((line) => ({ Ana: 15, Robin: 12, Zoe: 10 })[line.split(' ')[1] ?? ''])],
      ['Race 2', ...league.table().map((line) => Number(line.split(' ')[2]))],
    ]);
  });

  it('fills the dropdowns: racers by name, this season’s races with the newest first, positions up to Places', async () => {
    const list = (column: number) =>
      league
        .grid('cozy_lists')
        .slice(1)
        .flatMap((row) => (row[column] === undefined || row[column] === '' ? [] : [row[column]]));
    expect(list(0)).toEqual(['Ana', 'Robin', 'Zoe']);
    expect(list(1)).toEqual(['Race 3', 'Race 2', 'Race 1']);
    expect(list(2)).toEqual(['Season 1']);
    expect(list(3)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 'DNF', 'DSQ', 'DNS']);
    expect(list(4)).toEqual(['Standard']);
    const places = league.grid('Settings').findIndex(([setting]) => setting === 'Places') + 1;
    league.type(`Settings!B${places}`, [4]);
    await league.clock.advance(10_000);
    expect(list(3)).toEqual([1, 2, 3, 4, 'DNF', 'DSQ', 'DNS']);
  });

  it('leaves a host’s own columns in Progress alone, and what is typed into ours goes', async () => {
    league.type('Progress!E1', ['My notes'], ['mine'], ['mine too']);
    league.type('Progress!B2', [999]);
    await league.clock.advance(10_000);
    await league.play('Mateo', 'Kiki');
    await league.clock.advance(10_000);
    const [header = [], first = []] = league.grid('Progress');
    expect(header[4]).toBe('My notes');
    expect(first[4]).toBe('mine');
    expect(
      header
        .filter((name) => name !== 'My notes')
        .slice(1)
        .toSorted(),
    ).toEqual(['Ana', 'Kiki', 'Mateo', 'Robin', 'Zoe'].toSorted());
    expect(league.grid('Progress').flat()).not.toContain(999);
  });

  it('stays as a host restyled it, whatever happens and however often the server starts', async () => {
    const sheetId = league.sheetId('Results');
    const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    const pink = { red: 1, blue: 1 };
    const { conditionalFormats = [] } = tab('Results', 'conditionalFormats');
    league.batch(
      { repeatCell: { range, cell: { userEnteredFormat: { backgroundColor: pink } }, fields: 'userEnteredFormat' } },
      { setDataValidation: { range: { ...range, startRowIndex: 1, endRowIndex: 1_000 } } },
      { deleteConditionalFormatRule: { sheetId, index: 0 } },
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          properties: { pixelSize: 333 },
          fields: 'pixelSize',
        },
      },
    );
    await league.restartSync();
    await league.play('Ana', 'Robin');
    await league.clock.advance(10_000);
    expect(fill('Results!A1')).toMatchObject({ backgroundColor: pink });
    expect(choices('Results!A2')).toBeUndefined();
    expect(tab('Results', 'conditionalFormats').conditionalFormats).toHaveLength(conditionalFormats.length - 1);
    const { data } = tab('Results', 'data.columnMetadata.pixelSize');
    expect(data?.[0]?.columnMetadata?.[0]?.pixelSize).toBe(333);
  });

  it('turns a cell red that Problems names, by a rule that reads Problems', () => {
    const [rule] = tab('Results', 'conditionalFormats').conditionalFormats ?? [];
    expect(rule?.booleanRule?.condition?.values?.[0]?.userEnteredValue).toBe(
      '=COUNTIF(INDIRECT("Problems!A2:A"),"Results!"&ADDRESS(ROW(),COLUMN(),4))>0',
    );
  });
});
