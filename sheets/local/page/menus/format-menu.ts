import type { Actions } from '../actions.ts';
import type { Request } from '../api.ts';
import type { Grid } from '../grid/grid.ts';
import { overlaps } from '../grid/place.ts';
import { doing } from '../message.ts';
import { format, merge, unmerge } from '../requests.ts';
import type { MenuItem, Swatch } from './menu.ts';

const SWATCHES: readonly Swatch[] = [
  { name: 'none', color: undefined },
  { name: 'black', color: '#000000' },
  { name: 'grey', color: '#b7b7b7' },
  { name: 'white', color: '#ffffff' },
  { name: 'red', color: '#c62828' },
  { name: 'orange', color: '#ef6c00' },
  { name: 'yellow', color: '#f9c80e' },
  { name: 'green', color: '#2e7d32' },
  { name: 'blue', color: '#1565c0' },
  { name: 'purple', color: '#6a1b9a' },
  { name: 'light red', color: '#fbd9d5' },
  { name: 'light yellow', color: '#fff2cc' },
  { name: 'light green', color: '#d9ead3' },
  { name: 'light blue', color: '#d0e2f7' },
];

const NUMBERS = [
  { text: 'Automatic', numberFormat: undefined },
  { text: 'Plain text', numberFormat: { type: 'TEXT' } },
  { text: 'Number (1,000.12)', numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } },
  { text: 'Percent (10.12%)', numberFormat: { type: 'PERCENT', pattern: '0.00%' } },
  { text: 'Date (2026-11-23)', numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
  { text: 'Date and time (2026-11-23 20:15)', numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } },
] as const;

const ALIGN = [
  { text: 'Align left', align: 'left', horizontalAlignment: 'LEFT' },
  { text: 'Align centre', align: 'center', horizontalAlignment: 'CENTER' },
  { text: 'Align right', align: 'right', horizontalAlignment: 'RIGHT' },
] as const;

/** How the selected cells look. */
export function formatMenu(grid: Grid, actions: Actions): MenuItem[] {
  const sheet = grid.sheet();
  const { active, box } = grid.selection();
  const look = sheet.cell(active)?.look ?? {};
  const set = (value: object, fields: string) => () => apply(grid, actions, value, fields);
  const many = box.bottom - box.top > 1 || box.right - box.left > 1;
  const isMerged = sheet.merges.some((each) => overlaps(each, box));
  const run = (request: Request) => void doing(actions.perform({ requests: [request] }, box));
  return [
    { text: 'Bold', keys: 'Ctrl+B', checked: look.bold ?? false, run: () => toggleStyle(grid, actions, 'bold') },
    { text: 'Italic', keys: 'Ctrl+I', checked: look.italic ?? false, run: () => toggleStyle(grid, actions, 'italic') },
    undefined,
    {
      label: 'Text',
      colors: SWATCHES,
      run: (color) => set({ textFormat: colorOf('foregroundColorStyle', color) }, 'textFormat.foregroundColorStyle')(),
    },
    {
      label: 'Fill',
      colors: SWATCHES,
      run: (color) => set(colorOf('backgroundColorStyle', color), 'backgroundColorStyle')(),
    },
    undefined,
    ...ALIGN.map(({ text, align, horizontalAlignment }) => ({
      text,
      checked: look.align === align,
      run: set({ horizontalAlignment }, 'horizontalAlignment'),
    })),
    {
      text: 'Wrap text',
      checked: look.wrap === 'wrap',
      run: set({ wrapStrategy: look.wrap === 'wrap' ? 'OVERFLOW_CELL' : 'WRAP' }, 'wrapStrategy'),
    },
    undefined,
    ...NUMBERS.map(({ text, numberFormat }) => ({
      text,
      run: set(numberFormat ? { numberFormat } : {}, 'numberFormat'),
    })),
    undefined,
    ...(isMerged
      ? [{ text: 'Unmerge cells', run: () => run(unmerge(sheet.view.sheetId, box)) }]
      : [{ text: 'Merge cells', disabled: !many, run: () => run(merge(sheet.view.sheetId, box)) }]),
    { text: 'Clear formatting', run: set({}, '') },
  ];
}

/** Bold or italic on all selected cells, or off where the active one has it. */
export function toggleStyle(grid: Grid, actions: Actions, which: 'bold' | 'italic'): void {
  const on = grid.sheet().cell(grid.selection().active)?.look?.[which] === true;
  apply(grid, actions, { textFormat: { [which]: !on } }, `textFormat.${which}`);
}

function apply(grid: Grid, actions: Actions, value: object, fields: string): void {
  const { box } = grid.selection();
  void doing(actions.perform({ requests: [format(grid.sheet().view.sheetId, box, value, fields)] }, box));
}

function colorOf(field: string, color: string | undefined): object {
  if (color === undefined) return {};
  const part = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return { [field]: { rgbColor: { red: part(1), green: part(3), blue: part(5) } } };
}
