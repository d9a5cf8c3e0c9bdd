/** What is said of sponsors, in English: in the panel, on the pages, in the Sheet's problems and in their workbook. */

export const sponsors = {
  presentedBy: 'Presented by',
  /** For who doesn't see the picture. */
  logo: (name: string) => `${name}'s logo`,
  /** Of a link that leaves us. */
  visit: (name: string) => `${name}, opens their site`,
};

/** The hosts' own page about them. */
export const sponsorDesk = {
  title: 'Sponsors',
  none: 'No sponsor yet. Add one in the Sheet, on the Sponsors tab: a name, a logo, a link, and a message if you like.',
  why: 'They stand on the screens of the season that names them, or from their From to their Until. Several take turns, equally.',
  now: 'on the screens now',
  notNow: 'not on the screens now',
  preview: (surface: string) => `How it looks ${surface}`,
  everywhere: 'How it looks everywhere else',
  surfaces: {
    panel: 'in the panel',
    page: 'on the public page',
    light: 'in the spreadsheet, on white',
    standings: 'below the standings that the bot posts',
    final: 'when the season is over',
    check: 'on the check for the champion',
  },
  /** For who doesn't see it. */
  pictureOf: {
    standings: (name: string) => `The standings, presented by ${name}`,
    final: (name: string) => `The podium, presented by ${name}`,
  },
  champion: 'whoever wins',
  /** What stands for it. */
  marks: {
    name: 'It has no logo: its name stands for it.',
    nameForNow: 'Its logo isn’t here yet: until then its name stands for it.',
  },
  noLink: 'It has no link.',
  link: (address: string) => `The link leads to ${address}`,
  report: 'Their report',
  reportWhy: 'Whoever has this address sees the report: send it to the sponsor alone.',
  workbook: 'The sponsor workbook',
  workbookWhy:
    'A second spreadsheet with the standings, the charts and the report, and nothing private. Share that one with sponsors, never your own.',
  workbookGive: (account: string) =>
    `Make an empty spreadsheet, share it with ${account} as Editor, and paste its address here.`,
  workbookAddress: 'Its address',
  workbookConnect: 'Connect it',
  workbookLooking: 'Looking at it…',
  workbookCode: (title: string, code: string) =>
    `Type ${code} into any cell of “${title}”, then press the button again. It proves that the spreadsheet is yours.`,
  workbookThere: 'It is connected, and kept up to date.',
  workbookOpen: 'Open it',
  workbookFails: (account: string) =>
    `It can’t be written to just now. Check that it is still there and shared with ${account} as Editor: then it goes on by itself.`,
  workbookOther: 'If it is gone, connect another one instead.',
};

/** Why a picture isn't shown, and what to do about it. */
export interface Said {
  what: string;
  remedy: string;
}

const again = 'It is looked at again every day, and whenever a host opens Sponsors in Hosts’ desk.';

export const logoTroubles = {
  notPublic: {
    what: "The logo's address is not on the open internet.",
    remedy: 'Use the address of a picture that anybody can open, such as one on the sponsor’s own site.',
  },
  scheme: {
    what: "The logo's address doesn't begin with http:// or https://.",
    remedy: 'Use the address of a picture on the web.',
  },
  login: {
    what: "The logo's address holds a user name or a password.",
    remedy: 'Use an address that anybody can open without signing in.',
  },
  port: {
    what: "The logo's address has a port that isn't the web's.",
    remedy: 'Use an address without a port.',
  },
  unknownHost: {
    what: "There is no server at the logo's address.",
    remedy: 'Check the address by opening it in a browser. It is tried again by itself.',
  },
  unreachable: {
    what: "The server at the logo's address doesn't answer as it should.",
    remedy: 'Open it in a browser. If it shows there, wait: it is tried again by itself.',
  },
  slow: {
    what: 'The logo took longer than 5 seconds to arrive.',
    remedy: 'Wait, it is tried again by itself; or put the picture on a faster site.',
  },
  redirects: {
    what: 'The logo’s address leads on and on to other addresses.',
    remedy: 'Use the address at which the picture itself stands.',
  },
  missing: {
    what: "There is no picture at the logo's address.",
    remedy: 'Open it in a browser, and use the address of the picture itself. It is tried again by itself.',
  },
  tooLarge: {
    what: 'The logo is larger than 512 kB.',
    remedy: `Save it smaller: 600 pixels wide is plenty. ${again}`,
  },
  svg: {
    what: 'The logo is an SVG, which can hold programs.',
    remedy: `Save it as a PNG with a transparent ground, and use that. ${again}`,
  },
  webp: {
    what: 'The logo is a WebP, which the pictures in Discord can’t show.',
    remedy: `Save it as a PNG with a transparent ground, and use that. ${again}`,
  },
  notAPicture: {
    what: "What stands at the logo's address is not a picture.",
    remedy: `Use a PNG, JPEG or GIF. The address of a page that shows the picture is not enough. ${again}`,
  },
  dimensions: {
    what: 'The logo is less than 16 or more than 4000 pixels wide or high.',
    remedy: `Save it at about 600 pixels wide. ${again}`,
  },
  tooMany: {
    what: 'A league shows 40 logos at most, and this one is beyond them.',
    remedy: 'Empty the logos of sponsors who aren’t shown any more; then this one is fetched by itself.',
  },
} satisfies Record<string, Said>;

