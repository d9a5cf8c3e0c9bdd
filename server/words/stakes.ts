/** What the panel says, in English, of what is at stake. Amounts come as text: each reader's own device writes them. */

export const stakes = {
  entry: (fee: string) => `Entry ${fee}`,
  /** "Pot €8.00: 50/30/20, after 10 % for the league". */
  pot: (pot: string, shares: readonly number[], commission: number | undefined) =>
    `Pot ${pot}: ${shares.join('/')}${commission === undefined ? '' : `, after ${commission} % for the league`}`,
  /** "Grand prize €20.00, presented by Orbit & Teapot". */
  prize: (amount: string, by: string | undefined) =>
    `Grand prize ${amount}${by === undefined ? '' : `, presented by ${by}`}`,
  entryWhy: (fee: string) => `Entry ${fee}. It is booked when the race starts; until then you can leave.`,
  entryLate: (fee: string) => `Entry ${fee}. It is booked at once.`,
  seasonEntry: (fee: string) => `Your first race of the season costs ${fee}, once, for all of it.`,
  fee: 'Entry fee',
  noFee: 'none',
  badAmount: (example: string) => `That is no amount. Write it like ${example}, from zero up.`,
  wonLabel: (amount: string) => `${amount} won`,
};
