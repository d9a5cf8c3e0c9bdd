/** Worked by hand: what is due for a race and a season, what is booked, and how it's taken back. Amounts are cents. */
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../server/facts.ts';
import { emptyState } from '../../server/fold.ts';
import { keyOf, makeBookingId, parseBookingId } from '../../server/league/bookings.ts';
import { due } from '../../server/league/due.ts';
import type { Facts, LedgerRow, Race, Season } from '../../server/league/facts.ts';
import { balances, expectedBalances, openPots, overdrawn, toBook, winnings } from '../../server/league/ledger.ts';
import { readLedgerRow } from '../../server/league/ledger-rows.ts';
import type { Account } from '../../sheets/accounts.ts';
import { type Finish, league } from './played.ts';

interface Paid {
  finish: Finish;
  fee?: number;
  status?: Race['status'];
}

interface Rules extends Partial<Omit<Season, 'id' | 'scoring'>> {
  leagueBonuses?: string;
  money?: boolean;
  ledger?: readonly LedgerRow[];
}

const { settings } = factsOf(emptyState());

/** One season, `s`, with its races `s 1` and so on. */
function season(
  races: readonly Paid[],
  { leagueBonuses = '', money = true, ledger = [], ...rules }: Rules = {},
): Facts {
  const facts = league(
    { s: { status: 'Open', ...rules, races: races.map(({ finish }) => finish) } },
    { settings: { ...settings, money, bonuses: leagueBonuses }, ledger },
  );
  const paid = races.map(({ fee, status = 'Final' }, index): [string, Race] => {
    const id = `s ${index + 1}`;
    return [id, { ...facts.races.get(id), id, status, ...(fee !== undefined && { entryFee: fee }) }];
  });
  return { ...facts, races: new Map(paid) };
}

const race = (finish: Finish, rules: Rules = {}, fee = 500) => season([{ finish, fee }], rules);

/** The same with everything booked that is due. */
function booked(facts: Facts): Facts {
  const rows = toBook(facts).map(({ id, amount }) => readLedgerRow({ id, amount }, facts.races) as LedgerRow);
  const ledger = [...facts.ledger, ...rows];
  return { ...facts, ledger, ledgerIds: new Set(ledger.map(({ id }) => id)) };
}

/** With the book of another. */
const with$ = (facts: Facts, { ledger, ledgerIds }: Facts): Facts => ({ ...facts, ledger, ledgerIds });

function noted(from: Account, to: Account, amount: number, about: { season?: string; race?: string } = {}): LedgerRow {
  return { id: `noted ${from} ${to} ${amount}`, from, to, amount, ...about };
}

/** What is due but for the fees: `prize ana 500`. */
function said(facts: Facts): string {
  const all = due(facts).filter(({ kind }) => kind !== 'fee');
  return all.map(({ kind, holder, amount }) => [kind, holder, amount].filter(Boolean).join(' ')).join(', ');
}

const has = (facts: Facts) => Object.fromEntries([...balances(facts)].filter(([, amount]) => amount !== 0).sort());
const places = (...racers: string[]): Finish => Object.fromEntries(racers.map((racer, index) => [racer, index + 1]));
const all8 = ['ana', 'bea', 'cid', 'dan', 'eva', 'fay', 'gus', 'hal'];

