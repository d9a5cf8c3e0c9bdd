/** What a change does to everything that counts, in Spanish: a sentence each, the most important first. */
import type { Effects, MoneyEffect, RacerEffect, SeasonEffect, TrophyEffect } from '../../../league/effects.ts';
import { trophySigns } from '../../effects.ts';
import type { AccountNames } from '../../ledger.ts';
import { sayAccount } from './ledger.ts';
import { gain, list, number, place, points } from './numbers.ts';

interface Names extends AccountNames {
  race(id: string): string;
  season(id: string): string;
  /** ISO 4217. */
  currency: string;
}

/** None if nothing changes. Past champions first, then money, ranks, points, and trophies. */
export function sayEffects({ seasons, trophies, money = [], more }: Effects, names: Names): string[] {
  const several = seasons.length > 1;
  const lines = seasons.flatMap(({ season, racers }) =>
    racers.map((effect) => {
      const head = several ? `${names.season(season)}: ` : '';
      return {
        moves: effect.rank[0] !== effect.rank[1],
        said: `${head}${sayMove(effect, names.racer(effect.racer))}.`,
      };
    }),
  );
  return [
    ...seasons.flatMap((season) => sayChampions(season, names)),
    ...sayMoney(money, names),
    ...lines.filter(({ moves }) => moves).map(({ said }) => said),
    ...lines.filter(({ moves }) => !moves).map(({ said }) => said),
    ...sayTrophies(trophies, new Set(seasons.flatMap((one) => (one.champions ? [one.season] : []))), names),
    ...(more ? [`Y ${more} más.`] : []),
  ];
}

/** "Dinero: Ana −5,00 €; el bote de Race 7 +5,00 €." */
function sayMoney(effects: readonly MoneyEffect[], names: Names): string[] {
  const said = effects.map((effect) => `${sayGainer(effect, names)} ${gain(effect.gain, names.currency)}`);
  return said.length === 0 ? [] : [`Dinero: ${said.join('; ')}.`];
}

function sayGainer({ account, race, season }: MoneyEffect, names: Names): string {
  const said = sayAccount(account, names);
  if (race !== undefined) return `${said} de ${names.race(race)}`;
  return season === undefined ? said : `${said} de ${names.season(season)}`;
}

function sayChampions({ season, champions }: SeasonEffect, names: Names): string[] {
  if (!champions) return [];
  const [from, to] = [champions.from.map(names.racer), champions.to.map(names.racer)];
  const name = names.season(season);
  if (from.length === 0) return [`${name}: ${to.length === 1 ? 'gana' : 'ganan'} ${list(to)}.`];
  if (to.length === 0) return [`${name}: ya no gana nadie; antes, ${list(from)}.`];
  return [`${name}: ${to.length === 1 ? 'gana' : 'ganan'} ${list(to)} en lugar de ${list(from)}.`];
}

/** "Ana 62 → 65 puntos, 2.º → 1.º" */
function sayMove({ rank: [from, to], points: score, dropped, wins }: RacerEffect, name: string): string {
  if (from === null && to === null) return name;
  if (from === null && to !== null) return `${name} entra en la clasificación: ${points(score[1])}, ${place(to)}`;
  if (to === null && from !== null) {
    return `${name} sale de la clasificación: era ${place(from)} con ${points(score[0])}`;
  }
  const parts = [
    score[0] === score[1] ? '' : `${number(score[0])} → ${points(score[1])}`,
    from === null || to === null || from === to ? '' : `${place(from)} → ${place(to)}`,
    dropped[0] === dropped[1] ? '' : `descartados ${number(dropped[0])} → ${points(dropped[1])}`,
    wins[0] === wins[1] ? '' : `victorias ${wins[0]} → ${wins[1]}`,
  ];
  return `${name} ${parts.filter(Boolean).join(', ')}`;
}

/** Of a season whose champion is spoken of already, its 🏆 goes with it. */
function sayTrophies(effects: readonly TrophyEffect[], said: ReadonlySet<string>, names: Names): string[] {
  const left = effects.filter(({ race, metal, season }) => race !== undefined || metal !== 'gold' || !said.has(season));
  const byTrophy = Map.groupBy(left, ({ metal, season, race }) => `${metal} ${season} ${race ?? ''}`);
  return [...byTrophy.values()].flatMap((changes) => {
    const [first] = changes;
    if (!first) return [];
    const what = first.race === undefined ? names.season(first.season) : names.race(first.race);
    const who = (change: TrophyEffect['change']) =>
      list(changes.filter((one) => one.change === change).map(({ racer }) => names.racer(racer)));
    const trophy = `${trophySigns[first.metal]} de ${what}`;
    if (who('lost') === '') return [`${trophy}: para ${who('won')}.`];
    if (who('won') === '') return [`${trophy}: ${who('lost')} se queda sin ella.`];
    return [`${trophy}: de ${who('lost')} a ${who('won')}.`];
  });
}
