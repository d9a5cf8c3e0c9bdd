/** A workbook that an earlier version made gets the columns and tabs that it lacks; what a host deletes stays deleted. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Shadow } from '../sheets/shadow.ts';
import { book, sheetLeague } from './sheet-league.ts';

type League = Awaited<ReturnType<typeof sheetLeague>>;
let league: League;
beforeEach(async () => {
  league = await sheetLeague();
  await league.play('Ana', 'Robin');
  await league.clock.advance(10_000);
});
afterEach(() => league.close());

/** What the version before this one didn't know. */
const lacking = {
  Standings: ['Dropped', 'Adjustments', 'Winnings', 'Why'],
  Races: ['Entry fee'],
  Racers: ['Same as'],
  Seasons: ['Drop worst', 'Entry fee', 'Commission', 'Split', 'Bonuses', 'Grand prize', 'Sponsor'],
} as const;
const ofStandings = ['dropped', 'adjustments', 'winnings', 'why'];
const ofSeasons = ['dropWorst', 'entryFee', 'commission', 'split', 'bonuses', 'grandPrize', 'sponsor'];
const fields: readonly string[] = [...ofStandings, ...ofSeasons, 'sameAs'];

function deleteColumn(tab: string, header: string): void {
  const startIndex = league.grid(tab)[0]?.indexOf(header) ?? -1;
  const range = { sheetId: league.sheetId(tab), dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 };
  league.batch({ deleteDimension: { range } });
}

/** The Sheet, and what is remembered of it, as the version before this one left them. */
async function begunEarlier(
  lacks: readonly string[] = ['Adjustments', 'Sponsors', 'Ledger', 'Trophies'],
): Promise<void> {
  await league.sync().close();
  for (const [tab, headers] of Object.entries(lacking)) for (const header of headers) deleteColumn(tab, header);
  for (const tab of lacks) league.batch({ deleteSheet: { sheetId: league.sheetId(tab) } });
  const notes = await league.journal.syncNotes('cozy');
  const shadow: Shadow = JSON.parse(notes?.shadow ?? '{}');
  const without = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([field]) => !fields.includes(field)));
  const tabs = Object.entries(shadow.tabs).filter(([tab]) => !lacks.includes(tab));
  const derived = Object.entries(shadow.derived).filter(([tab]) => !lacks.includes(tab));
  const earlier = {
    marker: shadow.marker,
    tabs: Object.fromEntries(
      tabs.map(([tab, of]) => {
        const rows = of.rows.map((row) => ({ ...row, cells: without(row.cells) }));
        return [tab, { ...of, columns: without(of.columns), rows }];
      }),
    ),
    derived: Object.fromEntries(
      derived.map(([tab, of]) => {
        const rows = tab === 'Standings' ? of.rows.map((row) => row.slice(0, 6)) : of.rows;
        return [tab, { ...of, columns: without(of.columns), rows }];
      }),
    ),
    misses: [],
  };
  await league.journal.saveSyncNotes('cozy', { shadow: JSON.stringify(earlier), push: '[]' });
}

const header = (tab: string) => league.grid(tab)[0] ?? [];
const problems = () =>
  league
    .grid('Problems')
    .slice(1)
    .map(([where, what]) => `${where}: ${what}`);
const settle = () => league.clock.advance(20_000);

