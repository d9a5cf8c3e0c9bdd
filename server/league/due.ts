/** What is due by the rules of money. Pure; amounts are minor units (cents). */
import { noBonuses, parseBonuses, parseSplit } from '../../sheets/money.ts';
import { type Position, placeOf } from '../../sheets/positions.ts';
import type { Booking } from './bookings.ts';
import type { Facts, Race, Season } from './facts.ts';
import { isOfPot } from './ledger-rows.ts';
import { byText, countedPositions } from './races.ts';
import { champions } from './seasons.ts';
import { commissionOf, inEqualParts, payOut, type Ranked } from './split.ts';
import { standings } from './standings.ts';

/** This league's default: the winner takes half of the pot. */
export const standardSplit: readonly number[] = [5_000, 3_000, 2_000];

/**
 * What should be booked by now; nothing while no money is played for. Seasons that were added as history, or closed while
 * no money was played for, are none of the ledger's business, unless it tells of them: then this is a league that was
 * taken from elsewhere, with its book, or one whose pots wait.
 */
export function due(facts: Facts): Booking[] {
  if (!facts.settings.money) return [];
  const booked = new Set(facts.ledger.flatMap((row) => row.booked?.season ?? []));
  const told = new Set(facts.ledger.flatMap((row) => (row.booked || isOfPot(row) ? (row.season ?? []) : [])));
  const noted = notedIn(facts);
  return [...facts.seasons.values()]
    .filter(
      ({ id, history, forPoints, status }) =>
        status !== 'Planned' && (!history || booked.has(id)) && (!forPoints || told.has(id)),
    )
    .sort((a, b) => byText(a.id, b.id))
    .flatMap((season) => ofSeason(facts, season, noted));
}

/** A pot is its race's or season's own, and so is a grand prize: for adding up they need names of their own. */
export function ownAccount(account: string, { season = '', race }: { season?: string; race?: string }): string {
  if (account === 'Pot') return `Pot ${race ?? season}`;
  return account === 'Grand prize' ? `Grand prize ${season}` : account;
}

/** What hosts noted into pots and grand prizes, less what they noted out of them. */
type Noted = ReadonlyMap<string, number>;

function notedIn({ ledger }: Facts): Noted {
  const noted = new Map<string, number>();
  const add = (account: string, amount: number) => noted.set(account, (noted.get(account) ?? 0) + amount);
  for (const row of ledger) {
    if (row.booked) continue;
    add(ownAccount(row.from, row), -row.amount);
    add(ownAccount(row.to, row), row.amount);
  }
  return noted;
}

function ofSeason(facts: Facts, season: Season, noted: Noted): Booking[] {
  const races = [...facts.races.values()]
    .filter((race) => race.season === season.id)
    .sort((a, b) => byText(a.id, b.id));
  const fees = seasonFees(facts, season, races);
  const bookings = [...races.flatMap((race) => ofRace(facts, season, race, noted)), ...fees];
  if (season.status !== 'Closed') return bookings;
  const pot = sum(fees) + (noted.get(ownAccount('Pot', { season: season.id })) ?? 0);
  const started = standings(facts, season).filter((line) => line.races > 0);
  // Without a race there's nobody to play for it: it stays where it is, and hosts are told.
  const paid = started.length === 0 ? [] : paidOut(season, pot, { season: season.id }, inOrder(started));
  return [...bookings, ...paid, ...grandPrize(facts, season, [...bookings, ...paid], noted)];
}

function ofRace(facts: Facts, season: Season, race: Race, noted: Noted): Booking[] {
  if (race.status !== 'Running' && race.status !== 'Reporting' && race.status !== 'Final') return [];
  const about = { season: season.id, race: race.id };
  const entrants = positionsIn(facts, race);
  const fee = race.entryFee ?? 0;
  // Of somebody who said nothing a host decides: DNF has raced and pays, DNS hasn't.
  const paying = fee === 0 ? [] : entrants.filter(({ position }) => position !== 'DNS');
  const fees = paying.map(({ racer }): Booking => ({ kind: 'fee', ...about, holder: racer, amount: fee }));
  if (race.status !== 'Final') return fees;
  const pot = sum(fees) + (noted.get(ownAccount('Pot', about)) ?? 0);
  return [...fees, ...paidOut(season, pot, about, rankedByPlace(entrants)), ...bonuses(facts, season, race, entrants)];
}

interface Placed {
  racer: string;
  position?: Position;
}

