/** Championships of the past, imported as a host would. Where they are from: ../league/championships/README.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Note } from '../../server/desk.ts';
import { exported } from '../../server/exchange/export-league.ts';
import { planImport } from '../../server/exchange/import.ts';
import type { Wanted } from '../../server/league/changes.ts';
import { standings } from '../../server/league/standings.ts';
import { smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
let made = 0;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(() => league.close());

const happening = { what: 'imported', seasons: 0, races: 0, results: 0 } as const;

async function write(changes: Wanted[], into = league) {
  const note: Note = { by: { kind: 'league' }, happening, changes };
  await into.desk.note(() => ({ notes: [note] }));
}

async function take(file: string, into = league) {
  const about = { by: 'Juno', at: Date.UTC(2026, 2, 6), newId: () => `new-${++made}` };
  const plan = planImport(new TextEncoder().encode(file), into.desk.state, about);
  expect(plan.problems).toEqual([]);
  await write(plan.changes, into);
}

function table(name: string, of = league): string[] {
  const facts = of.facts();
  const season = [...facts.seasons.values()].find((one) => one.season === name);
  if (!season) throw new Error(`no season is called ${name}`);
  return standings(facts, season).map(
    ({ rank, racer, points }) => `${rank} ${facts.racers.get(racer)?.racer} ${points}`,
  );
}

/** The file with further columns; `more` answers their cells for a position. */
function withColumns(file: string, headers: string, more: (position: number) => string): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'league', 'championships', file), 'utf8');
  const [header, ...lines] = text.trim().split(/\r?\n/);
  return [`${header},${headers}`, ...lines.map((line) => `${line},${more(Number(line.split(',').at(-1)))}`)].join('\n');
}

test('Formula One 1988 ends as the official table does: its file says the points and that the worst 5 drop', async () => {
  const points = [9, 6, 4, 3, 2, 1];
  await take(
    withColumns('formula-one-1988.csv', 'Scoring,Drop worst,Points', (place) => `F1 1988,5,${points[place - 1]}`),
  );
  const official = [
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
    '16 Pierluigi Martini 1',
    '16 Satoru Nakajima 1',
  ];
  expect(table('Formula One 1988')).toEqual(official);

  const other = await smallLeague();
  await take(exported('results.csv', league.desk.state).text, other);
  expect(table('Formula One 1988', other)).toEqual(official);
  await other.close();
});

test('Formula One 2008 does too, by a table of the Scoring tab', async () => {
  const points = [10, 8, 6, 5, 4, 3, 2, 1];
  await write(
    points.map((worth, index): Wanted => {
      const cells = { scoring: 'F1 2003', position: index + 1, points: worth };
      return { kind: 'add', tab: 'Scoring', id: `f1 2003|${index + 1}`, cells };
    }),
  );
  await take(withColumns('formula-one-2008.csv', 'Scoring', () => 'F1 2003'));
  const own = table('Formula One 2008');
  expect(own.slice(0, 6)).toEqual([
    '1 Lewis Hamilton 98',
    '2 Felipe Massa 97',
    '3 Kimi Räikkönen 75',
    '4 Robert Kubica 75',
    '5 Fernando Alonso 61',
    '6 Nick Heidfeld 60',
  ]);
  expect(own.at(-1)).toBe('18 Jenson Button 3');
});
