/** What is wrong in a league's Sheet, in the words of one language: as the Sheet and the panel say it, in English. */
import { sayAccount } from './ledger.ts';
import { otherProblems, sayWrong, sheetName } from './sheet.ts';

export const problemsInEnglish = {
  ...otherProblems,
  /** Why a cell can't be understood. */
  wrong: sayWrong,
  /** Whose an amount is. */
  holder: sayAccount,
  /** The pot of a race, or the grand prize of a season. */
  pot: (account: 'Pot' | 'Grand prize', of: string): string =>
    `${account === 'Pot' ? 'the pot' : 'the grand prize'} of ${of}`,
  /** Where a problem is that no single tab has. */
  sheet: sheetName,
};

export type ProblemWords = typeof problemsInEnglish;
