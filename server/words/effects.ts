/** What a change does to everything that counts, in English: a sentence each, the most important first. */
import type { Effects, MoneyEffect, RacerEffect, SeasonEffect, TrophyEffect } from '../league/effects.ts';
import type { Metal } from '../league/trophies.ts';
import { figure, gain, list, place, points } from './en.ts';
import { type AccountNames, sayAccount } from './ledger.ts';

interface Names extends AccountNames {
  race(id: string): string;
  season(id: string): string;
  /** ISO 4217. */
  currency: string;
}

/** How a trophy is written. */
export const trophySigns = { gold: '🏆', silver: '🥈', bronze: '🥉' } as const satisfies Record<Metal, string>;

/** None if nothing changes. Past champions first, then money, ranks, points, and trophies. */
export function sayEffects(effects: Effects, names: Names): string[] {
  const { seasons, trophies, money = [], more } = effects;
  const several = seasons.length > 1;
  const lines = seasons.flatMap((season) =>
    season.racers.map((racer) => ({ moves: moves(racer), said: sayRacer(racer, several ? season.season : undefined) })),
  );
  return [
    ...seasons.flatMap((season) => sayChampions(season, names)),
    ...sayMoney(money, names),
    ...lines.filter((line) => line.moves).map((line) => line.said(names)),
    ...lines.filter((line) => !line.moves).map((line) => line.said(names)),
    ...sayTrophies(trophies, championsMove(seasons), names),
    ...(more ? [`And ${more} more.`] : []),
  ];
}

/** "Money: Ana −€5.00, the pot of Race 7 +€5.00." */
function sayMoney(effects: readonly MoneyEffect[], names: Names): string[] {
  const said = effects.map((effect) => `${sayGainer(effect, names)} ${gain(effect.gain, names.currency)}`);
  return said.length === 0 ? [] : [`Money: ${said.join(', ')}.`];
}

/** Whose gain it is: "Ana", "the pot of Race 7". */
export function sayGainer({ account, race, season }: MoneyEffect, names: Omit<Names, 'currency'>): string {
  const said = sayAccount(account, names);
  if (race !== undefined) return `${said} of ${names.race(race)}`;
  return season === undefined ? said : `${said} of ${names.season(season)}`;
}

function sayChampions({ season, champions }: SeasonEffect, names: Names): string[] {
  if (!champions) return [];
  const { from, to } = { from: champions.from.map(names.racer), to: champions.to.map(names.racer) };
  const name = names.season(season);
  if (from.length === 0) return [`${list(to)} ${to.length === 1 ? 'is' : 'are'} ${name}'s ${champion(to.length)}.`];
  if (to.length === 0)
    return [`${name} has no champion any more: ${list(from)} ${from.length === 1 ? 'was' : 'were'}.`];
  const both = from.length === 1 && to.length === 1;
  return [`${name}'s ${champion(both ? 1 : 2)} ${both ? 'changes' : 'change'}: ${list(to)} instead of ${list(from)}.`];
}

function champion(n: number): string {
  return n === 1 ? 'champion' : 'champions';
}

function moves({ rank: [from, to] }: RacerEffect): boolean {
  return from !== to;
}

/** "Ana 62 → 65 pts, 2nd → 1st." The season is named where several change. */
function sayRacer(effect: RacerEffect, season: string | undefined): (names: Names) => string {
  return (names) => {
    const head = season === undefined ? '' : `${names.season(season)}: `;
    return `${head}${sayMove(effect, names.racer(effect.racer))}.`;
  };
}

function sayMove({ rank, points: score, dropped, wins }: RacerEffect, name: string): string {
  const [from, to] = rank;
  if (from === null && to === null) return name;
  if (from === null && to !== null) return `${name} joins the standings: ${points(score[1])}, ${place(to)}`;
  if (to === null && from !== null) return `${name} leaves the standings: was ${place(from)} with ${points(score[0])}`;
  const parts = [
    changed(score) ? `${figure(score[0])} → ${points(score[1])}` : '',
    from !== null && to !== null && from !== to ? `${place(from)} → ${place(to)}` : '',
    changed(dropped) ? `dropped ${figure(dropped[0])} → ${points(dropped[1])}` : '',
    changed(wins) ? `wins ${wins[0]} → ${wins[1]}` : '',
  ];
  return `${name} ${parts.filter(Boolean).join(', ')}`;
}

function changed([from, to]: readonly [number, number]): boolean {
  return from !== to;
}

/** Seasons whose champion is spoken of already: their 🏆 goes with it. */
function championsMove(seasons: readonly SeasonEffect[]): ReadonlySet<string> {
  return new Set(seasons.flatMap(({ season, champions }) => (champions ? [season] : [])));
}

function sayTrophies(effects: readonly TrophyEffect[], said: ReadonlySet<string>, names: Names): string[] {
  const left = effects.filter(({ race, metal, season }) => race !== undefined || metal !== 'gold' || !said.has(season));
  const byTrophy = Map.groupBy(left, ({ metal, season, race }) => `${metal} ${season} ${race ?? ''}`);
  return [...byTrophy.values()].flatMap((changes) => {
    const [first] = changes;
    if (!first) return [];
    const what = first.race === undefined ? names.season(first.season) : names.race(first.race);
    const who = (change: TrophyEffect['change']) =>
      list(changes.filter((one) => one.change === change).map(({ racer }) => names.racer(racer)));
    const trophy = `${trophySigns[first.metal]} of ${what}`;
    if (who('lost') === '') return [`${trophy} goes to ${who('won')}.`];
    if (who('won') === '') return [`${trophy} is taken from ${who('lost')}.`];
    return [`${trophy} goes from ${who('lost')} to ${who('won')}.`];
  });
}
