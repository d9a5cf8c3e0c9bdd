/** What a change does to everything that counts: the difference between two states of the league. Pure. */
import type { Account } from '../../sheets/accounts.ts';
import type { Facts, Season } from './facts.ts';
import { expectedBalances, potCalled } from './ledger.ts';
import { byText } from './races.ts';
import { champions, seasonsLatestFirst } from './seasons.ts';
import { type Standing, standings } from './standings.ts';
import { type Trophy, trophies } from './trophies.ts';

export interface Effects {
  /** The latest first. */
  readonly seasons: readonly SeasonEffect[];
  /** Trophies that change hands. */
  readonly trophies: readonly TrophyEffect[];
  /** What everybody's balance, every pot and grand prize gains or loses by the rules; none while no money is played for. */
  readonly money?: readonly MoneyEffect[];
  /** So many racers and trophies more than are listed. */
  readonly more?: number;
}

export interface MoneyEffect {
  /** A racer, a sponsor, the league, a pot or a grand prize. */
  readonly account: Account;
  /** Of a pot or a grand prize: whose it is, by ID. */
  readonly race?: string;
  readonly season?: string;
  /** Minor units, below 0 for what is lost. */
  readonly gain: number;
}

export interface SeasonEffect {
  readonly season: string;
  /** Those for whom anything changes, by their new rank. */
  readonly racers: readonly RacerEffect[];
  /** Racer IDs, none while a season isn't closed; only where they change. */
  readonly champions?: { readonly from: readonly string[]; readonly to: readonly string[] };
}

export interface RacerEffect {
  readonly racer: string;
  /** Before and after; null where they aren't in the standings. */
  readonly rank: readonly [from: number | null, to: number | null];
  readonly points: readonly [from: number, to: number];
  /** Points of races that don't count because they are among the worst. */
  readonly dropped: readonly [from: number, to: number];
  readonly wins: readonly [from: number, to: number];
}

export interface TrophyEffect extends Trophy {
  readonly change: 'won' | 'lost';
}

/** So many racers and trophies are listed: a pasted season changes everything. */
const listedEffects = 60;

export function effectsOf(before: Facts, after: Facts): Effects {
  const ids = new Set([...seasonsLatestFirst(after), ...seasonsLatestFirst(before)].map(({ id }) => id));
  const all = [...ids].flatMap((id) => seasonEffect(before, after, id) ?? []);
  const moved = trophyEffects(trophies(before), trophies(after));
  let room = listedEffects;
  const seasons = all.map((season) => {
    const racers = season.racers.slice(0, room);
    room -= racers.length;
    return { ...season, racers };
  });
  const listed = moved.slice(0, room);
  const count = (some: readonly SeasonEffect[]) => some.reduce((sum, { racers }) => sum + racers.length, 0);
  const more = count(all) - count(seasons) + moved.length - listed.length;
  const money = moneyEffects(before, after);
  return { seasons, trophies: listed, ...(money.length > 0 && { money }), ...(more > 0 && { more }) };
}

export const noEffects: Effects = { seasons: [], trophies: [] };

export function isNoEffect({ seasons, trophies, money = [] }: Effects): boolean {
  return seasons.length === 0 && trophies.length === 0 && money.length === 0;
}

/** By what is due, as bookings follow from that; and by what hosts note themselves. */
function moneyEffects(before: Facts, after: Facts): MoneyEffect[] {
  const [had, has] = [expectedBalances(before), expectedBalances(after)];
  const owns = [...new Set([...had.keys(), ...has.keys()])].sort(byText);
  const effects = owns.flatMap((own): MoneyEffect[] => {
    const gain = (has.get(own) ?? 0) - (had.get(own) ?? 0);
    if (gain === 0) return [];
    if (isHolder(own)) return [{ account: own, gain }];
    const pot = potCalled(own);
    if (!pot) return [];
    const { account, of } = pot;
    return [{ account, ...(after.races.has(of) || before.races.has(of) ? { race: of } : { season: of }), gain }];
  });
  // What people have concerns most.
  return effects.sort((a, b) => Number(!isHolder(a.account)) - Number(!isHolder(b.account)));
}

function isHolder(account: string): account is Account {
  return account === 'League' || account.startsWith('racer:') || account.startsWith('sponsor:');
}

function seasonEffect(before: Facts, after: Facts, id: string): SeasonEffect | undefined {
  const [old, now] = [before.seasons.get(id), after.seasons.get(id)];
  const [from, to] = [tableOf(before, old), tableOf(after, now)];
  const racers = [...new Set([...to.keys(), ...from.keys()])].flatMap((racer) => {
    const [a, b] = [from.get(racer), to.get(racer)];
    const effect: RacerEffect = {
      racer,
      rank: [a?.rank ?? null, b?.rank ?? null],
      points: [a?.points ?? 0, b?.points ?? 0],
      dropped: [a?.dropped ?? 0, b?.dropped ?? 0],
      wins: [a?.wins ?? 0, b?.wins ?? 0],
    };
    return [effect.rank, effect.points, effect.dropped, effect.wins].some(([x, y]) => x !== y) ? [effect] : [];
  });
  const won = { from: old ? champions(before, old) : [], to: now ? champions(after, now) : [] };
  const moves = String(won.from) !== String(won.to);
  if (racers.length === 0 && !moves) return undefined;
  return { season: id, racers, ...(moves && { champions: won }) };
}

function tableOf(facts: Facts, season: Season | undefined): Map<string, Standing> {
  return new Map(season ? standings(facts, season).map((line) => [line.racer, line]) : []);
}

function trophyEffects(before: readonly Trophy[], after: readonly Trophy[]): TrophyEffect[] {
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return [
    ...before.filter((trophy) => !has.has(keyOf(trophy))).map((trophy) => ({ ...trophy, change: 'lost' as const })),
    ...after.filter((trophy) => !had.has(keyOf(trophy))).map((trophy) => ({ ...trophy, change: 'won' as const })),
  ];
}

function keyOf({ racer, metal, race, season }: Trophy): string {
  return `${metal} ${racer} ${race ?? ''} ${season}`;
}
