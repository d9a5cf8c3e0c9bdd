/** What the hosts' desk says, in English. */
import type { CorrectionView } from '../contract/effects.ts';
import type { SeasonStatus } from '../contract/terms.ts';
import { count, list, points, signed } from './en.ts';

export const desk = {
  title: "Hosts' desk",
  parts: {
    queue: 'To decide',
    results: 'Results',
    seasons: 'Seasons',
    points: 'Bonus and penalty',
    money: 'Money',
    racers: 'Racers',
    plan: 'Plan races',
    sponsors: 'Sponsors',
    files: 'In and out',
  },
  partsLabel: 'Parts of the desk',
  cancel: 'Cancel',
  none: 'none',
  saving: 'Saving…',
};

export const preview = {
  asking: 'Working out what it changes…',
  title: 'This is what it changes',
  nothing: 'Nothing that counts changes.',
  more: (n: number) => `And ${count(n, 'more change')}.`,
};

export const queue = {
  empty: 'Nothing waits for you. Protests, missing places, closings and requests show up here.',
  overdue: (race: string) => `${race} waits for a place`,
  protest: (race: string) => `Protest: ${race}`,
  says: (name: string, says: string) => `${name} says: “${says}”`,
  fix: 'Correct the result',
  decline: 'Decline',
  declineAsk: (name: string) => `What do you say to ${name}?`,
  declineSend: 'Decline with this',
  declineNeeded: 'Say it in three letters or more.',
  takeOver: (name: string) => `Is ${name} yours to give?`,
  takeOverAsk: (who: string, racer: string) => `${who} says: “I am ${racer}.”`,
  takeOverWhy: (racer: string) => `With a yes, everything that ${racer} raced is theirs.`,
  takeOverYes: "Yes, it's them",
  takeOverNo: "No, it isn't",
  closing: (season: string) => `Close ${season}?`,
  closingWhy: (season: string) =>
    `The Sheet says that ${season} is closed. It stays open until a host confirms it here.`,
  keepOpen: 'No, it goes on',
  ends: (season: string) => `${season} is over by its date`,
  endsWhy: (day: string) => `It was to end on ${day}. Dates only remind: it goes on until a host closes it.`,
  starts: (season: string) => `${season} starts by its date`,
  startsWhy: (day: string) => `It was to start on ${day}. Dates only remind: a host opens it.`,
  startsAfter: (season: string) => `${season} is still open. Close it first; it can open this one next.`,
  leave: 'Leave it as it is',
};

export const seasons = {
  status: { Planned: 'planned', Open: 'open', Closed: 'closed' } satisfies Record<SeasonStatus, string>,
  dates: (starts: string | undefined, ends: string | undefined) =>
    [starts && `from ${starts}`, ends && `to ${ends}`].filter(Boolean).join(' '),
  champions: (names: readonly string[]) => `🏆 ${list(names)}`,
  plan: 'Plan a season',
  planSave: 'Plan it',
  edit: 'Change',
  editLabel: (name: string) => `Change ${name}`,
  editSave: 'Save',
  name: 'Name',
  starts: 'Starts',
  ends: 'Ends',
  datesWhy: (timeZone: string) => `Dates only remind. Days are those of ${timeZone}.`,
  scoring: 'Scoring',
  scoringAsBefore: 'as in the season before',
  dropWorst: 'Drop worst',
  dropWorstWhy: 'So many of the worst races do not count.',
  sponsor: 'Presented by',
  noSponsor: 'only sponsors with dates',
  nameNeeded: 'Give it a name.',
  presetNeeded: 'Choose a table first.',
  open: 'Open it',
  openLabel: (name: string) => `Open ${name}`,
  opening: 'Opening…',
  close: 'Close it',
  closeLabel: (name: string) => `Close ${name}`,
  closeWhy:
    'Its table stays as it is now, and its rules are kept with it. It can be opened again while no other is open.',
  champion: (names: readonly string[], total: number | undefined) =>
    names.length === 0
      ? 'No race of it is final: it has no champion.'
      : `${names.length === 1 ? 'Champion' : 'Champions'}: ${list(names)}${total === undefined ? '' : ` with ${points(total)}`}.`,
  next: 'Open this season next',
  nextWhy: 'Leave it empty to open none. A planned one opens; any other name is a new season, scored alike.',
  closeYes: 'Close the season',
  closing: 'Closing…',
  onlyOne: (name: string) => `One season is open at a time: to open this one, close ${name} first.`,
  reopen: 'Open it again',
  reopenLabel: (name: string) => `Open ${name} again`,
  presets: 'Add a scoring table',
  presetsWhy: 'It is written into the Scoring tab of the Sheet, where you can change it.',
  presetChoose: 'Choose one',
  presetAdd: 'Add it',
};

