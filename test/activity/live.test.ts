import { expect, test } from 'vitest';
import { createLeague } from '../../activity/model/league.ts';
import { createLive, type LiveParts, waitBefore } from '../../activity/model/live.ts';
import { type LiveHello, type LiveMessage, liveClose } from '../../server/contract/live.ts';
import { night } from './night.ts';
import { createTimers } from './timers.ts';

interface Line {
  hello: LiveHello;
  say(message: LiveMessage): void;
  breakOff(code?: number): void;
  open: boolean;
}

/** A panel's live connection whose other end the test holds in its hand. */
function createPhone(changes: Partial<LiveParts> = {}) {
  const timers = createTimers();
  const league = createLeague();
  const lines: Line[] = [];
  const world = { reachable: true, polls: 0, signedInAgain: 0 };
  const live = createLive({
    connect(hello, on) {
      const line: Line = {
        hello,
        say: on.message,
        breakOff(code = 1006) {
          line.open = false;
          on.closed(code);
        },
        open: true,
      };
      lines.push(line);
      return () => {
        line.open = false;
      };
    },
    hello() {
      const version = league.view.value?.version;
      return version === undefined ? { type: 'hello', token: 't' } : { type: 'hello', token: 't', version };
    },
    receive: league.receive,
    async poll() {
      world.polls++;
      return world.reachable;
    },
    async signInAgain() {
      world.signedInAgain++;
      return true;
    },
    after: timers.after,
    now: timers.now,
    random: () => 1,
    ...changes,
  });
  const line = () => lines.at(-1)!;
  const snapshot = (version: number) => line().say({ type: 'snapshot', now: 0, league: night({ version }) });
  return { live, league, lines, line, snapshot, timers, world };
}

test('it says hello, takes the snapshot and is live', () => {
  const { live, league, line, snapshot } = createPhone();
  live.start();
  expect(line().hello).toEqual({ type: 'hello', token: 't' });
  expect(live.state.value).toBe('connecting');
  snapshot(7);
  expect(live.state.value).toBe('live');
  expect(league.view.value?.version).toBe(7);
});

test('beats keep it alive; 45 seconds without any end it', async () => {
  const { live, line, lines, snapshot, timers } = createPhone();
  live.start();
  snapshot(7);
  for (let beat = 0; beat < 4; beat++) {
    await timers.pass(30_000);
    line().say({ type: 'beat', now: 0 });
  }
  expect(lines).toHaveLength(1);
  await timers.pass(45_000);
  expect(lines[0]?.open).toBe(false);
  await timers.pass(1_000);
  expect(lines).toHaveLength(2);
});

test('it comes back and resumes from the version it has', async () => {
  const { live, line, lines, snapshot, timers } = createPhone();
  live.start();
  snapshot(7);
  line().breakOff();
  await timers.pass(1_000);
  expect(lines).toHaveLength(2);
  expect(line().hello.version).toBe(7);
});

test('a gap is filled by a fresh snapshot', async () => {
  const { live, league, line, snapshot, timers } = createPhone();
  live.start();
  snapshot(7);
  line().say({ type: 'change', now: 0, from: 8, version: 9, patch: { version: 9 } });
  await timers.pass(1_000);
  expect(line().hello).toEqual({ type: 'hello', token: 't' });
  snapshot(9);
  expect(league.view.value?.version).toBe(9);
  line().breakOff();
  await timers.pass(1_000);
  expect(line().hello.version).toBe(9);
});

test('attempts get rarer up to one in 30 seconds, and are spread out', () => {
  const waits = [0, 1, 2, 3, 4, 5, 50].map((attempt) => waitBefore(attempt, () => 1));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(waitBefore(0, () => 0)).toBe(500);
});

test('while there is no socket it asks every five seconds, and stops when there is one again', async () => {
  const { live, line, snapshot, timers, world } = createPhone();
  live.start();
  snapshot(7);
  line().breakOff();
  await timers.pass(0);
  expect(live.state.value).toBe('polling');
  world.polls = 0;
  await timers.pass(900);
  expect(world.polls).toBe(0);
  await timers.pass(4_200);
  expect(world.polls).toBe(1);
  snapshot(8);
  expect(live.state.value).toBe('live');
  await timers.pass(20_000);
  expect(world.polls).toBe(1);
});

test('when polling fails too it is lost, and knows since when what we see is', async () => {
  const { live, line, snapshot, timers, world } = createPhone();
  live.start();
  await timers.pass(4_000);
  snapshot(7);
  world.reachable = false;
  line().breakOff();
  await timers.pass(0);
  expect(live.state.value).toBe('lost');
  expect(live.heardAt.value).toBe(4_000);
});

test('when the network is back it does not wait for the next attempt', async () => {
  const { live, line, lines, snapshot, timers, world } = createPhone();
  live.start();
  snapshot(7);
  world.reachable = false;
  live.offline();
  expect(live.state.value).toBe('lost');
  for (let attempt = 0; attempt < 6; attempt++) {
    await timers.pass(30_000);
    line().breakOff();
  }
  const before = lines.length;
  live.wake();
  expect(lines).toHaveLength(before + 1);
});

test('looking at the panel while it is live opens nothing new', async () => {
  const { live, lines, snapshot, timers } = createPhone();
  live.start();
  snapshot(7);
  live.wake();
  await timers.pass(1_000);
  expect(lines).toHaveLength(1);
});

test('a socket that opens and then says nothing is given ten seconds', async () => {
  const { live, lines, timers } = createPhone();
  live.start();
  await timers.pass(11_500);
  expect(lines.map(({ open }) => open)).toEqual([false, true]);
});

test('a token that has ended is renewed before the next hello', async () => {
  const { live, line, lines, snapshot, timers, world } = createPhone();
  live.start();
  snapshot(7);
  line().breakOff(liveClose.signInAgain);
  await timers.pass(1_000);
  expect(world.signedInAgain).toBe(1);
  expect(lines).toHaveLength(2);
});

test('a socket that ends with the token it was opened with comes back with the one renewed since', async () => {
  let token = 'old';
  const { live, line, timers, world } = createPhone({ hello: () => ({ type: 'hello', token }) });
  live.start();
  token = 'new';
  line().breakOff(liveClose.signInAgain);
  await timers.pass(1_000);
  expect(line().hello.token).toBe('new');
  expect(world.signedInAgain).toBe(0);
});

test('when the person has to sign in first, it waits for them', async () => {
  const { live, line, lines, timers } = createPhone({ signInAgain: async () => false });
  live.start();
  line().breakOff(liveClose.signInAgain);
  await timers.pass(120_000);
  expect(lines).toHaveLength(1);
});

test('once stopped it is quiet', async () => {
  const { live, lines, snapshot, timers, world } = createPhone();
  live.start();
  snapshot(7);
  live.stop();
  world.polls = 0;
  await timers.pass(120_000);
  expect(lines.map(({ open }) => open)).toEqual([false]);
  expect(world.polls).toBe(0);
});
