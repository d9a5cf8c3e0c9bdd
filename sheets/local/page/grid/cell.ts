import type { Look } from '../../view/look.ts';
import type { Sheet, ShownCell } from '../sheet.ts';
import { POINT } from '../text-size.ts';
import { type Box, type Place, placeName } from './place.ts';

/** Text that goes on over empty neighbours is looked for so many columns to the right. */
const OVERFLOW_COLUMNS = 12;

/** Draws a cell, or the merged cells that begin with it. Text is only ever set as text. */
export function drawCell(element: HTMLElement, sheet: Sheet, place: Place): void {
  const cell = sheet.cell(place);
  const box = sheet.merge(place);
  const name = placeName(place);
  const ticked = tickedIn(cell);
  element.id = `cell-${name}`;
  element.dataset.a1 = name;
  element.className = classesOf(cell, ticked);
  element.setAttribute('role', 'gridcell');
  element.setAttribute('aria-colindex', String(place.column + 1));
  element.setAttribute('aria-label', `${name} ${ticked === undefined ? (cell?.text ?? '') : tickWord(ticked)}`.trim());
  const description = [cell?.invalid && `Not allowed: ${cell.invalid}`, cell?.note].filter(Boolean).join(' ');
  if (description) element.setAttribute('aria-description', description);
  else element.removeAttribute('aria-description');

  const { columns, rows } = sheet;
  Object.assign(element.style, styleOf(cell?.look, cell));
  element.style.left = `${columns.start(box.left)}px`;
  element.style.width = `${columns.start(box.right) - columns.start(box.left)}px`;
  element.style.height = `${rows.start(box.bottom) - rows.start(box.top)}px`;
  element.replaceChildren(...textOf(cell, ticked, roomFor(cell, sheet, box)));
}

/** Is a checkbox ticked? Undefined for a cell that isn't one, or holds something else. */
export function tickedIn(cell: ShownCell | undefined): boolean | undefined {
  if (cell?.rule?.kind !== 'checkbox') return undefined;
  const text = (cell.text ?? '').toLowerCase();
  if (text === cell.rule.checked.toLowerCase()) return true;
  return text === '' || text === cell.rule.unchecked.toLowerCase() ? false : undefined;
}

const tickWord = (ticked: boolean): string => (ticked ? 'ticked' : 'not ticked');

function classesOf(cell: ShownCell | undefined, ticked: boolean | undefined): string {
  return [
    'cell',
    cell?.rule?.kind === 'list' && 'has-choices',
    ticked !== undefined && 'checkbox',
    ticked === true && 'ticked',
    cell?.note !== undefined && 'has-note',
    cell?.invalid !== undefined && 'not-allowed',
  ]
    .filter(Boolean)
    .join(' ');
}

function textOf(cell: ShownCell | undefined, ticked: boolean | undefined, room: number | undefined): Node[] {
  if (!cell?.text || ticked !== undefined) return [];
  const text = document.createElement('span');
  text.textContent = cell.text;
  if (room !== undefined) {
    text.className = 'overflowing';
    text.style.maxWidth = `${room}px`;
    text.style.backgroundColor = cell.look?.fill ?? '';
  }
  return [text];
}

/** How wide a text may become beyond its own cell; undefined where it stays inside. */
function roomFor(cell: ShownCell | undefined, sheet: Sheet, box: Box): number | undefined {
  const { look, text } = cell ?? {};
  if (!text || cell?.kind || cell?.rule || look?.wrap || (look?.align && look.align !== 'left')) return;
  if (text.length * 5 < sheet.columns.size(box.left) || box.right - box.left > 1 || box.bottom - box.top > 1) return;
  let end = box.right;
  const last = Math.min(sheet.columns.count, box.right + OVERFLOW_COLUMNS);
  while (end < last && isFree(sheet, { row: box.top, column: end }, look?.fill)) end += 1;
  return end === box.right ? undefined : sheet.columns.start(end) - sheet.columns.start(box.left) - 4;
}

function isFree(sheet: Sheet, place: Place, fill: string | undefined): boolean {
  const { text, look, rule } = sheet.cell(place) ?? {};
  const box = sheet.merge(place);
  return !text && !rule && look?.fill === fill && box.right - box.left === 1 && box.bottom - box.top === 1;
}

/** A look as CSS. Numbers lie to the right and yes or no in the middle, as in every spreadsheet. */
function styleOf(look: Look | undefined, cell: ShownCell | undefined): Partial<CSSStyleDeclaration> {
  const natural = cell?.kind === 'number' ? 'right' : cell?.kind ? 'center' : 'left';
  const lines = [look?.underline && 'underline', look?.strike && 'line-through'].filter(Boolean).join(' ');
  return {
    backgroundColor: look?.fill ?? '',
    // A filled cell hides the lines of the grid.
    borderTop: look?.edges?.top ?? '',
    borderLeft: look?.edges?.left ?? '',
    borderRight: look?.edges?.right ?? (look?.fill ? `1px solid ${look.fill}` : ''),
    borderBottom: look?.edges?.bottom ?? (look?.fill ? `1px solid ${look.fill}` : ''),
    color: look?.ink ?? '',
    fontWeight: look?.bold ? '600' : '',
    fontStyle: look?.italic ? 'italic' : '',
    fontSize: look?.size ? `${look.size * POINT}px` : '',
    textDecoration: lines,
    textAlign: look?.align ?? natural,
    alignItems: look?.valign === 'top' ? 'start' : look?.valign === 'middle' ? 'center' : '',
    whiteSpace: look?.wrap === 'wrap' ? 'pre-wrap' : '',
  };
}
