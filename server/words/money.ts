/** What the panel says of money in full, in English. Amounts come as text: each reader's own device writes them. */
import { count, list } from './en.ts';

export const check = {
  title: 'Grand Prize',
  to: (by: string, champions: string) => `presented by ${by} to ${champions}`,
  each: (name: string, amount: string) => `${name}: ${amount}`,
};

export const wallet = {
  title: 'My wallet',
  whose: 'Only you and the hosts see this. The league keeps a ledger; it moves no money.',
  balance: 'Balance',
  owes: 'You owe the league this much.',
  bookings: 'Bookings, the latest first',
  empty: 'Nothing was booked for you yet.',
  more: (n: number) => `And ${count(n, 'older one')}.`,
  earnings: 'Won',
};

export const moneyDesk = {
  off: 'Money is off, and the league plays for points only. Before you turn it on in the Settings tab of the Sheet, ask what holds where you are: paid entries are regulated in places. The league then keeps a ledger of fees and prizes; it moves no money.',
  accounts: 'Balances',
  whileOff: 'Who still has or owes something from before. It stays in the book; turned on again, it goes on from here.',
  accountsEmpty: 'Nobody has or owes anything.',
  accountsWhy: 'Racers see their own balance alone. Below zero is owed.',
  account: (name: string, about: string | undefined) => (about === undefined ? name : `${name} of ${about}`),
  note: 'Note a payment',
  noteWhy: 'Write down what changed hands. It is never deleted: what was wrong, you undo under Results.',
  what: 'What happened',
  kinds: {
    in: 'Somebody paid in',
    out: 'Somebody was paid out',
    give: 'Somebody gives to a pot',
  },
  who: 'Who',
  chooseWho: 'Choose who',
  league: 'The league',
  outside: 'Somebody from outside',
  into: 'Into',
  chooseInto: 'Choose where',
  giveWhy: 'What a racer or a sponsor gives is owed by them until “Somebody paid in” is noted too.',
  grandPrize: (season: string) => `Grand prize of ${season}`,
  pot: (of: string) => `Pot of ${of}`,
  amount: 'Amount',
  badPercent: 'That is no percentage. Write a number from 0 to 100, such as 10.',
  why: 'Why',
  whyWhy: 'Left empty, the ledger says what happened.',
  needs: (missing: readonly string[]) => `Still needed: ${list(missing)}.`,
  needsWho: 'who it is',
  needsInto: 'where it goes',
  needsAmount: 'an amount',
  save: 'Note it',
  ledger: 'Ledger',
  ledgerEmpty: 'Nothing is booked yet. Entry fees are, once a race that costs something starts.',
  ledgerFetching: 'Opening the ledger…',
  moved: (from: string, to: string) => `${from} → ${to}`,
  said: (why: string, about: string | undefined, by: string | undefined, when: string | undefined) =>
    [why, about, by && `by ${by}`, when].filter(Boolean).join(' · '),
  more: (n: number) => `And ${count(n, 'older one')}, in the Ledger tab of the Sheet.`,
  season: 'Money',
  seasonFee: 'Entry fee of the season',
  seasonFeeWhy: 'Due once from everybody who starts in it. Races have a fee of their own.',
  commission: 'Commission, percent of every pot',
  split: 'Split, percent',
  splitWhy: 'For the first, the second and so on. Left empty: 50, 30, 20.',
  bonuses: 'Bonuses',
  bonusesWhy: 'Such as: Win 2, Podium 0.50. A winner gets both. Left empty: as in the Settings tab.',
  prize: 'Grand prize',
  prizeWhy:
    'Booked at the end of the season, as owed by the sponsor chosen above, or else by the league. Contributions noted for it and what pots do not pay out come on top.',
  raceFee: 'Entry fee of this race',
  raceFeeSave: 'Change the fee',
};
