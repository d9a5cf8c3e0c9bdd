import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching, meant } from '../../server/bot/choices.ts';
import { type CustomId, fits, makeCustomId, parseCustomId } from '../../server/bot/custom-ids.ts';
import { startOf } from '../../server/bot/days.ts';
import { plain } from '../../server/bot/markdown.ts';
import { shortened } from '../../server/bot/message.ts';
import { atRef, refOf } from '../../server/bot/refs.ts';

const id = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme' });
const print = fc.stringMatching(/^[\w-]{8}$/);
const position = fc.constantFrom('1', '1=', 'DNF', 'none');
const meanings: fc.Arbitrary<CustomId> = fc.oneof(
  fc.record({ id: fc.constantFrom('join', 'leave', 'start', 'report', 'place', 'object', 'protest'), race: id }),
  fc.record({ id: fc.constantFrom('panel', 'cancel') }),
  fc.record({ id: fc.constant('connect'), sheet: fc.stringMatching(/^[\w-]{10,60}$/) }),
  fc.record({ id: fc.constant('fix'), print, race: id, racer: id, position }),
  fc.record({
    id: fc.constant('voidRace'),
    print,
    race: id,
    reason: fc.string({ maxLength: 60, unit: 'binary-ascii' }),
  }),
  fc.record({
    id: fc.constant('closeSeason'),
    print,
    season: id,
    next: fc.string({ maxLength: 60, unit: 'binary-ascii' }),
  }),
) as fc.Arbitrary<CustomId>;

describe('a custom ID', () => {
  it('is read back as what it meant, whatever hosts call their rows', () => {
    fc.assert(
      fc.property(meanings, (meaning) => {
        const text = makeCustomId(meaning);
        expect(text.length).toBeLessThanOrEqual(100);
        const referred = Object.fromEntries(
          Object.entries(meaning).map(([field, value]) => [
            field,
            ['race', 'racer', 'season'].includes(field) ? refOf(value) : value,
          ]),
        );
        expect(parseCustomId(text)).toEqual(referred);
        expect(makeCustomId(referred as CustomId)).toBe(text);
      }),
    );
  });

  it.each(['', 'join', 'joins:a', 'fix:a:b:c', 'panel:more', 'constructor:a', 'cancel:'])(
    'is none of ours: “%s”',
    (text) => {
      expect(parseCustomId(text)).toBeUndefined();
    },
  );

  it('says so where somebody’s words don’t fit', () => {
    const meaning = { id: 'voidRace', print: '12345678', race: 'a', reason: 'x'.repeat(100) } as const;
    expect(fits(meaning)).toBe(false);
    expect(() => makeCustomId(meaning)).toThrow(RangeError);
  });

  it('leads to the row that it was made for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1 }), (ids) => {
        const rows = new Map(ids.map((one) => [one, one]));
        for (const one of ids) expect(atRef(rows, refOf(one))).toBe(one);
        expect(atRef(rows, 'not there')).toBe(ids.includes('not there') ? 'not there' : undefined);
      }),
    );
  });
});

describe('what is typed', () => {
  const things = ['Race 1', 'Race 10', 'The grand race', 'Zoë', 'Łukasz'].map((name) => ({
    id: `id of ${name}`,
    name,
  }));
  const found = (typed: string) => matching(things, typed).map(({ name }) => name);

  it('finds beginnings before middles, whatever the accents', () => {
    expect(found('race')).toEqual(['Race 1', 'Race 10', 'The grand race']);
    expect(found('ZOE')).toEqual(['Zoë']);
    expect(found('  ')).toHaveLength(things.length);
    expect(found('nobody')).toEqual([]);
  });

  it('means a choice, a whole name, or the only one that fits', () => {
    expect(meant(things, 'id of Zoë')).toBe(things[3]);
    expect(meant(things, 'race  1')).toBe(things[0]);
    expect(meant(things, 'grand')).toBe(things[2]);
    expect(meant(things, 'race')).toBe('several');
    expect(meant(things, 'race 7')).toBe('none');
  });
});

describe('text', () => {
  it.each([
    ['*bold* _it_ ~~no~~', '\\*bold\\* \\_it\\_ \\~\\~no\\~\\~'],
    ['<@123> @everyone', '\\<\\@123\\> \\@everyone'],
    ['[a](https://b.example)', '\\[a\\](https\\://b.example)'],
    ['# big\n- list', '\\# big - list'],
    ['Jean-Luc :)', 'Jean-Luc :)'],
  ])('of somebody’s own is shown as it is: %s', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  it('is cut between signs', () => {
    expect(shortened('🏁🏁🏁', 6)).toBe('🏁🏁🏁');
    expect(shortened('🏁🏁🏁🏁', 6)).toBe('🏁🏁…');
    expect(shortened('abc', 3)).toBe('abc');
  });
});

describe('a day', () => {
  it('begins where the league is', () => {
    expect(startOf('2026-03-01', 'UTC')).toBe(Date.UTC(2026, 2, 1));
    expect(startOf(' 2026-07-01 ', 'Europe/Madrid')).toBe(Date.UTC(2026, 5, 30, 22));
    expect(startOf('2026-01-01', 'America/New_York')).toBe(Date.UTC(2026, 0, 1, 5));
  });

  it.each(['2026-02-30', '1.3.2026', '2026-3-1', 'tomorrow', ''])('isn’t “%s”', (text) => {
    expect(startOf(text, 'UTC')).toBeUndefined();
  });
});
