import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Name, smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
  await league.play('Ana', 'Robin', 'Zoe');
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

const refused = async (what: Promise<string>, words: string) => {
  const before = league.desk.state.seq;
  expect(await what).toBe(words);
  expect(league.desk.state.seq).toBe(before);
};
const says = 'I was ahead of Ana at the line.';
const protest = (name: Name, words = says) => league.ask(name, { type: 'protest', race: league.race(), says: words });
const protests = () => [...league.facts().protests.values()];
const hour = 3_600_000;

describe('“This is wrong”', () => {
  test('reaches the hosts with its sentence, on one line', async () => {
    expect(await protest('Robin', `  ${says}\n\nReally. `)).toBe('Hosts will look at Race 1.');
    expect(protests()).toMatchObject([{ racer: league.racer('Robin'), says: `${says} Really.` }]);
    expect(league.log()).toBe(`Robin protests against Race 1: ${says} Really.`);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Zoe 10']);
  });

  test('is heard until the protest hours are over', async () => {
    const since = league.raceNow()?.finished ?? 0;
    await league.clock.advance(since + 24 * hour - league.clock.now() - 1);
    expect(await protest('Robin')).toContain('Hosts will look');
    await league.clock.advance(1);
    await refused(
      protest('Zoe'),
      'protest_too_late: Race 1 has been final for more than 24 hours. Ask a host: they can correct it at any time.',
    );
  });

  test('is heard of a race whose end nobody wrote down, counted from its result', async () => {
    await league.type({ kind: 'edit', tab: 'Races', id: league.race(), cells: { finished: '' } });
    expect(await protest('Robin')).toContain('Hosts will look');
    await league.clock.advance(24 * hour);
    expect(await protest('Zoe')).toContain('protest_too_late');
  });

  test('is not taken where Protest hours is 0', async () => {
    await league.type({ kind: 'edit', tab: 'Settings', id: 'protest hours', cells: { value: 0 } });
    await refused(
      protest('Robin'),
      'no_protests: This league takes no protests. Ask a host: they can correct a race at any time.',
    );
  });

  test('is said once, until a host has answered it', async () => {
    await protest('Robin');
    await refused(protest('Robin'), 'protest_open: You already protested against Race 1. Hosts will look at it.');
    expect(await protest('Zoe')).toContain('Hosts will look');
    await league.ask('Juno', { type: 'declineProtest', protest: protests()[0]?.id ?? '', says: 'The replay says no.' });
    expect(await protest('Robin', 'Look at the replay again.')).toContain('Hosts will look');
  });

  test.each(['', ' x ', 'x'.repeat(301)])('is one sentence: %#', (words) =>
    refused(protest('Robin', words), 'sentence_needed: Say in one sentence what it is. Write 3 to 300 characters.'),
  );

  test('is said by who raced, also under another name of theirs', async () => {
    await refused(
      protest('Mateo'),
      'not_your_race: Only who raced in Race 1 can protest against it. Ask one of them, or a host.',
    );
    await league.ask('Juno', { type: 'openRace' });
    const open = league.race();
    await league.ask('Mateo', { type: 'join', race: open });
    await league.type({ kind: 'edit', tab: 'Racers', id: league.racer('Mateo'), cells: { sameAs: 'Zoe' } });
    const first = [...league.facts().races.keys()][0] ?? '';
    expect(await league.ask('Mateo', { type: 'protest', race: first, says })).toContain('Hosts will look');
    expect(protests()[0]?.racer).toBe(league.racer('Zoe'));
  });

  test('is about a race that is final', async () => {
    await league.start('Ana', 'Robin');
    await refused(
      protest('Ana'),
      "not_final_yet: Race 2 isn't final yet. Say “That's wrong” instead, or fix your place.",
    );
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Wrong track' });
    await refused(protest('Ana'), 'race_void: Race 2 was voided. Open another race.');
  });
});

describe('hosts answer it', () => {
  let id = '';
  beforeEach(async () => {
    await protest('Robin');
    id = protests()[0]?.id ?? '';
  });
  const correct = (...positions: [string, number][]) =>
    league.ask('Juno', {
      type: 'correct',
      race: league.race(),
      positions: positions.map(([name, position]) => ({ racer: league.racer(name), position })),
      protest: id,
    });
  const decline = (name: Name, words: string) => league.ask(name, { type: 'declineProtest', protest: id, says: words });

  test('with a correction, which settles it', async () => {
    expect(await correct(['Robin', 1], ['Ana', 2])).toBe('Race 1: 2 places corrected.');
    expect(protests()[0]?.settled).toMatchObject({ how: 'fixed' });
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 12', '3 Zoe 10']);
    expect(league.log()).toBe('Race 1 was corrected: Robin from 2 to 1, Ana from 1 to 2.');
  });

  test('or with a sentence, and the result stands', async () => {
    expect(await decline('Juno', 'The replay shows Ana ahead.')).toBe('Declined. Robin sees what you said.');
    expect(protests()[0]?.settled).toMatchObject({ how: 'declined', says: 'The replay shows Ana ahead.' });
    expect(league.log()).toBe('Race 1: the protest of Robin was declined: The replay shows Ana ahead.');
    expect(league.table()[0]).toBe('1 Ana 15');
  });

  test('or by voiding the race', async () => {
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Nobody knows any more' });
    expect(protests()[0]?.settled).toMatchObject({ how: 'fixed', says: 'Nobody knows any more' });
  });

  test('once, and with something to say', async () => {
    await refused(decline('Ana', 'No.'), 'hosts_only: Only hosts can do that. Ask a host.');
    await refused(decline('Juno', ''), 'sentence_needed: Say in one sentence what it is. Write 3 to 300 characters.');
    await decline('Juno', 'No.');
    await refused(decline('Juno', 'No.'), 'protest_settled: A host already declined that. Nothing more to do.');
    await refused(
      correct(['Robin', 1], ['Ana', 2]),
      'protest_settled: A host already declined that. Nothing more to do.',
    );
    id = 'none';
    await refused(decline('Juno', 'No.'), "unknown_protest: That protest isn't there. Choose one from the list.");
  });

  test('with a correction of that race and no other', async () => {
    await league.play('Ana', 'Robin');
    await refused(
      correct(['Robin', 1], ['Ana', 2]),
      "unknown_protest: That protest isn't there. Choose one from the list.",
    );
  });
});

