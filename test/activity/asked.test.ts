import { expect, test } from 'vitest';
import type { Answer } from '../../activity/api.ts';
import { createAsked } from '../../activity/model/asked.ts';

/** A question whose answers come when the test says so. */
function waiting() {
  const answers: ((answer: Answer<string>) => void)[] = [];
  const question = createAsked<string>();
  const ask = (anew: boolean) => void question.ask(() => new Promise((resolve) => answers.push(resolve)), anew);
  const answer = async (which: number, it: Answer<string>) => {
    answers[which]?.(it);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { ask, answer, state: () => question.state.value };
}

test('it waits, and then has the answer', async () => {
  const { ask, answer, state } = waiting();
  ask(true);
  expect(state()).toEqual({ step: 'loading' });
  await answer(0, { kind: 'ok', value: 'Spring' });
  expect(state()).toEqual({ step: 'ready', value: 'Spring', stale: false });
});

test('while it asks again, what is known stays on the screen', async () => {
  const { ask, answer, state } = waiting();
  ask(true);
  await answer(0, { kind: 'ok', value: 'Spring' });
  ask(false);
  expect(state()).toEqual({ step: 'ready', value: 'Spring', stale: true });
  await answer(1, { kind: 'ok', value: 'Spring, corrected' });
  expect(state()).toEqual({ step: 'ready', value: 'Spring, corrected', stale: false });
});

test('an answer to an earlier question is nobody’s', async () => {
  const { ask, answer, state } = waiting();
  ask(true);
  ask(true);
  await answer(1, { kind: 'ok', value: 'Autumn' });
  await answer(0, { kind: 'ok', value: 'Spring' });
  expect(state()).toEqual({ step: 'ready', value: 'Autumn', stale: false });
});

test('a refusal says why, and so does a server that can’t be reached', async () => {
  const { ask, answer, state } = waiting();
  const error = { code: 'unknown_season', message: "There's no such season.", remedy: 'Choose one.' };
  ask(true);
  await answer(0, { kind: 'refused', status: 404, error });
  expect(state()).toEqual({ step: 'failed', message: error.message, remedy: error.remedy, later: false });
  ask(true);
  await answer(1, { kind: 'unreachable' });
  expect(state()).toMatchObject({ step: 'failed', message: 'The league could not be reached.', later: true });
});
