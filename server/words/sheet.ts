/** What the Sheet says to hosts, in English: problems, the log, and the first tab. */
import { makeMoney } from '../../sheets/money.ts';
import type { Position } from '../../sheets/positions.ts';
import type { Raw } from '../../sheets/records.ts';
import type { Wrong } from '../../sheets/table.ts';
import type { LedgerTrouble } from '../league/ledger-rows.ts';
import { list, money, place } from './en.ts';

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
    case 'weekly':
      return { what: `${typed} is not a day with a time.`, remedy: 'Use one such as Sunday 20:00.' };
    case 'rounded':
      return {
        what: `${typed} is not a Discord ID.`,
        remedy: 'Format the cell as plain text, then paste the ID again.',
      };
    case 'unknown': {
      const kind = { Racers: 'racer', Seasons: 'season', Races: 'race', Sponsors: 'sponsor' }[wrong.to];
      return {
        what: `No ${kind} is called ${typed}.`,
        remedy: `Use a name from the ${wrong.to} tab, or add it there.`,
      };
    }
    case 'money':
      return {
        what: `${typed} is not an amount of ${wrong.currency}.`,
        remedy: `Use a number from 0, such as ${makeMoney(1250, wrong.currency)}, or 1000 for a thousand.`,
      };
    case 'percent':
      return { what: `${typed} is not a percentage.`, remedy: 'Use 0 to 100 with a %, such as 10%.' };
    case 'split':
      return {
        what: `${typed} is not a way to split a pot.`,
        remedy: 'Use percentages for the first, the second and so on, 100 at most together: 50; 30; 20.',
      };
    case 'bonuses':
      return { what: `${typed} are no bonuses.`, remedy: 'Use amounts such as: Win 2, Podium 0.50. Or None.' };
    case 'account':
      return {
        what: `${typed} is nobody in the Ledger.`,
        remedy: 'Use a racer, a sponsor, Pot, Grand prize, League or Outside.',
      };
    case 'link':
      return { what: `${typed} is not an address.`, remedy: 'Use one that begins with https:// or http://.' };
    case 'currency':
      return { what: `${typed} is not a currency.`, remedy: 'Use three letters, such as EUR, USD or GBP.' };
    case 'booked':
      return {
        what: `Something is booked in ${wrong.currency} already, so the currency stays ${wrong.currency}.`,
        remedy: `Type ${wrong.currency} again.`,
      };
    case 'taken':
      return { what: `Another row is already called ${typed}.`, remedy: 'Give each a name of its own.' };
    case 'missing':
      return { what: 'The name is missing.', remedy: 'Type one.' };
    case 'missingStatus':
      return { what: 'The status is missing; what it said last counts.', remedy: `Use ${wrong.of.join(', ')}.` };
    case 'error':
      return {
        what: `${typed} is what a formula shows that doesn't work.`,
        remedy: 'Mend the formula, or type a value.',
      };
    case 'tooLong':
      return { what: `${typed} is too long for a name.`, remedy: `Use ${wrong.most} letters at most.` };
  }
}

/** Of two rows of one person in a race the one that counts: the name in it, and its position. */
interface CountedRow {
  as: string;
  position: Position | undefined;
}

