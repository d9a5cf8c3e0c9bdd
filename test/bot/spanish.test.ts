/** What the bot says in Spanish where it's more than a sentence with a name in it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explain } from '../../server/league/explain.ts';
import { openSeason } from '../../server/league/races.ts';
import { problemsOf } from '../../server/problems.ts';
import { namesIn } from '../../server/views/names.ts';
import { list, money, place, points } from '../../server/words/bot/es/numbers.ts';
import { wordsIn } from '../../server/words/bot/words.ts';
import { smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(() => league.close());

const words = wordsIn('es');

function why(name: string): string {
  const facts = league.facts();
  const season = openSeason(facts);
  const explanation = season && explain(facts, season, league.racer(name));
  if (!explanation) throw new Error(`${name} isn't in the standings`);
  return words.why(explanation, namesIn(league.desk.state));
}

describe('why', () => {
  it('names what counts, what doesn’t, and who is ahead by how much', async () => {
    const season = openSeason(league.facts())?.id ?? '';
    await league.ask('Juno', { type: 'editSeason', season, dropWorst: 1 });
    await league.play('Ana', 'Robin', 'Zoe');
    await league.play('Robin', 'Ana', 'Zoe');
    await league.play('Ana', 'Zoe', 'Robin');
    const racer = league.racer('Robin');
    await league.ask('Juno', { type: 'adjust', racer, points: -2, reason: 'cortar la pista' });
    expect(why('Robin')).toBe(
      '2.º con 25 puntos: cuentan 2 de 3 carreras (sin Race 3, 10 puntos), 2 puntos de penalización (cortar la pista); por detrás de Ana por 5 puntos; por delante de Zoe por 3 puntos.',
    );
  });

  it('says what decides between equals, and that nothing does', async () => {
    await league.play('Ana', 'Robin');
    await league.play('Robin', 'Ana');
    expect(why('Ana')).toBe(
      '2.º con 27 puntos: cuentan las dos carreras; por detrás de Robin a igualdad de puntos por la última carrera.',
    );
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Otra copa' });
    const race = [...league.facts().races.keys()][0] ?? '';
    const positions = ['Ana', 'Robin'].map((name) => ({ racer: league.racer(name), position: '1=' as const }));
    await league.ask('Juno', { type: 'correct', race, positions });
    expect(why('Ana')).toBe('1.º con 15 puntos, en empate con Robin porque nada los separa: cuenta la única carrera.');
  });
});

describe('why, between equals', () => {
  it('counts whose better places decide, own ones first', async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    await league.play('Robin', 'Zoe', 'Ana');
    await league.ask('Juno', { type: 'adjust', racer: league.racer('Robin'), points: -2, reason: 'cortar la pista' });
    await league.ask('Juno', { type: 'adjust', racer: league.racer('Zoe'), points: 3, reason: 'buen juego' });
    expect(why('Zoe')).toMatch('por detrás de Ana a igualdad de puntos: 0 veces en el 1.º puesto, frente a 1 de Ana');
    expect(why('Ana')).toMatch('por delante de Zoe a igualdad de puntos: 1 vez en el 1.º puesto, frente a 0 de Zoe');
  });
});

describe('what changes', () => {
  it('is said in sentences', async () => {
    await league.play('Ana', 'Robin');
    const positions = [
      { racer: league.racer('Ana'), position: 2 },
      { racer: league.racer('Robin'), position: 1 },
    ];
    const effects = await league.preview('Juno', { type: 'correct', race: league.race(), positions });
    if (typeof effects === 'string') throw new Error(effects);
    expect(words.effects(effects, namesIn(league.desk.state))).toEqual([
      'Robin 12 → 15 puntos, 2.º → 1.º, victorias 0 → 1.',
      'Ana 15 → 12 puntos, 1.º → 2.º, victorias 1 → 0.',
      '🏆 de Race 1: de Ana a Robin.',
      '🥈 de Race 1: de Robin a Ana.',
    ]);
  });
});

describe('numbers and names', () => {
  it('read as they do in Spanish', () => {
    expect([place(1), place('2='), place('DNF')]).toEqual(['1.º', '2.º ex aequo', 'DNF']);
    expect([points(1), points(2.5), points(-3)]).toEqual(['1 punto', '2,5 puntos', '-3 puntos']);
    expect(money(1250, 'EUR')).toBe('12,50\u00a0€');
    expect(list(['Ana', 'Iris'])).toBe('Ana e Iris');
    expect(list(['Ana', 'Hielo'])).toBe('Ana y Hielo');
    expect(list(['Ana', 'Robin', 'Hilda'])).toBe('Ana, Robin e Hilda');
    expect(list(['Ana'])).toBe('Ana');
  });
});

describe('what is wrong in the Sheet', () => {
  it('is told to a host in the host’s own language', async () => {
    const changes = [{ kind: 'edit', tab: 'Settings', id: 'places', cells: { value: 'many' } } as const];
    const edited = { by: { kind: 'sheet' }, happening: { what: 'edited', edits: [], more: 0 } } as const;
    await league.desk.note(() => ({ notes: [{ ...edited, changes }] }));
    expect(problemsOf(league.desk.state, words.problems)).toMatchObject([
      {
        tab: 'Settings',
        what: '«many» no es posible aquí.',
        remedy: expect.stringMatching(/^Usa un número entero de 2 a 24/),
      },
    ]);
  });
});