export const results = {
  correct: 'Correct a race',
  season: 'Season',
  race: 'Race',
  chooseRace: 'Choose a race',
  noRaces: 'No race of this season was raced.',
  fetching: 'Fetching the races…',
  placeOf: (name: string) => `Place of ${name}`,
  was: (held: string) => `was ${held}`,
  add: 'Add a racer who was in it',
  takeOut: 'Not in it',
  takeOutLabel: (name: string) => `${name} was not in it`,
  change: 'Change a place to see what it changes.',
  apply: 'Apply the correction',
  applying: 'Applying…',
  applied: 'Applied.',
  forProtest: (name: string, says: string) => `${name}'s protest: “${says}” Applying a correction settles it.`,
  void: 'Void this race',
  voidWhy: 'Why?',
  voidNeeded: 'Say why to see what it changes.',
  voidYes: 'Void it',
  voiding: 'Voiding…',
  voidIsVoid: 'This race is void: it counts for nothing.',
  list: 'Corrections',
  listEmpty: 'Nothing was corrected yet. What hosts correct, here or in the Sheet, is listed here.',
  listFetching: 'Fetching the corrections…',
  by: ({ by }: CorrectionView, when: string) => `${by}, ${when}`,
  effectsAll: (n: number) => count(n, 'more change'),
  undone: 'taken back',
  undo: 'Undo',
  undoLabel: (what: string) => `Undo: ${what}`,
  undoYes: 'Take it back',
  undoing: 'Taking it back…',
};

export const adjustments = {
  give: 'Give a bonus or a penalty',
  season: 'Season',
  racer: 'Racer',
  chooseRacer: 'Choose a racer',
  race: 'For a race',
  noRace: 'no race of its own',
  points: 'Points',
  pointsWhy: 'Below zero for a penalty: −5.',
  reason: 'Reason',
  needs: (missing: readonly string[]) => `Still needed: ${list(missing)}.`,
  needsRacer: 'a racer',
  needsPoints: 'points other than 0',
  needsReason: 'a reason',
  save: 'Give it',
  list: 'Given in this season',
  listEmpty: 'None so far.',
  listWhy: 'To take one back, undo it under Results.',
  line: (name: string, { points: n, reason, by, raceName }: Given) =>
    `${name} ${signed(n)}: ${reason}${raceName === undefined ? '' : ` (${raceName})`}, by ${by}`,
};

type Given = { points: number; reason: string; by: string; raceName?: string };

export const racers = {
  add: 'Add a racer without Discord',
  addWhy: 'They race under this name until they come to Discord and say that it is them.',
  name: 'Name in the game',
  addSave: 'Add them',
  nameNeeded: 'Type their name in the game.',
  placeholders: 'Without Discord',
  merge: 'Two entries, one person',
  mergeWhy:
    'The results of the first count for the second; where they raced each other, one of the two no longer counts. No result is rewritten, and you can end it again.',
  mergeNeeded: 'Choose two entries to see what it changes.',
  mergeThis: 'This entry',
  mergeInto: 'is really',
  choose: 'Choose a racer',
  mergeSave: 'Make them one',
  merging: 'Merging…',
  merged: 'Merged',
  mergedLine: (name: string, into: string) => `${name} counts for ${into}`,
  end: 'End it',
  endLabel: (name: string) => `Let ${name} count for themselves again`,
};

export const files = {
  import: 'Bring past seasons in',
  importWhy:
    'A CSV with the columns Season, Race, Racer and Position; Night, Date, Scoring and Drop worst if you like. A line without a Position, but with Points and a Reason, is a bonus or a penalty. Or the league.json of another league.',
  choose: 'Choose a file',
  checking: 'Reading the file. Nothing changes yet…',
  problems: (n: number) => count(n, 'problem'),
  line: (n: number | undefined) => (n === undefined ? 'The file' : `Line ${n}`),
  more: (n: number) => `And ${n} more.`,
  notes: 'Good to know',
  seasonsAdded: (names: readonly string[]) => `New seasons: ${list(names)}.`,
  seasonsKnown: (names: readonly string[]) => `Seasons that are here already: ${list(names)}.`,
  racersAdded: (names: readonly string[]) => `New racers, without Discord: ${list(names)}.`,
  yes: 'Import it',
  importing: 'Importing…',
  again: 'Choose another file',
  export: 'Take everything out',
  exportWhy: 'What comes out can be brought into another league, or opened in any spreadsheet.',
  what: 'What',
  file: (name: string): string => {
    if (name === 'league.json') return 'The whole league (JSON)';
    if (name === 'results.csv') return 'All results (CSV)';
    return `The tab ${name.replace(/^tab-|\.csv$/g, '')} (CSV)`;
  },
  get: 'Open the download',
  getting: 'Preparing it…',
  opened: 'It opens in your browser. The link works once, for a short while:',
  notOpened: 'Discord did not open it. The link works once, for a short while:',
};

export const forgetting = {
  title: 'Forget a racer',
  why: 'Takes name, picture and Discord account out of the league for good, for somebody who asks for it. Their results stay, without a name.',
  racer: 'Whom',
  choose: 'Choose a racer',
  ask: (name: string) => `Really forget ${name}? Nobody can bring this back.`,
  yes: (name: string) => `Forget ${name}`,
  pending: 'Forgetting…',
};

export const plan = {
  title: 'Plan a race',
  at: 'When, by your clock',
  name: 'Name',
  nameWhy: 'Left empty, it gets the next number.',
  night: 'Night',
  nightWhy: 'Left empty, it is the one that it falls on.',
  atNeeded: 'Say when.',
  noSeason: 'Races belong to a season, and none is open.',
  save: 'Plan it',
  list: 'Planned',
  listEmpty: 'No race is planned.',
  callOff: 'Call off',
  callOffLabel: (race: string) => `Call off ${race}`,
  callOffReason: 'Called off',
  open: 'Open it',
  openLabel: (race: string) => `Open ${race}`,
};
