import { expect, it } from 'vitest';
import { inTime } from '../../server/bot/gateway/vouching.ts';
import { simulatedClock } from '../clock.ts';

const ana = { user: { id: '1', username: 'ana', displayName: 'Ana' }, roles: [], manages: false };

it('waits a second for Discord to say who it is, and no longer', async () => {
  const clock = simulatedClock();
  const answer = Promise.withResolvers<typeof ana>();
  let said = '';
  const asking = inTime(() => answer.promise, clock)('guild', '1').catch((error: Error) => {
    said = error.message;
  });
  await clock.advance(999);
  expect(said).toBe('');
  await clock.advance(1);
  await asking;
  expect(said).toBe('Discord takes too long to say who it is that asks the bot.');
});

it('takes what Discord says in the last moment', async () => {
  const clock = simulatedClock();
  const answer = Promise.withResolvers<typeof ana>();
  const asked = inTime(() => answer.promise, clock)('guild', '1');
  await clock.advance(999);
  answer.resolve(ana);
  expect(await asked).toBe(ana);
});
