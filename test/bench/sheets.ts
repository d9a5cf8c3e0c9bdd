/**
 * 500 reports, and how each way to a Sheet copes: the league's own, and the published `google-spreadsheet` client adding
 * a row for each. All three speak HTTP to the same local spreadsheet in this process, which answers at once.
 */
import { GoogleSpreadsheet } from 'google-spreadsheet';
import ours from '../../package.json' with { type: 'json' };
import { openGoogle } from '../../sheets/google.ts';
import { type OpenedLocalSheets, openLocalSheets } from '../../sheets/local/open.ts';
import { newTab } from '../../sheets/look/tab.ts';
import type { Raw } from '../../sheets/records.ts';
import { type Counted, counted, median } from './counted.ts';
import { leagueAtTheStart } from './league.ts';

const reports = 500;
/** Each way is run so often, in turns, and the one in the middle counts. */
const runs = 3;
/** Of reads, and of writes, for one credential: developers.google.com/workspace/sheets/api/limits. */
const quotaPerMinute = 60;

type Way = (local: OpenedLocalSheets, book: string) => Promise<Counted>;

const ways: Record<string, Way> = {
  'one bare batchUpdate (the floor)': bareBatch,
  'this league: desk, journal, sync': thisLeague,
  [`google-spreadsheet ${ours.devDependencies['google-spreadsheet']}: addRow for each`]: rowByRow,
};

export async function sheets(): Promise<void> {
  const local = await openLocalSheets({ port: 0, now: Date.now, random: Math.random });
  try {
    const results = new Map(Object.keys(ways).map((name): [string, Counted[]] => [name, []]));
    // The first round warms up and isn't counted.
    for (let run = 0; run <= runs; run++) {
      for (const [index, [name, way]] of Object.entries(ways).entries()) {
        const book = `bench-${run}-${index}`;
        local.engine.ensureSpreadsheet(book, name);
        const result = await way(local, book);
        if (run > 0) results.get(name)?.push(result);
      }
    }
    print([...results].map(([name, all]) => [name, median(all)]));
  } finally {
    await local.close();
  }
}

async function bareBatch(local: OpenedLocalSheets, book: string): Promise<Counted> {
  const calls = openGoogle({ rootUrl: `${local.url}/` });
  await calls.batchUpdate(book, newTab('Results', 7, 1));
  const rows = resultRows().map((cells) => ({ values: cells.map(cellData) }));
  const result = await counted(() =>
    calls.batchUpdate(book, [{ appendCells: { sheetId: 7, rows, fields: 'userEnteredValue' } }]),
  );
  expectRows(local, book);
  return result;
}

async function thisLeague(local: OpenedLocalSheets, book: string): Promise<Counted> {
  const league = await leagueAtTheStart(openGoogle({ rootUrl: `${local.url}/` }), book, reports);
  try {
    const result = await counted(async (told) => {
      await league.reportAll();
      told();
      await league.inTheSheet();
    });
    expectRows(local, book);
    return result;
  } finally {
    await league.close();
  }
}

async function rowByRow(local: OpenedLocalSheets, book: string): Promise<Counted> {
  await openGoogle({ rootUrl: `${local.url}/` }).batchUpdate(book, newTab('Results', 7, 1));
  const doc = new GoogleSpreadsheet(book, { token: 'none is needed here' });
  Object.assign(doc, { sheetsApi: doc.sheetsApi.extend({ prefix: `${local.url}/v4/spreadsheets/${book}` }) });
  await doc.loadInfo();
  const sheet = doc.sheetsByTitle.Results;
  if (!sheet) throw new Error('the tab Results is missing');
  await sheet.loadHeaderRow();
  const result = await counted(async () => {
    for (const row of resultRows()) await sheet.addRow(row, { raw: true });
  });
  expectRows(local, book);
  return result;
}

/** The cells of a result as they stand in the tab Results. */
function resultRows(): Raw[][] {
  return Array.from({ length: reports }, (_, index) => [
    `Race ${1 + Math.floor(index / 8)}`,
    `Racer ${index}`,
    1 + (index % 8),
    'Claim',
    `Racer ${index}`,
    46_000 + index / 1_000,
    '',
    `result-${index}`,
  ]);
}

function cellData(cell: Raw) {
  return { userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { stringValue: String(cell) } };
}

/** A way that loses or doubles a report isn't worth its time. */
function expectRows({ engine }: OpenedLocalSheets, spreadsheetId: string): void {
  const { values } = engine.spreadsheets.values.get({ spreadsheetId, range: 'Results' });
  const [header = [], ...rows] = values ?? [];
  const [race, racer, position] = ['Race', 'Racer', 'Position'].map((name) => header.indexOf(name));
  const reported = rows.filter((row) => String(row[position ?? -1] ?? '') !== '');
  const different = new Set(reported.map((row) => `${row[race ?? -1]} ${row[racer ?? -1]}`));
  if (reported.length !== reports || different.size !== reports) {
    throw new Error(`of ${reports} reports ${different.size} are in the Sheet, in ${reported.length} rows`);
  }
}

function print(lines: readonly (readonly [string, Counted])[]): void {
  const floor = lines[0]?.[1].ms ?? 1;
  const rows = lines.map(([name, { reads, writes, toldMs, ms }]) => {
    const forced = forcedMs(Math.max(reads, writes));
    const least = times(Math.max(forced, ms) / floor);
    return [name, `${reads}`, `${writes}`, seconds(toldMs), seconds(ms), times(ms / floor), minutes(forced), least];
  });
  const header = ['', 'reads', 'writes', 'told', 'written', '× floor', 'quota', '× floor'];
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  console.log(`${reports} reports at once\n`);
  for (const row of [header, ...rows]) console.log(line(row));
  console.log(`
Measured on this machine, the middle of ${runs} runs, against a local spreadsheet that answers at once:
  reads, writes  calls of the API, counted where they arrive
  told           until the last racer is told that it's saved
  written        until all of it is in the Sheet; the league waits on purpose, up to 2 s, to gather what belongs together
Follows from the number of calls:
  quota          what Google's ${quotaPerMinute} reads and ${quotaPerMinute} writes a minute let nobody go below; then × floor is of that`);
}

/** Sixty calls go at once, the next sixty a minute later, and so on. */
function forcedMs(calls: number): number {
  return Math.floor(Math.max(0, calls - 1) / quotaPerMinute) * 60_000;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}

function minutes(ms: number): string {
  return `${ms / 60_000} min`;
}

function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en')}×`;
}
