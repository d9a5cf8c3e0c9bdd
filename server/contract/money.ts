/** What is played for, and who has what. */
import type { AccountName, RacerId, Units } from './terms.ts';

export interface LeagueMoneyView {
  /** ISO 4217. Every amount is in its minor units. */
  currency: string;
  /** Of the open season itself; races have their own. */
  season?: StakesView;
  /** What the open season's champion gets so far, where there is something. */
  grandPrize?: OfferedPrizeView;
}

/** A grand prize that waits for a champion. */
export interface OfferedPrizeView {
  amount: Units;
  /** Who presents it, "Orbit & Teapot" where several do; without one, the league. */
  sponsor?: string;
}

/** What a race or a season is played for. */
export interface StakesView {
  /** What it costs to take part, once. */
  entryFee?: Units;
  /** What is in the pot; once it's paid out, what was in it. */
  pot: Units;
  /** Percent of it for the league, as 12.5; then percent of the rest for the first, the second, and so on. */
  commission?: number;
  shares: number[];
}

/** What a champion gets. */
export interface GrandPrizeView extends OfferedPrizeView {
  champions: { racer: RacerId; name: string; amount: Units }[];
}

/** A racer's own account: for nobody else's eyes but those of hosts. */
export interface WalletView {
  /** Below zero for what they owe. */
  balance: Units;
  /** The latest first. */
  bookings: BookingView[];
  /** So many older ones more. */
  more?: number;
}

export interface BookingView {
  id: string;
  at?: number;
  /** Below zero for what went out. */
  amount: Units;
  why: string;
  /** Which race or season it's about. */
  about?: string;
}

/** GET /api/ledger, for hosts, while money is played for, and afterwards what was booked. */
export interface LedgerView {
  /** ISO 4217. */
  currency: string;
  /** Everything that holds something or owes it: the league's own accounts, pots, then racers and sponsors by name. */
  accounts: AccountView[];
  /** The latest first. */
  rows: LedgerRowView[];
  /** So many older ones more. */
  more?: number;
}

export interface AccountView {
  account: AccountName;
  name: string;
  /** Which race's or season's it is, of a pot or a grand prize. */
  about?: string;
  balance: Units;
}

export interface LedgerRowView {
  id: string;
  at?: number;
  /** Whose they are, in words: "Ana", "the pot". */
  from: string;
  to: string;
  amount: Units;
  why: string;
  about?: string;
  by?: string;
}

/** A season's rules of money as the Seasons tab says them, and what they come to. */
export interface SeasonMoneyView {
  stakes: StakesView;
  /** "50, 30, 20", where it isn't what every season has. */
  split?: string;
  bonuses?: string;
  /** What sponsor or league give; pots add what they don't pay out. */
  grandPrize?: Units;
  /** What the champion got, or would if the season closed now; missing where there's nothing to get. */
  check?: GrandPrizeView;
}
