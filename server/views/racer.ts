/** One racer: what they did in this season and in all, and against any other. */
import type { HeadToHeadView, ProfileView } from '../contract/racer.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts } from '../league/facts.ts';
import { career, form, headToHead } from '../league/form.ts';
import { openSeason } from '../league/races.ts';
import { standings } from '../league/standings.ts';
import { shownWinnings } from './money.ts';
import { namedRacers, namesIn, personOf } from './names.ts';
import { cabinetOf, trophyView } from './trophies.ts';

/** Undefined where there is no such racer. Whoever is the same as another is that one. */
export function profileView(state: State, id: string): ProfileView | undefined {
  const facts = factsOf(state);
  const racer = known(facts, id);
  if (racer === undefined) return undefined;
  const names = namesIn(state);
  const season = seasonOf(facts, racer);
  const won = shownWinnings(facts);
  const { lastFive, bestSeason, ...rest } = form(facts, racer);
  return {
    racer,
    name: names.racer(racer),
    ...(season && { season }),
    career: career(facts, racer),
    ...(won && { earnings: won(racer) }),
    cabinet: cabinetOf(facts, racer).map((trophy) => trophyView(trophy, names)),
    form: {
      ...rest,
      lastFive: lastFive.map((result) => ({ ...result, raceName: names.race(result.race) })),
      ...(bestSeason && {
        bestSeason: { name: names.season(bestSeason.season), rank: bestSeason.rank, points: bestSeason.points },
      }),
    },
  };
}

/** Undefined where one of them isn't a racer here. */
export function headToHeadView(state: State, one: string, another: string): HeadToHeadView | undefined {
  const facts = factsOf(state);
  const [racer, other] = [known(facts, one), known(facts, another)];
  if (racer === undefined || other === undefined) return undefined;
  const names = namesIn(state);
  const { meetings, ...score } = headToHead(facts, racer, other);
  return { ...score, meetings: meetings.map((meeting) => ({ ...meeting, raceName: names.race(meeting.race) })) };
}

function known(facts: Facts, id: string): string | undefined {
  const racer = personOf(facts, id);
  return namedRacers(facts).has(racer) ? racer : undefined;
}

function seasonOf(facts: Facts, racer: string): ProfileView['season'] {
  const season = openSeason(facts);
  const line = season && standings(facts, season).find((one) => one.racer === racer);
  return line && { name: season.season ?? '?', rank: line.rank, points: line.points, wins: line.wins };
}
