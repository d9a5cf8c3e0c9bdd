import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawable, fitting, widthIn } from '../../server/pictures/drawn-name.ts';
import { widthOf } from '../../server/pictures/fonts.ts';
import { pngOf } from '../../server/pictures/png.ts';
import { podiumPicture } from '../../server/pictures/podium-picture.ts';
import { tablePicture } from '../../server/pictures/table-picture.ts';
import { expectGolden } from './golden.ts';

const flag =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" rx="20" fill="#9cc9ff"/></svg>';
const logo = `data:image/svg+xml;base64,${Buffer.from(flag).toString('base64')}`;
const head = { title: 'Season 2 · Standings', below: 'Cozy-Kart Club · after Race 12' };
const more = (n: number) => `and ${n} more`;

/** Names as they come: long, accented, of many scripts, right to left, decorated, with signs that no font has. */
const names = [
  'Ana',
  'Bartholomew Featherstonehaugh',
  'さくら田中',
  'Kiki 🌻',
  'محمد Ali',
  'שרה כהן',
  '김민준',
  '👩‍🚀 Crew 🇪🇸 👍🏽',
  '𝕭𝖔𝖑𝖉 Zoë Łukasz',
  'Ελένη Ђорђе',
  '李小龙张伟',
  '<Robin & "Co">',
  'Mateo',
  'Sam',
];
const lines = names.map((name, index) => ({
  rank: index < 2 ? 1 : index + 1,
  name,
  points: String(120 - 7 * index),
  added: `+${15 - index}`,
  moved: [0, 2, -1, 0, 3, -12][index % 6] ?? 0,
}));

describe('the picture of', () => {
  it('a full table, with a sponsor’s name, is drawn as it was', async () => {
    const sponsor = { says: 'Presented by', name: 'Kart Café' };
    expectGolden('table', await pngOf(tablePicture({ ...head, lines, more, sponsor })));
  });

  it('the first table of a season, with a sponsor’s mark, is drawn as it was', async () => {
    const first = [
      { rank: 1, name: 'Ana', points: '15' },
      { rank: 2, name: 'Robin', points: '12,5' },
    ];
    const sponsor = { says: 'Con el apoyo de', name: 'Kart Café', logo };
    expectGolden('first-table', await pngOf(tablePicture({ ...head, lines: first, more, sponsor })));
  });

  it('a podium is drawn as it was', async () => {
    const steps = [
      { rank: 1, name: 'さくら田中', points: '120 pts' },
      { rank: 2, name: 'Bartholomew Featherstonehaugh', points: '110 pts' },
      { rank: 3, name: 'محمد', points: '99 pts' },
    ];
    const sponsor = { says: 'Presented by', name: 'Kart Café', logo };
    const said = { title: 'Season 2', below: 'Cozy-Kart Club · Final standings' };
    expectGolden('podium', await pngOf(podiumPicture({ ...said, steps, sponsor })));
  });

  it('a podium that two share, of two, is drawn as it was', async () => {
    const steps = [
      { rank: 1, name: 'Ana', points: '120 pts' },
      { rank: 1, name: 'Robin', points: '120 pts' },
    ];
    expectGolden('shared-podium', await pngOf(podiumPicture({ title: 'Season 3', below: 'Cozy-Kart Club', steps })));
  });

  it.each([
    ['few', '62', '+15'],
    ['many', '12345.67', '+1234.5'],
  ])('%s points leaves its columns apart', (_, points, added) => {
    const svg = tablePicture({ ...head, lines: [{ rank: 4, name: 'W'.repeat(60), points, added, moved: 12 }], more });
    const spans = [
      ...svg.matchAll(/<text x="([\d.]+)"[^>]*font-size="([\d.]+)"[^>]*text-anchor="(\w+)">([^<]*)</g),
    ].flatMap(([, x, size, anchor, text = '']) => {
      const wide = widthIn(text, Number(size));
      const from = Number(x) - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
      return text.startsWith('W') || [points, added, '12'].includes(text) ? [{ from, to: from + wide }] : [];
    });
    expect(spans).toHaveLength(4);
    const ordered = spans.toSorted((a, b) => a.from - b.from);
    for (const [index, { to }] of ordered.entries()) expect(ordered[index + 1]?.from ?? 800).toBeGreaterThan(to + 5);
  });

  it('any names at all can be drawn', async () => {
    const name = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...names));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (some) => {
        const all = some.map((one, index) => ({ rank: index + 1, name: one, points: '1' }));
        const png = await pngOf(tablePicture({ title: some[0] ?? '', below: some.at(-1) ?? '', lines: all, more }));
        expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
      }),
      { numRuns: 15 },
    );
  });
});

describe('a name', () => {
  it.each([
    ['Zoë', 'Zoë'],
    ['𝕭𝖔𝖑𝖉', 'Bold'],
    ['Ｆｕｌｌ', 'Full'],
    ['🇪🇸 Iker', 'ES Iker'],
    ['👩‍🚀', '👩'],
    ['👍🏽', '👍'],
    ['e\u0301', 'é'],
    ['two\nlines\u0007', 'two lines'],
    ['\u202eevil', 'evil'],
    ['Ana\u0000', 'Ana'],
    ['\ud800\uffff', undefined],
    ['ทดสอบ', undefined],
    ['', undefined],
  ])('%j is drawn as %j', (name, drawn) => {
    expect(drawable(name)).toBe(drawn);
  });

  it('never has a sign that no font has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        for (const sign of drawable(name) ?? '') expect(widthOf(sign.codePointAt(0) ?? 0)).toBeDefined();
      }),
    );
  });

  it('is cut where it would be too wide, never through a sign', () => {
    expect(fitting('Ana', 30, 400)).toBe('Ana');
    expect(fitting('Bartholomew Featherstonehaugh', 30, 200)).toMatch(/^Bartholom\S*…$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 60, max: 400 }), (text, room) => {
        const shown = fitting(text, 30, room);
        expect(widthIn(shown, 30)).toBeLessThanOrEqual(room);
        expect(text.startsWith(shown.replace(/…$/, '').trimEnd())).toBe(true);
      }),
    );
  });
});