describe('a race of 5.00 each', () => {
  test.each([
    [1, 'prize ana 250, carry 250'],
    [2, 'prize ana 500, prize bea 300, carry 200'],
    [3, 'prize ana 750, prize bea 450, prize cid 300'],
    [4, 'prize ana 1000, prize bea 600, prize cid 400'],
    [5, 'prize ana 1250, prize bea 750, prize cid 500'],
    [6, 'prize ana 1500, prize bea 900, prize cid 600'],
    [7, 'prize ana 1750, prize bea 1050, prize cid 700'],
    [8, 'prize ana 2000, prize bea 1200, prize cid 800'],
  ])('with %i in it', (entries, words) => expect(said(race(places(...all8.slice(0, entries))))).toBe(words));

  test.each<[string, Rules, string]>([
    ['0 %', { commission: 0 }, 'prize ana 750, prize bea 450, prize cid 300'],
    ['10 %', { commission: 1_000 }, 'cut 150, prize ana 675, prize bea 405, prize cid 270'],
    // 1500 × 3.33 % = 49.95, rounded to 50; of 1450 are left 725, 435, 290.
    ['3.33 %', { commission: 333 }, 'cut 50, prize ana 725, prize bea 435, prize cid 290'],
    ['100 %', { commission: 10_000 }, 'cut 1500'],
    ['half for the winner alone', { split: '50' }, 'prize ana 750, carry 750'],
    ['all for the winner', { split: '100' }, 'prize ana 1500'],
    ['more places than racers', { split: '40, 30, 20, 10' }, 'prize ana 600, prize bea 450, prize cid 300, carry 150'],
    [
      '10 % and a split that leaves 20',
      { commission: 1_000, split: '60, 20' },
      'cut 150, prize ana 810, prize bea 270, carry 270',
    ],
  ])('commission and split: %s', (_, rules, words) => {
    expect(said(race(places('ana', 'bea', 'cid'), rules))).toBe(words);
  });

  test.each<[string, Finish, string]>([
    ['two share the first place', { ana: '1=', bea: '1=', cid: 3 }, 'prize ana 600, prize bea 600, prize cid 300'],
    ['three share it', { ana: '1=', bea: '1=', cid: '1=' }, 'prize ana 500, prize bea 500, prize cid 500'],
    ['two share the second', { ana: 1, bea: '2=', cid: '2=' }, 'prize ana 750, prize bea 375, prize cid 375'],
    ['CPUs ahead take no share', { ana: 2, bea: 5, cid: 8 }, 'prize ana 750, prize bea 450, prize cid 300'],
    ['who is out pays and wins nothing', { ana: 1, bea: 'DNF', cid: 'DSQ' }, 'prize ana 750, carry 750'],
    ['who did not start pays nothing', { ana: 1, bea: 2, cid: 'DNS' }, 'prize ana 500, prize bea 300, carry 200'],
    ['nobody finished', { ana: 'DNF', bea: 'DNF' }, 'carry 1000'],
  ])('%s', (_, finish, words) => expect(said(race(finish))).toBe(words));

  test('of odd cents, 3.33 each', () => {
    // 999: 499.5, 299.7, 199.8.
    expect(said(race(places('ana', 'bea', 'cid'), {}, 333))).toBe('prize ana 499, prize bea 300, prize cid 200');
    // 666: 333, 199.8 and 133.2. Who shares the first two places shares 333 + 200.
    expect(said(race({ ana: '1=', bea: '1=' }, {}, 333))).toBe('prize ana 267, prize bea 266, carry 133');
  });

  test.each<[Race['status'], number, string]>([
    ['Planned', 0, ''],
    ['Open', 0, ''],
    ['Running', 2, ''],
    ['Reporting', 2, ''],
    ['Final', 2, 'prize ana 500, prize bea 300, carry 200'],
    ['Void', 0, ''],
  ])('that is %s has %i fees in its pot', (status, fees, words) => {
    const facts = season([{ finish: places('ana', 'bea'), fee: 500, status }]);
    expect(due(facts).filter(({ kind }) => kind === 'fee')).toHaveLength(fees);
    expect(said(facts)).toBe(words);
  });
});

describe('bonuses', () => {
  const finish = places('ana', 'bea', 'cid', 'dan');
  test.each<[string, Rules, string]>([
    ['of the league', { leagueBonuses: 'Win 2, Podium 0.50' }, 'bonus ana 250, bonus bea 50, bonus cid 50'],
    [
      'of the season, which come first',
      { leagueBonuses: 'Win 2', bonuses: 'Podium 1' },
      'bonus ana 100, bonus bea 100, bonus cid 100',
    ],
    ['None of the season', { leagueBonuses: 'Win 2', bonuses: 'None' }, ''],
    ['of a closed season without any: the league’s came later', { leagueBonuses: 'Win 2', status: 'Closed' }, ''],
  ])('%s', (_, rules, words) => expect(said(race(finish, rules, 0))).toBe(words));

  test('go by the place on the track, CPUs included, and come from the league', () => {
    const facts = booked(race({ ana: 2, bea: 4 }, { leagueBonuses: 'Win 2, Podium 1' }, 0));
    expect(has(facts)).toEqual({ League: -100, 'racer:ana': 100 });
  });
});

