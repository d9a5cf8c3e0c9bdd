/** What several changes in a row come to: from before the first of them to after the last. */
import type { Effects, RacerEffect, SeasonEffect, TrophyEffect } from '../../league/effects.ts';

/** In the order in which they were made. What one does and another undoes isn't there. */
export function netEffects(all: readonly Effects[]): Effects {
  const ids = [...new Set(all.flatMap(({ seasons }) => seasons.map(({ season }) => season)))];
  const seasons = ids.flatMap((id) => netSeason(all, id) ?? []);
  const more = all.reduce((sum, effects) => sum + (effects.more ?? 0), 0);
  return { seasons, trophies: netTrophies(all.flatMap(({ trophies }) => trophies)), ...(more > 0 && { more }) };
}

function netSeason(all: readonly Effects[], season: string): SeasonEffect | undefined {
  const steps = all.flatMap(({ seasons }) => seasons.filter((one) => one.season === season));
  const byRacer = Map.groupBy(
    steps.flatMap(({ racers }) => racers),
    ({ racer }) => racer,
  );
  const racers = [...byRacer.values()].flatMap((own) => netRacer(own) ?? []);
  const won = steps.flatMap(({ champions }) => champions ?? []);
  const [first, last] = [won[0], won.at(-1)];
  const champions = first && last && String(first.from) !== String(last.to) && { from: first.from, to: last.to };
  if (racers.length === 0 && !champions) return undefined;
  const lowest = Number.MAX_SAFE_INTEGER;
  return {
    season,
    racers: racers.sort((a, b) => (a.rank[1] ?? lowest) - (b.rank[1] ?? lowest)),
    ...(champions && { champions }),
  };
}

function netRacer(steps: readonly RacerEffect[]): RacerEffect | undefined {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return undefined;
  const net: RacerEffect = {
    racer: first.racer,
    rank: [first.rank[0], last.rank[1]],
    points: [first.points[0], last.points[1]],
    dropped: [first.dropped[0], last.dropped[1]],
    wins: [first.wins[0], last.wins[1]],
  };
  const moves = [net.rank, net.points, net.dropped, net.wins].some(([from, to]) => from !== to);
  return moves ? net : undefined;
}

function netTrophies(changes: readonly TrophyEffect[]): TrophyEffect[] {
  const byTrophy = Map.groupBy(changes, ({ metal, racer, race, season }) => `${metal} ${racer} ${race} ${season}`);
  return [...byTrophy.values()].flatMap((own) => {
    const count = own.reduce((sum, { change }) => sum + (change === 'won' ? 1 : -1), 0);
    const last = own.at(-1);
    return count === 0 || !last ? [] : [last];
  });
}
