import fc from 'fast-check';
import reference from 'json-merge-patch';
import { expect, test } from 'vitest';
import { mergePatch } from '../../activity/model/patch.ts';

/** JSON without null, which a merge patch can't carry, and without an empty key's surprises in the reference. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.integer()),
    tie('object'),
  ),
  object: fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('value'), { maxKeys: 4 }),
})).object;

test('the patch between two views turns the first into the second', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const patch = reference.generate(before, after) ?? {};
      expect(mergePatch(before, patch)).toEqual(after);
    }),
  );
});

test('a patch leaves the view it is applied to as it was, and shares what it does not touch', () => {
  const before = { races: { a: { status: 'Open' } }, sheet: { state: 'saved' } };
  const kept = structuredClone(before);
  const after = mergePatch(before, { races: { a: { status: 'Running' }, b: { status: 'Open' } } });
  expect(before).toEqual(kept);
  expect(after).toEqual({ races: { a: { status: 'Running' }, b: { status: 'Open' } }, sheet: { state: 'saved' } });
  expect(after).toHaveProperty('sheet', before.sheet);
});

test('a list is replaced as a whole', () => {
  expect(mergePatch({ standings: [1, 2, 3] }, { standings: [3] })).toEqual({ standings: [3] });
});

test('a key called __proto__ is a key like any other', () => {
  const after = mergePatch({}, JSON.parse('{"__proto__": {"host": true}}'));
  expect(Object.keys(after as object)).toEqual(['__proto__']);
  expect('host' in {}).toBe(false);
});