describe('a season', () => {
  const two: Paid[] = [{ finish: places('ana', 'bea', 'cid') }, { finish: { bea: 1, ana: 2, dan: 'DNS' } }];

  test('of its own fee is paid for once, by everybody who started, and paid out when it is closed', () => {
    const open = booked(season(two, { entryFee: 1_000 }));
    expect(has(open)).toEqual({ 'Pot s': 3_000, 'racer:ana': -1_000, 'racer:bea': -1_000, 'racer:cid': -1_000 });
    // Both have 27 points, one first and one second: the latest race puts bea first.
    expect(said(season(two, { entryFee: 1_000, status: 'Closed' }))).toBe(
      'prize bea 1500, prize ana 900, prize cid 600',
    );
  });

  test('gives its grand prize with what was carried over to the champion', () => {
    const facts = season([{ finish: places('ana', 'bea'), fee: 500 }], { status: 'Closed', grandPrize: 10_000 });
    expect(said(facts)).toBe('prize ana 500, prize bea 300, carry 200, grant 10000, grand ana 10200');
    expect(has(booked(facts))).toEqual({ League: -10_000, 'racer:ana': 10_200, 'racer:bea': -200 });
  });

  test('has it from its sponsor', () => {
    const facts = season(two, { status: 'Closed', grandPrize: 10_000, sponsor: 'shell' });
    expect(has(booked(facts))).toEqual({ 'sponsor:shell': -10_000, 'racer:bea': 10_000 });
  });

  test('of several champions gives each an equal part', () => {
    const facts = season([{ finish: { ana: '1=', bea: '1=', cid: '1=' } }], { status: 'Closed', grandPrize: 100 });
    expect(said(facts)).toBe('grant 100, grand ana 34, grand bea 33, grand cid 33');
  });

  test('that nobody raced gives nothing: what hosts noted for it waits', () => {
    const ledger = [noted('sponsor:shell', 'Grand prize', 500, { season: 's' })];
    const facts = season([], { status: 'Closed', grandPrize: 100, entryFee: 100, ledger });
    expect(toBook(facts)).toEqual([]);
    expect(openPots(facts)).toEqual([{ account: 'Grand prize', of: 's', amount: 500 }]);
  });

  test('that is led by somebody who never raced goes to the first of those who did', () => {
    const facts = {
      ...season([{ finish: places('ana', 'bea') }], { status: 'Closed', entryFee: 500, grandPrize: 100 }),
      adjustments: [{ id: 'a', season: 's', racer: 'zoe', points: 99 }],
    };
    expect(said(facts)).toBe('prize ana 500, prize bea 300, carry 200, grant 100, grand ana 300');
  });

  test.each<[string, Rules]>([
    ['was added as history', { status: 'Closed', history: true }],
    ['is planned', { status: 'Planned' }],
    ['is played for points only', { money: false }],
  ])('that %s books nothing', (_, rules) => {
    expect(toBook(race(places('ana', 'bea'), { entryFee: 500, ...rules }))).toEqual([]);
  });

  test('that came from elsewhere with its book goes on as it was', () => {
    const was = booked(race(places('ana', 'bea'), { status: 'Closed' }));
    const here = with$(race(places('ana', 'bea'), { status: 'Closed', history: true }), was);
    expect(toBook(here)).toEqual([]);
    const corrected = with$(race(places('bea', 'ana'), { status: 'Closed', history: true }), was);
    expect(has(booked(corrected))).toMatchObject({ 'racer:bea': 200, 'racer:ana': -200 });
  });
});

