import { afterEach, beforeEach, expect, test } from 'vitest';
import { discordOf, isPlaceholder } from '../../server/league/people.ts';
import { meView } from '../../server/views/me.ts';
import { publicLeague } from '../../server/views/public.ts';
import { member, smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

function called(name: string) {
  const racer = [...league.facts().racers.values()].find((one) => one.racer === name);
  if (!racer) throw new Error(`nobody is called ${name}`);
  return racer;
}
const queue = () => meView(league.desk.state, undefined, 'Juno', []).queue ?? [];

test('a racer without Discord is nobody’s until their owner has them, with a racer of their own or without', async () => {
  for (const name of ['Old Ana', 'Old Robin']) await league.ask('Juno', { type: 'addRacer', name });
  await league.play('Ana', 'Zoe');
  expect([called('Old Ana'), called('Ana')].map((racer) => isPlaceholder(league.facts(), racer))).toEqual([
    true,
    false,
  ]);
  for (const name of ['Ana', 'Robin'] as const) {
    const racer = called(`Old ${name}`).id;
    await league.ask(name, { type: 'takeOver', racer });
    const [asked] = queue();
    expect(asked).toEqual({ kind: 'takeOver', id: expect.any(String), racer, name });
    await league.ask('Juno', {
      type: 'answerTakeOver',
      takeOver: asked?.kind === 'takeOver' ? asked.id : '',
      yes: true,
    });
    expect(isPlaceholder(league.facts(), called(`Old ${name}`))).toBe(false);
    expect(discordOf(league.facts(), called(`Old ${name}`))).toBe(member(name).user);
  }
  expect(queue()).toEqual([]);
});

test('whoever hides from the page stays hidden as another racer, until they say so themselves', async () => {
  const page = () => JSON.stringify(publicLeague(league.desk.state, 0));
  await league.ask('Juno', { type: 'addRacer', name: 'Old Ana' });
  await league.play('Ana', 'Zoe');
  await league.ask('Ana', { type: 'setOnPage', on: false });
  expect(page()).not.toContain('Ana');
  await league.ask('Ana', { type: 'takeOver', racer: called('Old Ana').id });
  const [asked] = league.facts().takeOvers.keys();
  await league.ask('Juno', { type: 'answerTakeOver', takeOver: asked ?? '', yes: true });
  expect(page()).not.toContain('Ana');
  expect(meView(league.desk.state, called('Old Ana'), 'Ana', undefined).onPage).toBe(false);
  await league.ask('Ana', { type: 'setOnPage', on: true });
  expect(page()).toContain('Old Ana');
  expect(meView(league.desk.state, called('Old Ana'), 'Ana', undefined).onPage).toBe(true);
});

test('whoever hides from the page stays hidden after a merge', async () => {
  await league.play('Ana', 'Zoe');
  await league.ask('Ana', { type: 'setOnPage', on: false });
  await league.ask('Juno', { type: 'addRacer', name: 'Old Ana' });
  await league.ask('Juno', { type: 'mergeRacers', racer: called('Ana').id, into: called('Old Ana').id });
  expect(JSON.stringify(publicLeague(league.desk.state, 0))).not.toContain('Ana');
});

test('a season’s dates wait for a host’s word until they have it, and the closing in the Sheet instead of its end', async () => {
  const ends = league.clock.now() + 60_000;
  await league.ask('Juno', { type: 'editSeason', season: 'season-1', ends });
  expect(queue()).toEqual([]);
  await league.clock.advance(60_000);
  expect(queue()).toEqual([{ kind: 'ends', season: 'season-1', at: ends }]);
  await league.clock.advance(60_000);
  await league.type({ kind: 'edit', tab: 'Seasons', id: 'season-1', cells: { status: 'Closed' } });
  expect(queue()).toEqual([{ kind: 'closing', season: 'season-1', since: league.clock.now() }]);
  await league.ask('Juno', { type: 'keepSeasonOpen', season: 'season-1' });
  expect(queue().filter(({ kind }) => kind === 'closing')).toEqual([]);
});

test('a reminder is gone when a host doesn’t follow it', async () => {
  const starts = league.clock.now() + 60_000;
  await league.ask('Juno', { type: 'planSeason', name: 'Summer', starts });
  await league.clock.advance(60_000);
  const [asked] = queue();
  expect(asked).toMatchObject({ kind: 'starts', at: starts });
  await league.ask('Juno', { type: 'dismissReminder', season: asked && 'season' in asked ? asked.season : '' });
  expect(queue()).toEqual([]);
});
