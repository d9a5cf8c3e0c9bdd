/** What isn't for people to edit: a warning, no lock. Whoever edits it all the same breaks nothing. */
import type { Request } from '../google.ts';
import { type Column, type TabName, tabAt } from '../records.ts';

export function protections(tab: TabName, columns: readonly Column[], sheetId: number): Request[] {
  if (tabAt(tab).holds === 'derived') {
    return [protectedRange({ sheetId }, 'This tab follows from the others: what is typed here is written over.')];
  }
  return columns.flatMap(({ header }, at) => {
    const why = reasons[header];
    const range = { sheetId, startColumnIndex: at, endColumnIndex: at + 1 };
    return why === undefined ? [] : [protectedRange(range, why)];
  });
}

const reasons: Record<string, string> = {
  ID: 'Tells rows apart. Sort and move rows as you like; leave it empty in rows that you add.',
  'What it does': 'Explains the setting beside it.',
};

function protectedRange(range: object, description: string): Request {
  return { addProtectedRange: { protectedRange: { range, description, warningOnly: true } } };
}
