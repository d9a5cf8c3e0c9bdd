import { expect, test } from 'vitest';
import { createOutbox, type Sent } from '../../activity/model/outbox.ts';
import type { ActionRequest } from '../../server/contract/actions.ts';
import { createTimers } from './timers.ts';

const saved: Sent = { kind: 'ok', value: { message: 'Saved.', version: 2 } };
const hours = 60 * 60_000;

/** What a browser's localStorage does, on a device of the test's own. */
function createDevice(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    clear: () => entries.clear(),
    getItem: (key) => entries.get(key) ?? null,
    key: (index) => [...entries.keys()][index] ?? null,
    removeItem: (key) => entries.delete(key),
    setItem: (key, value) => entries.set(key, value),
  };
}

interface Setting {
  device?: Storage | undefined;
  timers?: ReturnType<typeof createTimers>;
  firstId?: number;
}

/** An outbox whose line to the server the test holds in its hand. */
function createDesk({ device, timers = createTimers(), firstId = 1 }: Setting = {}) {
  const desk = {
    arrived: [] as ActionRequest[],
    answered: [] as [string, Sent['kind']][],
    dropped: [] as string[],
    answer: (() => saved) as () => Sent | Promise<Sent>,
  };
  let id = firstId;
  const outbox = createOutbox({
    storage: device,
    async send(request) {
      const answer = await desk.answer();
      if (answer.kind !== 'unreachable') desk.arrived.push(request);
      return answer;
    },
    answered: (request, answer) => desk.answered.push([request.id, answer.kind]),
    dropped: (request) => desk.dropped.push(request.id),
    newId: () => `tap-${id++}`,
    now: timers.now,
    after: timers.after,
  });
  return { desk, outbox, timers };
}

const unreachable = (): Sent => ({ kind: 'unreachable' });
const third = { type: 'report', race: 'a', position: 3 } as const;
const second = { type: 'report', race: 'a', position: 2 } as const;

test('a tap goes out at once and is gone from the outbox with its answer', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'ana');
  outbox.add(third);
  expect(outbox.items.value).toHaveLength(1);
  await timers.pass(0);
  expect(desk.arrived).toEqual([{ id: 'tap-1', ...third }]);
  expect(desk.answered).toEqual([['tap-1', 'ok']]);
  expect(outbox.items.value).toEqual([]);
});

test('a tap that was not sent survives a reload and is sent once, under the id it was made with', async () => {
  const device = createDevice();
  const before = createDesk({ device });
  before.desk.answer = unreachable;
  before.outbox.open('league', 'ana');
  before.outbox.add(third);
  await before.timers.pass(0);
  expect(before.outbox.stuck.value).toBe(true);

  const reloaded = createDesk({ device, firstId: 50 });
  reloaded.outbox.open('league', 'ana');
  await reloaded.timers.pass(0);
  expect(reloaded.desk.arrived).toEqual([{ id: 'tap-1', ...third }]);

  const again = createDesk({ device });
  again.outbox.open('league', 'ana');
  await again.timers.pass(60_000);
  expect(again.desk.arrived).toEqual([]);
});

test('an answer that got lost is asked for again under the same id', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'ana');
  desk.answer = unreachable;
  outbox.add(third);
  await timers.pass(20_000);
  expect(desk.arrived).toEqual([]);
  desk.answer = () => saved;
  await timers.pass(5_000);
  expect(desk.arrived.map(({ id }) => id)).toEqual(['tap-1']);
  expect(outbox.stuck.value).toBe(false);
});

test('taps go out one after the other, in the order of tapping', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'ana');
  desk.answer = unreachable;
  outbox.add({ type: 'join', race: 'a' });
  outbox.add(third);
  outbox.add({ type: 'object', race: 'a' });
  await timers.pass(0);
  desk.answer = () => saved;
  await timers.pass(5_000);
  expect(desk.arrived.map(({ type }) => type)).toEqual(['join', 'report', 'object']);
});

test('a second report of the same race takes the place of the first, under a new id', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'ana');
  desk.answer = unreachable;
  outbox.add(third);
  await timers.pass(0);
  outbox.add(second);
  await timers.pass(0);
  expect(outbox.items.value.map(({ request }) => request)).toEqual([{ id: 'tap-2', ...second }]);
});

test('a report that is already on its way is followed by the next, not replaced', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'ana');
  const answers: ((sent: Sent) => void)[] = [];
  desk.answer = () => new Promise((resolve) => answers.push(resolve));
  outbox.add(third);
  outbox.add(second);
  outbox.add({ ...second, position: 1 });
  answers[0]?.(saved);
  await timers.pass(0);
  answers[1]?.(saved);
  await timers.pass(0);
  expect(desk.arrived.map((request) => request.type === 'report' && request.position)).toEqual([3, 1]);
});

