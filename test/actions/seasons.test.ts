import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trophies } from '../../server/league/trophies.ts';
import { problemsOf } from '../../server/problems.ts';
import { smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

const day = 24 * 3_600_000;
const season = (name: string) => [...league.facts().seasons.values()].find((one) => one.season === name);
const id = (name: string) => season(name)?.id ?? '';
const close = (name: string, next?: string) =>
  league.ask('Juno', { type: 'closeSeason', season: id(name), ...(next !== undefined && { next }) });
const statuses = () => [...league.facts().seasons.values()].map(({ season: name, status }) => `${name} ${status}`);

async function refused(what: Promise<string>, words: string): Promise<void> {
  const before = league.desk.state.seq;
  expect(await what).toBe(words);
  expect(league.desk.state.seq).toBe(before);
}

describe('a season', () => {
  test('goes from planned to open to closed, and its leader is its champion', async () => {
    await close('Season 1');
    expect(await league.ask('Juno', { type: 'planSeason', name: ' Spring  cup ' })).toBe('Spring cup is planned.');
    expect(season('Spring cup')).toMatchObject({ status: 'Planned', scoring: 'Standard' });
    expect(await league.ask('Juno', { type: 'openSeason', season: id('Spring cup') })).toBe('Spring cup is open.');
    expect(season('Spring cup')?.starts).toBe(league.clock.now());
    await league.play('Ana', 'Robin');
    expect(await close('Spring cup')).toBe('Spring cup is closed. Champion: Ana.');
    expect(season('Spring cup')).toMatchObject({ status: 'Closed', ends: league.clock.now() });
    expect(await league.ask('Juno', { type: 'openRace' })).toContain('no_season');
  });

  test('says who shares the title, and nothing where nobody raced', async () => {
    await league.play('Ana', 'Robin');
    const rows = league.facts().entrants.get(league.race()) ?? [];
    await league.type(
      ...rows.map((row) => ({ kind: 'edit', tab: 'Results', id: row.id, cells: { position: '1=' } }) as const),
    );
    expect(league.table()).toEqual(['1 Ana 15', '1 Robin 15']);
    expect(await close('Season 1', 'Empty')).toBe('Season 1 is closed. Champions: Ana and Robin. Empty is open.');
    expect(await close('Empty')).toBe('Empty is closed.');
  });

  test('is closed once, however often it is asked', async () => {
    await league.play('Ana', 'Robin');
    const ask = { type: 'closeSeason', season: id('Season 1') } as const;
    const first = await league.ask('Juno', ask, 'tap');
    const at = league.desk.state.seq;
    expect(await league.ask('Juno', ask, 'tap')).toBe(first);
    await refused(close('Season 1'), 'season_is_closed: Season 1 is already closed. If it should go on, reopen it.');
    expect(league.desk.state.seq).toBe(at);
  });

  test('keeps the rules that it was closed with, whatever becomes of the table that it was scored by', async () => {
    await league.play('Ana', 'Robin');
    await close('Season 1');
    expect(season('Season 1')?.scoring).toBe('Season 1 (final)');
    await league.type({ kind: 'edit', tab: 'Scoring', id: 'standard|1', cells: { points: 100 } });
    const champion = season('Season 1');
    expect(champion && league.facts().scoring.get('season 1 (final)')?.places.get(1)).toBe(15);
    expect(league.facts().scoring.get('standard')?.places.get(1)).toBe(100);
  });

  test('reopened and closed again by other rules keeps those, and never rewrites a table', async () => {
    await close('Season 1');
    await league.ask('Juno', { type: 'reopenSeason', season: id('Season 1') });
    await close('Season 1');
    expect(season('Season 1')?.scoring, 'nothing to copy').toBe('Season 1 (final)');
    await league.ask('Juno', { type: 'reopenSeason', season: id('Season 1') });
    await league.ask('Juno', { type: 'addScoring', preset: 'F1' });
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), scoring: 'f1' });
    await close('Season 1');
    expect(season('Season 1')?.scoring).toBe('Season 1 (final 2)');
    expect(league.facts().scoring.get('season 1 (final)')?.places.get(1)).toBe(15);
    expect(league.facts().scoring.get('season 1 (final 2)')?.places.get(1)).toBe(25);
  });

  test('that is reopened goes on: an end that has passed is no end', async () => {
    await league.play('Ana', 'Robin');
    await close('Season 1');
    await league.clock.advance(day);
    expect(await league.ask('Juno', { type: 'reopenSeason', season: id('Season 1') })).toBe('Season 1 is open again.');
    expect(season('Season 1')?.ends).toBeUndefined();
    await league.play('Robin', 'Ana');
    expect(league.table(), 'by the latest race').toEqual(['1 Robin 27', '2 Ana 27']);
  });
});

