import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, houseAccounts, makeAccount, parseAccount } from '../../sheets/accounts.ts';
import {
  digitsOf,
  isCurrency,
  makeMoney,
  makePercent,
  parseBonuses,
  parseMoney,
  parsePercent,
  parseSplit,
} from '../../sheets/money.ts';
import { folded } from '../../sheets/names.ts';
import { tabs } from '../../sheets/records.ts';
import { type Context, parseCell } from '../../sheets/table.ts';

describe('an amount', () => {
  test.each<[string | number, string, number | undefined]>([
    [5, 'EUR', 500],
    [0, 'EUR', 0],
    ['12.50', 'EUR', 1_250],
    ['12,5', 'EUR', 1_250],
    ['€ 12.50', 'EUR', 1_250],
    ['12.50 eur', 'EUR', 1_250],
    [0.29, 'EUR', 29],
    // What a formula comes to.
    [0.1 + 0.2, 'EUR', 30],
    // One and a half, or one thousand five hundred: nobody knows.
    ['1.500', 'EUR', undefined],
    ['1,000', 'USD', undefined],
    ['€1.000', 'EUR', undefined],
    ['1.234.567', 'EUR', 123_456_700],
    ['1.234,50', 'EUR', 123_450],
    ["1'234.50", 'EUR', 123_450],
    ['1,234.5', 'KWD', 1_234_500],
    ['1,000', 'JPY', 1_000],
    ['1.000,5', 'JPY', undefined],
    ['1,23,456', 'EUR', undefined],
    ['1,234,5', 'EUR', undefined],
    [500, 'JPY', 500],
    ['1.234', 'KWD', 1_234],
    ['1.234', 'EUR', undefined],
    [0.005, 'EUR', undefined],
    [0.5, 'JPY', undefined],
    [-5, 'EUR', undefined],
    ['-5', 'EUR', undefined],
    ['−5', 'EUR', undefined],
    ['1,234.50', 'EUR', 123_450],
    ['five', 'EUR', undefined],
    ['', 'EUR', undefined],
    ['1e3', 'EUR', undefined],
    [Number.NaN, 'EUR', undefined],
    [Number.POSITIVE_INFINITY, 'EUR', undefined],
    [1e300, 'EUR', undefined],
  ])('%j of %s is %j minor units', (given, currency, units) => expect(parseMoney(given, currency)).toBe(units));

  test('that a cell holds is read as it was written, in any currency', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 14 }), fc.constantFrom('EUR', 'JPY', 'KWD', 'USD'), (units, currency) => {
        expect(parseMoney(makeMoney(units, currency), currency)).toBe(units);
        expect(parseMoney(String(makeMoney(units, currency)), currency)).toBe(units);
      }),
      { numRuns: 500 },
    );
  });

  test('as people type it has a limit, which sums of it may pass', () => {
    const fee = tabs.Races.columns.entryFee;
    const sum = tabs.Ledger.columns.amount;
    expect(parseCell(fee, 10_000_000, nobody)).toEqual({ value: 1_000_000_000 });
    expect(parseCell(fee, 10_000_000.01, nobody)).toEqual({ wrong: 'money', currency: 'EUR' });
    expect(parseCell(sum, 10_000_000.01, nobody)).toEqual({ value: 1_000_000_001 });
  });
});

test('a currency is three letters of ISO 4217, with its own digits', () => {
  expect(['EUR', 'JPY', 'KWD'].map(digitsOf)).toEqual([2, 0, 3]);
  expect(['EUR', 'eur', 'ABC', '', '€'].map(isCurrency)).toEqual([true, false, false, false, false]);
});

describe('a percentage', () => {
  test.each<[string | number, number | undefined]>([
    [10, 1_000],
    ['10', 1_000],
    ['10%', 1_000],
    ['10 %', 1_000],
    ['12.5', 1_250],
    ['12,5%', 1_250],
    // Typed as 10% and 7%, which Sheets keeps as parts of one.
    [0.1, 1_000],
    [0.07, 700],
    [0, 0],
    [100, 10_000],
    // 1 % or 100 %: nobody knows.
    [1, undefined],
    ['1', 100],
    ['1%', 100],
    ['0.5', 50],
    [120, undefined],
    ['120', undefined],
    [-5, undefined],
    ['12.345', undefined],
    ['ten', undefined],
  ])('%j is %j hundredths', (given, hundredths) => expect(parsePercent(given)).toBe(hundredths));

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), (hundredths) => {
        expect(parsePercent(makePercent(hundredths))).toBe(hundredths);
      }),
    );
  });
});