test('the same tap twice is one tap', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'ana');
  outbox.add({ type: 'openRace' });
  outbox.add({ type: 'openRace' });
  await timers.pass(0);
  expect(desk.arrived).toHaveLength(1);
});

test('a refused tap is dropped, and the next one still goes', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'ana');
  const error = { code: 'race_final', message: 'Race 6 is already final.', remedy: 'Ask a host to correct it.' };
  const answers: Sent[] = [{ kind: 'refused', error }, saved];
  desk.answer = () => answers.shift() ?? saved;
  outbox.add(third);
  outbox.add({ type: 'leave', race: 'b' });
  await timers.pass(0);
  expect(desk.answered.map(([, kind]) => kind)).toEqual(['refused', 'ok']);
  expect(outbox.items.value).toEqual([]);
});

test('a tap that is taken back is never sent', async () => {
  const device = createDevice();
  const { desk, outbox, timers } = createDesk({ device });
  outbox.open('league', 'ana');
  desk.answer = unreachable;
  outbox.add(third);
  await timers.pass(0);
  outbox.takeBack('tap-1');
  desk.answer = () => saved;
  await timers.pass(60_000);
  expect(desk.arrived).toEqual([]);
  expect(device.length).toBe(0);
});

test('what one person left unsent is not sent by another, nor in another league', async () => {
  const device = createDevice();
  const ana = createDesk({ device });
  ana.desk.answer = unreachable;
  ana.outbox.open('league', 'ana');
  ana.outbox.add(third);
  await ana.timers.pass(0);
  for (const [league, user] of [
    ['league', 'robin'],
    ['other', 'ana'],
  ] as const) {
    const somebody = createDesk({ device });
    somebody.outbox.open(league, user);
    await somebody.timers.pass(0);
    expect(somebody.desk.arrived).toEqual([]);
  }
});

test('two panels of the same person keep what each of them stored', async () => {
  const device = createDevice();
  const [left, right] = [createDesk({ device }), createDesk({ device, firstId: 50 })];
  for (const { desk, outbox } of [left, right]) {
    desk.answer = unreachable;
    outbox.open('league', 'ana');
  }
  left.outbox.add(third);
  right.outbox.add({ type: 'leave', race: 'b' });
  const reloaded = createDesk({ device });
  reloaded.outbox.open('league', 'ana');
  await reloaded.timers.pass(0);
  expect(reloaded.desk.arrived.map(({ id }) => id)).toEqual(['tap-1', 'tap-50']);
});

test('a tap from another day is dropped and said so', async () => {
  const device = createDevice();
  const before = createDesk({ device });
  before.desk.answer = unreachable;
  before.outbox.open('league', 'ana');
  before.outbox.add({ type: 'openRace' });
  const after = createDesk({ device, timers: createTimers(13 * hours) });
  after.outbox.open('league', 'ana');
  await after.timers.pass(0);
  expect(after.desk.dropped).toEqual(['tap-1']);
  expect(after.desk.arrived).toEqual([]);
  expect(device.length).toBe(0);
});

test.each(['not JSON', '{"a":1}', '[{"at":"soon"},null,{"at":1,"request":{"id":7}}]'])(
  'what stands in storage and makes no sense counts as nothing: %s',
  async (nonsense) => {
    const device = createDevice();
    device.setItem('cozy-kart-league/unsent/league/ana', nonsense);
    const { desk, outbox, timers } = createDesk({ device });
    outbox.open('league', 'ana');
    outbox.add(third);
    await timers.pass(0);
    expect(desk.arrived).toEqual([{ id: 'tap-1', ...third }]);
  },
);

test.each([
  ['there is no storage', undefined],
  [
    'storage is full',
    {
      ...createDevice(),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    },
  ],
])('a tap still goes out when %s', async (_, device) => {
  const { desk, outbox, timers } = createDesk({ device });
  outbox.open('league', 'ana');
  desk.answer = unreachable;
  outbox.add(third);
  await timers.pass(0);
  desk.answer = () => saved;
  await timers.pass(5_000);
  expect(desk.arrived).toHaveLength(1);
});

test('of two penalties that wait both count; the same one tapped twice is one', async () => {
  const { desk, outbox, timers } = createDesk();
  outbox.open('league', 'juno');
  desk.answer = unreachable;
  const penalty = { type: 'adjust', racer: 'ana', points: -3, reason: 'Cut the track' } as const;
  outbox.add(penalty);
  outbox.add({ ...penalty, racer: 'robin' });
  outbox.add({ reason: 'Cut the track', points: -3, racer: 'robin', type: 'adjust' });
  await timers.pass(0);
  desk.answer = () => saved;
  await timers.pass(5_000);
  expect(desk.arrived.map((request) => request.type === 'adjust' && request.racer)).toEqual(['ana', 'robin']);
});
