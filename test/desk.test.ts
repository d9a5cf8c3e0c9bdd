import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { smallLeague } from './small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

describe('a race', () => {
  test('goes from open to final when everybody agrees', async () => {
    expect(await league.ask('Juno', { type: 'openRace' })).toBe('Race 1 is open.');
    expect(await league.ask('Ana', { type: 'join' })).toBe("You're in Race 1. 1 of 8 places taken.");
    expect(await league.ask('Robin', { type: 'join' })).toBe("You're in Race 1. 2 of 8 places taken.");
    expect(await league.ask('Juno', { type: 'startRace', race: league.race() })).toBe('Race 1 is on. Good luck!');
    expect(await league.report('Ana', 2)).toBe('Saved: 2nd. 12 pts once final. 1 of 2 in.');
    expect(league.raceNow()?.status).toBe('Reporting');
    expect(await league.report('Robin', 1)).toBe('Saved: 1st. 15 pts once final. 2 of 2 in.');
    expect(league.table()).toEqual([]);
    await league.clock.advance(29_999);
    expect(league.raceNow()?.status).toBe('Reporting');
    await league.clock.advance(1);
    expect(league.raceNow()?.status).toBe('Final');
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 12']);
  });

  test('waits while two say the same, and goes on when one of them changes it', async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 1);
    await league.report('Robin', 1);
    await league.clock.advance(3_600_000);
    expect(league.raceNow()?.status).toBe('Reporting');
    await league.report('Robin', 2);
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
  });

  test('"That\'s wrong" stops the clock until a position changes', async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 1);
    await league.report('Robin', 2);
    expect(await league.ask('Robin', { type: 'object', race: league.race() })).toContain('waits');
    await league.clock.advance(3_600_000);
    expect(league.raceNow()?.status).toBe('Reporting');
    expect(await league.ask('Robin', { type: 'object', race: league.race() })).toContain('nothing_to_object');
    await league.report('Ana', 2);
    await league.report('Robin', 1);
    await league.clock.advance(30_000);
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 12']);
  });

  test('keeps an objection and its countdown, whatever else happens in the league', async () => {
    await league.start('Ana', 'Robin');
    const race = league.race();
    await league.report('Ana', 1);
    await league.report('Robin', 2);
    await league.ask('Robin', { type: 'object', race });
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Zoe', { type: 'join' });
    await league.clock.advance(120_000);
    expect(league.facts().races.get(race)?.status).toBe('Reporting');
    await league.ask('Ana', { type: 'report', race, position: 2 });
    await league.ask('Robin', { type: 'report', race, position: 1 });
    await league.clock.advance(20_000);
    await league.ask('Mateo', { type: 'join' });
    await league.clock.advance(10_000);
    expect(league.facts().races.get(race)?.status).toBe('Final');
  });

  test('with a racer who did not finish is complete when the others fill 1st to last', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.report('Ana', 'DNF');
    await league.report('Robin', 3);
    await league.report('Zoe', 1);
    await league.clock.advance(60_000);
    expect(league.raceNow()?.status).toBe('Reporting');
    await league.report('Robin', 2);
    await league.clock.advance(60_000);
    expect(league.table()).toEqual(['1 Zoe 15', '2 Robin 12', '3 Ana 1']);
  });

  test('closed by a host counts who has not reported as not started', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    await league.report('Ana', 1);
    expect(await league.ask('Juno', { type: 'closeRace', race: league.race() })).toBe('Race 1 is final.');
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 0', '2 Zoe 0']);
  });

  test('voided counts for nothing', async () => {
    await league.play('Ana', 'Robin');
    expect(await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Wrong track' })).toBe(
      'Race 1 was voided.',
    );
    expect(league.table()).toEqual([]);
  });

  test('takes whoever raced without having joined, marked as late', async () => {
    await league.start('Ana', 'Robin');
    expect(await league.ask('Zoe', { type: 'join', race: league.race() })).toContain('marked as late');
    expect(await league.report('Zoe', 3)).toBe('Saved: 3rd. 10 pts once final. 1 of 3 in.');
    expect(league.facts().entrants.get(league.race())?.at(-1)?.note).toBe('Late');
  });

  test('is followed by the next one with the same racers', async () => {
    await league.play('Ana', 'Robin', 'Zoe');
    const first = league.race();
    expect(await league.ask('Juno', { type: 'nextRace', race: first })).toBe('Race 2 is open with the same 3 racers.');
    expect(await league.ask('Juno', { type: 'nextRace', race: first })).toContain(
      'next_is_open: Race 2 is already there.',
    );
    const names = league
      .facts()
      .entrants.get(league.race())
      ?.map((result) => league.facts().racers.get(result.racer ?? '')?.racer);
    expect(names).toEqual(['Ana', 'Robin', 'Zoe']);
  });

  test("a host's word beats a claim, before and after", async () => {
    await league.start('Ana', 'Robin');
    await league.report('Ana', 1);
    const robin = [...league.facts().racers.values()].find(({ racer }) => racer === 'Robin')?.id ?? '';
    const ana = [...league.facts().racers.values()].find(({ racer }) => racer === 'Ana')?.id ?? '';
    expect(await league.ask('Juno', { type: 'fix', race: league.race(), racer: ana, position: 2 })).toBe('Ana: 2nd.');
    expect(await league.report('Ana', 1)).toContain('decided_by_host: A host has recorded 2nd for you.');
    await league.ask('Juno', { type: 'fix', race: league.race(), racer: robin, position: 1 });
    await league.clock.advance(60_000);
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 12']);
    await league.ask('Juno', { type: 'fix', race: league.race(), racer: robin, position: 'DSQ' });
    expect(league.table()).toEqual(['1 Ana 12', '2 Robin 0']);
  });

  test('keeps its last result without a contradiction while a correction is half done', async () => {
    await league.play('Ana', 'Robin');
    const racer = (name: string) => [...league.facts().racers.values()].find((one) => one.racer === name)?.id ?? '';
    await league.ask('Juno', { type: 'fix', race: league.race(), racer: racer('Ana'), position: 2 });
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
    await league.ask('Juno', { type: 'fix', race: league.race(), racer: racer('Robin'), position: 1 });
    expect(league.table()).toEqual(['1 Robin 15', '2 Ana 12']);
  });
});

