import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { member, type Name, smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

async function refused(what: Promise<string>, words: string): Promise<void> {
  const before = league.desk.state.seq;
  expect(await what).toBe(words);
  expect(league.desk.state.seq).toBe(before);
}

const merge = (racer: string, into: string | null) =>
  league.ask('Juno', {
    type: 'mergeRacers',
    racer: league.racer(racer),
    into: into === null ? null : league.racer(into),
  });

/** Somebody's place in the latest race, by a host. */
const enter = (name: string, position: number) =>
  league.ask('Juno', { type: 'fix', race: league.race(), racer: league.racer(name), position });

const askFor = (name: Name, racer: string) => league.ask(name, { type: 'takeOver', racer: league.racer(racer) });
const answer = (yes: boolean) =>
  league.ask('Juno', { type: 'answerTakeOver', takeOver: [...league.facts().takeOvers.keys()].at(-1) ?? '', yes });

describe('a racer without Discord', () => {
  beforeEach(async () => {
    expect(await league.ask('Juno', { type: 'addRacer', name: ' Grandma  Jo ' })).toBe(
      "Grandma Jo is here. Once they are on Discord, they can say that's them.",
    );
    await league.play('Ana', 'Robin');
    await enter('Grandma Jo', 3);
  });

  test('has results that a host enters', () => {
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Grandma Jo 10']);
  });

  test('is taken over by its owner, with all that was raced', async () => {
    expect(await askFor('Noor', 'Grandma Jo')).toBe('A host is asked whether you are Grandma Jo.');
    expect(await answer(true)).toBe('Grandma Jo belongs to Noor now, with everything raced so far.');
    expect(league.facts().takeOvers.size).toBe(0);
    const row = league.facts().racers.get(league.racer('Grandma Jo'));
    expect(row).toMatchObject({ discordId: member('Noor').user, discordName: 'noor' });
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Noor', { type: 'join' });
    expect(league.positions()).toBe('Grandma Jo -');
  });

  test('is taken over by somebody who has raced already: then both rows are one person', async () => {
    await askFor('Robin', 'Grandma Jo');
    expect(await answer(true)).toBe('Grandma Jo belongs to Robin now, with everything raced so far.');
    expect(league.facts().sameAs.get(league.racer('Robin'))).toBe(league.racer('Grandma Jo'));
    await league.start('Ana', 'Robin');
    expect(league.positions()).toBe('Ana -, Grandma Jo -');
    expect(await league.report('Robin', 1)).toContain('Saved: 1st.');
  });

  test('isn’t taken over where a host says no, and may be asked for again', async () => {
    await askFor('Noor', 'Grandma Jo');
    expect(await answer(false)).toBe('Grandma Jo stays as it is.');
    expect(league.facts().racers.get(league.racer('Grandma Jo'))?.discordId).toBeUndefined();
    expect(await askFor('Noor', 'Grandma Jo')).toBe('A host is asked whether you are Grandma Jo.');
  });

  test('that two ask for goes to the one whom a host chooses', async () => {
    await askFor('Noor', 'Grandma Jo');
    await askFor('Sam', 'Grandma Jo');
    await answer(true);
    expect(league.facts().takeOvers.size).toBe(0);
    expect(league.facts().racers.get(league.racer('Grandma Jo'))?.discordName).toBe('sam');
  });

  test('is no name for somebody new', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await refused(
      league.ask('Noor', { type: 'join', name: 'grandma jo' }),
      'name_is_placeholder: A host has added Grandma Jo already. If that is you, say so; else choose another in-game name.',
    );
  });

  test('is asked for once by each, and only while it is nobody’s', async () => {
    await askFor('Noor', 'Grandma Jo');
    await refused(
      askFor('Noor', 'Grandma Jo'),
      "already_asked: You've already said that you are Grandma Jo. Wait for a host to answer.",
    );
    await refused(
      askFor('Noor', 'Ana'),
      'not_placeholder: Ana belongs to somebody on Discord. If both are the same person, a host can merge them.',
    );
    await refused(askFor('Ana', 'Ana'), 'thats_you: You are Ana already. Nothing more to do.');
    await refused(
      league.ask('Ana', { type: 'answerTakeOver', takeOver: 'x', yes: true }),
      'hosts_only: Only hosts can do that. Ask a host.',
    );
    await answer(true);
    await refused(answer(true), 'nobody_asks: Nobody waits for that answer any more. Nothing more to do.');
  });

  test('that became somebody’s in the Sheet meanwhile isn’t given away', async () => {
    await askFor('Noor', 'Grandma Jo');
    const cells = { discordId: member('Sam').user };
    await league.type({ kind: 'edit', tab: 'Racers', id: league.racer('Grandma Jo'), cells });
    expect(await answer(true)).toContain('not_placeholder');
    expect(await answer(false)).toBe('Grandma Jo stays as it is.');
  });

  test.each([
    ['', 'bad_name'],
    ['x'.repeat(33), 'bad_name'],
    ['ana', 'name_taken'],
    ['Grandma JO', 'name_taken'],
  ])('isn’t called %j', async (name, code) => {
    expect(await league.ask('Juno', { type: 'addRacer', name })).toContain(code);
    expect(await league.ask('Ana', { type: 'addRacer', name })).toContain('hosts_only');
  });
});

