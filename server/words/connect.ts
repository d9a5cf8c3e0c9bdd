/** What the panel says in a server that has no league yet, in English. */
export const connect = {
  title: (server: string | undefined) =>
    server === undefined ? 'This server has no league yet' : `${server} has no league yet`,
  member: 'Somebody who manages the server opens this panel and connects a Google Sheet. Then racing can begin.',
  lookAgain: 'Look again',
  why: 'A league keeps everything in a Google Sheet of yours, where you may change anything by hand.',
  make: 'Make a blank Sheet (sheets.new in a browser), or open one that was a league before.',
  share: (account: string) => ({ before: 'Choose Share in it, and add ', account, after: ' as Editor.' }),
  address: 'Paste its address here:',
  addressMissing: 'Paste the address first.',
  look: 'Look at it',
  looking: 'Looking…',
  typeCode: (title: string) => `Type this into any empty cell of “${title}”:`,
  whyCode: "It shows that the Sheet is yours, and goes by itself once it's found.",
  typed: "It's in the Sheet",
  notThere: "It isn't there yet. Check the letters, leave the cell with Enter, and try again.",
  other: 'Use another Sheet',
  unreachable: { message: 'The league could not be reached.', remedy: 'Check your connection, then try again.' },
};
