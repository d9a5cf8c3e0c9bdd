/** Seasons: all of them in short, and any one in full. */
import type { SeasonSummary } from '../contract/league.ts';
import type { SeasonStandingView, SeasonView, WhyView } from '../contract/season.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import { type Explanation, explainAll } from '../league/explain.ts';
import type { Facts, Season } from '../league/facts.ts';
import { byTime } from '../league/races.ts';
import { standardScoring } from '../league/scoring.ts';
import { champions, seasonsLatestFirst } from '../league/seasons.ts';
import { standings } from '../league/standings.ts';
import { sayWhy } from '../words/why.ts';
import { seasonMoneyView, shownWinnings } from './money.ts';
import { type Names, namesIn } from './names.ts';
import { raceView } from './race.ts';

/** The latest first. */
export function seasonSummaries(facts: Facts): SeasonSummary[] {
  return seasonsLatestFirst(facts).map((season) => seasonSummary(facts, season));
}

/** Undefined where there is no such season. */
export function seasonView(state: State, id: string): SeasonView | undefined {
  const facts = factsOf(state);
  const season = facts.seasons.get(id);
  if (!season) return undefined;
  const ordered = [...facts.races.values()].sort(byTime).map((race, order) => ({ race, order }));
  const own = ordered.filter(({ race }) => race.season === id).reverse();
  const names = namesIn(state);
  const money = seasonMoneyView(facts, season, names);
  return {
    ...seasonSummary(facts, season),
    scoring: season.scoring ?? standardScoring,
    dropWorst: season.dropWorst ?? 0,
    ...(season.sponsor !== undefined && { sponsor: season.sponsor }),
    ...(money && { money }),
    standings: standingsWithWhy(facts, season, names),
    races: own.map(({ race, order }) => ({ id: race.id, ...raceView(facts, race, order) })),
  };
}

function seasonSummary(facts: Facts, season: Season): SeasonSummary {
  const { id, starts, ends } = season;
  const won = champions(facts, season);
  return {
    id,
    name: season.season ?? '?',
    status: season.status ?? 'Planned',
    ...(starts !== undefined && { starts }),
    ...(ends !== undefined && { ends }),
    ...(won.length > 0 && { champions: won }),
  };
}

function standingsWithWhy(facts: Facts, season: Season, names: Names): SeasonStandingView[] {
  const why = new Map(explainAll(facts, season).map((one) => [one.racer, one]));
  const won = shownWinnings(facts, season.id);
  return standings(facts, season).flatMap((line) => {
    const explanation = why.get(line.racer);
    if (!explanation) return [];
    const said = { name: names.racer(line.racer), why: whyView(explanation, names) };
    return [{ ...line, ...said, ...(won && { winnings: won(line.racer) }) }];
  });
}

function whyView(explanation: Explanation, names: Names): WhyView {
  const { scores, adjustments } = explanation;
  return {
    sentence: sayWhy(explanation, names),
    scores: scores.map((score) => ({ ...score, raceName: names.race(score.race) })),
    adjustments: adjustments.map(({ points, reason, by, race }) => ({
      points,
      reason: reason ?? '',
      by: by ?? '',
      ...(race !== undefined && { raceName: names.race(race) }),
    })),
  };
}
