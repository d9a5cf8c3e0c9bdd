/** The local spreadsheet behind its real HTTP server, with what a host sees and does in it. */
import { openLocalSheets } from '../../sheets/local/open.ts';
import type { WireClock } from './clock.ts';

export const book = 'cozy-kart-league';

export type WireSheet = Awaited<ReturnType<typeof openWireSheet>>;

export async function openWireSheet(clock: WireClock) {
  let drawn = 0;
  const random = () => ((drawn++ * 0.618_033_988_749) % 1) * 0.999;
  const local = await openLocalSheets({ port: 0, now: clock.now, random, after: clock.after });
  local.engine.ensureSpreadsheet(book, 'Cozy-Kart League');
  const { spreadsheets } = local.engine;

  const sheet = {
    ...local,
    rootUrl: `http://127.0.0.1:${local.port}/`,

    /** Rows below the header, as a host sees them. */
    rows: (tab: string): string[][] =>
      (spreadsheets.values.get({ spreadsheetId: book, range: `'${tab}'` }).values ?? [])
        .slice(1)
        .map((row) => row.map(String)),

    /** The Results rows as `Race 1 Ana 2`, those without a position as `Race 1 Ana`. */
    results: (): string[] => sheet.rows('Results').map((row) => row.slice(0, 3).join(' ').trim()),

    /** The Standings as `1 Ana 15`. */
    standings: (): string[] => sheet.rows('Standings').map((row) => row.slice(0, 3).join(' ')),

    /** The row (from 1) of a racer's result. */
    rowOf: (race: string, racer: string): number =>
      sheet.rows('Results').findIndex((row) => row[0] === race && row[1] === racer) + 2,

    batch(...requests: object[]): void {
      spreadsheets.batchUpdate({ spreadsheetId: book, requestBody: { requests } });
    },

    sheetId(tab: string): number {
      const found = spreadsheets.get({ spreadsheetId: book }).sheets?.find((one) => one.properties?.title === tab);
      if (!found) throw new Error(`the spreadsheet has no tab ${tab}`);
      return found.properties?.sheetId ?? 0;
    },

    /** The names that tell our pushes, oldest first. */
    markers: (): string[] =>
      (spreadsheets.get({ spreadsheetId: book }).namedRanges ?? []).map(({ name }) => name ?? '').sort(byNumber),

    /** The spreadsheet as it is: the very same object as long as nothing at all was written. */
    version: () => local.engine.list().find(({ id }) => id === book),

    /** Once so many requests hang. */
    held: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const stop = local.faults.onChange(() => {
          if (local.faults.now().held.length !== count) return;
          stop();
          resolve();
        });
      }),

    /** Runs once, in the moment in which the next write has been applied and nobody knows it yet. */
    onNextWrite(run: () => void): void {
      const stop = local.engine.onChange(() => {
        stop();
        run();
      });
    },
  };
  return sheet;
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