describe('the next season', () => {
  test('rolls over: closed and opened in one step, scored alike', async () => {
    await league.ask('Juno', { type: 'addScoring', preset: 'Mario Kart 7' });
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), scoring: 'Mario Kart 7', dropWorst: 2 });
    await league.play('Ana', 'Robin');
    const before = league.desk.state.seq;
    expect(await close('Season 1', 'Season 2')).toBe('Season 1 is closed. Champion: Ana. Season 2 is open.');
    expect(league.desk.state.seq).toBe(before + 1);
    expect(league.log()).toBe('Season 1 was closed. Season 2 opened.');
    expect(season('Season 2')).toMatchObject({ status: 'Open', scoring: 'Mario Kart 7', dropWorst: 2 });
    await league.play('Robin', 'Ana');
    expect(league.table()).toEqual(['1 Robin 10', '2 Ana 8']);
  });

  test('is the planned one of that name, with what was planned', async () => {
    const starts = league.clock.now() + day;
    await league.ask('Juno', { type: 'planSeason', name: 'Summer', starts, dropWorst: 1 });
    await close('Season 1', 'summer');
    expect(season('Summer')).toMatchObject({ status: 'Open', starts, dropWorst: 1 });
    expect(statuses()).toEqual(['Season 1 Closed', 'Summer Open']);
  });

  test('takes over the races that were planned in the one before', async () => {
    await league.ask('Juno', { type: 'planRace', at: league.clock.now() + day });
    const planned = league.race();
    await league.ask('Juno', { type: 'planRace', at: league.clock.now() + 2 * day });
    const ask = { type: 'closeSeason', season: id('Season 1') } as const;
    expect(await league.toKnow('Juno', ask)).toEqual(["2 planned races stay in Season 1 and won't be raced."]);
    expect(await league.toKnow('Juno', { ...ask, next: 'Summer' })).toEqual(['2 planned races move to Summer.']);
    expect(await close('Season 1', 'Summer')).toBe(
      'Season 1 is closed. Summer is open. 2 planned races are in it now.',
    );
    expect(league.facts().races.get(planned)).toMatchObject({ season: id('Summer'), status: 'Planned' });
    expect(await league.ask('Juno', { type: 'openRace', race: planned })).toBe('Race 1 is open.');
  });

  test('may be planned over the dates of another, and the answer says so', async () => {
    const now = league.clock.now();
    const dates = { starts: now + 10 * day, ends: now + 20 * day };
    expect(await league.ask('Juno', { type: 'planSeason', name: 'Spring', ...dates })).toBe('Spring is planned.');
    const across = { starts: now + 15 * day, ends: now + 30 * day };
    expect(await league.ask('Juno', { type: 'planSeason', name: 'Summer', ...across })).toBe(
      'Summer is planned. Its dates overlap those of Spring; dates only remind.',
    );
    const later = { type: 'editSeason', season: id('Summer'), starts: now + 21 * day } as const;
    expect(await league.ask('Juno', later)).toBe('Summer was changed.');
  });

  test('leaves no protest unheard: closing says how many wait', async () => {
    await league.play('Ana', 'Robin');
    await league.ask('Robin', { type: 'protest', race: league.race(), says: 'I was first.' });
    const ask = { type: 'closeSeason', season: id('Season 1') } as const;
    expect(await league.toKnow('Juno', ask)).toEqual([
      'A protest waits for its answer. It can be answered afterwards too.',
    ]);
  });

  test('planned after a closed one is scored by the table that the closed one was copied from', async () => {
    await close('Season 1');
    await league.ask('Juno', { type: 'planSeason', name: 'Summer' });
    expect(season('Summer')?.scoring).toBe('Standard');
  });

  test('planned after a closed one whose table was changed since is scored by that table as it is now', async () => {
    await close('Season 1');
    await league.type({ kind: 'edit', tab: 'Scoring', id: 'standard|1', cells: { points: 100 } });
    await league.ask('Juno', { type: 'planSeason', name: 'Summer' });
    expect(season('Summer')?.scoring).toBe('Standard');
  });

  test('is never scored by the table in which a closed one keeps its rules, closed and reopened ones included', async () => {
    await league.ask('Juno', { type: 'addScoring', preset: 'F1' });
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), scoring: 'F1' });
    await close('Season 1');
    await league.ask('Juno', { type: 'reopenSeason', season: id('Season 1') });
    await league.type({ kind: 'edit', tab: 'Scoring', id: 'f1|1', cells: { points: 26 } });
    await close('Season 1', 'Season 2');
    expect(season('Season 1')?.scoring).toBe('Season 1 (final)');
    expect(season('Season 2')?.scoring).toBe('F1');
  });

  test('is scored by the standard points where the table of the one before was taken away', async () => {
    await league.ask('Juno', { type: 'addScoring', preset: 'F1' });
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), scoring: 'F1' });
    await close('Season 1');
    const rows = [...league.desk.state.rows.Scoring.keys()].filter((row) => row.startsWith('f1|'));
    await league.type(...rows.map((row) => ({ kind: 'gone', tab: 'Scoring', id: row }) as const));
    await league.ask('Juno', { type: 'planSeason', name: 'Summer' });
    expect(season('Summer')?.scoring).toBe('Standard');
  });
});

