/** Everything the panel says, in English. */
import type { ActionBody } from '../contract/actions.ts';
import type { SeasonSummary } from '../contract/league.ts';
import type { SheetView } from '../contract/sheet.ts';
import type { Position, RaceStatus } from '../contract/terms.ts';
import { count, list, place, points, signed } from './en.ts';

/** What went wrong, what to do about it, and the words on the button that does it. */
export interface Trouble {
  message: string;
  remedy: string;
  button: string;
}

/** Names in right-to-left letters would turn the sentence around them; these two invisible marks keep it in order. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const named = (name: string) => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);
const names = (all: readonly string[]) => list(all.map(named));

/** "1st and 2nd fit. ": the places up to the last one that fits, as the beginning of a sentence. */
function fitting(last: number | undefined): string {
  if (last === undefined) return '';
  if (last === 1) return '1st fits. ';
  return last === 2 ? '1st and 2nd fit. ' : `1st to ${place(last)} fit. `;
}

/** "0:24", "12:05". */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "40 seconds", "3 minutes", "2 hours". */
function lasting(milliseconds: number): string {
  const seconds = Math.max(1, Math.floor(milliseconds / 1000));
  if (seconds < 90) return count(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

/** "a moment ago", "40 seconds ago", "3 minutes ago". */
export function ago(milliseconds: number): string {
  return milliseconds < 10_000 ? 'a moment ago' : `${lasting(milliseconds)} ago`;
}

export const signIn = {
  starting: 'Warming up the engine…',
  connecting: 'Fetching the standings…',
  asking: 'Discord is asking whether the league may know who you are.',
  askingWhy: 'It reads your name, picture and roles here, and nothing else.',
  askAgain: 'Ask me again',
  tryAgain: 'Try again',
  trouble: {
    outside: {
      message: 'This panel only works inside Discord.',
      remedy: 'Open it there from a voice channel, under Activities.',
      button: 'Try again',
    },
    noSdk: {
      message: 'A part of the panel could not be loaded.',
      remedy: 'Check your connection, then try again.',
      button: 'Try again',
    },
    silent: {
      message: 'Discord did not answer.',
      remedy: 'Try again. If that does not help, close the activity and open it anew.',
      button: 'Try again',
    },
    refused: {
      message: 'You are not signed in, because Discord was told not to allow it.',
      remedy: 'To race or to see the standings here, allow it when Discord asks.',
      button: 'Ask me again',
    },
    unanswered: {
      message: "Discord's question was not answered in time.",
      remedy: 'Let it ask once more.',
      button: 'Ask me again',
    },
    unreachable: {
      message: 'The league could not be reached.',
      remedy: 'Check your connection, then try again.',
      button: 'Try again',
    },
  } satisfies Record<string, Trouble>,
};

export const connection = {
  lost: 'Not connected.',
  asOf: (age: string) => `What you see is from ${age}.`,
  slow: 'Slow line: updates come every few seconds.',
};

export const sheet = {
  state: (view: SheetView, now: number): string => {
    switch (view.state) {
      case 'saved':
        return 'Sheet up to date';
      case 'saving':
        return 'Saving to the Sheet…';
      case 'unreachable':
        return view.since === undefined
          ? 'Sheet not reachable. Results are safe here.'
          : `Sheet not reachable for ${lasting(now - view.since)}. Results are safe here.`;
    }
  },
};

export const header = {
  sandbox: 'Sandbox',
  sandboxWhy: 'A practice league with made-up people. Nothing leaves this computer.',
};

export const unsent = {
  title: "Not sent yet. It goes when you're back.",
  takeBack: 'Take back',
  takeBackLabel: (what: string) => `Take back: ${what}`,
  stale: (what: string) => `Not sent, since it is from another day: ${what}.`,
  what: (body: ActionBody, race: string | undefined): string => {
    const where = race === undefined ? '' : ` in ${race}`;
    switch (body.type) {
      case 'join':
        return `Join${race === undefined ? ' the race' : ` ${race}`}`;
      case 'leave':
        return `Leave ${race ?? 'the race'}`;
      case 'report':
        return `${place(body.position)}${where}`;
      case 'object':
        return `That's wrong${where}`;
      case 'openRace':
        return `Open ${race ?? 'a race'}`;
      case 'startRace':
        return `Start ${race ?? 'the race'}`;
      case 'fix':
        return `${body.position === null ? 'No place' : place(body.position)} for a racer${where}`;
      case 'closeRace':
        return `Close ${race ?? 'the race'}`;
      case 'voidRace':
        return `Void ${race ?? 'the race'}`;
      case 'nextRace':
        return 'Next race';
      case 'missingRows':
        return `Missing rows of ${body.tab}`;
      case 'confirm':
        return `Somebody's place${where}`;
      case 'protest':
        return `This is wrong${where}: ${body.says}`;
      case 'deadHeat':
        return `Dead heat for ${place(body.position)}${where}`;
      case 'wait':
        return `Wait for ${race ?? 'the race'}`;
      case 'planRace':
        return `Plan ${body.name ?? 'a race'}`;
      case 'correct':
        return `Correct ${race ?? 'a race'}`;
      case 'declineProtest':
        return 'Decline a protest';
      case 'undo':
        return 'Take a correction back';
      case 'planSeason':
        return `Plan ${body.name}`;
      case 'editSeason':
        return `Change ${body.name ?? 'a season'}`;
      case 'setFee':
        return `Entry fee of ${race ?? 'a race'}`;
      case 'notePayment':
        return 'Note a payment';
      case 'openSeason':
        return 'Open a season';
      case 'closeSeason':
        return 'Close a season';
      case 'reopenSeason':
        return 'Open a season again';
      case 'keepSeasonOpen':
        return 'Keep a season open';
      case 'dismissReminder':
        return 'Leave a season as it is';
      case 'adjust':
        return `${signed(body.points)} for ${body.reason}`;
      case 'addScoring':
        return `Points of ${body.preset}`;
      case 'addRacer':
        return `Add ${body.name}`;
      case 'mergeRacers':
        return body.into === null ? 'Two racers again' : 'Two racers are one';
      case 'takeOver':
        return "That's me";
      case 'answerTakeOver':
        return body.yes ? "Yes, it's them" : "No, it isn't them";
      case 'setOnPage':
        return body.on ? 'Show me on the page' : 'Hide me from the page';
    }
  },
};

export const notice = { close: 'Close this message' };

export const race = {
  heading: 'The race',
  choose: 'Races tonight',
  status: {
    Planned: 'Planned',
    Open: 'Open to join',
    Running: 'Racing',
    Reporting: 'Results coming in',
    Final: 'Final',
    Void: 'Void',
  } satisfies Record<RaceStatus, string>,
  openedBy: (host: string) => `Opened by ${named(host)}`,
  none: 'No race right now',
  noneHost: 'Open one, and everybody here can join it.',
  noneEveryone: 'Anyone may open one. Go ahead.',
  noneSeason: 'No season is open. A host opens the next one.',
  noneSeasonHost: 'No season is open. Open one first, and its races show up here.',
  openSeason: 'Open a season',
  noneMember: 'A host opens the next one. It shows up here by itself.',
  open: 'Open a race',
  opening: 'Opening…',
  joinNow: 'Join the race',
  joining: 'Joining…',
  joinName: 'Your name in the game',
  joinNameWhy: 'As it stands on the result screen, so that others know you.',
  joinNameMissing: 'Type the name you race under.',
  leave: 'Leave',
  leaving: 'Leaving…',
  you: 'you',
  youAreIn: "You're in. A host starts the race.",
  youAreInHost: "You're in.",
  free: (n: number) => (n === 0 ? 'No free places' : count(n, 'free place')),
  full: (n: number) => `All ${n} places are taken.`,
  fullLate: (n: number) => `Raced but not on the list? All ${n} places are taken, so tell a host.`,
  elsewhere: (name: string) => `You're in ${named(name)} right now.`,
  nobody: 'Nobody has joined yet.',
  entrants: 'Who is in',
  late: 'joined late',
  notIn: 'not in yet',
  byHost: 'set by a host',
  racing: "Race on! Come back here when you're over the line.",
  tap: 'Tap the place you finished',
  saved: (position: Position, worth: number, reported: number, of: number) =>
    `Saved: ${place(position)}. ${points(worth)} once final. ${reported} of ${of} in.`,
  saving: (position: Position) => `Saving ${place(position)}…`,
  kept: (position: Position) => `${place(position)} is not sent yet.`,
  progress: (reported: number, of: number) => `${reported} of ${of} in`,
  dnf: 'DNF',
  claimedBy: (all: readonly string[]) => names(all),
  placeLabel: (position: Position, claimants: readonly string[], mine: boolean) =>
    [position === 'DNF' ? 'DNF, did not finish' : place(position), mine ? 'your place' : '', names(claimants)]
      .filter((part) => part !== '')
      .join(', '),
  decided: (position: Position | undefined) =>
    position === undefined
      ? 'A host decides your place. If something is wrong, tell them.'
      : `A host set your place: ${place(position)}. If that's wrong, tell them.`,
  sameMine: (others: readonly string[], position: Position) =>
    `You and ${names(others)} ${others.length === 1 ? 'both' : 'all'} say ${place(position)}. What did your result screen show?`,
  sameOthers: (all: readonly string[], position: Position) =>
    `${names(all)} ${all.length === 2 ? 'both' : 'all'} say ${place(position)}. They're sorting it out.`,
  gaps: (missing: readonly number[]) =>
    `Everyone is in, but the places don't add up: nobody was ${list(missing.map(place))}. Is yours right?`,
  finalIn: (seconds: number) => (seconds > 0 ? `Final in ${clock(seconds)}` : 'Final any moment now'),
  wrong: "That's wrong",
  wrongPending: 'Saying so…',
  objection: (by: string) => `${named(by)} says that's wrong. Change a place, or a host decides.`,
  notOnList: 'Raced but not on the list?',
  addMe: 'Add me',
  adding: 'Adding…',
  voided: "This race doesn't count. A host voided it.",
  confirm: (name: string, position: Position) => `${named(name)} was ${place(position)}`,
  confirming: 'Saying so…',
  confirmedBy: (all: readonly string[]) => `${names(all)} say${all.length === 1 ? 's' : ''} so too`,
  deadHeat: (position: number, racers: number) => `Dead heat: ${racers === 2 ? 'both' : 'all'} ${place(position)}`,
  deadHeating: 'Saving…',
  overdue: (missing: readonly string[], fits: number | undefined) =>
    `${fitting(fits)}${names(missing)} ${missing.length === 1 ? "hasn't" : "haven't"} reported.`,
  overdueMine: "You haven't reported yet. Tap your place, or a host decides for you.",
  overdueOthers: 'A host decides.',
  didNotRace: "Didn't race",
  didNotRaceLabel: (name: string) => `${named(name)} didn't race`,
  dnfLabel: (name: string) => `${named(name)} did not finish`,
  wait: 'Wait',
  waiting: 'Waiting…',
  planned: 'To come',
  openIt: 'Open it',
  openItLabel: (name: string) => `Open ${named(name)}`,
  inIt: "you're in",
  protest: 'This is wrong',
  protestAsk: 'What is wrong? One sentence for the hosts.',
  protestUntil: (when: string) => `You can say so until ${when}.`,
  protestNeeded: 'Three letters or more.',
  protestSend: 'Tell the hosts',
  protestSending: 'Telling them…',
  protestWaits: (says: string) => `You said: “${says}” A host looks at it.`,
  protestFixed: (says: string) => `You said: “${says}” A host corrected the result.`,
  protestDeclined: (says: string, answer: string) => `You said: “${says}” A host answered: “${answer}”`,
  keptName: (name: string) => `${named(name)} is kept for a racer without Discord. Is that you?`,
  thatsMe: "That's me",
  thatsMePending: 'Asking a host…',
  thatsMeAfter: 'A host confirms it. Then all their results are yours.',
  thatsMeAsked: (name: string) => `You said that you are ${named(name)}. A host is asked, and answers soon.`,
  compact: (name: string, status: string) => `${name} · ${status}`,
  won: (winners: readonly string[]) => (winners.length === 0 ? 'Nobody finished' : `${names(winners)} won`),
  yours: (position: Position) => `You: ${place(position)}`,
  rankCompact: (rank: number, total: number) => `${place(rank)} in the standings, ${points(total)}`,
  tapCompact: 'Make this window bigger to tap your place.',
};

export const host = {
  tools: 'Host',
  start: 'Start the race',
  starting: 'Starting…',
  startAlone: 'Two racers or more make a race.',
  setPlaces: 'Set places',
  setPlacesDone: 'Done',
  placeOf: (name: string) => `Place of ${named(name)}`,
  none: 'none',
  shared: 'Dead heat',
  closeRace: 'Close the race',
  closeAsk: (missing: readonly string[]) =>
    missing.length === 0
      ? 'Make this result final now?'
      : `${names(missing)} ${missing.length === 1 ? 'has' : 'have'} no place and will be DNS (did not start). Make the result final now?`,
  closeYes: 'Yes, make it final',
  no: 'Not now',
  voidRace: 'Void the race',
  voidAsk: 'The race will count for nothing. Why?',
  voidReason: 'Reason',
  voidNeeded: 'Say why.',
  voidYes: 'Void it',
  voiding: 'Voiding…',
  fee: 'Entry fee',
  correct: 'Correct or void it',
  another: 'Open another race',
  next: 'Next race, same racers',
  nexting: 'Opening…',
  putBack: 'Put them back',
  putBackPending: 'Putting back',
  letGo: 'Let them go',
  letGoPending: 'Letting go',
  writeAgain: 'Write from here again',
  problems: (n: number) => (n === 1 ? '1 thing to fix in the Sheet' : `${n} things to fix in the Sheet`),
};

export const standings = {
  title: 'Standings',
  empty: 'No race is final yet. The first one puts everybody on this list.',
  rank: 'Rank',
  racer: 'Racer',
  wins: 'Wins',
  tonight: 'Tonight',
  points: 'Points',
  gained: (n: number) => `+${n}`,
  gainedLabel: (n: number) => `${points(n)} from the latest race`,
  up: (n: number) => `up ${n}`,
  down: (n: number) => `down ${n}`,
  which: 'Which standings',
  latestNight: (night: string) => `Tonight: ${night}`,
  season: ({ name, status }: Pick<SeasonSummary, 'name' | 'status'>, champions: readonly string[]) =>
    status === 'Open'
      ? name
      : status === 'Planned'
        ? `${name} (planned)`
        : champions.length > 0
          ? `${name} (won by ${list(champions)})`
          : `${name} (closed)`,
  emptyNight: 'No race of tonight is final yet.',
  emptySeason: 'No race of this season is final.',
  dropped: (n: number) => `${points(n)} dropped`,
  adjusted: (n: number) => `${signed(n)} by hosts`,
  whyMe: (rank: number) => `Why am I ${place(rank)}?`,
  noSeason: 'No season is open.',
  noSeasonLatest: (season: string) => `No season is open. This is how ${season} ended.`,
};

export const ways = {
  label: 'Where to',
  night: 'Race night',
  me: 'Me',
  desk: "Hosts' desk",
  toDecide: (n: number) => `${n} to decide`,
  back: 'Back',
};

/** What is asked for when it's looked at. */
export const asked = {
  loading: 'Fetching it…',
  stale: 'Looking again…',
  again: 'Try again',
};
