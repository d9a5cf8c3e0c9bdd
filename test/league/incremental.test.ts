/** However a league came to be, entry by entry, it is what its rows say in the end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainAll } from '../../server/league/explain.ts';
import type { Facts } from '../../server/league/facts.ts';
import { career, form } from '../../server/league/form.ts';
import { trophies } from '../../server/league/trophies.ts';
import { finish, people } from './anything-raced.ts';
import type { Finish } from './played.ts';
import { type Rows, rows } from './rows.ts';

const races = ['Race 1', 'Race 2', 'Race 3', 'Race 4'];
const seasons = ['Spring', 'Summer'];

/** What hosts do to a league, in any order. */
const edit: fc.Arbitrary<(league: Rows) => void> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...races),
      fc.constantFrom(...people),
      fc.constantFrom(1, 2, 3, '1=', 'DNF', 'DSQ', '', 'oops'),
    )
    .map(
      ([race, racer, position]) =>
        (league: Rows) =>
          league.edit('Results', `${race} ${racer}`, { position }),
    ),
  fc.tuple(fc.constantFrom(...races), fc.constantFrom('Final', 'Void', 'Reporting')).map(
    ([race, status]) =>
      (league: Rows) =>
        league.edit('Races', race, { status }),
  ),
  fc.tuple(fc.constantFrom(...seasons), fc.nat({ max: 3 })).map(
    ([season, dropWorst]) =>
      (league: Rows) =>
        league.edit('Seasons', season, { dropWorst }),
  ),
  fc.tuple(fc.constantFrom(...seasons), fc.constantFrom('Open', 'Closed')).map(
    ([season, status]) =>
      (league: Rows) =>
        league.edit('Seasons', season, { status }),
  ),
  fc.tuple(fc.constantFrom('penalty', 'bonus'), fc.integer({ min: -5, max: 5 })).map(
    ([id, points]) =>
      (league: Rows) =>
        league.edit('Adjustments', id, { points }),
  ),
  fc.tuple(fc.constantFrom(...people), fc.constantFrom('', 'ana', 'zoe')).map(
    ([racer, sameAs]) =>
      (league: Rows) =>
        league.edit('Racers', racer, { sameAs }),
  ),
  fc.tuple(fc.constantFrom(...races), fc.constantFrom(...people), fc.boolean()).map(
    ([race, racer, gone]) =>
      (league: Rows) =>
        league.write({ kind: gone ? 'gone' : 'back', tab: 'Results', id: `${race} ${racer}` }),
  ),
  fc.constant((league: Rows) => league.edit('Scoring', 'standard 1', { points: 20 })),
);

/** Everybody is in every race; the first two are of Spring. */
function begun(): Rows {
  const league = rows();
  for (const racer of people) league.add('Racers', racer, { racer });
  for (const season of seasons) league.add('Seasons', season, { season, status: 'Open' });
  league.add('Scoring', 'standard 1', { scoring: 'Standard', position: 1, points: 15 });
  league.add('Scoring', 'standard 2', { scoring: 'Standard', position: 2, points: 12 });
  for (const [index, race] of races.entries()) {
    const none = Object.fromEntries(people.map((racer) => [racer, '']));
    league.race(seasons[Math.floor(index / 2)] ?? '', race, none);
  }
  league.add('Adjustments', 'penalty', { season: 'Spring', racer: 'ana', race: 'Race 2', points: -3 });
  league.add('Adjustments', 'bonus', { racer: 'zoe', race: 'Race 3', points: 2 });
  return league;
}

/** In the end every race has positions that fit, and no cell is wrong: while one is, its past matters. */
function settled(league: Rows, finishes: readonly Finish[]): void {
  for (const racer of people) league.edit('Racers', racer, { sameAs: '' });
  for (const [index, race] of races.entries()) {
    for (const racer of people) {
      league.edit('Results', `${race} ${racer}`, { position: finishes[index]?.[racer] ?? 'DNS' });
    }
  }
}

function everything(facts: Facts) {
  return {
    seasons: [...facts.seasons.values()].map((season) => explainAll(facts, season)),
    trophies: trophies(facts),
    racers: people.map((racer) => [form(facts, racer), career(facts, racer)]),
  };
}

test('a league that was folded entry by entry is the one that its rows make at once', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 25 }),
      fc.array(finish, { minLength: 4, maxLength: 4 }),
      fc.option(fc.tuple(fc.constantFrom(...people), fc.constantFrom('ana', 'zoe'))),
      (edits, finishes, merge) => {
        const league = begun();
        for (const change of edits) change(league);
        settled(league, finishes);
        if (merge) league.edit('Racers', merge[0], { sameAs: merge[1] });
        expect(everything(league.facts())).toEqual(everything(league.fromScratch()));
      },
    ),
    { numRuns: 150 },
  );
});