export const otherProblems = {
  sameTwice: ({ racer, race, counts }: { racer: string; race: string; counts: CountedRow }): Said => ({
    what: `${racer} stands twice in ${race}; the other row${counts.as === racer ? '' : `, of ${counts.as},`} counts, with ${counts.position === undefined ? 'no position' : place(counts.position)}.`,
    remedy: 'Delete one of the two rows.',
  }),
  sameDiscord: ({ racer }: { racer: string }): Said => ({
    what: `${racer} has the same Discord ID; that row is who they are.`,
    remedy: 'Empty this cell, or delete one of the two racers.',
  }),
  contradiction: ({ racers, position, race }: { racers: string[]; position: number; race: string }): Said => ({
    what: `${list(racers)} ${racers.length > 2 ? 'all' : 'both'} hold ${place(position)} in ${race}; its last result without a contradiction counts.`,
    remedy: 'Change one of them.',
  }),
  twoSeasons: ({ open, counts }: { open: string[]; counts: string }): Said => ({
    what: `${list(open)} are open at once; ${counts} counts.`,
    remedy: 'Leave one of them Open.',
  }),
  closingWaits: ({ season }: { season: string }): Said => ({
    what: `${season} stays open until a host confirms its closing.`,
    remedy: 'In the panel a host sees who wins and closes it, or keeps it open. Or choose Open here again.',
  }),
  endsBeforeItStarts: ({ season }: { season: string }): Said => ({
    what: `${season} ends before it starts. Dates only remind, so nothing is lost.`,
    remedy: 'Change one of the two dates, or empty it.',
  }),
  overlap: ({ season, other }: { season: string; other: string }): Said => ({
    what: `${season} starts before ${other} ends. A race counts for the season that it names.`,
    remedy: 'Change one of the dates, or empty it.',
  }),
  unknownScoring: ({ scoring }: { scoring: string }): Said => ({
    what: `No scoring table is called “${shortened(scoring)}”; the standard points count.`,
    remedy: 'Choose one of the Scoring tab, or add it there.',
  }),
  raceWithout: ({ race, what }: { race: string; what: 'season' | 'status' }): Said => ({
    what: `${race} has results but no ${what}, so they count nowhere.`,
    remedy: what === 'season' ? 'Choose the season that it was raced in.' : 'Choose its status: Final if it is over.',
  }),
  scoringWithoutPlaces: ({ scoring }: { scoring: string }): Said => ({
    what: `The scoring table “${shortened(scoring)}” has no points for any place; the standard points count.`,
    remedy: 'Add a row for each place in the Scoring tab: 1, 2, 3 and so on, with its points.',
  }),
  adjustmentWithout: ({ what }: { what: 'season' | 'racer' | 'points' }): Said => ({
    what: `This adjustment has no ${what}, so it doesn't count.`,
    remedy: what === 'points' ? 'Type them: below zero for a penalty.' : 'Choose one.',
  }),
  ledgerRow: ({ trouble }: { trouble: LedgerTrouble }): Said => ledgerRows[trouble],
  overdrawn: ({
    holder,
    had,
    amount,
    currency,
  }: {
    holder: string;
    had: number;
    amount: number;
    currency: string;
  }): Said => ({
    what: `${money(amount, currency)} left the book, but ${holder} had ${money(had, currency)}.`,
    remedy: 'Write the difference the other way round, from Outside, in a new row.',
  }),
  potWhileOff: ({ pot, amount, currency }: { pot: string; amount: number; currency: string }): Said => ({
    what: `Money is Off, and ${money(amount, currency)} is in ${pot}. Nothing is lost: it waits.`,
    remedy: 'Turn Money On until it is paid out, or write in the Ledger where it goes.',
  }),
  potOfNobody: ({ pot, amount, currency }: { pot: string; amount: number; currency: string }): Said => ({
    what: `${money(amount, currency)} is in ${pot}, and nobody is left to win it.`,
    remedy: 'Write in the Ledger where it goes.',
  }),
  potBelow0: ({ pot, amount, currency }: { pot: string; amount: number; currency: string }): Said => ({
    what: `${money(amount, currency)} more was taken out of ${pot} than it held.`,
    remedy: 'Write in the Ledger where that comes from.',
  }),
  circle: ({ racers }: { racers: string[] }): Said => ({
    what:
      racers.length === 1
        ? `${list(racers)} can't be the same as themselves.`
        : `${list(racers)} go in a circle, so each counts for themselves.`,
    remedy: 'Empty this cell for whoever the others are to count as.',
  }),
  computedStatus: ({ race }: { race: string }): Said => ({
    what: `The status of ${race} is a formula, so the race doesn't become final by itself.`,
    remedy: 'Type the status, or choose it.',
  }),
  beyondPlaces: ({ position, places }: { position: number; places: number }): Said => ({
    what: `“${position}” is beyond the ${places} places of a race.`,
    remedy: `Use 1 to ${places}, DNF, DSQ or DNS, or raise Places in Settings.`,
  }),
  more: ({ problems }: { problems: number }): Said => ({
    what: `And ${problems} more.`,
    remedy: 'They are listed here as soon as some of these are mended.',
  }),
  rowsMissing: ({ tab, rows }: { tab: string; rows: number }): Said => ({
    what: `${rows} rows of ${tab} vanished at once; they still count.`,
    remedy: 'Undo it in the Sheet, or choose in the panel: put them back, or let them go.',
  }),
  tabMissing: ({ tab }: { tab: string }): Said => ({
    what: `The tab ${tab} isn't there.`,
    remedy: `Undo it, or give the tab that it was the name ${tab} again. Until then what it last said counts.`,
  }),
  columnsMissing: ({ tab, headers }: { tab: string; headers: string[] }): Said => ({
    what: `${tab} has no ${headers.length === 1 ? 'column' : 'columns'} ${list(headers)}.`,
    remedy: `Write the ${headers.length === 1 ? 'header' : 'headers'} in row 1 again. Until then what stood there last counts.`,
  }),
};

