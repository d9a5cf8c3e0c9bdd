import { expect, test } from 'vitest';
import type { Answer } from '../../activity/api.ts';
import { createSheetScript } from '../../activity/model/sheet-script.ts';
import type { SheetScriptAnswer } from '../../server/contract/sheet.ts';

const value = { script: 'const SECRET = "s";', reachable: true };
const ok = { kind: 'ok', value } as const;

/** A script whose fetching ends when the test says so. */
function waiting() {
  const asked: ((answer: Answer<SheetScriptAnswer>) => void)[] = [];
  return { asked, ...createSheetScript(() => new Promise((resolve) => asked.push(resolve))) };
}

test('it is fetched when a host opens it, and forgotten when they close it', async () => {
  const { state, open, close, asked } = waiting();
  expect(state.value).toEqual({ step: 'closed' });
  const opened = open();
  expect(state.value).toEqual({ step: 'loading' });
  asked[0]?.(ok);
  await opened;
  expect(state.value).toEqual({ step: 'ready', ...value });
  close();
  expect(state.value).toEqual({ step: 'closed' });
});

test('an answer that comes after closing stays unseen, and so does one of an earlier opening', async () => {
  const { state, open, close, asked } = waiting();
  const first = open();
  close();
  asked[0]?.(ok);
  await first;
  expect(state.value).toEqual({ step: 'closed' });
  const second = open();
  const third = open();
  asked[1]?.(ok);
  await second;
  expect(state.value).toEqual({ step: 'loading' });
  asked[2]?.({ kind: 'unreachable' });
  await third;
  expect(state.value.step).toBe('failed');
});

test.each<[string, Answer<SheetScriptAnswer>, string]>([
  ['no answer', { kind: 'unreachable' }, 'The script could not be fetched.'],
  [
    'a refusal',
    { kind: 'refused', status: 403, error: { code: 'hosts_only', message: 'Only hosts can do that.', remedy: '' } },
    'Only hosts can do that.',
  ],
])('%s is put into words, and it may be tried again', async (_, answer, message) => {
  const answers: Answer<SheetScriptAnswer>[] = [answer, ok];
  const { state, open } = createSheetScript(async () => answers.shift() ?? ok);
  await open();
  expect(state.value).toMatchObject({ step: 'failed', message });
  await open();
  expect(state.value).toEqual({ step: 'ready', ...value });
});
