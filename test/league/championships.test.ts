/** Championships of the past come out as they were decided. Where results and tables are from: championships/README.md. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../server/league/explain.ts';
import type { Facts } from '../../server/league/facts.ts';
import { champions } from '../../server/league/seasons.ts';
import { standings } from '../../server/league/standings.ts';
import { trophies } from '../../server/league/trophies.ts';
import { sayWhy } from '../../server/words/why.ts';
import { championship, pointsTable, seasonOf } from './played.ts';

const names = { racer: (id: string) => id, race: (id: string) => id };

function tableOf(facts: Facts, name: string): string[] {
  return standings(facts, seasonOf(facts, name)).map(({ rank, racer, points }) => `${rank} ${racer} ${points}`);
}

describe('Formula One 1988, the best 11 of 16 races', () => {
  const name = 'Formula One 1988';
  const scoring = pointsTable(9, 6, 4, 3, 2, 1);
  const facts = championship('formula-one-1988.csv', { scoring, dropWorst: 5 });

  test('ends as the official table does', () => {
    expect(tableOf(facts, name)).toEqual([
      '1 Ayrton Senna 90',
      '2 Alain Prost 87',
      '3 Gerhard Berger 41',
      '4 Thierry Boutsen 27',
      '5 Michele Alboreto 24',
      '6 Nelson Piquet 22',
      '7 Ivan Capelli 17',
      '8 Derek Warwick 17',
      '9 Nigel Mansell 12',
      '10 Alessandro Nannini 12',
      '11 Riccardo Patrese 8',
      '12 Eddie Cheever 6',
      '13 Maurício Gugelmin 5',
      '14 Jonathan Palmer 5',
      '15 Andrea de Cesaris 3',
      // The order of those who share a rank is ours: by name.
      '16 Pierluigi Martini 1',
      '16 Satoru Nakajima 1',
    ]);
  });

  test('was decided by what was dropped: Prost scored 105 to 94', () => {
    const [senna, prost] = standings(facts, seasonOf(facts, name));
    expect([senna?.dropped, prost?.dropped]).toEqual([4, 18]);
    expect(champions(facts, seasonOf(facts, name))).toEqual(['Ayrton Senna']);
    const undropped = championship('formula-one-1988.csv', { scoring });
    expect(tableOf(undropped, name).slice(0, 2)).toEqual(['1 Alain Prost 105', '2 Ayrton Senna 94']);
  });

  test('explains itself', () => {
    const why = (racer: string) => {
      const found = explain(facts, seasonOf(facts, name), racer);
      return found && sayWhy(found, names);
    };
    expect(why('Alain Prost')).toBe(
      '2nd with 87 pts: 11 of 16 races count (5 dropped, 18 pts in all); ' +
        '3 pts behind Ayrton Senna and 46 pts ahead of Gerhard Berger.',
    );
    expect(why('Ivan Capelli')).toBe(
      '7th with 17 pts: in 6 of 16 races; ' +
        '5 pts behind Nelson Piquet and ahead of Derek Warwick by more 2nds (1 to 0).',
    );
  });

  test('gives its trophies to the first three', () => {
    const own = trophies(facts).filter(({ race }) => race === undefined);
    expect(own.map(({ metal, racer }) => `${metal} ${racer}`)).toEqual([
      'gold Ayrton Senna',
      'silver Alain Prost',
      'bronze Gerhard Berger',
    ]);
  });
});

describe('Formula One 2008, all 18 races', () => {
  const name = 'Formula One 2008';
  const facts = championship('formula-one-2008.csv', { scoring: pointsTable(10, 8, 6, 5, 4, 3, 2, 1) });

  test('ends as the official table does', () => {
    expect(tableOf(facts, name)).toEqual([
      '1 Lewis Hamilton 98',
      '2 Felipe Massa 97',
      '3 Kimi Räikkönen 75',
      '4 Robert Kubica 75',
      '5 Fernando Alonso 61',
      '6 Nick Heidfeld 60',
      '7 Heikki Kovalainen 53',
      '8 Sebastian Vettel 35',
      '9 Jarno Trulli 31',
      '10 Timo Glock 25',
      '11 Mark Webber 21',
      '12 Nelson Piquet Jr. 19',
      '13 Nico Rosberg 17',
      '14 Rubens Barrichello 11',
      '15 Kazuki Nakajima 9',
      '16 David Coulthard 8',
      '17 Sébastien Bourdais 4',
      '18 Jenson Button 3',
    ]);
  });

  test('had its third rank decided by countback: two wins to one', () => {
    const third = explain(facts, seasonOf(facts, name), 'Kimi Räikkönen');
    expect(third?.below).toEqual({
      racer: 'Robert Kubica',
      step: { by: 'countback', place: 1, own: 2, other: 1 },
    });
  });
});
