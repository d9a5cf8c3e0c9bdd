/** The rows of the Settings tab: what each is called, means and holds when it is left alone. */
import { folded } from './names.ts';
import type { Raw } from './records.ts';

type SettingKind = 'text' | 'yesNo' | 'onOff' | 'whole' | 'timeZone' | 'weekly' | 'currency' | 'bonuses' | 'oneOf';

interface Setting {
  readonly name: string;
  readonly kind: SettingKind;
  readonly unset: Raw;
  readonly about: string;
  /** For `whole`. */
  readonly from?: number;
  readonly to?: number;
  /** For `oneOf`. */
  readonly of?: readonly string[];
}

export const settings = {
  leagueName: {
    name: 'League name',
    kind: 'text',
    unset: 'Our league',
    about: 'What the league is called everywhere.',
  },
  game: { name: 'Game', kind: 'text', unset: 'Mario Kart Tour', about: 'What you play.' },
  timeZone: {
    name: 'Time zone',
    kind: 'timeZone',
    unset: 'UTC',
    about: 'The time zone of every date here, such as Europe/Madrid or America/New_York.',
  },
  hostRole: {
    name: 'Host role',
    kind: 'text',
    unset: '',
    about: 'The Discord role whose members are hosts. Empty: everybody who may manage the server.',
  },
  whoMayOpen: {
    name: 'Who may open races',
    kind: 'oneOf',
    of: ['Hosts', 'Everyone'],
    unset: 'Hosts',
    about: 'Hosts, or Everyone.',
  },
  places: { name: 'Places', kind: 'whole', from: 2, to: 24, unset: 8, about: 'How many racers a race takes: 2 to 24.' },
  cpus: {
    name: 'CPUs or guests on track',
    kind: 'yesNo',
    unset: 'No',
    about: 'Yes: places between those of racers may belong to nobody here, so gaps in a result are fine.',
  },
  reportMinutes: {
    name: 'Report minutes',
    kind: 'whole',
    from: 1,
    to: 240,
    unset: 10,
    about: "How long after the first report hosts are asked about racers who haven't reported: 1 to 240 minutes.",
  },
  objectionSeconds: {
    name: 'Objection seconds',
    kind: 'whole',
    from: 0,
    to: 3600,
    unset: 30,
    about: 'How long a complete result waits for "That\'s wrong" before it is final: 0 to 3600 seconds.',
  },
  protestHours: {
    name: 'Protest hours',
    kind: 'whole',
    from: 0,
    to: 720,
    unset: 24,
    about: 'How long a racer may protest against a result after it is final: 0 to 720 hours.',
  },
  channel: {
    name: 'Channel',
    kind: 'text',
    unset: '',
    about: 'Where the bot posts: a Discord channel by its name, such as #results, or its ID. Empty: nowhere.',
  },
  posts: {
    name: 'Posts',
    kind: 'oneOf',
    of: ['All', 'Results', 'Recaps', 'None'],
    unset: 'All',
    about:
      'All: a card for each race too, from its opening. Results: once it is final. Recaps: of nights and weeks. None.',
  },
  weeklySummary: {
    name: 'Weekly summary',
    kind: 'weekly',
    unset: '',
    about: 'When the bot sums up the week: a day and a time, such as Sunday 20:00. Empty: never.',
  },
  pingRole: {
    name: 'Ping role',
    kind: 'text',
    unset: '',
    about: 'The Discord role that is pinged when a race opens. Empty: nobody.',
  },
  language: {
    name: 'Language',
    kind: 'oneOf',
    of: ['English', 'Español'],
    unset: 'English',
    about: "What the bot's posts are written in: English or Español. Answers follow each person's own Discord.",
  },
  publicPage: {
    name: 'Public page',
    kind: 'onOff',
    unset: 'On',
    about: 'On: anyone with the address sees the standings. Off: nobody does.',
  },
  money: {
    name: 'Money',
    kind: 'onOff',
    unset: 'Off',
    about:
      'On: entry fees, pots and prizes are kept in the Ledger; no money is moved. Paid entries are regulated in places: ask what holds where you are before you turn it on.',
  },
  bonuses: {
    name: 'Bonuses',
    kind: 'bonuses',
    unset: '',
    about: 'What results earn besides prizes, such as: Win 2, Podium 0.50. A season may say otherwise.',
  },
  currency: {
    name: 'Currency',
    kind: 'currency',
    unset: 'EUR',
    about: 'Three letters, such as EUR, USD or GBP. Once something is booked it stays.',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as SettingName[];

type KindValue = {
  text: string;
  yesNo: boolean;
  onOff: boolean;
  whole: number;
  timeZone: string;
  currency: string;
  bonuses: string;
  weekly: string;
};
export type Settings = {
  readonly [S in SettingName]: (typeof settings)[S] extends { kind: 'oneOf'; of: readonly (infer U)[] }
    ? U
    : KindValue[Exclude<(typeof settings)[S]['kind'], 'oneOf'>];
};

/** The setting of that name in the Sheet, compared as names are. */
export function settingCalled(name: string): SettingName | undefined {
  const wanted = folded(name);
  return settingNames.find((setting) => folded(settings[setting].name) === wanted);
}

export function settingAt(name: SettingName): Setting {
  return settings[name];
}
