import { type Deed, perform, takeBack } from './api.ts';
import { ask } from './ask.ts';
import { type Box, contains, overlaps } from './grid/place.ts';
import { insert, remove, type Span } from './requests.ts';
import type { Sheet } from './sheet.ts';

/** What a person does to the spreadsheet; each ends when it's saved, and can be taken back. */
export type Actions = {
  /** @param touched the cells of the shown tab that it changes; where those are guarded, the person is asked first */
  readonly perform: (deed: Deed, touched?: Box) => Promise<boolean>;
  /** Texts as if they were typed, from a cell on. @returns whether it was done */
  readonly enter: (row: number, column: number, values: readonly (readonly string[])[]) => Promise<boolean>;
  readonly insert: (span: Span, like: 'before' | 'after') => Promise<boolean>;
  readonly remove: (span: Span) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
};

/** As long as nobody is asked again who said so. */
const TRUSTED_FOR = 5 * 60_000;

/** @param changed called when there is something else to take back than before */
export function actionsOn(id: string, sheet: () => Sheet, changed: () => void): Actions {
  const undone: number[] = [];
  const redone: number[] = [];
  let trusted = false;

  const mayChange = async (touched: Box | undefined): Promise<boolean> => {
    const guard = touched && guardOf(sheet(), touched);
    if (!guard || trusted) return true;
    const { yes, ticked } = await ask({
      title: 'This part is better left alone',
      text: `You are about to change a part of this sheet that shouldn’t be changed by accident. ${guard.description ?? ''}`,
      yes: 'Change it anyway',
      tick: 'Don’t ask again for five minutes',
    });
    if (yes && ticked) {
      trusted = true;
      setTimeout(() => {
        trusted = false;
      }, TRUSTED_FOR);
    }
    return yes;
  };
  const run = async (deed: Deed, touched?: Box): Promise<boolean> => {
    if (!(await mayChange(touched))) return false;
    const step = await perform(id, deed);
    if (step !== undefined) undone.push(step);
    redone.length = 0;
    changed();
    return true;
  };
  /** A step that can't be taken back is forgotten: the ones before it may still be. */
  const back = async (from: number[], to: number[]): Promise<void> => {
    const step = from.pop();
    changed();
    if (step === undefined) return;
    const next = await takeBack(id, step);
    if (next !== undefined) to.push(next);
    changed();
  };

  return {
    perform: run,
    enter(row, column, values) {
      const width = Math.max(...values.map((each) => each.length));
      const touched = { top: row, left: column, bottom: row + values.length, right: column + width };
      return run({ entry: { sheetId: sheet().view.sheetId, row, column, values } }, touched);
    },
    insert: (span, like) => run({ requests: [insert(span, like)] }),
    remove: (span) => run({ requests: [remove(span)] }, boxOf(sheet(), span)),
    undo: () => back(undone, redone),
    redo: () => back(redone, undone),
    canUndo: () => undone.length > 0,
    canRedo: () => redone.length > 0,
  };
}

const guardOf = ({ view }: Sheet, touched: Box) =>
  view.guarded.find(({ box, except }) => overlaps(box, touched) && !except.some((each) => contains(each, touched)));

const boxOf = ({ view }: Sheet, { dimension, start, end }: Span): Box =>
  dimension === 'ROWS'
    ? { top: start, bottom: end, left: 0, right: view.columnCount }
    : { top: 0, bottom: view.rowCount, left: start, right: end };
