/** What the bot says, in English. Names come in as they are to be shown. */
import { isShared, type Position, placeOf } from '../../../sheets/positions.ts';
import type { FormView, ProfileView } from '../../contract/racer.ts';
import type { BookedAs } from '../../league/bookings.ts';
import { sayAnswer } from '../answers.ts';
import { sayBeforehand } from '../beforehand.ts';
import { sayEffects } from '../effects.ts';
import { count, gain, list, money, place, points } from '../en.ts';
import { problemsInEnglish } from '../problems.ts';
import { sheetTroubles } from '../sheet.ts';
import { sayWhy } from '../why.ts';
import type { Language } from './language.ts';
import { medal, medalFirst } from './medal.ts';
import { sayRefusalInChat } from './refusals.ts';
import type { TroubleSaid } from './trouble.ts';

export const english = {
  language: 'en' as Language,
  place,
  points,
  money,
  gain,
  list,
  /** Of a moment, as its time zone has it: "April 1, 2026". */
  day: (ms: number, timeZone: string): string => Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone }).format(ms),
  answer: sayAnswer,
  refusal: sayRefusalInChat,
  effects: sayEffects,
  beforehand: sayBeforehand,
  why: sayWhy,
  /** What keeps the league from its Sheet. */
  trouble: ({ trouble, account, message }: TroubleSaid): { what: string; remedy: string } =>
    sheetTroubles[trouble]({ account, message }),
  /** What is wrong in it. */
  problems: problemsInEnglish,

  buttons: {
    join: 'Join',
    joinLate: 'Join late',
    leave: 'Leave',
    start: 'Start',
    report: 'Report',
    object: "That's wrong",
    protest: 'This is wrong',
    next: 'Next race',
    panel: 'Open the panel',
    otherName: 'Try another name',
    typed: "It's in the Sheet",
    cancel: 'Cancel',
    fix: 'Yes, set it',
    closeRace: 'Yes, make it final',
    voidRace: 'Yes, void it',
    closeSeason: 'Yes, close it',
  },

  edge: {
    noServer: 'The league lives in a server: ask me there.',
    noLeague: 'This server has no league yet. Somebody who manages the server starts one with /league setup.',
    oldButton: "That's from an earlier time. Use a command, or the latest card.",
    oldCommand: "I don't know that command any more. Type / to see those there are.",
    noSuch: (what: string) => `Nothing here is called “${what}”. Pick one from the list that comes up as you type.`,
    noSuchRacer: (what: string) =>
      `Nobody who races here is called “${what}”. Who joins a race becomes a racer; for who isn't on Discord, a host adds one in the panel.`,
    severalSuch: (what: string) => `“${what}” could be several. Pick one from the list that comes up as you type.`,
    failed: 'Something went wrong here. Try again in a minute.',
    noPanels: (page: string | undefined) =>
      ["This server can't open panels here.", page && `The league's page: ${page}`].filter(Boolean).join(' '),
    cancelled: 'Nothing was changed.',
  },

  result: {
    /** `worth` is what it scores as things stand. */
    recorded: ({ position, worth, final }: { position: Position; worth: number; final: boolean }) => {
      const place = placeOf(position);
      const earned = final ? `earned **${points(worth)}**` : `earn **${points(worth)}** once final`;
      if (place === undefined) return `🏁 Recorded: ${position}. You ${earned}.`;
      return `${medal(place)} Recorded! You finished **#${place}${isShared(position) ? '=' : ''}** and ${earned}.`;
    },
    reported: (reported: number, entrants: number) => `${reported} of ${entrants} in.`,
    /** The others who hold the same place. */
    clash: (others: string[], position: number) =>
      `But ${list(others)} ${others.length === 1 ? 'says' : 'say'} ${place(position)} too. If it was your slip, report again; if not, wait: you are ${others.length === 1 ? 'both' : 'all'} asked.`,
    underWay: 'It is being raced. Join only if you are racing in it.',
    notInYet: "You aren't in it yet.",
    forOthers: "Somebody else's place is set with /admin-fix.",
    ask: (race: string) => `Where did you finish in **${race}**?`,
    hint: 'Choose your place',
    further: (listed: number) => `Behind ${place(listed)}? Type /result with your place.`,
  },

  name: {
    title: 'Your name in the game',
    label: 'In-game name',
    hint: 'As the others see it on the track',
  },
  protest: {
    title: (race: string) => `What is wrong with ${race}?`,
    label: 'In one sentence',
    hint: 'I was 3rd, ahead of Robin.',
    none: "You haven't raced in a race that is final.",
  },
  voiding: {
    title: (race: string) => `Void ${race}?`,
    about: (race: string) => `**${race}** will count for nothing. Its results stay in the Sheet.`,
    label: 'Why?',
    hint: 'Wrong cup',
  },

  ask: {
    fix: ({ racer, race, from, to }: { racer: string; race: string; from?: Position; to: Position | null }) =>
      `**${racer}** in **${race}**: ${from === undefined ? 'no place' : place(from)} → ${to === null ? 'no place' : place(to)}`,
    closeRace: ({ race, missing }: { race: string; missing: string[] }) =>
      missing.length === 0
        ? `Make **${race}** final?`
        : `Make **${race}** final? ${list(missing)} ${missing.length === 1 ? "hasn't" : "haven't"} reported, and will count as DNS.`,
    voidRace: ({ race, reason }: { race: string; reason: string }) =>
      `Void **${race}** (${reason})? It will count for nothing.`,
    closeSeason: ({ season, next }: { season: string; next?: string }) =>
      `Close **${season}**? Its table is kept, and whoever leads is champion.${next === undefined ? '' : ` **${next}** opens at once.`}`,
    effects: 'This is what it changes:',
    nothing: 'Nothing that counts changes.',
    more: (n: number) => `And ${count(n, 'more change')}.`,
    changed: 'Something changed in the meantime. Look again:',
  },

  race: {
    none: 'No race is on. A host opens one with /race open.',
    noneToVoid: 'No race is on. To void one that is over, name it: `/race void race:`',
    /** The planned season that comes next, if there's one. */
    noSeason: (planned: string | undefined) =>
      planned === undefined
        ? 'No season is open, so there is nothing to race for. A host plans one with /season plan, and opens it with /season open.'
        : `No season is open, so there is nothing to race for. A host opens ${planned} with /season open.`,
    status: {
      Planned: 'planned',
      Open: 'open to join',
      Running: 'being raced',
      Reporting: 'results are coming in',
      Final: 'final',
      Void: 'void',
    },
    head: ({ race, status }: { race: string; status: string }) => `**${race}** · ${status}`,
    racers: (names: string[], places: number) =>
      names.length === 0 ? `Nobody yet; ${count(places, 'place')}.` : `${names.length} of ${places}: ${list(names)}`,
    waitsFor: (names: string[]) => `Still to report: ${list(names)}`,
    clash: (names: string[], position: number) =>
      `${list(names)} ${names.length > 2 ? 'all' : 'both'} say ${place(position)}. Whoever is wrong reports again.`,
    gaps: (places: number[]) => `Nobody holds ${list(places.map(place))}.`,
    objection: (name: string) => `${name} says that's wrong. It waits for a change, or for a host.`,
    finalIn: (when: string) => `Final ${when}, if nobody objects.`,
    nextPlanned: (race: string, when: string) => `Next: ${race}, ${when}`,
    noOver: 'No race is over yet. Open one with /race open.',
    noOpen: 'No race is open to be started. Open one with /race open.',
  },

  standings: {
    title: (season: string) => `## ${season}`,
    empty: 'No race is final yet. The table begins with the first one.',
    noSeason: 'No season is open. A host opens one with /season open.',
    line: ({ rank, name, points: total, wins }: { rank: number; name: string; points: number; wins: number }) =>
      `${medalFirst(rank)}**${place(rank)}** ${name} · ${points(total)}${wins > 0 ? ` · ${count(wins, 'win')}` : ''}`,
    more: (n: number) => `… and ${count(n, 'more racer')}.`,
    you: (line: string) => `You: ${line}`,
  },

  profile: {
    notRaced: "You haven't raced here yet. Join a race, and your trophies collect here.",
    season: ({ name, rank, points: total, wins }: NonNullable<ProfileView['season']>) =>
      `${name}: **${place(rank)}** with ${points(total)}${wins > 0 ? `, ${count(wins, 'win')}` : ''}`,
    noSeason: 'Not in the standings of the open season yet.',
    career: ({ seasons, races, wins, podiums, titles }: ProfileView['career']) =>
      [
        ...(titles > 0 ? [count(titles, 'title')] : []),
        ...(wins > 0 ? [count(wins, 'win')] : []),
        ...(podiums > 0 ? [count(podiums, 'podium')] : []),
        `${count(races, 'race')} in ${count(seasons, 'season')}`,
      ].join(' · '),
    trophies: '**Trophies**',
    noTrophies: 'No trophies yet. The top three of every race and season get one.',
    trophy: ({ season, race }: { season: string; race?: string }) =>
      race === undefined ? `**${season}**` : `${race}, ${season}`,
    more: (n: number) => `… and ${count(n, 'earlier one')}.`,
    form: (places: Position[]) =>
      places.length === 1
        ? `Last race: ${places.map(place).join('')}`
        : `Last ${places.length}, the latest first: ${places.map(place).join(', ')}`,
    streak: ({ winStreak, podiumStreak }: FormView): string | undefined => {
      if (winStreak.now >= 2) return `${winStreak.now} wins in a row!`;
      return podiumStreak.now >= 2 ? `${podiumStreak.now} podiums in a row!` : undefined;
    },
  },

  whyNot: {
    you: "You aren't in the standings of the open season yet.",
    other: (name: string) => `${name} isn't in the standings of the open season yet.`,
    youThen: (season: string) => `You weren't in the standings of ${season}, and no season is open.`,
    otherThen: (name: string, season: string) => `${name} wasn't in the standings of ${season}, and no season is open.`,
  },

  wallet: {
    off: 'Money is off in this league: it races for points alone.',
    balance: (balance: string) => `Your balance: **${balance}**`,
    empty: 'No bookings yet.',
    /** Why the rules booked it: in English as the Ledger says. */
    booked: (_: BookedAs, why: string): string => why,
    booking: ({ when, amount, why }: { when: string; amount: string; why: string }) => `${when} **${amount}** ${why}`,
  },

  season: {
    badDate: (given: string) => `“${given}” isn't a day. Write it as in 2026-03-01.`,
    noneToOpen: 'No season is planned. Plan one with /season plan.',
    noneToClose: 'No season is open.',
    status: { Planned: 'planned', Open: 'open', Closed: 'closed' },
    head: ({ season, status }: { season: string; status: string }) => `## ${season}\n-# ${status}`,
    /** Each on a line of their own, should several share it. */
    champion: ({ name, points: total, wins }: { name: string; points: number; wins: number }) =>
      `🏆 Champion: **${name}** · ${points(total)}${wins > 0 ? ` · ${count(wins, 'win')}` : ''}`,
    raced: (races: number, racers: number) => `${count(races, 'race')}, ${count(racers, 'racer')}`,
    mostWins: (names: string[], wins: number) => `Most wins: ${list(names)} (${wins})`,
    dates: (starts: string | undefined, ends: string | undefined) =>
      [starts && `From ${starts}`, ends && `${starts ? 'to' : 'To'} ${ends}`].filter(Boolean).join(' '),
    notRaced: 'Nothing has been raced in it yet.',
  },

  league: {
    title: (name: string) => `## ${name}`,
    noSeason: 'No season is open.',
    season: (season: string, races: number) => `${season} is open, ${count(races, 'race')} final so far.`,
    racing: (races: string[]) => `On now: ${list(races)}`,
    sheet: {
      saved: 'Everything is in the Sheet.',
      saving: 'The latest changes are on their way to the Sheet.',
      unreachable: "The Sheet can't be reached right now. Nothing is lost: it's written later.",
    },
    problems: (n: number) =>
      n === 0 ? 'No problems in the Sheet.' : `${count(n, 'problem')} in the Sheet: /league problems`,
    queue: (n: number) => `${count(n, 'thing')} ${n === 1 ? 'waits' : 'wait'} for a host's word in the panel.`,
    noProblems: 'Nothing is wrong in the Sheet.',
    problem: ({ where, what, remedy }: { where: string; what: string; remedy: string }) =>
      `**${where}**: ${what} ${remedy}`,
    moreProblems: (n: number) => `… and ${count(n, 'more')}. They are all in the Problems tab.`,
    has: (name: string) => `This server has its league: **${name}**. Everything else is in the panel and in the Sheet.`,
    setup: (account: string) =>
      [
        '## A league for this server',
        'It keeps everything in a Google Sheet of yours.',
        '1. Make a blank Sheet (sheets.new in a browser).',
        `2. Choose **Share** in it, and add \`${account}\` as Editor.`,
        '3. Send me its address: `/league setup sheet:` and paste it. Or go on in the panel.',
      ].join('\n'),
    code: ({ title, code }: { title: string; code: string }) =>
      `Type this into any empty cell of **${title}**:\n## \`${code}\`\nIt shows that the Sheet is yours, and goes by itself once it's found.`,
    notYet: "It isn't there yet. Check the letters, leave the cell with Enter, and try again.",
    connected:
      'The league is ready. Begin with /race open; /season plan is for another season. I post cards and results once Settings in the Sheet names a Channel, such as #results.',
    noChannel: 'I post nowhere yet: type a channel, such as #results, into Settings, Channel, in the Sheet.',
  },

  notice: {
    head: '⚠️ For you as a host:',
    protest: ({ racer, race, says }: { racer: string; race: string; says: string }) =>
      `**${racer}** says that **${race}** is wrong: “${says}”. Answer in the panel, under Hosts' desk.`,
    /** To whoever protested. */
    answer: ({ race, how, says }: { race: string; how: 'fixed' | 'declined'; says: string }) =>
      how === 'fixed'
        ? `✅ Hosts put **${race}** right after your protest.${says === '' ? '' : ` “${says}”`}`
        : `💬 Hosts looked at your protest about **${race}**, and the result stays. “${says}”`,
    sheetDown: "Google can't be reached, so the Sheet isn't up to date. Nothing is lost, and it's written later.",
  },
};

export type BotWords = typeof english;
