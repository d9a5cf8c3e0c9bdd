/** A sponsor's report as CSV, a row for each number. */
import { stringify } from 'csv-stringify/sync';
import { report as words } from '../words/sponsors.ts';
import type { SeasonReport } from './report.ts';

export function reportCsv(sponsor: string, seasons: readonly SeasonReport[]): string {
  const rows = seasons.flatMap(({ season, displays, clicks, races, racers, posts, days }) => [
    [season, sponsor, words.seen, words.surfaces.panel, '', displays.panel],
    [season, sponsor, words.seen, words.surfaces.page, '', displays.page],
    [season, sponsor, words.clicks, '', '', clicks],
    [season, sponsor, words.races, '', '', races],
    [season, sponsor, words.racers, '', '', racers],
    [season, sponsor, words.posts, '', '', posts],
    ...days.flatMap((one) => [
      [season, sponsor, words.seen, '', one.day, one.displays],
      [season, sponsor, words.clicks, '', one.day, one.clicks],
    ]),
  ]);
  // A spreadsheet that opens it would take a name that begins like this for a formula.
  const cells = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(String(cell)) ? `'${cell}` : cell)));
  return stringify([words.headers, ...cells], { bom: true });
}
