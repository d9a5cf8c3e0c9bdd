/** What is wrong with seasons, and with what gives results their worth: scoring, adjustments, who is who. */
import { factsOf } from './facts.ts';
import type { State } from './fold.ts';
import { isEmptyHistory } from './league/history.ts';
import { byText, openSeason } from './league/races.ts';
import { scoringTrouble, standardScoring } from './league/scoring.ts';
import { impossibleDates } from './league/seasons.ts';
import type { Problem } from './problems.ts';
import type { ProblemWords } from './words/problems.ts';

/** Which season counts, and which one waits for a host's word. */
export function seasonProblems(state: State, says: ProblemWords): Problem[] {
  return [...openAtOnce(state, says), ...closings(state, says)];
}

export function countingProblems(state: State, says: ProblemWords): Problem[] {
  return [...scorings(state, says), ...circles(state, says), ...adjustments(state, says), ...dates(state, says)];
}

function openAtOnce(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  const open = [...facts.seasons.values()].filter((one) => one.status === 'Open' && one.closingSince === undefined);
  const counts = openSeason(facts);
  if (open.length < 2 || !counts) return [];
  const names = open.map(({ season = '' }) => season).sort(byText);
  const said = says.twoSeasons({ open: names, counts: counts.season ?? '' });
  return [{ tab: 'Seasons', id: counts.id, field: 'status', ...said }];
}

/** "Closed", typed over an open season, waits for a host's word. */
function closings(state: State, says: ProblemWords): Problem[] {
  return [...factsOf(state).seasons.values()].flatMap(({ id, season = '', closingSince }): Problem[] => {
    if (closingSince === undefined) return [];
    return [{ tab: 'Seasons', id, field: 'status', ...says.closingWaits({ season }), since: closingSince }];
  });
}

function dates(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  const nameOf = (id: string) => facts.seasons.get(id)?.season ?? '';
  const counted = [...facts.seasons.values()].filter((season) => !isEmptyHistory(facts, season));
  return impossibleDates({ ...facts, seasons: new Map(counted.map((season) => [season.id, season])) }).map((found) => {
    const where = { tab: 'Seasons' as const, id: found.season };
    const season = nameOf(found.season);
    return found.kind === 'overlap'
      ? { ...where, field: 'starts', ...says.overlap({ season, other: nameOf(found.with) }) }
      : { ...where, field: 'ends', ...says.endsBeforeItStarts({ season }) };
  });
}

/** Of every season: a closed one whose table is gone is scored by the standard points too. */
function scorings(state: State, says: ProblemWords): Problem[] {
  const facts = factsOf(state);
  return [...facts.seasons.values()].flatMap((season): Problem[] => {
    const trouble = scoringTrouble(facts, season);
    if (!trouble || isEmptyHistory(facts, season)) return [];
    const scoring = season.scoring ?? standardScoring;
    const said = trouble === 'unknown' ? says.unknownScoring : says.scoringWithoutPlaces;
    return [{ tab: 'Seasons', id: season.id, field: 'scoring', ...said({ scoring }) }];
  });
}

/** Rows that are the same as one another, and so as nobody. */
function circles(state: State, says: ProblemWords): Problem[] {
  const { racers } = factsOf(state);
  return [...racers.keys()].flatMap((id): Problem[] => {
    const around = [id];
    for (let next = racers.get(id)?.sameAs; next !== id; next = racers.get(next)?.sameAs) {
      // It ends, or leads into a circle of others.
      if (next === undefined || around.includes(next)) return [];
      around.push(next);
    }
    const names = around.map((one) => racers.get(one)?.racer ?? '').sort(byText);
    return [{ tab: 'Racers', id, field: 'sameAs', ...says.circle({ racers: names }) }];
  });
}

/** Without a season, a racer or points it counts for nothing. One whose points were taken away again says when. */
function adjustments(state: State, says: ProblemWords): Problem[] {
  const { races } = factsOf(state);
  const rows = [...state.rows.Adjustments.values()].filter((row) => !row.gone);
  return rows.flatMap((row) => {
    const { season, race, racer, points, at } = row.value;
    const missing = {
      season: season === undefined && races.get(String(race))?.season === undefined,
      racer: racer === undefined,
      points: points === undefined && at === undefined,
    };
    const fields = (['season', 'racer', 'points'] as const).filter((field) => missing[field] && !row.wrong[field]);
    return fields.map((field) => ({
      tab: 'Adjustments' as const,
      id: row.id,
      field,
      ...says.adjustmentWithout({ what: field }),
    }));
  });
}