describe('the dates of a season', () => {
  const problems = () => problemsOf(league.desk.state).map(({ what }) => what);

  test('are mended when it is closed before its end: no overlap with the next, and no trophy of a day to come', async () => {
    await league.play('Ana', 'Robin');
    const now = league.clock.now();
    const dates = { starts: now - day, ends: now + 10 * day };
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ...dates });
    await close('Season 1', 'Season 2');
    expect(season('Season 1')?.ends).toBe(now);
    expect(problems()).toEqual([]);
    expect(trophies(league.facts()).find(({ race }) => race === undefined)?.at).toBe(now);
  });

  test('are mended when it is closed before its start', async () => {
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), starts: league.clock.now() + day });
    await close('Season 1');
    expect(problems()).toEqual([]);
  });

  test('without a time of day end with the day: only then are hosts asked', async () => {
    await league.type({ kind: 'edit', tab: 'Settings', id: 'time zone', cells: { value: 'Europe/Madrid' } });
    const midnight = (date: string) => Date.parse(`${date}T00:00:00+01:00`);
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ends: midnight('2026-03-10') });
    await league.clock.advance(midnight('2026-03-11') - league.clock.now() - 1);
    expect(season('Season 1')?.unanswered).toBeUndefined();
    await league.clock.advance(1);
    expect(season('Season 1')?.unanswered).toBe(true);
  });

  test('with a time of day end then', async () => {
    const ends = Date.parse('2026-03-10T21:30:00Z');
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ends });
    await league.clock.advance(ends - league.clock.now());
    expect(season('Season 1')?.unanswered).toBe(true);
  });
});

describe('the Status of a season in the Sheet', () => {
  const setStatus = (status: string) =>
    league.type({ kind: 'edit', tab: 'Seasons', id: id('Season 1'), cells: { status } });

  test('emptied, is a Problem, and it stays what it was: then Closed waits for a host as ever', async () => {
    await setStatus('');
    expect(season('Season 1')?.status).toBe('Open');
    expect(problemsOf(league.desk.state)).toMatchObject([
      {
        tab: 'Seasons',
        field: 'status',
        what: 'The status is missing; what it said last counts.',
        remedy: 'Use Planned, Open, Closed.',
      },
    ]);
    await setStatus('Closed');
    expect(season('Season 1')).toMatchObject({ status: 'Open', closingSince: league.clock.now() });
  });

  test('emptied and typed again, is no history of a season that was raced here', async () => {
    await close('Season 1');
    await setStatus('');
    await setStatus('Closed');
    expect(season('Season 1')).toMatchObject({ status: 'Closed' });
    expect(season('Season 1')).not.toHaveProperty('history');
  });
});

