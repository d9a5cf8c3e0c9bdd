/** What is played for, and who won it: nothing of it is private. Amounts are minor units. */
import { parseSplit } from '../../sheets/money.ts';
import type {
  GrandPrizeView,
  LeagueMoneyView,
  OfferedPrizeView,
  SeasonMoneyView,
  StakesView,
} from '../contract/money.ts';
import type { Booking } from '../league/bookings.ts';
import { due, ownAccount, standardSplit } from '../league/due.ts';
import type { Facts, Race, Season } from '../league/facts.ts';
import { winnings } from '../league/ledger.ts';
import { prizeGivers } from '../league/presenters.ts';
import { openSeason } from '../league/races.ts';
import type { Names } from './names.ts';

/** Undefined while no money is played for. */
export function leagueMoneyView(facts: Facts, names: Names): LeagueMoneyView | undefined {
  const { money, currency } = facts.settings;
  if (!money) return undefined;
  const season = openSeason(facts);
  const stakes = season && seasonStakes(facts, season);
  const grandPrize = season && offeredPrize(facts, season, names);
  return {
    currency,
    ...(stakes && isAtStake(stakes) && { season: stakes }),
    ...(grandPrize && { grandPrize }),
  };
}

/** Undefined while no money is played for. */
export function seasonMoneyView(facts: Facts, season: Season, names: Names): SeasonMoneyView | undefined {
  if (!facts.settings.money) return undefined;
  const { split, bonuses, grandPrize } = season;
  const check = grandPrizeView(facts, season, names);
  return {
    stakes: seasonStakes(facts, season),
    ...(split !== undefined && { split: String(split) }),
    ...(bonuses !== undefined && { bonuses: String(bonuses) }),
    ...(grandPrize !== undefined && { grandPrize }),
    ...(check && { check }),
  };
}

/** Undefined where nothing is: no money is played for, the race costs nothing and nobody gave anything, or it's void. */
export function raceStakes(facts: Facts, race: Race): StakesView | undefined {
  if (!facts.settings.money || race.status === 'Void') return undefined;
  const { id, season, entryFee = 0, status } = race;
  // Fees are due once it starts; before that the pot is what it will be if it starts now.
  const fees =
    status === 'Open'
      ? entryFee * (facts.entrants.get(id)?.length ?? 0)
      : sum(dueIn(facts).filter((booking) => booking.kind === 'fee' && booking.race === id));
  const about = { race: id, ...(season !== undefined && { season }) };
  const stakes = stakesOf(facts.seasons.get(season ?? ''), entryFee, fees + noted(facts, ownAccount('Pot', about)));
  return isAtStake(stakes) ? stakes : undefined;
}

/** By racer: prizes and bonuses of a race. */
export function wonIn(facts: Facts, race: string): ReadonlyMap<string, number> {
  const won = new Map<string, number>();
  for (const { kind, race: of, holder = '', amount } of dueIn(facts)) {
    if (of === race && (kind === 'prize' || kind === 'bonus')) won.set(holder, (won.get(holder) ?? 0) + amount);
  }
  return won;
}

/** By racer: what they won in a season, or in all; undefined while no money is played for. */
export function shownWinnings(facts: Facts, season?: string): ((racer: string) => number) | undefined {
  if (!facts.settings.money) return undefined;
  const won = winnings(facts, season);
  return (racer) => won.get(racer) ?? 0;
}

/** Of a closed season who got it; of an open one who would if it closed now. */
export function grandPrizeView(facts: Facts, season: Season, names: Names): GrandPrizeView | undefined {
  const bookings = season.status === 'Open' ? due(closedNow(facts, season)) : dueIn(facts);
  const won = bookings.filter(({ kind, season: of }) => kind === 'grand' && of === season.id);
  if (won.length === 0) return undefined;
  return {
    amount: sum(won),
    champions: won.map(({ holder = '', amount }) => ({ racer: holder, name: names.racer(holder), amount })),
    ...givenBy(facts, season, names),
  };
}

/**
 * What is in a season's grand prize by now: what it says, what pots carried over, and what hosts noted for it. Undefined
 * for nothing.
 */
export function offeredPrize(facts: Facts, season: Season, names: Names): OfferedPrizeView | undefined {
  const carried = dueIn(facts).filter((one) => one.kind === 'carry' && one.season === season.id);
  const given = noted(facts, ownAccount('Grand prize', { season: season.id }));
  const amount = (season.grandPrize ?? 0) + sum(carried) + given;
  return amount > 0 ? { amount, ...givenBy(facts, season, names) } : undefined;
}

function givenBy(facts: Facts, season: Season, names: Names): Pick<OfferedPrizeView, 'sponsor'> {
  const givers = prizeGivers(facts, season);
  return givers.length > 0 ? { sponsor: givers.map(({ id }) => names.sponsor(id)).join(' & ') } : {};
}

/** As closing it would leave the league, as far as money goes. */
function closedNow(facts: Facts, season: Season): Facts {
  const closed: Season = { ...season, status: 'Closed', bonuses: season.bonuses ?? facts.settings.bonuses };
  return { ...facts, seasons: new Map(facts.seasons).set(season.id, closed) };
}

const dueByFacts = new WeakMap<Facts, Booking[]>();

/** Facts don't change, so what is due is worked out once: every race's view asks. */
function dueIn(facts: Facts): readonly Booking[] {
  const known = dueByFacts.get(facts) ?? due(facts);
  dueByFacts.set(facts, known);
  return known;
}

function seasonStakes(facts: Facts, season: Season): StakesView {
  const fees = dueIn(facts).filter((one) => one.kind === 'fee' && one.season === season.id && one.race === undefined);
  const pot = sum(fees) + noted(facts, ownAccount('Pot', { season: season.id }));
  return stakesOf(season, season.entryFee ?? 0, pot);
}

function stakesOf(season: Season | undefined, entryFee: number, pot: number): StakesView {
  const { split, commission = 0 } = season ?? {};
  const shares = (split === undefined ? undefined : parseSplit(split)) ?? standardSplit;
  return {
    ...(entryFee > 0 && { entryFee }),
    pot: Math.max(0, pot),
    ...(commission > 0 && { commission: commission / 100 }),
    shares: shares.map((share) => share / 100),
  };
}

function isAtStake({ entryFee = 0, pot }: StakesView): boolean {
  return entryFee > 0 || pot > 0;
}

/** What hosts noted into an account, less what they noted out of it. */
function noted({ ledger }: Facts, account: string): number {
  return ledger.reduce((all, row) => {
    if (row.booked) return all;
    const into = ownAccount(row.to, row) === account ? row.amount : 0;
    const out = ownAccount(row.from, row) === account ? row.amount : 0;
    return all + into - out;
  }, 0);
}

function sum(bookings: readonly Booking[]): number {
  return bookings.reduce((all, { amount }) => all + amount, 0);
}
