import type { LocalSheets } from '../engine.ts';
import { sheetById } from '../model/book.ts';
import { delimited } from './delimited.ts';
import type { ExportFormat } from './formats.ts';
import { zippedHtml } from './html.ts';
import { ods } from './ods.ts';
import { pdf } from './pdf.ts';
import { type ShownTab, shownTab } from './shown.ts';
import { xlsx } from './xlsx.ts';

/**
 * A spreadsheet to take away, as a person sees it: one tab as text, all tabs that aren't hidden otherwise.
 * @param sheetId the tab that is meant; without it the first one, and of a PDF all
 * @throws SheetsError 400 when there's no such tab
 */
export function exported(
  engine: Pick<LocalSheets, 'spreadsheets' | 'list'>,
  spreadsheetId: string,
  sheetId: number | undefined,
  format: ExportFormat,
): string | Buffer {
  switch (format) {
    case 'csv':
    case 'tsv':
      return delimited(oneTab(engine, spreadsheetId, sheetId), format);
    case 'xlsx':
      return xlsx(allTabs(engine, spreadsheetId));
    case 'ods':
      return ods(allTabs(engine, spreadsheetId));
    case 'zip':
      return zippedHtml(allTabs(engine, spreadsheetId));
    case 'pdf':
      return pdf(sheetId === undefined ? allTabs(engine, spreadsheetId) : [oneTab(engine, spreadsheetId, sheetId)]);
  }
}

type Engine = Pick<LocalSheets, 'spreadsheets' | 'list'>;

function allTabs({ spreadsheets }: Engine, spreadsheetId: string): ShownTab[] {
  const { sheets = [] } = spreadsheets.get({ spreadsheetId, includeGridData: true });
  return sheets.filter(({ properties }) => !properties?.hidden).map(shownTab);
}

function oneTab({ spreadsheets, list }: Engine, spreadsheetId: string, sheetId: number | undefined): ShownTab {
  const book = list().find(({ id }) => id === spreadsheetId);
  const [first] = book?.sheets ?? [];
  if (!book || !first) throw new Error(`There is no spreadsheet ${spreadsheetId} to export.`);
  const { title } = sheetId === undefined ? first : sheetById(book, sheetId, 'sheet');
  const ranges = [`'${title.replaceAll("'", "''")}'`];
  const { sheets } = spreadsheets.get({ spreadsheetId, ranges, includeGridData: true });
  const [only] = sheets ?? [];
  if (!only) throw new Error(`The tab ${title} was asked for and not answered.`);
  return shownTab(only);
}