describe('an answer to several', () => {
  const race = () => league.race();
  const swapped = () => [
    { racer: league.racer('Ana'), position: 2 },
    { racer: league.racer('Robin'), position: 1 },
  ];
  const fix = (which = protests()[0]?.id ?? '') =>
    league.ask('Juno', { type: 'correct', race: race(), positions: swapped(), protest: which });
  const settled = () => protests().map((one) => one.settled?.how ?? 'open');
  const undo = () => league.ask('Juno', { type: 'undo', entry: league.facts().corrections.at(-1)?.entry ?? 0 });

  test('is one correction for everybody who protested against that race', async () => {
    await protest('Robin');
    await protest('Zoe', 'Robin was first.');
    await fix();
    expect(settled()).toEqual(['fixed', 'fixed']);
  });

  test('is taken back with the correction: the protests wait again, and are answered when that is done again', async () => {
    await protest('Robin');
    await protest('Zoe', 'Robin was first.');
    await fix();
    expect(await undo()).toBe('Taken back.');
    expect(settled()).toEqual(['open', 'open']);
    expect(await undo()).toBe('Done again.');
    expect(settled()).toEqual(['fixed', 'fixed']);
    expect(await undo()).toBe('Taken back.');
    await league.ask('Juno', { type: 'declineProtest', protest: protests()[0]?.id ?? '', says: 'The replay says no.' });
    await undo();
    expect(settled()).toEqual(['declined', 'fixed']);
  });

  test('is taken back with the voiding, in the panel and in the Sheet', async () => {
    await protest('Robin');
    await league.ask('Juno', { type: 'voidRace', race: race(), reason: 'Power cut' });
    expect(settled()).toEqual(['fixed']);
    expect(await undo()).toBe('Taken back.');
    expect(settled()).toEqual(['open']);
    await league.type({ kind: 'edit', tab: 'Races', id: race(), cells: { status: 'Void' } });
    expect(settled()).toEqual(['fixed']);
    expect(league.log()).toBe('Race 1 was voided: protests against it are answered.');
    expect(await undo()).toBe('Taken back.');
    expect(settled()).toEqual(['open']);
  });

  test('leaves what was declined before declined', async () => {
    await protest('Robin');
    await protest('Zoe', 'Robin was first.');
    await league.ask('Juno', { type: 'declineProtest', protest: protests()[0]?.id ?? '', says: 'The replay says no.' });
    await fix(protests()[1]?.id);
    await undo();
    expect(settled()).toEqual(['declined', 'open']);
  });

  test('may have been given in the Sheet already: then it only has to be said', async () => {
    await protest('Robin');
    const rows = league.facts().entrants.get(race()) ?? [];
    const typed = [2, 1].map((position, index) => {
      return { kind: 'edit', tab: 'Results', id: rows[index]?.id ?? '', cells: { position } } as const;
    });
    await league.type(...typed);
    expect(await fix()).toBe("That's the result of Race 1 by now: the protest is answered.");
    expect(settled()).toEqual(['fixed']);
    expect(league.log()).toBe('A protest against Race 1 was answered: its result is right by now.');
    expect(league.table()[0]).toBe('1 Robin 15');
  });
});

test('whoever was merged has protested already', async () => {
  await protest('Ana');
  await league.ask('Juno', { type: 'addRacer', name: 'Ana Old' });
  await league.ask('Juno', { type: 'mergeRacers', racer: league.racer('Ana'), into: league.racer('Ana Old') });
  await refused(protest('Ana'), 'protest_open: You already protested against Race 1. Hosts will look at it.');
});

test('a corrected result can be protested against like a new one', async () => {
  await league.clock.advance(25 * hour);
  const positions = [
    { racer: league.racer('Ana'), position: 2 },
    { racer: league.racer('Robin'), position: 1 },
  ];
  await league.ask('Juno', { type: 'correct', race: league.race(), positions });
  await league.clock.advance(24 * hour - 1);
  expect(await protest('Ana')).toContain('Hosts will look');
  await league.clock.advance(1);
  expect(await protest('Zoe')).toContain('protest_too_late');
});