describe('bad input gets a sentence and a remedy, and changes nothing', () => {
  const refused = async (what: Promise<string>, words: string) => {
    const before = league.desk.state.seq;
    expect(await what).toBe(words);
    expect(league.desk.state.seq).toBe(before);
  };

  test('no race is running', () =>
    refused(
      league.ask('Ana', { type: 'report', position: 1 }),
      'no_race_running: Could not save the result: no race is running. Ask a host to open one.',
    ));

  test.each([[0], [3], [1e21], [1.5], ['first'], ['1; drop'], [-1], ['']])('%s of two', async (position) => {
    await league.start('Ana', 'Robin');
    await refused(
      league.report('Ana', position),
      `bad_position: “${position}” isn't a place in this race. Give a place from 1 to 2, or DNF.`,
    );
  });

  test('not a host', async () => {
    await refused(league.ask('Ana', { type: 'openRace' }), 'hosts_only: Only hosts can do that. Ask a host.');
    await league.start('Ana', 'Robin');
    for (const ask of [
      { type: 'closeRace', race: league.race() },
      { type: 'voidRace', race: league.race(), reason: 'x' },
      { type: 'fix', race: league.race(), racer: 'x', position: 1 },
    ] as const) {
      await refused(league.ask('Ana', ask), 'hosts_only: Only hosts can do that. Ask a host.');
    }
  });

  test('the race is final', async () => {
    await league.play('Ana', 'Robin');
    await refused(league.report('Ana', 2), 'race_final: Race 1 is already final. Ask a host to correct it.');
  });

  test('a ninth racer', async () => {
    await league.ask('Juno', { type: 'openRace' });
    for (const name of ['Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki', 'Sam', 'Priya', 'Bart'] as const) {
      expect(await league.ask(name, { type: 'join' })).toContain("You're in");
    }
    await refused(
      league.ask('Noor', { type: 'join' }),
      'race_full: Could not join: all 8 places of Race 1 are taken. Wait for the next race.',
    );
  });

  test('the same person twice', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Ana', { type: 'join' });
    await refused(league.ask('Ana', { type: 'join' }), "already_in: You're already in Race 1. Nothing more to do.");
  });

  test("somebody else's name", async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Ana', { type: 'join', name: 'Speedy' });
    await refused(
      league.ask('Robin', { type: 'join', name: ' SPEEDY ' }),
      'name_taken: Somebody here is already called SPEEDY. Choose another in-game name.',
    );
  });

  test('a name that only looks different', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Ana', { type: 'join' });
    await refused(
      league.ask('Robin', { type: 'join', name: '\u{1D4D0}\u{1D4F7}\u{1D4EA}' }),
      'name_taken: Somebody here is already called \u{1D4D0}\u{1D4F7}\u{1D4EA}. Choose another in-game name.',
    );
  });

  test("a race that isn't there", () =>
    refused(
      league.ask('Ana', { type: 'join', race: 'elsewhere' }),
      "unknown_race: That race isn't in this league. Choose a race from the list.",
    ));

  test('a report before the start, and leaving after it', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Ana', { type: 'join' });
    await league.ask('Robin', { type: 'join' });
    await refused(
      league.report('Ana', 1),
      "not_started: Could not save the result: Race 1 hasn't started. Ask a host to start it.",
    );
    await league.ask('Juno', { type: 'startRace', race: league.race() });
    await refused(
      league.ask('Ana', { type: 'leave', race: league.race() }),
      "already_started: Could not leave: Race 1 has started. Report DNF if you're out, or ask a host.",
    );
  });
});

