import { describe, expect, it } from 'vitest';
import { answerMask, updateMask } from '../../../sheets/local/wire/known-fields.ts';
import { merge, parseMask, project, wants } from '../../../sheets/local/wire/mask.ts';

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
    expect(() => updateMask('', 'CellData')).toThrow("At least one field must be listed in 'fields'.");
  });

  it('knows a colour by both of its names', () => {
    expect(updateMask('userEnteredFormat.backgroundColor', 'CellData')).toEqual(
      parseMask('userEnteredFormat.backgroundColorStyle'),
    );
  });

  it('may stand inside the field that is updated', () => {
    const bare = updateMask('anchorCell', 'OverlayPosition');
    const roots = ['newPosition', 'overlayPosition'];
    expect(updateMask('newPosition.overlayPosition.anchorCell', 'OverlayPosition', roots)).toEqual(bare);
    expect(updateMask('anchorCell', 'OverlayPosition', roots)).toEqual(bare);
  });

  it.each([
    ['colour', 'colour'],
    ['userEnteredFormat(textFormat(bold,blinking))', 'user_entered_format.text_format.blinking'],
    ['note.text', 'note.text'],
  ])('%s is refused: a cell has no such field, and nothing would change', (mask, named) => {
    expect(() => updateMask(mask, 'CellData')).toThrow(`Invalid field: ${named}`);
  });
});

describe('The fields of an answer', () => {
  it.each([
    '*',
    'sheets.data.rowData.values(note,userEnteredFormat/textFormat/bold)',
    'sheets(basicFilter.criteria,properties(sheetId,title))',
    'named_ranges.name',
  ])('%s are known', (fields) => {
    expect(answerMask(fields, 'Spreadsheet')).toEqual(parseMask(fields));
  });

  it.each([
    ['tabs', 'tabs'],
    ['properties.title,sheets(properties(name))', 'sheets.properties.name'],
    ['sheets.properties.title.text', 'sheets.properties.title.text'],
  ])('%s are refused by naming the one that is unknown', (fields, path) => {
    expect(() => answerMask(fields, 'Spreadsheet')).toThrow(
      expect.objectContaining({
        code: 400,
        message: 'Request contains an invalid argument.',
        details: [
          expect.objectContaining({
            fieldViolations: [
              {
                field: fields,
                description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
              },
            ],
          }),
        ],
      }),
    );
  });
});
