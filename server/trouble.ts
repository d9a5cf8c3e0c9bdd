/** What keeps a league from its Sheet. */
import { SheetsFailure } from '../sheets/google.ts';
import { NotTheWriter } from '../sheets/workbook.ts';
import { type BotWords, english } from './words/bot/english.ts';

/** What keeps the league from its Sheet until a person puts it right. `message` is Google's own sentence. */
export type Trouble =
  | { trouble: 'otherWriter' | 'notShared' | 'viewOnly' | 'gone' }
  | { trouble: 'refused' | 'unreadable'; message: string };

/** What only a person can put right; everything else passes, or is tried again until it does. */
export function troubleIn(error: unknown): Trouble | undefined {
  if (error instanceof NotTheWriter) return { trouble: 'otherWriter' };
  if (!(error instanceof SheetsFailure)) return undefined;
  const { status, doing, message } = error;
  if (status === 404) return { trouble: 'gone' };
  if (status === 403) return { trouble: doing === 'writing' ? 'viewOnly' : 'notShared' };
  if (status < 400 || status >= 500 || status === 429) return undefined;
  return { trouble: doing === 'writing' ? 'refused' : 'unreadable', message };
}

/** What keeps the league from its Sheet, in words: in English, as the panel is, or in a host's own. */
export function sayTrouble(
  trouble: Trouble,
  account: string,
  words: Pick<BotWords, 'trouble'> = english,
): { what: string; remedy: string } {
  const message = 'message' in trouble ? trouble.message : '';
  return words.trouble({ trouble: trouble.trouble, account, message });
}
