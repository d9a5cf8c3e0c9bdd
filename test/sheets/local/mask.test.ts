import { describe, expect, it } from 'vitest';
import { merge, parseMask, project, updateMask, wants } from '../../../sheets/local/wire/mask.ts';

const message = { a: 1, b: [{ c: 2, d: { e: 3, f: 4 } }, {}], g: { f: 5 } };

describe('A field mask', () => {
  it.each([
    ['a', { a: 1 }],
    ['b.c', { b: [{ c: 2 }, {}] }],
    ['b/d/e', { b: [{ d: { e: 3 } }, {}] }],
    ['b(c,d/e),g.f', { b: [{ c: 2, d: { e: 3 } }, {}], g: { f: 5 } }],
    ['b(d(f))', { b: [{ d: { f: 4 } }, {}] }],
    ['*', message],
    ['*/f', { a: 1, b: [{}, {}], g: { f: 5 } }],
    ['nothing', {}],
    ['a, g', { a: 1, g: { f: 5 } }],
  ])('%s lets through what it names', (mask, shown) => {
    expect(project(parseMask(mask), message)).toEqual(shown);
  });

  it.each(['', 'a,', 'a(b', 'a)', 'a..b', '(a)', 'a b-c'])('"%s" is refused', (mask) => {
    expect(() => parseMask(mask)).toThrow('Invalid field selection');
  });

  it('says whether something below is wanted', () => {
    expect(wants(parseMask('sheets.properties'), 'sheets', 'data')).toBe(false);
    expect(wants(parseMask('sheets(data.rowData)'), 'sheets', 'data')).toBe(true);
    expect(wants(parseMask('sheets'), 'sheets', 'data')).toBe(true);
  });
});

describe('An update by mask', () => {
  it('writes what is named, clears what is named and missing, and leaves the rest', () => {
    const cell = { note: 'n', format: { bold: true, size: 3 }, value: 1 };
    expect(merge(parseMask('note,format.bold'), cell, { note: 'new' } as typeof cell)).toEqual({
      note: 'new',
      format: { size: 3 },
      value: 1,
    });
  });

  it('insists on being told what', () => {
    expect(() => updateMask('')).toThrow("At least one field must be listed in 'fields'.");
  });

  it('knows a colour by both of its names', () => {
    expect(updateMask('format.textColor')).toEqual(parseMask('format.textColorStyle'));
  });
});