describe('a workbook of an earlier version', () => {
  test('gets its new columns behind the last one, and its new tabs, when the server starts', async () => {
    await begunEarlier();
    expect(header('Seasons')).toEqual(['Season', 'Status', 'Starts', 'Ends', 'Scoring', 'ID']);
    await league.restartSync();
    await settle();
    expect(header('Seasons')).toEqual(['Season', 'Status', 'Starts', 'Ends', 'Scoring', 'ID', ...lacking.Seasons]);
    expect(header('Racers').slice(-2)).toEqual(['ID', 'Same as']);
    expect(header('Standings').slice(-4)).toEqual([...lacking.Standings]);
    expect(header('Adjustments')[0]).toBe('Season');
    expect(league.grid('Standings')[1]?.at(-1)).toBe('1st with 15 pts: the one race counts; 3 pts ahead of Robin.');
    expect(league.grid('Trophies')).toHaveLength(3);
    expect(problems()).toEqual([]);
    expect(league.errors).toEqual([]);
    league.type('Seasons!G2', [1]);
    await settle();
    expect([...league.facts().seasons.values()][0]?.dropWorst).toBe(1);
  });

  test('keeps what hosts put beside, with or without a header, and the charts stand beside still', async () => {
    await begunEarlier();
    const anchor = () => {
      const { sheets = [] } = league.sheets.spreadsheets.get({ spreadsheetId: book });
      const charts = sheets.find(({ properties }) => properties?.title === 'Standings')?.charts ?? [];
      return charts.map(({ position }) => position?.overlayPosition?.anchorCell?.columnIndex ?? 0);
    };
    const before = anchor();
    league.type('Seasons!G1', ['My notes'], ['precious']);
    league.type('Seasons!I2', ['no header']);
    await league.restartSync();
    await settle();
    expect(header('Seasons').slice(5)).toEqual(['ID', 'My notes', ...lacking.Seasons]);
    expect(league.grid('Seasons')[1]?.[6]).toBe('precious');
    expect(league.grid('Seasons')[1]?.[8 + lacking.Seasons.length]).toBe('no header');
    expect(anchor()).toEqual(before.map((column) => column + lacking.Standings.length));
  });

  test('offers choices in them, and marks what it doesn’t understand there', async () => {
    await begunEarlier();
    await league.restartSync();
    await settle();
    const at = header('Racers').indexOf('Same as');
    const cell = `Racers!${String.fromCharCode(65 + at)}2`;
    const looked = 'sheets(data.rowData.values.dataValidation,conditionalFormats)';
    const { sheets } = league.sheets.spreadsheets.get({ spreadsheetId: book, ranges: [cell], fields: looked });
    const validation = sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.dataValidation;
    expect(validation?.condition?.type).toBe('ONE_OF_RANGE');
    const rules = sheets?.[0]?.conditionalFormats ?? [];
    expect(rules.some(({ ranges = [] }) => ranges.some((range) => range.startColumnIndex === at))).toBe(true);
    league.type(cell, ['Nobody']);
    await settle();
    expect(problems()).toEqual([`${cell}: No racer is called “Nobody”.`]);
  });

  test('gets them once, even if the answer to the write is lost, or it arrives late', async () => {
    for (const fault of ['answer lost', 'late'] as const) {
      // Nothing but columns: a tab of the same name would be refused by itself.
      await begunEarlier([]);
      league.calls.faults.push(fault);
      await league.restartSync();
      await settle();
      league.calls.applyLate();
      await settle();
      for (const tab of ['Seasons', 'Racers', 'Standings'] as const) {
        const all = header(tab).filter((cell) => cell !== '');
        expect(all, `${tab}, ${fault}`).toEqual([...new Set(all)]);
        expect(all).toEqual(expect.arrayContaining([...lacking[tab]]));
      }
    }
  });

  test('that nobody remembers gets them too', async () => {
    await begunEarlier();
    const second = await sheetLeague(league.sheets, 'second-');
    await second.clock.advance(20_000);
    expect(second.grid('Seasons')[0]).toContain('Drop worst');
    expect(second.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    expect(second.errors).toEqual([]);
    await second.close();
  });
});

describe('a column that a host deletes', () => {
  test('is a Problem where facts stood in it, and stays deleted however often the server starts', async () => {
    deleteColumn('Seasons', 'Drop worst');
    deleteColumn('Standings', 'Podiums');
    await settle();
    for (let start = 0; start < 2; start++) {
      expect(problems()).toEqual(['Seasons: Seasons has no column Drop worst.']);
      expect(header('Standings')).not.toContain('Podiums');
      await league.restartSync();
      await settle();
    }
    expect(header('Seasons')).not.toContain('Drop worst');
  });

  test('says what stands below its header, once a host writes that again', async () => {
    await league.ask('Juno', {
      type: 'editSeason',
      season: [...league.facts().seasons.keys()][0] ?? '',
      dropWorst: 2,
    });
    await settle();
    deleteColumn('Seasons', 'Drop worst');
    await settle();
    league.type('Seasons!M1', ['Drop worst']);
    await settle();
    expect(problems()).toEqual([]);
    expect([...league.facts().seasons.values()][0]?.dropWorst).toBeUndefined();
  });

  test('of a tab without its key is no reason to add others', async () => {
    await begunEarlier();
    deleteColumn('Racers', 'ID');
    await league.restartSync();
    await settle();
    expect(header('Racers')).not.toContain('Same as');
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
  });
});
