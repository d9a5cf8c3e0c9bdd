/** What can be exported, by the name of its file. */
import type { FactTab } from '../../sheets/records.ts';

/** The tab that a CSV holds; of the others it's the league, and all of its results. */
export const exportFiles = {
  'league.json': undefined,
  'results.csv': undefined,
  'tab-results.csv': 'Results',
  'tab-races.csv': 'Races',
  'tab-racers.csv': 'Racers',
  'tab-seasons.csv': 'Seasons',
  'tab-scoring.csv': 'Scoring',
  'tab-adjustments.csv': 'Adjustments',
  'tab-settings.csv': 'Settings',
} as const satisfies Record<string, FactTab | undefined>;

export type ExportFile = keyof typeof exportFiles;

export function isExportFile(name: string): name is ExportFile {
  return Object.hasOwn(exportFiles, name);
}
