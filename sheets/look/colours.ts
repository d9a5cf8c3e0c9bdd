/** Colours that follow from what stands in a cell: problems, podiums, statuses. */
import type { Request } from '../google.ts';
import { type Column, type RaceStatus, type TabName, tabAt } from '../records.ts';
import { type Fill, fills } from './palette.ts';

const statuses: Record<RaceStatus, Fill> = {
  Planned: 'grey',
  Open: 'blue',
  Running: 'amber',
  Reporting: 'amber',
  Final: 'green',
  Void: 'grey',
};
const seasons: Record<string, Fill> = { Planned: 'grey', Open: 'green', Closed: 'grey' };
const podium: Fill[] = ['gold', 'silver', 'bronze'];

/** The rules of a new tab, the stronger ones first. */
export function colourRules(tab: TabName, columns: readonly Column[], sheetId: number): Request[] {
  const rules = [
    ...(tabAt(tab).holds === 'facts' ? [problemRule(tab, columnRange(sheetId, 0, columns.length))] : []),
    ...columns.flatMap((column, at) => columnRules(tab, column, columnRange(sheetId, at))),
  ];
  return rules.map((rule, index) => ({ addConditionalFormatRule: { rule, index } }));
}

/** The rules of a column that a tab gets later. */
export function columnColours(tab: TabName, column: Column, sheetId: number, at: number): Request[] {
  const range = columnRange(sheetId, at);
  const rules = [
    ...(tabAt(tab).holds === 'facts' ? [problemRule(tab, range)] : []),
    ...columnRules(tab, column, range),
  ];
  return rules.map((rule, index) => ({ addConditionalFormatRule: { rule, index } }));
}

function columnRules(tab: TabName, { header, kind }: Column, range: object): object[] {
  if (kind === 'position' || header === 'Rank') {
    return podium.map((fill, index) => rule(range, 'NUMBER_EQ', String(index + 1), fill));
  }
  if (tab === 'Problems' && header === 'Where') return [rule(range, 'NOT_BLANK', undefined, 'red')];
  if (header !== 'Status') return [];
  return Object.entries(tab === 'Races' ? statuses : seasons).map(([status, fill]) =>
    rule(range, 'TEXT_EQ', status, fill),
  );
}

/** A cell that Problems names. A rule can't look into another tab by itself, but by way of INDIRECT it can. */
function problemRule(tab: TabName, range: object): object {
  const formula = `=COUNTIF(INDIRECT("Problems!A2:A"),"${tab}!"&ADDRESS(ROW(),COLUMN(),4))>0`;
  return rule(range, 'CUSTOM_FORMULA', formula, 'red');
}

function rule(range: object, type: string, value: string | undefined, fill: Fill): object {
  const condition = { type, ...(value !== undefined && { values: [{ userEnteredValue: value }] }) };
  return { ranges: [range], booleanRule: { condition, format: { backgroundColorStyle: { rgbColor: fills[fill] } } } };
}

function columnRange(sheetId: number, at: number, width = 1): object {
  return { sheetId, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + width };
}
