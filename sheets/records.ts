/**
 * Every tab of the workbook, its columns and what a cell of each may hold, declared once. The types of the records
 * are inferred from here; reading and writing cells is table.ts. Names of tabs and headers are a promise to hosts.
 */
import type { Position } from './positions.ts';

/** What a cell holds, as the API gives it with UNFORMATTED_VALUE. An empty cell is ''. */
export type Raw = string | number | boolean;

export const raceStatuses = ['Planned', 'Open', 'Running', 'Reporting', 'Final', 'Void'] as const;
export type RaceStatus = (typeof raceStatuses)[number];

export const seasonStatuses = ['Planned', 'Open', 'Closed'] as const;

/** Where a result's current value comes from. */
export const sources = ['Joined', 'Left', 'Claim', 'Host', 'Sheet', 'Import'] as const;

interface Kinds {
  /** Any text. */
  text: string;
  /** Text that must be unique in its tab, letter case aside. */
  name: string;
  /** Text that must stay text: a Discord ID has more digits than a number keeps. */
  digits: string;
  position: Position;
  /** A whole number, or a fraction where a league likes them. */
  number: number;
  /** A whole number from 0. */
  count: number;
  /** Milliseconds since 1970; in the Sheet a serial number in the league's time zone. */
  moment: number;
  yesNo: boolean;
  /** What a Settings value means depends on its row: settings.ts reads it. */
  anything: Raw;
  /** Whole minor units (cents) as people give them; in the Sheet a number of the league's currency. */
  money: number;
  /** The same as sums of it, which may be larger. */
  amount: number;
  /** Hundredths of a percent. */
  percent: number;
  /** Percentages of a pot for the first, the second, and so on, as text that `parseSplit` reads. */
  split: string;
  /** What results earn, as text that `parseBonuses` reads. */
  bonuses: string;
  /** Whose an amount is: accounts.ts. */
  account: string;
  /** An address that begins with http:// or https://. */
  link: string;
  /** The position column of the Scoring tab: a place, DNF, DSQ, DNS, or Other. */
  scored: Position | 'Other';
}

/** Tabs whose rows others refer to by name. */
export type NamedTab = 'Racers' | 'Seasons' | 'Races' | 'Sponsors';

type Simple = { [K in keyof Kinds]: { kind: K; header: string } }[keyof Kinds];
export type Column =
  | Simple
  | { kind: 'oneOf'; header: string; of: readonly string[] }
  | { kind: 'reference'; header: string; to: NamedTab };

type ValueOf<C> = C extends { kind: 'oneOf'; of: readonly (infer U)[] }
  ? U
  : C extends { kind: 'reference' }
    ? string
    : C extends { kind: infer K extends keyof Kinds }
      ? Kinds[K]
      : never;

export interface Tab {
  /** Facts are written by people and us; derived tabs follow from them and are ours alone. */
  readonly holds: 'facts' | 'derived';
  /** Tells rows apart: the ID column, or columns whose values together are the key. */
  readonly key: 'id' | readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
  /** After the declared columns comes one for each racer; the header is written with the rows. */
  readonly wide?: true;
  /** Not for people: what others look up. */
  readonly hidden?: true;
}

const id = { kind: 'text', header: 'ID' } as const;

