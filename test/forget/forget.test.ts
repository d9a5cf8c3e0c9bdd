import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../../server/desk.ts';
import { emptyState, fold } from '../../server/fold.ts';
import { forget } from '../../server/forget/forget.ts';
import { openSweep } from '../../server/forget/sweep.ts';
import { openJournal } from '../../server/journal/sqlite.ts';
import { sheetLeague } from '../sheet-league.ts';
import { member, smallLeague } from '../small-league.ts';

const forgetUser = (desk: Desk, user: string) => desk.rewrite((entries, state) => forget(entries, state, { user }));

describe('whoever is forgotten', () => {
  let league: Awaited<ReturnType<typeof smallLeague>>;
  beforeEach(async () => {
    league = await smallLeague();
    await league.play('Robin', 'Ana', 'Zoe');
    await league.play('Ana', 'Robin', 'Zoe');
  });
  afterEach(() => league.close());

  const everything = async () => JSON.stringify(await league.journal.entries('cozy'));

  test('keeps their results under another name', async () => {
    const before = league.table();
    const done = await forgetUser(league.desk, member('Robin').user);
    expect(done?.called).toBe('Racer 1');
    expect(league.table()).toEqual(before.map((line) => line.replace('Robin', 'Racer 1')));
    expect(await everything()).not.toMatch(/robin/i);
    expect(await everything()).not.toContain(member('Robin').user);
    expect(league.desk.state.log.at(-1)?.happening).toEqual({ what: 'forgotten', racer: expect.any(String) });
  });

  test('is known nowhere after a restart either, and the same facts follow', async () => {
    await forgetUser(league.desk, member('Robin').user);
    const again = (await league.journal.entries('cozy')).reduce(fold, emptyState());
    const { facts: _, ...now } = league.desk.state;
    expect(again).toEqual(now);
  });

  test('is a new racer when they come again', async () => {
    await forgetUser(league.desk, member('Robin').user);
    await league.ask('Juno', { type: 'openRace' });
    expect(await league.ask('Robin', { type: 'join', race: league.race(), name: 'Robin' })).toBe(
      "You're in Race 3. 1 of 8 places taken.",
    );
    const racers = [...league.facts().racers.values()].map(({ racer, discordId }) => [racer, discordId]);
    expect(racers).toContainEqual(['Racer 1', undefined]);
    expect(racers).toContainEqual(['Robin', member('Robin').user]);
  });

  test('has no keys left by which their requests were known', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Robin', { type: 'join', race: league.race() }, 'the key of Robin');
    expect(await league.journal.asked('cozy', member('Robin').user, 'the key of Robin')).toBeDefined();
    await forgetUser(league.desk, member('Robin').user);
    expect(await league.journal.asked('cozy', member('Robin').user, 'the key of Robin')).toBeUndefined();
  });

  test('goes from what others wrote, where their name is a word of its own', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: 'ROBIN crashed; Robinson saw it.' });
    await forgetUser(league.desk, member('Robin').user);
    const voided = league.desk.state.log.find(({ happening }) => happening.what === 'voided');
    expect(voided?.happening).toMatchObject({ reason: 'Racer 1 crashed; Robinson saw it.' });
  });

  test.each(['Anna-Lena', 'x.y', 'C++', '(o_o)', '"quoted"', 'a%b@c', '𝓜𝓪𝓻𝓽𝓪', 'İstanbul', 'Σίσυφος', 'é è', '①ne'])(
    'goes from sentences when they are called %s',
    async (name) => {
      await league.ask('Juno', { type: 'openRace' });
      await league.ask('Kiki', { type: 'join', race: league.race(), name });
      await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: `It was ${name}: ① again…` });
      await forgetUser(league.desk, member('Kiki').user);
      expect(await everything()).not.toContain(JSON.stringify(name).slice(1, -1));
      const voided = league.desk.state.log.find(({ happening }) => happening.what === 'voided');
      // What stands around it stays as it was written.
      expect(voided?.happening).toMatchObject({ reason: 'It was Racer 4: ① again…' });
    },
  );

  test('goes from sentences in whatever letters others wrote it', async () => {
    await league.ask('Juno', { type: 'openRace' });
    await league.ask('Juno', { type: 'voidRace', race: league.race(), reason: '𝓡𝓸𝓫𝓲𝓷 and ＲＯＢＩＮ, not Robins' });
    await forgetUser(league.desk, member('Robin').user);
    const voided = league.desk.state.log.find(({ happening }) => happening.what === 'voided');
    expect(voided?.happening).toMatchObject({ reason: 'Racer 1 and Racer 1, not Robins' });
  });

  test('goes under every name that they ever had, and others keep theirs', async () => {
    const rename = async (from: string, to: string) => {
      const id = [...league.facts().racers.values()].find(({ racer }) => racer === from)?.id ?? '';
      const changes = [{ kind: 'edit' as const, tab: 'Racers' as const, id, cells: { racer: to } }];
      const edit = { tab: 'Racers', id, field: 'racer', from, to } as const;
      const happening = { what: 'edited', edits: [edit], more: 0 } as const;
      await league.desk.note(() => ({ notes: [{ by: { kind: 'sheet' }, happening, changes }] }));
    };
    await rename('Robin', 'Red Baron');
    // Zoe takes the name that Robin left.
    await rename('Zoe', 'Robin');
    const before = league.table();
    await forgetUser(league.desk, member('Robin').user);
    expect(league.table()).toEqual(before.map((line) => line.replace('Red Baron', 'Racer 1')));
    expect(league.table().some((line) => line.includes('Robin'))).toBe(true);
    expect(await everything()).not.toMatch(/red baron/i);
  });

  test('is forgotten once: afterwards there is nothing of them', async () => {
    await forgetUser(league.desk, member('Robin').user);
    const { seq } = league.desk.state;
    expect(await forgetUser(league.desk, member('Robin').user)).toBeUndefined();
    expect(league.desk.state.seq).toBe(seq);
  });

  test('may be a host without a racer', async () => {
    const done = await forgetUser(league.desk, member('Juno').user);
    expect(done?.called).toBe('Somebody');
    expect(await everything()).not.toMatch(/juno/i);
    expect([...league.facts().races.values()].map(({ host }) => host)).toEqual(['Somebody', 'Somebody']);
  });

  test('may be somebody else, at the word of a host', async () => {
    const racer = [...league.facts().racers.values()].find((one) => one.racer === 'Zoe')?.id ?? '';
    await league.desk.rewrite((entries, state) => forget(entries, state, { racer }, member('Juno')));
    expect(await everything()).not.toMatch(/zoe/i);
    expect(await everything()).not.toContain(member('Zoe').user);
    expect(league.desk.state.log.at(-1)?.by).toEqual({ kind: 'member', user: member('Juno').user, name: 'Juno' });
  });

  test('leaves everybody else as they were, whoever it is', async () => {
    const names = ['Robin', 'Ana', 'Zoe'] as const;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...names], { minLength: 1 }), async (gone) => {
        const small = await smallLeague();
        await small.play('Zoe', 'Robin', 'Ana');
        const before = small.table();
        for (const name of gone) await forgetUser(small.desk, member(name).user);
        const after = small.table();
        expect(after.map((line) => line.replace(/Racer \d/, ''))).toEqual(
          before.map((line) => gone.reduce((text, name) => text.replace(name, ''), line)),
        );
        await small.close();
      }),
      { numRuns: 10 },
    );
  });
});

