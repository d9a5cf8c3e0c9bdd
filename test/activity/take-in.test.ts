import { expect, test } from 'vitest';
import type { Answer } from '../../activity/api.ts';
import { createTakeIn } from '../../activity/model/take-in.ts';
import type { ImportAnswer } from '../../server/contract/exchange.ts';

const file = new File(['Season,Race,Racer,Position'], 'spring.csv');
const found: ImportAnswer = {
  message: 'It would make 1 season.',
  seasons: { added: ['Spring'], known: [] },
  races: { added: 3, known: 0 },
  racers: { added: [], known: 4 },
  results: 12,
  problems: [],
  notes: [],
};
const ok = (answer: Partial<ImportAnswer> = {}): Answer<ImportAnswer> => ({
  kind: 'ok',
  value: { ...found, ...answer },
});

/** A server that answers what the test says, and what was sent to it. */
function desk(answers: Answer<ImportAnswer>[]) {
  const sent: { name: string; dry: boolean }[] = [];
  const takeIn = createTakeIn(async ({ name }, dry) => {
    sent.push({ name, dry });
    return answers.shift() ?? ok();
  });
  return { sent, takeIn };
}

test('a file is looked at first, and comes in when a host says so', async () => {
  const { sent, takeIn } = desk([ok(), ok({ message: 'Imported: 1 season.', version: 9 })]);
  await takeIn.check(file);
  expect(takeIn.state.value).toMatchObject({ step: 'checked', answer: { message: 'It would make 1 season.' } });
  await takeIn.go();
  expect(takeIn.state.value).toEqual({ step: 'done', message: 'Imported: 1 season.' });
  expect(sent).toEqual([
    { name: 'spring.csv', dry: true },
    { name: 'spring.csv', dry: false },
  ]);
});

test('a file with problems never comes in', async () => {
  const { sent, takeIn } = desk([ok({ problems: [{ line: 3, what: 'Position is empty.', remedy: 'Fill it in.' }] })]);
  await takeIn.check(file);
  await takeIn.go();
  expect(sent).toEqual([{ name: 'spring.csv', dry: true }]);
});

test('what the server refuses is said in its words', async () => {
  const error = { code: 'file_too_large', message: 'The file is too large.', remedy: 'Split it.' };
  const { takeIn } = desk([{ kind: 'refused', status: 413, error }]);
  await takeIn.check(file);
  expect(takeIn.state.value).toEqual({ step: 'failed', message: 'The file is too large.', remedy: 'Split it.' });
});

test('what is said of a file that was put away again is of no interest', async () => {
  const { takeIn } = desk([ok()]);
  const checking = takeIn.check(file);
  takeIn.clear();
  await checking;
  expect(takeIn.state.value).toEqual({ step: 'none' });
});