describe('two rows of one person', () => {
  beforeEach(async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    await league.play('Kiki', 'Robin');
  });

  test('count as one, and as two again once that is ended', async () => {
    expect(await merge('Kiki', 'Ana')).toBe('Kiki counts as Ana now.');
    expect(league.table()).toEqual(['1 Ana 30', '2 Robin 24', '3 Zoe 10']);
    expect(league.log()).toBe('Kiki counts as Ana now.');
    expect(await merge('Kiki', null)).toBe('Kiki counts for themselves again.');
    expect(league.table()).toEqual(['1 Robin 24', '2 Kiki 15', '3 Ana 15', '4 Zoe 10']);
  });

  test('that both stand in one race: the one under the name that stays counts, and the answer says so', async () => {
    expect(await merge('Zoe', 'Ana')).toBe(
      'Zoe counts as Ana now. Both stand in Race 1: there the row of Ana counts, unless it has no position.',
    );
    expect(league.table()[1]).toBe('2 Kiki 15');
    expect(league.table()[2]).toBe('3 Ana 15');
  });

  test('that raced each other: it is said before whose result gives way, and where', async () => {
    const [racer, into] = [league.racer('Zoe'), league.racer('Ana')];
    expect(await league.toKnow('Juno', { type: 'mergeRacers', racer, into })).toEqual([
      "They raced each other in 1 race: there Zoe's result no longer counts.",
    ]);
    await league.start('Ana', 'Zoe');
    await league.report('Zoe', 1);
    expect(await league.toKnow('Juno', { type: 'mergeRacers', racer, into })).toEqual([
      "They raced each other in 2 races: in 1 of these Zoe's result no longer counts, in 1 Ana's.",
    ]);
    expect(await league.toKnow('Juno', { type: 'mergeRacers', racer: league.racer('Kiki'), into })).toEqual([]);
  });

  test('whoever of them reports, it is one racer, and a host who corrects the other corrects the same', async () => {
    await merge('Kiki', 'Ana');
    await league.start('Kiki', 'Robin');
    expect(league.positions()).toBe('Ana -, Robin -');
    await refused(
      league.ask('Ana', { type: 'join', race: league.race() }),
      "already_in: You're already in Race 3. Nothing more to do.",
    );
    await league.report('Kiki', 1);
    expect(league.positions()).toBe('Ana 1, Robin -');
    await enter('Kiki', 2);
    expect(league.positions()).toBe('Ana 2, Robin -');
  });

  test('may be three, one after the other', async () => {
    await merge('Kiki', 'Ana');
    await merge('Ana', 'Robin');
    expect(league.facts().sameAs.get(league.racer('Kiki'))).toBe(league.racer('Robin'));
    await merge('Zoe', 'Kiki');
    expect(league.facts().racers.get(league.racer('Zoe'))?.sameAs, 'who Kiki is').toBe(league.racer('Robin'));
  });

  test('go in no circle, and nobody is merged into themselves or twice', async () => {
    await merge('Kiki', 'Ana');
    await refused(merge('Ana', 'Kiki'), 'same_racer: Both are Ana already. Choose two racers.');
    await refused(merge('Ana', 'Ana'), 'same_racer: Both are Ana already. Choose two racers.');
    await refused(merge('Kiki', 'Ana'), 'already_merged: Kiki counts as Ana already. Nothing more to do.');
    await refused(merge('Ana', null), 'not_merged: Ana counts for themselves already. Nothing more to do.');
    await refused(
      merge('Ana', 'Nobody'),
      "unknown_racer: That racer isn't in this league. Choose a racer from the list.",
    );
    await refused(
      league.ask('Ana', { type: 'mergeRacers', racer: league.racer('Ana'), into: league.racer('Robin') }),
      'hosts_only: Only hosts can do that. Ask a host.',
    );
  });

  test('of a past season move its champion, and the preview says so', async () => {
    const season = [...league.facts().seasons.keys()][0] ?? '';
    await league.ask('Juno', { type: 'closeSeason', season });
    const ask = { type: 'mergeRacers', racer: league.racer('Kiki'), into: league.racer('Ana') } as const;
    const champions = { from: [league.racer('Robin')], to: [league.racer('Ana')] };
    expect(await league.preview('Juno', ask)).toMatchObject({ seasons: [{ champions }] });
    expect(league.facts().sameAs.size).toBe(0);
  });
});

