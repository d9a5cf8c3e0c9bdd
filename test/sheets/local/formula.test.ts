import { describe, expect, it } from 'vitest';
import { moveFormula, shiftFormula } from '../../../sheets/local/formula/references.ts';
import { deletion, insertion, relocation } from '../../../sheets/local/model/shift.ts';

const own = (formula: string, shift: ReturnType<typeof insertion>) => shiftFormula(formula, 'Results', true, shift);

describe('References in formulas follow the rows', () => {
  it.each([
    ['=A1+A5', '=A1+A7'],
    ['=SUM(B2:B9)', '=SUM(B2:B11)'],
    ['=SUMIF(Results!B2:B, "A5", $C$5)', '=SUMIF(Results!B2:B, "A5", $C$7)'],
    ["='Results'!A4&Races!A4", "='Results'!A6&Races!A4"],
    ['=LOG10(A5)', '=LOG10(A7)'],
    ['=A:A', '=A:A'],
    ['=4:6', '=6:8'],
  ])('%s, two rows inserted before row 4, is %s', (before, after) => {
    expect(own(before, insertion('ROWS', 3, 2))).toBe(after);
  });

  it('and columns, and become #REF! when all that they meant is gone', () => {
    expect(own('=A1+C$1', insertion('COLUMNS', 1, 1))).toBe('=A1+D$1');
    expect(own('=A5+SUM(A4:A9)+A1', deletion('ROWS', 4, 6))).toBe('=#REF!+SUM(A4:A7)+A1');
    expect(own('=A2', relocation('ROWS', 1, 2, 6))).toBe('=A6');
  });

  it('of other tabs, when the formula stands elsewhere', () => {
    const elsewhere = (formula: string) => shiftFormula(formula, 'Results', false, insertion('ROWS', 0, 1));
    expect(elsewhere('=A1+Results!A1')).toBe('=A1+Results!A2');
  });

  it('and of a copied cell move along, unless they are locked', () => {
    expect(moveFormula('=A1+$A1+A$1+$A$1', 2, 1)).toBe('=B3+$A3+B$1+$A$1');
    expect(moveFormula('=A1', -1, 0)).toBe('=#REF!');
  });
});