describe('what hosts note', () => {
  test('into a pot is played for', () => {
    const about = { season: 's', race: 's 1' };
    const facts = race(places('ana', 'bea'), { ledger: [noted('sponsor:shell', 'Pot', 1_000, about)] });
    expect(said(facts)).toBe('prize ana 1000, prize bea 600, carry 400');
    expect(has(booked(facts))).toMatchObject({ 'sponsor:shell': -1_000, 'racer:ana': 500, 'Grand prize s': 400 });
    expect(openPots(booked(facts))).toEqual([{ account: 'Grand prize', of: 's', amount: 400 }]);
  });

  test('out of a pot is played for no more', () => {
    const facts = race(places('ana', 'bea'), {
      ledger: [noted('Pot', 'racer:cid', 900, { season: 's', race: 's 1' })],
    });
    expect(said(facts)).toBe('prize ana 50, prize bea 30, carry 20');
  });

  test('out of it beyond what it holds leaves it below zero, and nobody wins', () => {
    const facts = race(places('ana', 'bea'), { ledger: [noted('Pot', 'League', 1_500, { season: 's', race: 's 1' })] });
    expect(said(facts)).toBe('');
    expect(openPots(booked(facts))).toEqual([{ account: 'Pot', of: 's 1', amount: -500 }]);
  });

  test('for the grand prize goes to the champion, before the closing or after it', () => {
    const gift = noted('sponsor:shell', 'Grand prize', 700, { season: 's' });
    const closed = { status: 'Closed' } as const;
    const before = booked(season([{ finish: places('ana') }], { ...closed, ledger: [gift] }));
    const first = booked(season([{ finish: places('ana') }], closed));
    const after = booked({ ...first, ledger: [...first.ledger, gift] });
    expect(has(before)).toEqual({ 'sponsor:shell': -700, 'racer:ana': 700 });
    expect(has(after)).toEqual(has(before));
  });

  test('as cashed out beyond the balance is told, until the balance is mended', () => {
    const paidIn = noted('Outside', 'racer:ana', 300);
    const tooMuch = noted('racer:ana', 'Outside', 500);
    const facts = season([], { ledger: [paidIn, tooMuch] });
    expect(overdrawn(facts)).toEqual([{ row: tooMuch, had: 300 }]);
    expect(overdrawn(season([], { ledger: [paidIn, tooMuch, noted('Outside', 'racer:ana', 200)] }))).toEqual([]);
    expect(overdrawn(season([], { ledger: [paidIn, noted('racer:ana', 'Outside', 300)] }))).toEqual([]);
  });

  test('as cashed out that was won then, and was reversed since, is nobody’s fault', () => {
    const won = booked(race(places('ana', 'bea')));
    const ledger = [...won.ledger, noted('racer:bea', 'Outside', 1), noted('Outside', 'racer:ana', 500)];
    expect(overdrawn({ ...won, ledger })).toMatchObject([{ had: -200 }]);
    const out = [...won.ledger, noted('Outside', 'racer:ana', 500), noted('racer:ana', 'Outside', 500)];
    const turned = booked(with$(race(places('bea', 'ana')), { ...won, ledger: out }));
    expect(balances(turned).get('racer:ana')).toBe(-200);
    expect(overdrawn(turned)).toEqual([]);
  });
});

describe('a correction', () => {
  const won = booked(race(places('ana', 'bea', 'cid'), { commission: 1_000 }));

  test('is the difference, as bookings and reversals of their own', () => {
    const corrected = with$(race(places('bea', 'ana', 'cid'), { commission: 1_000 }), won);
    expect(toBook(corrected).map(({ id, from, to, amount }) => [id, from, to, amount])).toEqual([
      ['prize.s.s 1.ana.r2', 'racer:ana', 'Pot', 270],
      ['prize.s.s 1.bea.2', 'Pot', 'racer:bea', 270],
    ]);
  });

  test('and its correction return to the start', () => {
    const corrected = booked(with$(race({ ana: 'DSQ', bea: 1, cid: 2 }, { commission: 1_000 }), won));
    expect(has(corrected)).not.toEqual(has(won));
    const back = booked(with$(race(places('ana', 'bea', 'cid'), { commission: 1_000 }), corrected));
    expect(has(back)).toEqual(has(won));
    expect(new Set(back.ledger.map(({ id }) => id)).size).toBe(back.ledger.length);
  });

  test('that voids the race returns everything', () => {
    const rules = { commission: 1_000 };
    const void$ = season([{ finish: places('ana', 'bea', 'cid'), fee: 500, status: 'Void' }], rules);
    expect(has(booked(with$(void$, won)))).toEqual({});
  });

  test('that takes the race into another season takes what it carried over along', () => {
    const was = booked(race(places('ana')));
    const moved = {
      ...was,
      seasons: new Map([...was.seasons, ['t', { id: 't', season: 't', status: 'Open' as const }]]),
    };
    const there = new Map([...moved.races].map(([id, one]) => [id, { ...one, season: 't' }]));
    expect(has(booked({ ...moved, races: there }))).toEqual({ 'Grand prize t': 250, 'racer:ana': -250 });
  });

  test('of who is who takes their money along', () => {
    const facts = booked(race(places('ana', 'bea', 'cid')));
    const merged = { ...facts, sameAs: new Map([['cid', 'ana']]) };
    expect(balances(merged).get('racer:ana')).toBe(250 - 200);
    expect(winnings(merged).get('ana')).toBe(1_050);
  });
});

