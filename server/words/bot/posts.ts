/** What the bot's posts say, in English. Names come in as they are to be shown, moments as Discord shows them. */
import type { Position } from '../../../sheets/positions.ts';
import { count, list, place, points, signed } from '../en.ts';
import { medal } from './medal.ts';

interface Scored {
  name: string;
  position: Position;
  points: number;
}

export const postsInEnglish = {
  number: (n: number) => String(n),

  card: {
    open: (race: string) => `### 🏁 ${race} is open`,
    running: (race: string) => `### 🏎️ ${race} is on`,
    reporting: (race: string) => `### 🏎️ ${race}: results are coming in`,
    won: (race: string, winners: string[]) =>
      winners.length === 0 ? `### 🏁 ${race} is over` : `### 🏆 ${list(winners)} ${wins(winners)} ${race}!`,
    void: (race: string) => `### ${race} doesn't count\nA host voided it. Its results stay in the Sheet.`,
    where: (season: string, night: string) => `-# ${[season, night].filter(Boolean).join(' · ')}`,
    nobody: (places: number) => `Nobody is in yet. ${count(places, 'place')} to take.`,
    in: (names: string[], places: number) => `**${names.length} of ${places}** in: ${list(names)}`,
    racing: (names: string[]) => `Racing: ${list(names)}`,
    hint: 'Once you cross the line, report your place.',
    said: ({ name, position }: { name: string; position: Position }) => `${place(position)} ${name}`,
    waitsFor: (names: string[]) => `Still to report: ${list(names)}`,
    finalIn: (when: string) => `Final ${when}, if nobody objects.`,
    objection: (name: string) => `${name} says that's wrong. It waits for a change, or for a host.`,
    line: ({ name, position, points: worth }: Scored, rank: number | undefined) =>
      `${rank === undefined ? '▫️' : medal(rank)} **${place(position)}** ${name} · ${signed(worth)}`,
    pending: 'Points count once the race is final.',
  },

  contradiction: {
    ask: (mentions: string[], race: string, position: number) =>
      `${list(mentions)}, you ${mentions.length > 2 ? 'all' : 'both'} say ${place(position)} in **${race}**. Whoever is wrong: press **Report** again. Not sure? Ask a host.`,
    voided: (race: string) => `**${race}** was voided, so nobody has to answer.`,
    settled: (race: string) => `Settled: the places of **${race}** fit. Thank you!`,
  },

  correction: {
    title: (races: string[]) => (races.length === 0 ? '### ✏️ A correction' : `### ✏️ Corrected: ${list(races)}`),
    inSeason: (season: string) => `-# ${season}`,
    move: ({ name, points: [from, to], rank: [was, is] }: Move) => {
      if (was === null) return `**${name}** joins with ${points(to)}${is === null ? '' : `, ${place(is)}`}`;
      if (is === null) return `**${name}** leaves the table (${points(from)})`;
      const score = from === to ? points(to) : `${from} → ${points(to)}`;
      return `**${name}** ${score}${was === is ? '' : `, ${place(was)} → ${place(is)}`}`;
    },
    champions: (names: string[]) =>
      names.length === 0 ? 'It has no champion any more.' : `🏆 ${champions(names)} now: **${list(names)}**`,
    more: (n: number) => `… and ${count(n, 'more change')}.`,
  },

  recap: {
    title: (night: string) => `## 🌙 ${night}: that's it for tonight`,
    races: (races: number, racers: number) => `${count(races, 'race')}, ${count(racers, 'racer')}.`,
    nothing: 'Its races were voided, so nothing of it counts.',
    best: (names: string[], most: number) => `Most points: **${list(names)}** with ${points(most)}.`,
    line: ({ rank, name, points: total, wins }: { rank: number; name: string; points: number; wins: number }) =>
      `${medal(rank)} ${name} · ${points(total)}${wins > 0 ? ` · ${count(wins, 'win')}` : ''}`,
    more: (n: number) => `… and ${count(n, 'more racer')}.`,
    up: (moves: string[]) => `📈 ${moves.join(' · ')}`,
    move: (name: string, from: number, to: number) => `${name} ${place(from)} → ${place(to)}`,
    leads: (names: string[], season: string) =>
      `${list(names)} ${names.length === 1 ? 'leads' : 'lead'} **${season}** now.`,
    still: (names: string[], season: string) =>
      `${list(names)} still ${names.length === 1 ? 'leads' : 'lead'} **${season}**.`,
    next: (race: string, day: string, away: string) => `📅 Next: **${race}**, ${day} (${away})`,
    thanks: 'Good night, and thank you for racing!',
  },

  standings: {
    title: (season: string) => `## ${season}: the table`,
    none: '-# No race counts yet.',
    after: (race: string, races: number) => `-# After ${race} · ${count(races, 'race')} so far`,
  },

  weekly: {
    title: (league: string) => `## 📅 The week in ${league}`,
    raced: (races: number, racers: number) => `${count(races, 'race')} this week, ${count(racers, 'racer')}.`,
    inSeason: (season: string) => `-# ${season}`,
    quiet: 'No races this week.',
  },

  final: {
    title: (season: string, names: string[]) =>
      names.length === 0 ? `## ${season} is over` : `## 🏆 ${list(names)}: ${champions(names)} of ${season}!`,
    raced: (races: number, racers: number) => `${count(races, 'race')} and ${count(racers, 'racer')} made this season.`,
    line: ({ rank, name, points: total }: { rank: number; name: string; points: number }) =>
      `${medal(rank)} **${name}** · ${points(total)}`,
    grandPrize: ({ amount, names, by }: { amount: string; names: string[]; by?: string }) =>
      `🎁 Grand prize: **${amount}** for ${list(names)}${by === undefined ? '' : `, presented by ${by}`}`,
    presentedBy: (sponsor: string) => `-# Presented by ${sponsor}`,
    goesOn: (season: string) =>
      `## ${season} goes on after all\nA host opened it again. Its champion is known once it's over.`,
    next: (season: string) => `**${season}** is open. A clean sheet for everybody!`,
    thanks: 'Thank you all for racing.',
  },

  picture: {
    table: (season: string) => `${season} · Standings`,
    after: (league: string, race: string) => `${league} · after ${race}`,
    podium: (league: string) => `${league} · Final standings`,
    points,
    more: (n: number) => `and ${n} more`,
    presentedBy: 'Presented by',
    /** For who doesn't see it. */
    tableSays: (season: string, lines: { rank: number; name: string; points: number }[]) =>
      `${season}: ${lines.map(({ rank, name, points: total }) => `${place(rank)} ${name} ${points(total)}`).join(', ')}`,
    podiumSays: (season: string, lines: { rank: number; name: string; points: number }[]) =>
      `The podium of ${season}: ${lines.map(({ rank, name, points: total }) => `${place(rank)} ${name} with ${points(total)}`).join(', ')}`,
  },

  /** Told to hosts. */
  trouble: {
    noChannel: (channel: string) => ({
      what: `The bot can't post: there's no channel ${channel} here that it sees.`,
      remedy: 'Let it see that channel, or name another one in Settings, Channel.',
    }),
    notSeen: (channel: string) => ({
      what: `The bot can't post: it doesn't see ${channel}.`,
      remedy: 'In Discord, give it View Channel and Read Message History there.',
    }),
    notAllowed: (channel: string) => ({
      what: `The bot may not post in ${channel}.`,
      remedy: 'In Discord, give it Send Messages, Attach Files and Read Message History there.',
    }),
    notText: (channel: string) => ({
      what: `The bot can't post: ${channel} takes no messages.`,
      remedy: 'Name a text channel in Settings, Channel.',
    }),
    odd: () => ({
      what: "The bot's posts wait: Discord answers, but not as it should.",
      remedy: 'It tries again by itself. If that goes on, tell whoever runs the league.',
    }),
    unreachable: () => ({
      what: "The bot can't reach Discord, so its posts wait.",
      remedy: "Nothing to do: it tries again by itself, and posts what's still of interest.",
    }),
  },

  /** A post that Discord never takes; `message` is its own sentence. */
  dropped: (message: string) => ({
    what: `Discord didn't take a post of the bot's, so it was left out (${shortly(message)}).`,
    remedy: 'Nothing is lost in the league: look in the panel. Tell whoever runs the league.',
  }),
};

export type PostWords = typeof postsInEnglish;

interface Move {
  name: string;
  points: readonly [from: number, to: number];
  /** Null where they aren't in the standings. */
  rank: readonly [from: number | null, to: number | null];
}

function wins(winners: readonly string[]): string {
  return winners.length === 1 ? 'wins' : 'win';
}

function champions(names: readonly string[]): string {
  return names.length === 1 ? 'champion' : 'champions';
}

/** In one line, for a sentence. */
export function shortly(message: string): string {
  return message.replace(/\s+/g, ' ').trim().slice(0, 200);
}
