/** What the Sheet says to hosts, in English: problems, the log, and the first tab. */
import type { Raw } from '../../sheets/records.ts';
import type { Wrong } from '../../sheets/table.ts';
import { list, place } from './en.ts';

interface Said {
  what: string;
  remedy: string;
}

/** Why a cell can't be understood, and what to type instead. */
export function sayWrong(raw: Raw, wrong: Wrong, places: number): Said {
  const typed = `“${shortened(raw)}”`;
  switch (wrong.wrong) {
    case 'position':
      return { what: `${typed} is not a position.`, remedy: `Use 1 to ${places}, DNF, DSQ or DNS.` };
    case 'number':
      return { what: `${typed} is not a number.`, remedy: 'Use a number, such as 12.' };
    case 'moment':
      return { what: `${typed} is not a date.`, remedy: 'Use a date with a time, such as 2026-03-01 20:30.' };
    case 'yesNo':
      return { what: `${typed} is neither Yes nor No.`, remedy: 'Use Yes or No.' };
    case 'onOff':
      return { what: `${typed} is neither On nor Off.`, remedy: 'Use On or Off.' };
    case 'text':
      return { what: `${typed} is not text.`, remedy: 'Type it as text.' };
    case 'oneOf':
      return { what: `${typed} is not one of the choices.`, remedy: `Use ${wrong.of.join(', ')}.` };
    case 'whole':
      return {
        what: `${typed} is not possible here.`,
        remedy: `Use a whole number from ${wrong.from} to ${wrong.to}.`,
      };
    case 'timeZone':
      return { what: `${typed} is not a time zone.`, remedy: 'Use one such as Europe/Madrid or America/New_York.' };
    case 'rounded':
      return {
        what: `${typed} is not a Discord ID.`,
        remedy: 'Format the cell as plain text, then paste the ID again.',
      };
    case 'unknown': {
      const kind = { Racers: 'racer', Seasons: 'season', Races: 'race' }[wrong.to];
      return {
        what: `No ${kind} is called ${typed}.`,
        remedy: `Use a name from the ${wrong.to} tab, or add it there.`,
      };
    }
    case 'taken':
      return { what: `Another row is already called ${typed}.`, remedy: 'Give each a name of its own.' };
    case 'missing':
      return { what: 'The name is missing.', remedy: 'Type one.' };
  }
}

export const otherProblems = {
  sameTwice: ({ racer, race }: { racer: string; race: string }): Said => ({
    what: `${racer} stands twice in ${race}; the upper row counts.`,
    remedy: 'Delete one of the two rows.',
  }),
  sameDiscord: ({ racer }: { racer: string }): Said => ({
    what: `${racer} has the same Discord ID; that row is who they are.`,
    remedy: 'Empty this cell, or delete one of the two racers.',
  }),
  contradiction: ({ racers, position, race }: { racers: string[]; position: number; race: string }): Said => ({
    what: `${list(racers)} both hold ${place(position)} in ${race}; its last result without a contradiction counts.`,
    remedy: 'Change one of them.',
  }),
  twoSeasons: ({ open, counts }: { open: string[]; counts: string }): Said => ({
    what: `${list(open)} are open at once; ${counts} counts.`,
    remedy: 'Leave one of them Open.',
  }),
  rowsMissing: ({ tab, rows }: { tab: string; rows: number }): Said => ({
    what: `${rows} rows of ${tab} vanished at once; they still count.`,
    remedy: 'Undo it here, or say in the panel whether they are to go.',
  }),
  tabMissing: ({ tab }: { tab: string }): Said => ({
    what: `The tab ${tab} isn't there.`,
    remedy: `Give a tab the name ${tab} again; until then what it last said counts.`,
  }),
  columnsMissing: ({ tab, headers }: { tab: string; headers: string[] }): Said => ({
    what: `${tab} has no column ${list(headers)}.`,
    remedy: 'Write the header in row 1 again; until then what the tab last said counts.',
  }),
};

export const startHere: readonly string[] = [
  'Start here',
  '',
  "This spreadsheet is the league's record. What you change here counts, and the panel in Discord follows within seconds.",
  '',
  'What you may edit: Results, Races, Racers, Seasons, Scoring and Settings.',
  'To correct a result, change its Position in Results: a number, DNF, DSQ or DNS.',
  'To add a row, fill in what you know and leave ID empty: it is filled in for you.',
  'Add columns and tabs of your own wherever you like: they stay as they are.',
  '',
  'What is ours: Standings, Problems, Past standings and Log. They follow from the rest, and what you type there goes.',
  "If a cell can't be understood, nothing breaks: the last good value counts, and Problems says what to do.",
  '',
  'Share a screenshot or the public page, never this spreadsheet: it holds Discord IDs.',
];

/** What a person typed, short enough for a sentence. */
function shortened(raw: Raw): string {
  const text = String(raw);
  return [...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text;
}
