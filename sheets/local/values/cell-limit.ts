import { invalid } from '../errors.ts';

/** Characters, as Google's limits for a cell say. */
const LONGEST = 50_000;

/** @throws SheetsError in Google's words when a text is too long for a cell */
export function mustFitCell(text: string): void {
  if (text.length > LONGEST) {
    throw invalid(`Your input contains more than the maximum of ${LONGEST} characters in a single cell.`);
  }
}
