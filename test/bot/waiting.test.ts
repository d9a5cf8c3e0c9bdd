import { expect, it } from 'vitest';
import { openWaiting } from '../../server/bot/posts/waiting.ts';

const notAllowed = { refused: 'notAllowed', message: 'Missing Permissions' } as const;

it('forgets a trouble with the last post that anybody wanted of those it kept back', () => {
  const told: string[] = [];
  const waiting = openWaiting(({ refused }) => told.push(refused));
  for (const subject of ['race a', 'race b']) waiting.refused(subject, notAllowed, '#results', 0);
  waiting.keep(['race b', 'race c']);
  expect(waiting.trouble()).toEqual({ refused: 'notAllowed', channel: '#results', since: 0 });
  waiting.keep(['race c']);
  expect(waiting.trouble()).toBeUndefined();
  waiting.refused('race c', notAllowed, '#results', 1_000);
  expect(told).toEqual(['notAllowed', 'notAllowed']);
});