describe('a name for which results wait', () => {
  const cells = { source: 'Sheet', position: 3 };
  beforeEach(async () => {
    await league.play('Ana', 'Robin');
    const race = league.facts().races.get(league.race())?.race ?? '';
    await league.type({ kind: 'add', tab: 'Results', id: 'waits', cells: { ...cells, race, racer: 'Guest' } });
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
  });

  test('makes them count once a host adds that racer, as the preview says', async () => {
    const ask = { type: 'addRacer', name: 'guest' } as const;
    const promised = await league.preview('Juno', ask);
    expect(promised).toMatchObject({ seasons: [{ season: 'season-1' }] });
    await league.ask('Juno', ask);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 guest 10']);
    // The row has another ID each time it's asked for.
    const withoutIds = (effects: unknown) => JSON.stringify(effects).replaceAll(/"row-\d+"/g, '"row"');
    expect(withoutIds(league.desk.state.log.at(-1)?.effects)).toBe(withoutIds(promised));
  });

  test('does so too where a racer is added or renamed in the Sheet', async () => {
    await league.ask('Juno', { type: 'addRacer', name: 'Somebody else' });
    expect(league.desk.state.log.at(-1)?.effects).toBeUndefined();
    const id = league.racer('Somebody else');
    await league.type({ kind: 'edit', tab: 'Racers', id, cells: { racer: 'Guest' } });
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12', '3 Guest 10']);
    expect(league.desk.state.log.at(-1)?.effects?.seasons).toHaveLength(1);
  });
});

test('a racer is on the public page or not, as they like', async () => {
  await refused(
    league.ask('Ana', { type: 'setOnPage', on: false }),
    "not_a_racer: You aren't a racer of this league yet. Join a race first.",
  );
  await league.play('Ana', 'Robin');
  expect(await league.ask('Ana', { type: 'setOnPage', on: false })).toBe("The public page doesn't name you any more.");
  expect(league.facts().racers.get(league.racer('Ana'))?.onPage).toBe(false);
  expect(await league.ask('Ana', { type: 'setOnPage', on: true })).toBe('The public page names you.');
  expect(league.facts().racers.get(league.racer('Ana'))?.onPage).toBe(true);
});
