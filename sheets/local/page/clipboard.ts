import type { Actions } from './actions.ts';
import type { Deed } from './api.ts';
import type { Grid } from './grid/grid.ts';
import type { Box } from './grid/place.ts';
import { inUse, selectCell } from './grid/selection.ts';
import { htmlOf, tableIn } from './html-table.ts';
import { doing, say } from './message.ts';
import { copyBetween, cutTo, room } from './requests.ts';
import type { Sheet } from './sheet.ts';
import { fillSelection, formatTsv, parseTsv } from './tsv.ts';

export type Clipboard = {
  readonly onEvent: (event: ClipboardEvent) => void;
  /** Pastes from a menu, where there's no event. @param plain the texts alone */
  readonly paste: (plain: boolean) => Promise<void>;
  /** Ctrl+Shift+V comes as an ordinary paste: this says beforehand that the texts alone are meant. */
  readonly nextIsPlain: () => void;
  /** What was copied stays on the clipboard, but isn't marked any more. */
  readonly forget: () => void;
};

const MOST_WITH_LOOKS = 20_000;

type Copied = { readonly sheetId: number; readonly box: Box; readonly text: string; readonly cut: boolean };

/**
 * Copy, cut and paste of ranges. Other programs get text and a table; within the spreadsheet the cells themselves are
 * copied, formats, formulas and rules with them.
 */
export function openClipboard(grid: Grid, actions: Actions): Clipboard {
  let copied: Copied | undefined;
  let plain = false;

  const forget = () => {
    copied = undefined;
    grid.markCopied(undefined);
  };
  const copy = (event: ClipboardEvent) => {
    const sheet = grid.sheet();
    const box = inUse(sheet, grid.selection().box);
    const text = formatTsv(textsOf(sheet, box));
    event.clipboardData?.setData('text/plain', text);
    // A table of a whole season would be larger than anybody pastes with its colours.
    if ((box.bottom - box.top) * (box.right - box.left) <= MOST_WITH_LOOKS) {
      event.clipboardData?.setData('text/html', htmlOf(sheet, box));
    }
    copied = { sheetId: sheet.view.sheetId, box, text, cut: event.type === 'cut' };
    grid.markCopied(box);
  };
  const pasteText = (values: string[][], text: string, asText: boolean) => {
    const { box } = grid.selection();
    const whole = !asText && copied && isSame(copied.text, text) && stillThere(grid, copied) ? copied : undefined;
    const target = whole ? targetOf(whole.box, box) : undefined;
    if (whole && target) {
      void doing(actions.perform(pasteOf(grid, whole, target), target));
      if (whole.cut) forget();
      select(grid, target);
      return;
    }
    const rows = fillSelection(values, inUse(grid.sheet(), box));
    void doing(actions.enter(box.top, box.left, rows));
    const width = rows[0]?.length ?? 1;
    select(grid, { top: box.top, left: box.left, bottom: box.top + rows.length, right: box.left + width });
  };

  return {
    forget,
    nextIsPlain() {
      plain = true;
    },
    onEvent(event) {
      const { activeElement } = document;
      if (activeElement !== grid.element && activeElement !== document.body) return;
      event.preventDefault();
      if (event.type !== 'paste') return copy(event);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const html = event.clipboardData?.getData('text/html') ?? '';
      const asText = plain;
      plain = false;
      const values = (asText ? undefined : tableIn(html)) ?? (text === '' ? undefined : parseTsv(text));
      if (values) pasteText(values, text, asText);
      else say('There is no text on the clipboard.');
    },
    async paste(asText) {
      let text: string;
      try {
        text = await navigator.clipboard.readText();
      } catch {
        say(
          'Your browser didn’t let the page look at the clipboard. Paste with the keys instead: Ctrl+V, or ⌘V on a Mac.',
        );
        return;
      }
      grid.focus();
      if (text === '') say('There is no text on the clipboard.');
      else pasteText(parseTsv(text), text, asText);
    },
  };
}

/** What people see in a rectangle, row by row. */
const textsOf = (sheet: Sheet, box: Box): string[][] =>
  cellsOf(box, (row, column) => sheet.cell({ row, column })?.text ?? '');

const cellsOf = <T>(box: Box, of: (row: number, column: number) => T): T[][] =>
  Array.from({ length: box.bottom - box.top }, (_, r) =>
    Array.from({ length: box.right - box.left }, (_, c) => of(box.top + r, box.left + c)),
  );

/** Line ends may have become others on the way through the system's clipboard. */
const isSame = (a: string, b: string): boolean => a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');

/** Somebody may have sorted or deleted what was copied: then the text is pasted that was there. */
function stillThere(grid: Grid, { sheetId, box, text }: Copied): boolean {
  const sheet = grid.sheet();
  return sheet.view.sheetId !== sheetId || formatTsv(textsOf(sheet, box)) === text;
}

/** A copy fills what is selected where it's a multiple of it. */
function targetOf(source: Box, { top, left, bottom, right }: Box): Box {
  const height = source.bottom - source.top;
  const width = source.right - source.left;
  const times = (selected: number, size: number) => (selected >= size && selected % size === 0 ? selected : size);
  return { top, left, bottom: top + times(bottom - top, height), right: left + times(right - left, width) };
}

function pasteOf(grid: Grid, source: Copied, target: Box): Deed {
  const { view } = grid.sheet();
  const paste = source.cut
    ? cutTo(source, view.sheetId, { row: target.top, column: target.left })
    : copyBetween(source, { sheetId: view.sheetId, box: target });
  return { requests: [...room(view.sheetId, view, target), paste] };
}

function select(grid: Grid, box: Box): void {
  const sheet = grid.sheet();
  const inside = box.bottom <= sheet.rows.count && box.right <= sheet.columns.count;
  const { active } = selectCell(sheet, { row: box.top, column: box.left });
  if (inside) grid.select({ active, box });
}