const ledgerRows: Record<LedgerTrouble, Said> = {
  from: { what: "This row doesn't say from whom, so it doesn't count.", remedy: 'Choose who, or Outside.' },
  to: { what: "This row doesn't say to whom, so it doesn't count.", remedy: 'Choose who, or Outside.' },
  amount: { what: "This row has no amount, so it doesn't count.", remedy: 'Type it: above 0.' },
  season: {
    what: "This row doesn't say which pot or grand prize, so it doesn't count.",
    remedy: 'Choose its season, and of a race its race.',
  },
  sameAccount: { what: "From and To are the same, so it doesn't count.", remedy: 'Change one of them.' },
  tooMuch: { what: "That is more than the Ledger takes at once, so it doesn't count.", remedy: 'Type less.' },
};

/** Where a problem is that no single tab has. */
export const sheetName = 'The Sheet';

/** What keeps the league from its Sheet, for hosts. `account` is the address that the Sheet has to be shared with. */
export const sheetTroubles = {
  otherWriter: (): Said => ({
    what: 'Another program has begun to write to this Sheet, so this one has stopped.',
    remedy: 'If that one is out of date, stop it; then write from here again.',
  }),
  notShared: ({ account }: { account: string }): Said => ({
    what: "The Sheet isn't shared with the league.",
    remedy: `In the Sheet, choose Share and add ${account} as Editor. What waits is written by itself.`,
  }),
  viewOnly: ({ account }: { account: string }): Said => ({
    what: 'The league may look at the Sheet, but not write to it.',
    remedy: `In the Sheet, choose Share and make ${account} an Editor. What waits is written by itself.`,
  }),
  gone: (): Said => ({
    what: "The Sheet isn't there any more.",
    remedy: "Take it back out of Google Drive's bin. What waits is written by itself.",
  }),
  unreadable: ({ message }: { message: string }): Said => ({
    what: `Google doesn't let the league read the Sheet: “${shortened(message, 200)}”`,
    remedy: 'Tell whoever runs the server. What waits is written by itself.',
  }),
  refused: ({ message }: { message: string }): Said => ({
    what: `Google refuses what the league writes: “${shortened(message, 200)}”`,
    remedy: 'If that names a protected range, allow the league to edit it. What waits is written by itself.',
  }),
};

export const startHere: readonly string[] = [
  'Start here',
  '',
  "This spreadsheet is the league's record. What you change here counts, and the panel in Discord follows within seconds.",
  '',
  'What you may edit: the green tabs. Names, positions and statuses have dropdowns.',
  'To correct a result, change its Position in Results: a number, DNF, DSQ or DNS.',
  'To change the points, edit Scoring; to change how the league works, edit Settings, where each line says what it does.',
  'Seasons: one is Open at a time. Plan the next one in Seasons, with its scoring and how many of the worst races to drop; dates only remind. A season that you set to Closed waits until a host confirms it in the panel.',
  'A bonus or a penalty is a row in Adjustments, with a reason. Two rows of one person: choose in Same as, in Racers, who they are.',
  'Correct any race of any season at any time: standings and trophies follow, and the Log says what changed.',
  'Money is off until you set it to On in Settings; no money is moved, only a book is kept. Then entry fees, commission, split and grand prize stand in Seasons and Races, and what follows from them in Ledger. What was paid in or out is a row that you add there; you may mend it for five minutes, then a wrong one is reversed by another.',
  'A sponsor is a row in Sponsors, and a season names its own.',
  'To add a row, fill in what you know and leave ID empty: it is filled in for you.',
  'Sort, move and add columns and tabs of your own wherever you like: they stay as they are.',
  '',
  'What is ours: the grey tabs, with the standings and their charts, and the red one, Problems. They follow from the rest: what you type there is written over.',
  "If a cell can't be understood, nothing breaks: it turns red, the last good value counts, and Problems says what to do.",
  '',
  'Share a screenshot or the public page, never this spreadsheet: it holds Discord IDs.',
];

/** What a person typed, short enough for a sentence. */
export function shortened(raw: Raw, to = 40): string {
  const text = String(raw);
  return [...text].length > to ? `${[...text].slice(0, to).join('')}…` : text;
}
