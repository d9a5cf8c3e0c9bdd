import { expect, it } from 'vitest';
import { plain } from '../../server/bot/markdown.ts';

it.each([
  ['Ana', 'Ana'],
  ['*Ana* @everyone', '\\*Ana\\* \\@everyone'],
  // Numbers beside a name that runs right to left stay where they are.
  ['أحمد', '\u2068أحمد\u2069'],
  ['דנה 7', '\u2068דנה 7\u2069'],
])('the name %s is shown as it is, and leaves what stands beside it alone', (name, shown) => {
  expect(plain(name)).toBe(shown);
});
