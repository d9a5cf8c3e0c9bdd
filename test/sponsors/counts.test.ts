import { describe, expect, it } from 'vitest';
import { type Journal, openJournal } from '../../server/journal/sqlite.ts';
import { openCounts } from '../../server/sponsors/counts.ts';
import { looksFromOnePlace } from '../../server/sponsors/looks.ts';
import { type SimulatedClock, simulatedClock } from '../clock.ts';

const dayMs = 24 * 3_600_000;
const dayOf = (at: number) => {
  const number = Math.floor(at / dayMs);
  return { text: new Date(at).toISOString().slice(0, 10), number, ends: (number + 1) * dayMs };
};

async function open(journal: Journal, clock: SimulatedClock, names = ['orbit', 'teapot']) {
  const sponsors = [...names];
  const counts = openCounts({
    counted: await journal.counted('league'),
    looks: await journal.looks('league'),
    keep: (one, look) => journal.count('league', one, look),
    forgetLooks: (but) => journal.forgetLooks('league', but),
    shown: () => ({ season: 'spring', sponsors: sponsors.map((id) => ({ id, sponsor: id })) }),
    dayOf,
    clock,
    onError: (error) => {
      throw error;
    },
  });
  return { ...counts, sponsors };
}

const evening = () => simulatedClock(Date.UTC(2026, 2, 6, 20));

describe('who looked', () => {
  it('counts once a day, after a restart too', async () => {
    const [journal, clock] = [openJournal(':memory:'), evening()];
    const before = await open(journal, clock);
    expect([await before.seen('ana', 'orbit', 'panel'), await before.seen('ana', 'orbit', 'panel')]).toEqual([
      true,
      false,
    ]);
    expect(await before.viewed('view 1', 'orbit', '2026-03-06', 'home')).toBe(true);
    before.close();
    const after = await open(journal, clock);
    expect(await after.seen('ana', 'orbit', 'panel')).toBe(false);
    expect(await after.viewed('view 1', 'orbit', '2026-03-06', 'home')).toBe(false);
    expect(await after.seen('ana', 'teapot', 'panel')).toBe(true);
    await clock.advance(dayMs);
    expect(await after.seen('ana', 'orbit', 'panel')).toBe(true);
    after.close();
    await journal.close();
  });

  it('is kept as a hash, with a salt of its day, and neither is longer than a few minutes into the next', async () => {
    const [journal, clock] = [openJournal(':memory:'), evening()];
    const counts = await open(journal, clock);
    await counts.seen('ana', 'orbit', 'panel');
    const kept = await journal.looks('league');
    expect(kept).toMatchObject([{ day: '2026-03-06', surface: 'panel' }]);
    expect(JSON.stringify(kept)).not.toContain('ana');
    await clock.advance(4 * 3_600_000 + 5 * 60_000);
    expect(await journal.looks('league')).toEqual([]);
    await counts.seen('ana', 'orbit', 'panel');
    const [next] = await journal.looks('league');
    expect(next?.salt).not.toBe(kept[0]?.salt);
    expect(next?.look).not.toBe(kept[0]?.look);
    counts.close();
    await journal.close();
  });

  it('on a page that was opened just before midnight counts for that day, for five minutes', async () => {
    const [journal, clock] = [openJournal(':memory:'), evening()];
    const counts = await open(journal, clock);
    await clock.advance(4 * 3_600_000 + 4 * 60_000);
    expect(await counts.viewed('late', 'orbit', '2026-03-06', 'home')).toBe(true);
    expect(await counts.viewed('late', 'orbit', '2026-03-06', 'home')).toBe(false);
    expect(counts.all()).toMatchObject([{ day: '2026-03-06', count: 1 }]);
    await clock.advance(60_000);
    expect(await counts.viewed('later', 'orbit', '2026-03-06', 'home')).toBe(false);
    counts.close();
    await journal.close();
  });

  it('is no flood from one place, which takes nothing from other places and nothing from members', async () => {
    const [journal, clock] = [openJournal(':memory:'), evening()];
    const counts = await open(journal, clock);
    const view = (nonce: string, place: string) => counts.viewed(nonce, 'orbit', '2026-03-06', place);
    for (let look = 0; look < looksFromOnePlace + 100; look += 1) await view(`${look}`, 'a script');
    expect(counts.all()).toMatchObject([{ surface: 'page', count: looksFromOnePlace }]);
    expect(await view('one', 'home')).toBe(true);
    expect(await counts.seen('ana', 'orbit', 'panel')).toBe(true);
    counts.close();
    await journal.close();
  });
});

describe('turns', () => {
  it('are equally many, though one member alone looks often and another looked once', async () => {
    const [journal, clock] = [openJournal(':memory:'), evening()];
    const counts = await open(journal, clock);
    const turns: string[] = [];
    for (const who of ['ana', 'bob', ...Array<string>(100).fill('ana')]) {
      const id = counts.turn('panel', who)?.id ?? '';
      turns.push(id);
      await counts.seen(who, id, 'panel');
    }
    const of = (sponsor: string) => turns.filter((one) => one === sponsor).length;
    expect([of('orbit'), of('teapot')]).toEqual([51, 51]);
    counts.close();
    await journal.close();
  });

  it('of who comes in the course of a day are no more than those of the others from then on', async () => {
    const [journal, clock] = [openJournal(':memory:'), evening()];
    const counts = await open(journal, clock);
    for (let turn = 0; turn < 40; turn += 1) counts.turn('page');
    counts.sponsors.push('lantern');
    const turns = Array.from({ length: 30 }, () => counts.turn('page')?.id);
    expect(turns.filter((one) => one === 'lantern')).toHaveLength(10);
    counts.close();
    await journal.close();
  });
});