describe('the files', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'forget-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Every byte that is kept, as text. */
  async function bytes(): Promise<string> {
    const files = await readdir(folder);
    const all = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
    return all.join('\n');
  }

  test('and the Sheet hold nothing of them, hidden tabs included', async () => {
    const file = join(folder, 'league.sqlite');
    const league = await sheetLeague(undefined, undefined, file);
    const endSweep = openSweep({
      desk: league.desk,
      sync: { settled: () => league.sync().settled() },
      journal: league.journal,
      onError: (error) => league.errors.push(error),
    });
    await league.play('Robin', 'Ana', 'Zoe');
    await league.play('Ana', 'Robin', 'Zoe');
    await league.clock.advance(20_000);
    const tabs = () => {
      const { sheets = [] } = league.sheets.spreadsheets.get({ spreadsheetId: 'cozy-kart-league' });
      return sheets.map(({ properties }) => String(properties?.title));
    };
    const shown = () => JSON.stringify(tabs().map((tab) => league.grid(tab)));
    expect(shown()).toContain('Robin');
    expect(await bytes()).toContain('Robin');

    await forgetUser(league.desk, member('Robin').user);
    // What sync remembers of the Sheet holds as long as the Sheet does.
    await league.clock.advance(20_000);
    expect(shown()).not.toMatch(/robin/i);
    expect(shown()).not.toContain(member('Robin').user);
    expect(league.results()).toContain('Race 1 Racer 1 1');
    expect(league.grid('Log').some(([, , what]) => String(what).includes('Racer 1'))).toBe(true);
    expect(await bytes()).not.toMatch(/robin/i);
    expect(await bytes()).not.toContain(member('Robin').user);
    expect(league.errors).toEqual([]);
    endSweep();
    await league.close();
  });

  test('hold nothing of them that was freed before such bytes were overwritten', async () => {
    const file = join(folder, 'league.sqlite');
    const journal = openJournal(file);
    for (let n = 0; n < 50; n++) {
      await journal.saveSyncNotes('cozy', { shadow: `${n} Robin`.padEnd(9_000, 'x'), push: '[]' });
    }
    await journal.saveSyncNotes('cozy', { shadow: 'nobody', push: '[]' });
    await journal.scrub();
    expect(await bytes()).not.toContain('Robin');
    expect(await journal.syncNotes('cozy')).toEqual({ shadow: 'nobody', push: '[]' });
    await journal.close();
  });
});