describe('dates only remind', () => {
  test('of a start and of an end, once, until a host answers', async () => {
    const ends = league.clock.now() + day;
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ends });
    await league.clock.advance(day - 1);
    expect(season('Season 1')?.unanswered).toBeUndefined();
    await league.clock.advance(1);
    expect(season('Season 1')).toMatchObject({ status: 'Open', unanswered: true, told: ['ends'] });
    expect(league.log()).toBe('Season 1 was to end: hosts are asked.');
    const dismiss = { type: 'dismissReminder', season: id('Season 1') } as const;
    expect(await league.ask('Juno', dismiss)).toBe('Season 1 stays as it is.');
    await league.clock.advance(30 * day);
    expect(season('Season 1')?.unanswered).toBeUndefined();
    await refused(
      league.ask('Juno', dismiss),
      'nothing_waits: Nothing about Season 1 waits for an answer any more. Nothing more to do.',
    );
  });

  test('again, once they are others', async () => {
    const ends = league.clock.now() + day;
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ends });
    await league.clock.advance(day);
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ends: ends + day });
    expect(season('Season 1')?.unanswered).toBeUndefined();
    await league.clock.advance(day);
    expect(season('Season 1')?.unanswered).toBe(true);
    await close('Season 1');
    expect(season('Season 1')?.unanswered).toBeUndefined();
  });

  test('a race after the end counts all the same', async () => {
    await league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ends: league.clock.now() - day });
    await league.play('Ana', 'Robin');
    expect(league.table()).toEqual(['1 Ana 15', '2 Robin 12']);
  });
});

describe('"Closed" in the Sheet', () => {
  const typed = (status: string) =>
    league.type({ kind: 'edit', tab: 'Seasons', id: id('Season 1'), cells: { status } });

  test('waits for a host, who closes it', async () => {
    await league.play('Ana', 'Robin');
    await typed('Closed');
    expect(season('Season 1')).toMatchObject({ status: 'Open', closingSince: league.clock.now() });
    await league.play('Robin', 'Ana', 'Zoe');
    expect(await close('Season 1')).toBe('Season 1 is closed. Champion: Robin.');
    expect(season('Season 1')?.closingSince).toBeUndefined();
  });

  test('or keeps it open, and the Sheet says so', async () => {
    await typed('Closed');
    const keep = { type: 'keepSeasonOpen', season: id('Season 1') } as const;
    expect(await league.ask('Juno', keep)).toBe('Season 1 stays open.');
    expect(season('Season 1')?.closingSince).toBeUndefined();
    expect(league.desk.state.rows.Seasons.get(id('Season 1'))?.raw.status).toBe('Open');
    await refused(
      league.ask('Juno', keep),
      'nothing_waits: Nothing about Season 1 waits for an answer any more. Nothing more to do.',
    );
  });

  test('with another one opened beside it: races are raced in that one from now on', async () => {
    await typed('Closed');
    const cells = { season: 'Zenith', status: 'Open', scoring: 'Standard' };
    await league.type({ kind: 'add', tab: 'Seasons', id: 'typed', cells });
    await league.play('Ana', 'Robin');
    expect(league.raceNow()?.season).toBe('typed');
    expect(await close('Season 1')).toBe('Season 1 is closed.');
  });
});