test('once it is booked there is nothing left to book, and it is what was expected', () => {
  for (const status of ['Open', 'Closed'] as const) {
    const facts = season([{ finish: places('ana', 'bea'), fee: 333 }], { status, entryFee: 77, commission: 1_250 });
    expect(toBook(booked(facts))).toEqual([]);
    expect(expectedBalances(facts)).toEqual(balances(booked(facts)));
  }
});

test('money that is turned off stays where it is, and goes on where it was', () => {
  const running = { finish: places('ana', 'bea'), fee: 500, status: 'Running' } as const;
  const on = booked(season([running]));
  const off = with$(season([{ ...running, status: 'Final' }], { money: false }), on);
  expect(toBook(off)).toEqual([]);
  expect(openPots(off)).toEqual([{ account: 'Pot', of: 's 1', amount: 1_000 }]);
  expect(openPots(booked(with$(season([{ ...running, status: 'Final' }]), on)))).toEqual([
    { account: 'Grand prize', of: 's', amount: 200 },
  ]);
});

test('what was won is public: prizes, bonuses and grand prizes, of one season or of all', () => {
  const facts = booked(race(places('ana', 'bea'), { status: 'Closed', bonuses: 'Win 1', grandPrize: 50 }));
  expect(winnings(facts)).toEqual(
    new Map([
      ['ana', 500 + 100 + 250],
      ['bea', 300],
    ]),
  );
  expect(winnings(facts, 't')).toEqual(new Map());
});

test('the ID of a booking says what it is for, whatever IDs hosts have typed', () => {
  const odd = { kind: 'prize', season: 's.1~', race: 'r.~1', holder: 'a.b.c', n: 12, reversal: true } as const;
  expect(parseBookingId(makeBookingId(odd))).toEqual(odd);
  expect(keyOf(odd)).not.toBe(keyOf({ ...odd, race: 'r', holder: '~1.a.b.c' }));
  for (const id of ['', 'row-1', 'fee', 'fee.s.r.a', 'fee..r.a.1', 'fee.s.r.a.0', 'fee.s.r.a.1.2', 'tip.s.r.a.1'])
    expect(parseBookingId(id)).toBeUndefined();
});

describe('a row that people wrote', () => {
  const races = new Map([['r', { id: 'r', season: 's' }]]);
  const row = { id: 'row-1', from: 'Outside', to: 'racer:ana', amount: 5 };
  test.each([
    [{ ...row, amount: 0 }, 'amount'],
    [{ id: 'row-1', from: 'Outside', amount: 5 }, 'to'],
    [{ id: 'row-1', to: 'Outside', amount: 5 }, 'from'],
    [{ ...row, to: 'Outside' }, 'sameAccount'],
    [{ ...row, to: 'Pot' }, 'season'],
    [{ ...row, to: 'Grand prize' }, 'season'],
    [{ ...row, amount: 1_000_000_001 }, 'tooMuch'],
  ])('%j lacks its %s', (record, trouble) => expect(readLedgerRow(record, races)).toBe(trouble));

  test('is of the season of its race', () => {
    expect(readLedgerRow({ ...row, to: 'Pot', race: 'r' }, races)).toMatchObject({ season: 's', race: 'r' });
  });
});
