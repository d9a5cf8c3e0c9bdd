import { expect, test } from 'vitest';
import { createClock } from '../../activity/model/clock.ts';

test('it goes by the server, however wrong the device is', () => {
  let device = 1_000_000;
  const clock = createClock(() => device);
  clock.hear(5_000_000, 'socket');
  device += 250;
  clock.tick();
  expect(clock.time.value).toBe(5_000_250);
});

test('a Date header counts until the socket has said it better', () => {
  const clock = createClock(() => 0);
  clock.hear(1_000, 'header');
  expect(clock.now()).toBe(1_000);
  clock.hear(1_450, 'socket');
  clock.hear(1_000, 'header');
  expect(clock.now()).toBe(1_450);
});