export const sponsorProblems = {
  backwards: (name: string): Said => ({
    what: `${name} is shown until before it is shown from, so on no day.`,
    remedy: 'Change one of the two dates, or empty it.',
  }),
  /** Of one that can't be understood, by its column. */
  cell: (header: string, said: Said): Said => ({ what: `${header}: ${said.what}`, remedy: said.remedy }),
  logo: (name: string, said: Said): Said => ({ what: `${name}: ${said.what}`, remedy: said.remedy }),
};

export const report = {
  title: (name: string, league: string) => `${name} in ${league}`,
  season: 'Season',
  seen: 'Seen',
  surfaces: { panel: 'in the panel', page: 'on the public page', post: 'in a post', workbook: 'in the workbook' },
  clicks: 'Clicks on the link',
  races: 'Races',
  racers: 'Racers',
  posts: 'Posts in Discord',
  none: 'Nothing to tell yet: it begins with the first season that shows you.',
  howTitle: 'How this is counted',
  how: [
    'Seen means that the logo, or the name where there is no logo, was really on somebody’s screen: once a day for each member in the panel, and once for each view of the public page.',
    'Racers are those who took part in a race that counts; posts are those with your name or logo.',
    'We keep totals for each day. So that nobody counts twice, who looked is kept in scrambled form until the day is over, then thrown away.',
    'Not counted: who saw a post in Discord or the spreadsheet, who turned scripts off, programs that follow links, clicks after the season, which lead on all the same, and from one place more than 10 clicks a minute or 1,000 page views a day.',
  ],
  csv: 'As CSV',
  picture: 'As a picture',
  asOf: (when: string) => `As of ${when}`,
  final: (league: string) => `${league} · Final standings`,
  /** Racers of a season that has none yet. */
  madeUp: ['Whoever leads', 'The second', 'The third'],
  days: 'Day by day',
  day: 'Day',
  nobody: 'This address leads to no report.',
  nobodyRemedy: 'Ask the league’s hosts for the right one.',
  headers: ['Season', 'Sponsor', 'What', 'Where', 'Day', 'Count'],
};

export const sponsorBook = {
  startHere: [
    'Results for our sponsors',
    '',
    'Everything here is made by the league and kept up to date by itself. What you type here is written over.',
    'Standings, Progress and Past standings are the league’s tables; the charts stand beside the standings. Between seasons they show the latest one.',
    'Report says how often a sponsor was seen and its link was followed.',
    'Nothing private is in this spreadsheet: it can be shared with anybody.',
  ],
  /** Beside the headers of the standings: whose they are. */
  shown: (season: string, open: boolean) => `${season}${open ? '' : ', closed'}`,
  report: {
    title: 'Report',
    headers: [
      'Logo',
      'Sponsor',
      'Season',
      'Seen in the panel',
      'Seen on the page',
      'Clicks',
      'Races',
      'Racers',
      'Posts',
    ],
  },
};