describe('an action', () => {
  test('sent twice is done once and answered the same', async () => {
    await league.start('Ana', 'Robin');
    const ask = { type: 'report', race: league.race(), position: 1 } as const;
    const first = await league.ask('Ana', ask, 'tap-1');
    const at = league.desk.state.seq;
    await league.report('Robin', 2);
    expect(await league.ask('Ana', ask, 'tap-1')).toBe(first);
    expect(league.desk.state.seq).toBe(at + 1);
  });

  test('under the same key with another body is refused', async () => {
    await league.start('Ana', 'Robin');
    await league.ask('Ana', { type: 'report', race: league.race(), position: 1 }, 'tap-1');
    expect(await league.ask('Ana', { type: 'report', race: league.race(), position: 2 }, 'tap-1')).toContain(
      'other_body',
    );
    expect(await league.ask('Robin', { type: 'report', race: league.race(), position: 2 }, 'tap-1')).toContain(
      'Saved: 2nd.',
    );
  });

  test('that was refused may be asked again', async () => {
    expect(await league.ask('Ana', { type: 'join' }, 'tap-1')).toContain('no_race_open');
    await league.ask('Juno', { type: 'openRace' });
    expect(await league.ask('Ana', { type: 'join' }, 'tap-1')).toContain("You're in");
  });

  test('five hundred at once are all there, each once', async () => {
    await league.start('Ana', 'Robin', 'Zoe');
    const taps = Array.from({ length: 500 }, (_, index) => league.report('Ana', (index % 3) + 1));
    expect(await Promise.all(taps)).toHaveLength(500);
    const entries = await league.journal.entries('cozy');
    expect(entries.filter((entry) => entry.happening.what === 'reported')).toHaveLength(500);
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
  });
});

test('a preview of what touches nothing that counts needs no copy of the league', async () => {
  await league.start('Ana', 'Robin');
  const copies = vi.spyOn(globalThis, 'structuredClone');
  onTestFinished(() => copies.mockRestore());
  expect(await league.preview('Ana', { type: 'report', race: league.race(), position: 1 })).toEqual({
    seasons: [],
    trophies: [],
  });
  expect(copies).not.toHaveBeenCalled();
  await league.preview('Juno', { type: 'editSeason', season: 'season-1', dropWorst: 1 });
  expect(copies).toHaveBeenCalled();
});