describe('a split', () => {
  test.each<[string | number, number[] | undefined]>([
    ['50, 30, 20', [5_000, 3_000, 2_000]],
    ['50%, 30%, 20%', [5_000, 3_000, 2_000]],
    ['50/30/20', [5_000, 3_000, 2_000]],
    ['50 30', [5_000, 3_000]],
    [100, [10_000]],
    ['33.33, 33.33, 33.34', [3_333, 3_333, 3_334]],
    ['40,5; 30; 10,5', [4_050, 3_000, 1_050]],
    ['50 %; 30 %', [5_000, 3_000]],
    ['0', [0]],
    // A Spanish spreadsheet's number for what was typed as 50,30.
    [50.3, undefined],
    ['60, 50', undefined],
    ['100, 0.01', undefined],
    ['50, -10', undefined],
    ['first, second', undefined],
    [',', undefined],
    [Array.from({ length: 25 }, () => '1').join(','), undefined],
  ])('%j', (given, split) => expect(parseSplit(given)).toEqual(split));
});

test.each([
  ['Win 2, Podium 0.50', { win: 200, podium: 50 }],
  ['win: 2; podium = 1', { win: 200, podium: 100 }],
  ['Podium 1', { win: 0, podium: 100 }],
  ['None', { win: 0, podium: 0 }],
  ['Win -2', undefined],
  ['Win 0.001', undefined],
  ['Win', undefined],
  ['Fastest lap 5', undefined],
])('bonuses of %j', (given, bonuses) => expect(parseBonuses(given, 'EUR')).toEqual(bonuses));

const nobody: Context = { timeZone: 'UTC', currency: 'EUR', idOf: () => undefined, nameOf: () => undefined };

describe('an account', () => {
  const holders = (racers: readonly string[], sponsors: readonly string[]) => {
    const rows = { Racers: racers, Sponsors: sponsors };
    return {
      idOf(to: 'Racers' | 'Sponsors', name: string) {
        const index = rows[to].findIndex((one) => folded(one) === folded(name));
        return index < 0 ? undefined : String(index);
      },
      nameOf: (to: 'Racers' | 'Sponsors', id: string) => rows[to][Number(id)],
    };
  };

  test('is found by name, the league’s own first, then racers, then sponsors', () => {
    const some = holders(['Ana', 'Pot'], ['Ana', 'Shell & Co']);
    const texts = [
      'ana',
      'POT',
      'grand prize',
      'Shell & Co',
      'Racer: Pot',
      'sponsor:Ana',
      'Nobody',
      'Racer: Shell & Co',
    ];
    expect(texts.map((text) => parseAccount(text, some))).toEqual([
      'racer:0',
      'Pot',
      'Grand prize',
      'sponsor:1',
      'racer:1',
      'sponsor:0',
      undefined,
      undefined,
    ]);
    expect(makeAccount('racer:1', some)).toBe('Racer: Pot');
    expect(makeAccount('sponsor:0', some)).toBe('Sponsor: Ana');
    expect(makeAccount('racer:0', some)).toBe('Ana');
  });

  test('is read as it was written, whatever people are called', () => {
    const name = fc.constantFrom(
      'Ana',
      'Pot',
      'League',
      'Racer: Pot',
      'Sponsor: Ana',
      'racer:racer: pot',
      'Outside',
      'Bob',
    );
    const names = fc.uniqueArray(name, { selector: folded, maxLength: 6 });
    fc.assert(
      fc.property(names, names, (racers, sponsors) => {
        const some = holders(racers, sponsors);
        const all: Account[] = [
          ...houseAccounts,
          ...racers.map((_, index): Account => `racer:${index}`),
          ...sponsors.map((_, index): Account => `sponsor:${index}`),
        ];
        for (const account of all) expect(parseAccount(makeAccount(account, some), some)).toBe(account);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['https://example.org', true],
  ['http://example.org/a?b=c', true],
  ['ftp://example.org', false],
  ['javascript:alert(1)', false],
  ['https://user:secret@example.org', false],
  ['example.org', false],
  ['https://', false],
])('a link: %s', (text, good) => {
  expect('value' in parseCell(tabs.Sponsors.columns.link, text, nobody)).toBe(good);
});