describe('bad input gets a sentence and a remedy, and changes nothing', () => {
  test('not a host', async () => {
    for (const ask of [
      { type: 'planSeason', name: 'Mine' },
      { type: 'editSeason', season: id('Season 1'), name: 'Mine' },
      { type: 'openSeason', season: id('Season 1') },
      { type: 'closeSeason', season: id('Season 1') },
      { type: 'reopenSeason', season: id('Season 1') },
      { type: 'keepSeasonOpen', season: id('Season 1') },
      { type: 'dismissReminder', season: id('Season 1') },
      { type: 'addScoring', preset: 'F1' },
    ] as const)
      await refused(league.ask('Ana', ask), 'hosts_only: Only hosts can do that. Ask a host.');
  });

  test('closing while a race is under way; a planned one stays unraced', async () => {
    await league.start('Ana', 'Robin');
    await refused(
      close('Season 1'),
      "season_under_way: Could not close Season 1: Race 1 isn't over. Close that race or void it first.",
    );
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'Rain' });
    await league.ask('Juno', { type: 'planRace', at: league.clock.now() + day });
    expect(await close('Season 1')).toBe('Season 1 is closed. 1 planned race is left in it.');
  });

  test('opening or reopening a second one', async () => {
    await close('Season 1', 'Season 2');
    await league.ask('Juno', { type: 'planSeason', name: 'Season 3' });
    const words = 'other_season_open: Season 2 is still open. Close it first.';
    await refused(league.ask('Juno', { type: 'openSeason', season: id('Season 3') }), words);
    await refused(league.ask('Juno', { type: 'reopenSeason', season: id('Season 1') }), words);
  });

  test('a season in another state, or none', async () => {
    await league.ask('Juno', { type: 'planSeason', name: 'Later' });
    await refused(close('Later'), "season_not_open: Later hasn't been opened yet. Open it first.");
    await refused(
      league.ask('Juno', { type: 'reopenSeason', season: id('Later') }),
      'season_not_closed: Later was never closed. Open it instead.',
    );
    await refused(
      league.ask('Juno', { type: 'openSeason', season: id('Season 1') }),
      'season_is_open: Season 1 is already open. Nothing more to do.',
    );
    await refused(close('Nowhere'), "unknown_season: That season isn't in this league. Choose a season from the list.");
  });

  test.each(['', '   ', 'x'.repeat(61), '\u202e'])('the name %j', async (name) => {
    const words = "bad_season_name: A season can't be called that. Give a name of 1 to 60 characters.";
    await refused(league.ask('Juno', { type: 'planSeason', name }), words);
    await refused(league.ask('Juno', { type: 'editSeason', season: id('Season 1'), name }), words);
    await refused(close('Season 1', name), words);
  });

  test('a name that another season has', async () => {
    await league.ask('Juno', { type: 'planSeason', name: 'Later' });
    const words = 'season_name_taken: A season is already called season 1. Choose another name.';
    await refused(league.ask('Juno', { type: 'planSeason', name: 'season 1' }), words);
    await refused(league.ask('Juno', { type: 'editSeason', season: id('Later'), name: 'season 1' }), words);
    await refused(close('Season 1', 'season 1'), words);
    expect(await league.ask('Juno', { type: 'editSeason', season: id('Later'), name: 'LATER' })).toBe(
      'LATER was changed.',
    );
  });

  test.each([
    [{ starts: 2 * day, ends: day }],
    [{ starts: Number.MAX_SAFE_INTEGER }],
    [{ ends: -1e20 }],
    [{ starts: Number.NaN }],
  ])('the dates %j', async (dates) => {
    const words = "bad_dates: Those dates can't be. A season ends after it starts; leave a date empty if you like.";
    await refused(league.ask('Juno', { type: 'planSeason', name: 'Later', ...dates }), words);
  });

  test('an end before the start that is there already', async () => {
    const starts = league.clock.now();
    await league.ask('Juno', { type: 'planSeason', name: 'Later', starts });
    const edit = (dates: object) => league.ask('Juno', { type: 'editSeason', season: id('Later'), ...dates });
    expect(await edit({ ends: starts - day })).toContain('bad_dates');
    expect(await edit({ ends: starts - day, starts: null })).toBe('Later was changed.');
    expect(season('Later')?.starts).toBeUndefined();
  });

  test('rules that are no rules', async () => {
    const edit = (fields: object) => league.ask('Juno', { type: 'editSeason', season: id('Season 1'), ...fields });
    await refused(
      edit({ scoring: 'Formula' }),
      'no_scoring: No scoring table is called Formula. Choose one of the Scoring tab, or add it there.',
    );
    for (const dropWorst of [-1, 1.5, 101])
      await refused(
        edit({ dropWorst }),
        "bad_drop: So many races can't be dropped. Give a whole number from 0 to 100.",
      );
    await refused(edit({}), 'nothing_to_change: Nothing would change. Say what is to be different.');
  });

  test('a scoring table that is there, or that nobody knows', async () => {
    await refused(
      league.ask('Juno', { type: 'addScoring', preset: 'standard' }),
      'scoring_there: Standard is already in the Scoring tab. Change it there, or give the season another table.',
    );
    expect(await league.ask('Juno', { type: 'addScoring', preset: 'Rally' })).toContain('no_preset');
    expect(await league.ask('Juno', { type: 'addScoring', preset: 'f1' })).toBe('F1 is in the Scoring tab now.');
    expect(league.facts().scoring.get('f1')?.places.get(1)).toBe(25);
  });
});

test('what closing would do is shown before: the trophies of the season', async () => {
  await league.play('Ana', 'Robin', 'Zoe');
  const preview = await league.preview('Juno', { type: 'closeSeason', season: id('Season 1') });
  expect(preview).toMatchObject({ trophies: [{ change: 'won' }, { change: 'won' }, { change: 'won' }] });
  expect(season('Season 1')?.status).toBe('Open');
});