/** In the order in which they stand in the workbook; the text tab Start here comes before them. */
export const tabs = {
  Standings: {
    holds: 'derived',
    key: ['racer'],
    columns: {
      rank: { kind: 'number', header: 'Rank' },
      racer: { kind: 'text', header: 'Racer' },
      points: { kind: 'number', header: 'Points' },
      wins: { kind: 'number', header: 'Wins' },
      podiums: { kind: 'number', header: 'Podiums' },
      races: { kind: 'number', header: 'Races' },
      dropped: { kind: 'number', header: 'Dropped' },
      adjustments: { kind: 'number', header: 'Adjustments' },
      winnings: { kind: 'amount', header: 'Winnings' },
      why: { kind: 'text', header: 'Why' },
    },
  },
  Results: {
    holds: 'facts',
    key: 'id',
    columns: {
      race: { kind: 'reference', header: 'Race', to: 'Races' },
      racer: { kind: 'reference', header: 'Racer', to: 'Racers' },
      position: { kind: 'position', header: 'Position' },
      source: { kind: 'oneOf', header: 'Source', of: sources },
      by: { kind: 'text', header: 'By' },
      at: { kind: 'moment', header: 'At' },
      note: { kind: 'text', header: 'Note' },
      id,
    },
  },
  Races: {
    holds: 'facts',
    key: 'id',
    columns: {
      race: { kind: 'name', header: 'Race' },
      season: { kind: 'reference', header: 'Season', to: 'Seasons' },
      night: { kind: 'text', header: 'Night' },
      status: { kind: 'oneOf', header: 'Status', of: raceStatuses },
      host: { kind: 'text', header: 'Host' },
      planned: { kind: 'moment', header: 'Planned' },
      opened: { kind: 'moment', header: 'Opened' },
      started: { kind: 'moment', header: 'Started' },
      finished: { kind: 'moment', header: 'Finished' },
      entryFee: { kind: 'money', header: 'Entry fee' },
      id,
    },
  },
  Racers: {
    holds: 'facts',
    key: 'id',
    columns: {
      racer: { kind: 'name', header: 'Racer' },
      discordName: { kind: 'text', header: 'Discord name' },
      discordId: { kind: 'digits', header: 'Discord ID' },
      joined: { kind: 'moment', header: 'Joined' },
      active: { kind: 'yesNo', header: 'Active' },
      onPage: { kind: 'yesNo', header: 'On page' },
      sameAs: { kind: 'reference', header: 'Same as', to: 'Racers' },
      id,
    },
  },
  Seasons: {
    holds: 'facts',
    key: 'id',
    columns: {
      season: { kind: 'name', header: 'Season' },
      status: { kind: 'oneOf', header: 'Status', of: seasonStatuses },
      starts: { kind: 'moment', header: 'Starts' },
      ends: { kind: 'moment', header: 'Ends' },
      scoring: { kind: 'text', header: 'Scoring' },
      dropWorst: { kind: 'count', header: 'Drop worst' },
      entryFee: { kind: 'money', header: 'Entry fee' },
      commission: { kind: 'percent', header: 'Commission' },
      split: { kind: 'split', header: 'Split' },
      bonuses: { kind: 'bonuses', header: 'Bonuses' },
      grandPrize: { kind: 'money', header: 'Grand prize' },
      sponsor: { kind: 'reference', header: 'Sponsor', to: 'Sponsors' },
      id,
    },
  },
  Scoring: {
    holds: 'facts',
    key: ['scoring', 'position'],
    columns: {
      scoring: { kind: 'text', header: 'Scoring' },
      position: { kind: 'scored', header: 'Position' },
      points: { kind: 'number', header: 'Points' },
    },
  },
  Adjustments: {
    holds: 'facts',
    key: 'id',
    columns: {
      season: { kind: 'reference', header: 'Season', to: 'Seasons' },
      racer: { kind: 'reference', header: 'Racer', to: 'Racers' },
      race: { kind: 'reference', header: 'Race', to: 'Races' },
      points: { kind: 'number', header: 'Points' },
      reason: { kind: 'text', header: 'Reason' },
      by: { kind: 'text', header: 'By' },
      at: { kind: 'moment', header: 'At' },
      id,
    },
  },
  Sponsors: {
    holds: 'facts',
    key: 'id',
    columns: {
      sponsor: { kind: 'name', header: 'Sponsor' },
      logo: { kind: 'link', header: 'Logo' },
      logoOnDark: { kind: 'link', header: 'Logo on dark' },
      link: { kind: 'link', header: 'Link' },
      message: { kind: 'text', header: 'Message' },
      from: { kind: 'moment', header: 'From' },
      until: { kind: 'moment', header: 'Until' },
      id,
    },
  },
  Ledger: {
    holds: 'facts',
    key: 'id',
    columns: {
      when: { kind: 'moment', header: 'When' },
      from: { kind: 'account', header: 'From' },
      to: { kind: 'account', header: 'To' },
      amount: { kind: 'amount', header: 'Amount' },
      why: { kind: 'text', header: 'Why' },
      season: { kind: 'reference', header: 'Season', to: 'Seasons' },
      race: { kind: 'reference', header: 'Race', to: 'Races' },
      by: { kind: 'text', header: 'By' },
      id,
    },
  },
  Settings: {
    holds: 'facts',
    key: ['setting'],
    columns: {
      setting: { kind: 'text', header: 'Setting' },
      value: { kind: 'anything', header: 'Value' },
      about: { kind: 'text', header: 'What it does' },
    },
  },
  Problems: {
    holds: 'derived',
    key: ['where'],
    columns: {
      where: { kind: 'text', header: 'Where' },
      what: { kind: 'text', header: 'What is wrong' },
      remedy: { kind: 'text', header: 'What to do' },
      since: { kind: 'moment', header: 'Since' },
    },
  },
  'Past standings': {
    holds: 'derived',
    key: ['season', 'racer'],
    columns: {
      season: { kind: 'text', header: 'Season' },
      rank: { kind: 'number', header: 'Rank' },
      racer: { kind: 'text', header: 'Racer' },
      points: { kind: 'number', header: 'Points' },
      wins: { kind: 'number', header: 'Wins' },
      races: { kind: 'number', header: 'Races' },
    },
  },
  Progress: {
    holds: 'derived',
    key: ['race'],
    wide: true,
    columns: { race: { kind: 'text', header: 'Race' } },
  },
  Trophies: {
    holds: 'derived',
    key: ['racer', 'for', 'season'],
    columns: {
      racer: { kind: 'text', header: 'Racer' },
      trophy: { kind: 'text', header: 'Trophy' },
      for: { kind: 'text', header: 'For' },
      season: { kind: 'text', header: 'Season' },
      date: { kind: 'moment', header: 'Date' },
    },
  },
  Log: {
    holds: 'derived',
    key: ['when'],
    columns: {
      when: { kind: 'moment', header: 'When' },
      who: { kind: 'text', header: 'Who' },
      what: { kind: 'text', header: 'What' },
    },
  },
  /** What the dropdowns offer. */
  cozy_lists: {
    holds: 'derived',
    key: ['racers'],
    hidden: true,
    columns: {
      racers: { kind: 'text', header: 'Racers' },
      races: { kind: 'text', header: 'Races' },
      seasons: { kind: 'text', header: 'Seasons' },
      positions: { kind: 'scored', header: 'Positions' },
      scorings: { kind: 'text', header: 'Scorings' },
      sponsors: { kind: 'text', header: 'Sponsors' },
      accounts: { kind: 'text', header: 'Accounts' },
    },
  },
} as const satisfies Record<string, Tab>;

export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as TabName[];

type TabsThatHold<H extends Tab['holds']> = {
  [T in TabName]: (typeof tabs)[T]['holds'] extends H ? T : never;
}[TabName];
export type FactTab = TabsThatHold<'facts'>;
export type DerivedTab = TabsThatHold<'derived'>;
export const factTabs = tabNames.filter((tab): tab is FactTab => tabs[tab].holds === 'facts');
/** A tab as it's declared, whichever it is. */
export const tabAt = (name: TabName): Tab => tabs[name];
export const derivedTabs = tabNames.filter((tab): tab is DerivedTab => tabs[tab].holds === 'derived');

/** The name by which the code speaks of a column: `position` for the header Position. */
export type Field<T extends TabName> = keyof (typeof tabs)[T]['columns'] & string;

/** A row as values. What is missing was left empty, or was never readable. `id` is the row's key in every tab. */
export type RecordOf<T extends TabName> = {
  readonly [F in Exclude<Field<T>, 'id'>]?: ValueOf<(typeof tabs)[T]['columns'][F]>;
} & { readonly id: string };