/** While it's being raced, whoever is in it; afterwards what counts. */
function positionsIn(facts: Facts, race: Race): Placed[] {
  if (race.status === 'Final') return countedPositions(facts, race.id);
  return (facts.entrants.get(race.id) ?? []).flatMap(({ racer, position }) =>
    racer === undefined ? [] : [{ racer, ...(position !== undefined && { position }) }],
  );
}

/** Places among the league's own racers: a CPU or guest ahead of them takes no share. */
function rankedByPlace(entrants: readonly Placed[]): Ranked[] {
  return inOrder(
    entrants.flatMap(({ racer, position }) => {
      const rank = placeOf(position);
      return rank === undefined ? [] : [{ racer, rank }];
    }),
  );
}

/** The same without the ranks that nobody of them has: 1, 2, 2, 4. */
function inOrder(ranks: readonly Ranked[]): Ranked[] {
  return ranks.map(({ racer, rank }) => ({ racer, rank: 1 + ranks.filter((one) => one.rank < rank).length }));
}

/** A season's own fee is due once from everybody who has started in a race of it that is final. */
function seasonFees(facts: Facts, season: Season, races: readonly Race[]): Booking[] {
  const fee = season.entryFee ?? 0;
  if (fee === 0) return [];
  const started = races
    .filter(({ status }) => status === 'Final')
    .flatMap(({ id }) => countedPositions(facts, id))
    .flatMap(({ racer, position }) => (position === 'DNS' ? [] : [racer]));
  return [...new Set(started)].map((racer) => ({ kind: 'fee', season: season.id, holder: racer, amount: fee }));
}

/** A pot goes to the league, to the first ones, and the rest to the season's grand prize. */
function paidOut(
  season: Season,
  pot: number,
  about: { season: string; race?: string },
  ranks: readonly Ranked[],
): Booking[] {
  if (pot <= 0) return [];
  const cut = commissionOf(pot, season.commission ?? 0);
  const split = season.split === undefined ? standardSplit : (parseSplit(season.split) ?? standardSplit);
  const { payouts, left } = payOut(pot - cut, split, ranks);
  const prizes = payouts.map(({ racer, amount, rank }): Booking => {
    return { kind: 'prize', ...about, holder: racer, amount, place: rank };
  });
  return above0([{ kind: 'cut', ...about, amount: cut }, ...prizes, { kind: 'carry', ...about, amount: left }]);
}

/** From the league, by the places on the track. */
function bonuses(facts: Facts, season: Season, race: Race, entrants: readonly Placed[]): Booking[] {
  // What the league gives changes from season to season; a closed one keeps its own.
  const rule = season.bonuses ?? (season.status === 'Closed' ? 'None' : facts.settings.bonuses);
  const { win, podium } = parseBonuses(rule, facts.settings.currency) ?? noBonuses;
  const earned = entrants.map(({ racer, position }): Booking => {
    const place = placeOf(position) ?? Number.POSITIVE_INFINITY;
    const amount = (place === 1 ? win : 0) + (place <= 3 ? podium : 0);
    return { kind: 'bonus', season: season.id, race: race.id, holder: racer, amount };
  });
  return above0(earned);
}

/**
 * The season's grand prize: what it says, from its sponsor or else the league, with what pots carried over and what hosts
 * noted for it. All of it goes to the champion, in equal parts where several are.
 */
function grandPrize(facts: Facts, season: Season, bookings: readonly Booking[], noted: Noted): Booking[] {
  const winners = champions(facts, season);
  if (winners.length === 0) return [];
  const about = { season: season.id };
  const given = season.grandPrize ?? 0;
  const carried = sum(bookings.filter(({ kind }) => kind === 'carry'));
  const prize = given + carried + (noted.get(ownAccount('Grand prize', about)) ?? 0);
  const parts = inEqualParts(Math.max(0, prize), winners.length);
  const by = season.sponsor === undefined ? {} : { holder: season.sponsor };
  const won = winners.map((racer, index): Booking => {
    return { kind: 'grand', ...about, holder: racer, amount: parts[index] ?? 0 };
  });
  return above0([{ kind: 'grant', ...about, ...by, amount: given }, ...won]);
}

function above0(bookings: readonly Booking[]): Booking[] {
  return bookings.filter(({ amount }) => amount > 0);
}

function sum(bookings: readonly Booking[]): number {
  return bookings.reduce((all, { amount }) => all + amount, 0);
}
