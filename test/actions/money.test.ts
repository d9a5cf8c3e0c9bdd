import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ask } from '../../server/actions/actions.ts';
import { derivedTabs } from '../../server/derived-tabs.ts';
import { balances } from '../../server/league/ledger.ts';
import { presenters } from '../../server/league/presenters.ts';
import { openSeason } from '../../server/league/races.ts';
import { problemsOf } from '../../server/problems.ts';
import { grandPrizeView } from '../../server/views/money.ts';
import { namesIn } from '../../server/views/names.ts';
import { sayEffects } from '../../server/words/effects.ts';
import type { Account } from '../../sheets/accounts.ts';
import { type Name, smallLeague } from '../small-league.ts';

let league: Awaited<ReturnType<typeof smallLeague>>;
beforeEach(async () => {
  league = await smallLeague();
  await setting('money', 'On');
  await league.type({ kind: 'add', tab: 'Sponsors', id: 'shell', cells: { sponsor: 'Shell & Co' } });
});
afterEach(async () => {
  expect(league.errors).toEqual([]);
  await league.close();
});

const setting = (id: string, value: string) => league.type({ kind: 'edit', tab: 'Settings', id, cells: { value } });
const season = () => openSeason(league.facts())?.id ?? '';
const host = (ask: Ask) => league.ask('Juno', ask);
const edit = (fields: object) => host({ type: 'editSeason', season: season(), ...fields });
const note = (from: string, to: string, amount: number, more: object = {}) =>
  host({ type: 'notePayment', from, to, amount, ...more });
const racer = (name: Name): Account => `racer:${league.racer(name)}`;

/** A race for 5.00 each, raced to its end. */
async function paidRace(...finish: Name[]): Promise<void> {
  await league.ask('Juno', { type: 'openRace', entryFee: 500 });
  const race = league.race();
  for (const name of finish) await league.ask(name, { type: 'join', race });
  await league.ask('Juno', { type: 'startRace', race });
  for (const [index, name] of finish.entries()) await league.report(name, index + 1);
  await league.clock.advance(60_000);
}

/** `Ana 250, Pot 0` and so on: racers by name, in cents. */
function has(): Record<string, number> {
  const { racers } = league.facts();
  const sums = [...balances(league.facts())].filter(([, amount]) => amount !== 0);
  const named = sums.map(([account, amount]) => [racers.get(account.replace('racer:', ''))?.racer ?? account, amount]);
  return Object.fromEntries(named);
}

/** The Ledger's rows from the given one on, as people read them. */
const book = (from = 0) =>
  [...league.desk.state.rows.Ledger.values()]
    .slice(from)
    .map(({ raw }) => `${raw.from} to ${raw.to} ${raw.amount}: ${raw.why}`);
const problems = () => problemsOf(league.desk.state).map(({ what, remedy }) => `${what} ${remedy}`);

async function refused(what: Promise<string>, words: string): Promise<void> {
  const before = league.desk.state.seq;
  expect(await what).toBe(words);
  expect(league.desk.state.seq).toBe(before);
}

describe('a paid race', () => {
  test('is paid for when it starts, and paid out when it is final', async () => {
    await league.ask('Juno', { type: 'openRace', entryFee: 500 });
    for (const name of ['Ana', 'Robin', 'Zoe'] as const) await league.ask(name, { type: 'join', race: league.race() });
    expect(has()).toEqual({});
    await league.ask('Juno', { type: 'startRace', race: league.race() });
    expect(has()).toEqual({ Ana: -500, Robin: -500, Zoe: -500, [`Pot ${league.race()}`]: 1_500 });
    await league.ask('Kiki', { type: 'join', race: league.race() });
    expect(has()).toMatchObject({ Kiki: -500 });
    await host({ type: 'fix', race: league.race(), racer: league.racer('Kiki'), position: 'DNS' });
    expect(has()).not.toHaveProperty('Kiki');
    for (const [index, name] of (['Zoe', 'Ana', 'Robin'] as const).entries()) await league.report(name, index + 1);
    await league.clock.advance(60_000);
    expect(has()).toEqual({ Zoe: 250, Ana: -50, Robin: -200 });
    expect(league.log()).toBe('3 bookings in the Ledger.');
  });

  test('is a book that people can read', async () => {
    await edit({ commission: 10 });
    await paidRace('Ana', 'Robin');
    expect(book()).toEqual([
      'Ana to Pot 5: Entry fee',
      'Robin to Pot 5: Entry fee',
      'Pot to League 1: Commission',
      'Pot to Ana 4.5: Prize for 1st',
      'Pot to Robin 2.7: Prize for 2nd',
      'Pot to Grand prize 1.8: Carried over to the grand prize',
    ]);
  });

  test('shows its effect on money before it is corrected or voided, and says so in the Log', async () => {
    await paidRace('Ana', 'Robin', 'Zoe');
    const race = league.race();
    const swap = { type: 'correct', race, positions: swapped('Robin', 'Ana') } as const;
    expect(await effects(swap)).toContain('Money: Ana −€3.00, Robin +€3.00.');
    await host(swap);
    expect(has()).toEqual({ Ana: -50, Robin: 250, Zoe: -200 });
    expect(await effects({ type: 'voidRace', race, reason: 'Wrong track' })).toContain(
      'Money: Ana +€0.50, Robin −€2.50, Zoe +€2.00.',
    );
    await host({ type: 'voidRace', race, reason: 'Wrong track' });
    expect(has()).toEqual({});
    expect(book(6).slice(-6)).toContain('Robin to Pot 7.5: Correction, taken back: prize');
    expect(String(derivedTabs(league.desk.state, [], () => undefined).Log.flat())).toContain('Money: Ana +€0.50');
  });

  test('keeps its prizes in the standings', async () => {
    await paidRace('Ana', 'Robin');
    const rows = derivedTabs(league.desk.state, [], () => undefined).Standings;
    expect(rows.map((row) => [row[1], row[8]])).toEqual([
      ['Ana', 5],
      ['Robin', 3],
    ]);
  });

  test('may cost something else afterwards', async () => {
    await paidRace('Ana', 'Robin');
    expect(await host({ type: 'setFee', race: league.race(), entryFee: 1_000 })).toBe('Race 1 costs €10.00 to enter.');
    expect(has()).toEqual({ Robin: -400, [`Grand prize ${season()}`]: 400 });
    expect(await host({ type: 'setFee', race: league.race(), entryFee: null })).toBe('Race 1 costs nothing to enter.');
    expect(has()).toEqual({});
  });
});

function swapped(first: Name, second: Name) {
  return [
    { racer: league.racer(first), position: 1 },
    { racer: league.racer(second), position: 2 },
  ];
}

async function effects(ask: Ask): Promise<string[]> {
  const found = await league.preview('Juno', ask);
  return typeof found === 'string' ? [found] : sayEffects(found, namesIn(league.desk.state));
}

test('a paid season gives the check to its champion, and takes it back when it is reopened', async () => {
  await edit({ entryFee: 1_000, commission: 10, grandPrize: 10_000, sponsor: 'shell', bonuses: 'Win 1' });
  await paidRace('Ana', 'Robin');
  await setting('bonuses', 'Podium 9');
  const before = has();
  const id = season();
  await host({ type: 'closeSeason', season: id });
  // Race: 10.00, 1.00 to the league, 4.50, 2.70, and 1.80 left. Season: 20.00, 2.00, 9.00, 5.40, and 3.60 left.
  expect(has()).toEqual({
    'sponsor:shell': -10_000,
    League: 100 + 200 - 100,
    Ana: -1_500 + 450 + 900 + 100 + 10_000 + 180 + 360,
    Robin: -1_500 + 270 + 540,
  });
  await host({ type: 'reopenSeason', season: id });
  expect(has()).toEqual(before);
});

test('closing a season keeps the bonuses of the league with it', async () => {
  await setting('bonuses', 'Win 2');
  await league.play('Ana', 'Robin');
  const id = season();
  await host({ type: 'closeSeason', season: id });
  await setting('bonuses', 'Win 5');
  expect(league.facts().seasons.get(id)?.bonuses).toBe('Win 2');
  expect(has()).toEqual({ League: -200, Ana: 200 });
});

describe('a host notes', () => {
  beforeEach(() => paidRace('Ana', 'Robin', 'Zoe'));

  test('what is paid in and cashed out', async () => {
    expect(await note('Outside', racer('Zoe'), 200)).toBe('Noted: €2.00 from outside to Zoe.');
    expect(await note(racer('Ana'), 'Outside', 250, { why: '  By bank\ntransfer ' })).toBe(
      'Noted: €2.50 from Ana to outside.',
    );
    expect(league.log()).toBe('€2.50 from Ana to outside: By bank transfer');
    expect(has()).toEqual({ Robin: -50, Outside: 50 });
    expect(book(6)).toEqual(['Outside to Zoe 2: Paid in', 'Ana to Outside 2.5: By bank transfer']);
  });

  test('what a sponsor gives: to the grand prize, the league, or the pot of a race to come', async () => {
    await note('sponsor:shell', 'Grand prize', 1_000);
    await note('sponsor:shell', 'League', 500);
    await host({ type: 'openRace' });
    await note('sponsor:shell', 'Pot', 300, { race: league.race() });
    expect(has()).toMatchObject({
      'sponsor:shell': -1_800,
      League: 500,
      [`Grand prize ${season()}`]: 1_000,
      [`Pot ${league.race()}`]: 300,
    });
  });

  test('for somebody who is called like something else', async () => {
    await league.type({ kind: 'add', tab: 'Racers', id: 'odd', cells: { racer: 'Pot' } });
    expect(await note('Outside', 'racer:odd', 100)).toBe('Noted: €1.00 from outside to Pot.');
    expect(book(6)).toEqual(['Outside to Racer: Pot 1: Paid in']);
    expect(has()).toMatchObject({ Pot: 100 });
    await league.type({ kind: 'edit', tab: 'Racers', id: 'odd', cells: { racer: 'Potter' } });
    expect(has()).toMatchObject({ Potter: 100 });
  });

  test('and takes it back as a row the other way round, which can be taken back too', async () => {
    await note('Outside', racer('Zoe'), 200);
    const latest = () => league.facts().corrections.at(-1)?.entry ?? 0;
    expect(await host({ type: 'undo', entry: latest() })).toBe('Taken back.');
    expect(await host({ type: 'undo', entry: latest() })).toBe('Done again.');
    expect(book(6)).toEqual([
      'Outside to Zoe 2: Paid in',
      'Zoe to Outside 2: Reversed: Paid in',
      'Outside to Zoe 2: Paid in',
    ]);
    expect(has()).toEqual({ Ana: 250, Robin: -50, Outside: -200 });
  });

  test.each<[string, () => Promise<string>, string]>([
    [
      'a cash-out above the balance',
      () => note(racer('Ana'), 'Outside', 251),
      'not_enough: Could not note €2.51: Ana has €2.50. Note €2.50 at most.',
    ],
    [
      'a cash-out of who owes',
      () => note(racer('Zoe'), 'Outside', 1),
      'not_enough: Could not note €0.01: Zoe has −€2.00. Nothing is there to be taken out.',
    ],
    [
      'more than a grand prize holds',
      () => note('Grand prize', racer('Ana'), 1),
      'not_enough: Could not note €0.01: the grand prize has €0.00. Nothing is there to be taken out.',
    ],
    [
      'nobody',
      () => note('racer:x', 'Outside', 1),
      "unknown_account: That's nobody in the Ledger. Choose a racer, a sponsor, a pot, the league or outside.",
    ],
    [
      'the same twice',
      () => note('Pot', 'Pot', 1),
      'same_account: That would go to where it comes from. Choose somebody else on one side.',
    ],
    ...[0, -1, 0.5, 1_000_000_001, Number.NaN].map((amount): [string, () => Promise<string>, string] => [
      `an amount of ${amount}`,
      () => note('Outside', racer('Ana'), amount),
      "bad_amount: That can't be an amount. Give one from €0.00 to €10,000,000.00, in whole cents; a payment is above 0.",
    ]),
    [
      'a long reason',
      () => note('Outside', racer('Ana'), 1, { why: 'x'.repeat(201) }),
      'long_why: That reason is too long. Say it in 200 characters at most.',
    ],
    [
      'an unknown race',
      () => note('Outside', 'Pot', 1, { race: 'x' }),
      "unknown_race: That race isn't in this league. Choose a race from the list.",
    ],
  ])('but not %s', (_, ask, words) => refused(ask(), words));

  test('but not while money is off, nor as anybody else', async () => {
    const ask = { type: 'notePayment', from: 'Outside', to: racer('Ana'), amount: 1 } as const;
    await refused(league.ask('Ana', ask), 'hosts_only: Only hosts can do that. Ask a host.');
    await setting('money', 'Off');
    await refused(
      host(ask),
      'money_off: This league plays for points only: Money is Off. Turn Money On in the Settings tab first.',
    );
  });
});

describe('bad rules get a sentence and a remedy, and change nothing', () => {
  const amount =
    "bad_amount: That can't be an amount. Give one from €0.00 to €10,000,000.00, in whole cents; a payment is above 0.";
  const split =
    "bad_split: A pot can't be split like that. Give percentages for the first, the second and so on, 100 at most together: 50, 30, 20.";
  const commission = "bad_commission: The league can't keep that much. Give a percentage from 0 to 100, such as 10.";
  test.each<[object, string]>([
    [{ entryFee: -1 }, amount],
    [{ entryFee: 0.5 }, amount],
    [{ grandPrize: -1 }, amount],
    [{ commission: 120 }, commission],
    [{ commission: -1 }, commission],
    [{ commission: 3.333 }, commission],
    [{ split: '60, 50' }, split],
    [{ split: '=1+1' }, split],
    [
      { bonuses: 'Fun 3' },
      "bad_bonuses: Those bonuses can't be understood. Write them as: Win 2, Podium 0.50. Or None.",
    ],
    [{ sponsor: 'x' }, "unknown_sponsor: That sponsor isn't in this league. Add it in the Sponsors tab first."],
  ])('%j', (fields, words) => refused(edit(fields), words));

  test('of a race', async () => {
    await refused(host({ type: 'openRace', entryFee: -1 }), amount);
    await refused(host({ type: 'planRace', at: league.clock.now() + 60_000, entryFee: 0.1 }), amount);
    await league.play('Ana', 'Robin');
    await refused(host({ type: 'setFee', race: league.race(), entryFee: -1 }), amount);
    await refused(
      host({ type: 'setFee', race: league.race(), entryFee: 0 }),
      'nothing_to_change: Nothing would change. Say what is to be different.',
    );
  });
});

describe('bad input in the Sheet is a problem, and the last good value counts', () => {
  const seasonCell = (cells: Record<string, string | number>) =>
    league.type({ kind: 'edit', tab: 'Seasons', id: season(), cells });
  const row = (cells: Record<string, string | number>) =>
    league.type({ kind: 'add', tab: 'Ledger', id: 'typed', cells });

  test.each<[Record<string, string | number>, string]>([
    [{ entryFee: -5 }, '“-5” is not an amount of EUR. Use a number from 0, such as 12.5, or 1000 for a thousand.'],
    [
      { entryFee: 0.005 },
      '“0.005” is not an amount of EUR. Use a number from 0, such as 12.5, or 1000 for a thousand.',
    ],
    [{ commission: 120 }, '“120” is not a percentage. Use 0 to 100 with a %, such as 10%.'],
    [
      { split: '60, 50' },
      '“60, 50” is not a way to split a pot. Use percentages for the first, the second and so on, 100 at most together: 50; 30; 20.',
    ],
    [{ bonuses: 'Fun' }, '“Fun” are no bonuses. Use amounts such as: Win 2, Podium 0.50. Or None.'],
    [{ sponsor: 'Nobody' }, 'No sponsor is called “Nobody”. Use a name from the Sponsors tab, or add it there.'],
  ])('%j', async (cells, words) => {
    await edit({ entryFee: 100, commission: 5 });
    await seasonCell(cells);
    expect(problems()).toEqual([words]);
    expect(league.facts().seasons.get(season())).toMatchObject({ entryFee: 100, commission: 500 });
  });

  test.each<[Record<string, string | number>, string]>([
    [
      { from: 'Ana', to: 'Outside', amount: 5 },
      '€5.00 left the book, but Ana had €0.00. Write the difference the other way round, from Outside, in a new row.',
    ],
    [
      { from: 'Ana', to: 'Nobody', amount: 5 },
      '“Nobody” is nobody in the Ledger. Use a racer, a sponsor, Pot, Grand prize, League or Outside.',
    ],
    [{ from: 'Ana', to: 'Outside' }, "This row has no amount, so it doesn't count. Type it: above 0."],
    [
      { from: 'Outside', to: 'Pot', amount: 5 },
      "This row doesn't say which pot or grand prize, so it doesn't count. Choose its season, and of a race its race.",
    ],
    [{ from: 'Ana', to: 'ana', amount: 5 }, "From and To are the same, so it doesn't count. Change one of them."],
  ])('a row of the Ledger: %j', async (cells, words) => {
    await league.play('Ana', 'Robin');
    await row(cells);
    expect(problems()).toEqual([words]);
  });

  test('a logo, a currency, and money that is neither On nor Off', async () => {
    await league.type({ kind: 'edit', tab: 'Sponsors', id: 'shell', cells: { logo: 'ftp://x' } });
    await setting('currency', 'Euros');
    await setting('money', 'maybe');
    expect(problems()).toEqual([
      '“maybe” is neither On nor Off. Use On or Off.',
      '“Euros” is not a currency. Use three letters, such as EUR, USD or GBP.',
      '“ftp://x” is not an address. Use one that begins with https:// or http://.',
    ]);
  });

  test('money that is turned off with open pots', async () => {
    await paidRace('Ana', 'Robin');
    await setting('money', 'Off');
    expect(problems()).toEqual([
      'Money is Off, and €2.00 is in the grand prize of Season 1. Nothing is lost: it waits. Turn Money On until it is paid out, or write in the Ledger where it goes.',
    ]);
    await setting('money', 'On');
    expect(problems()).toEqual([]);
  });

  test('what was noted for a race that is voided', async () => {
    await host({ type: 'openRace' });
    await note('sponsor:shell', 'Pot', 300, { race: league.race() });
    await host({ type: 'voidRace', race: league.race(), reason: 'Rain' });
    expect(problems()).toEqual([
      '€3.00 is in the pot of Race 1, and nobody is left to win it. Write in the Ledger where it goes.',
    ]);
  });
});

describe('what a season was played for', () => {
  const close = () => host({ type: 'closeSeason', season: season(), next: 'Summer' });
  const total = () => Object.fromEntries([...balances(league.facts())].filter(([, amount]) => amount !== 0));

  test('stays points, though money is turned on afterwards', async () => {
    await setting('bonuses', 'Win 2');
    await setting('money', 'Off');
    await league.play('Ana', 'Robin');
    await close();
    await setting('money', 'On');
    expect(total()).toEqual({});
  });

  test('stays its pot’s, though it was closed while money was off', async () => {
    await edit({ entryFee: 500 });
    await league.play('Ana', 'Robin');
    await setting('money', 'Off');
    await close();
    expect(problems()).toContainEqual(expect.stringContaining('Turn Money On until it is paid out'));
    await setting('money', 'On');
    expect(problems()).toEqual([]);
    // Two entries of 5.00, of which the second gets 30 %.
    expect(total()).toMatchObject({ [racer('Robin')]: 300 - 500 });
  });

  test('stays points, though a payment is noted that names it', async () => {
    const id = season();
    await edit({ entryFee: 500 });
    await setting('money', 'Off');
    await league.play('Ana', 'Robin');
    await close();
    await setting('money', 'On');
    await league.type({
      kind: 'add',
      tab: 'Ledger',
      id: 'mug',
      cells: { from: 'League', to: 'Ana', amount: 2, season: 'Season 1', why: 'A mug' },
    });
    expect(league.facts().ledger.map((row) => row.id)).toEqual(['mug']);
    await league.type({ kind: 'edit', tab: 'Seasons', id, cells: { ends: 46_100 } });
    expect(total()).toEqual({ League: -200, [racer('Ana')]: 200 });
  });

  test('stays without bonuses when it is reopened and closed again', async () => {
    const id = season();
    await league.play('Ana', 'Robin');
    await host({ type: 'closeSeason', season: id });
    await setting('bonuses', 'Win 2');
    await host({ type: 'reopenSeason', season: id });
    expect(total()).toEqual({});
    await host({ type: 'closeSeason', season: id });
    expect(total()).toEqual({});
  });
});

test('amounts that another currency can’t say are problems, and count no more', async () => {
  await setting('bonuses', 'Win 2, Podium 0.50');
  await edit({ grandPrize: 450 });
  await setting('currency', 'JPY');
  expect(problems()).toHaveLength(2);
  expect(league.facts().seasons.get(season())?.grandPrize).toBeUndefined();
  await league.play('Ana', 'Robin');
  expect(balances(league.facts())).toEqual(new Map());
});

test('bookings that a host makes up, however large, are turned back', async () => {
  const id = (n: number) => `grant.${season()}...${n}`;
  const cells = { from: 'League', to: 'Grand prize', amount: 9_999_999_999 };
  await league.type(...[1, 2, 3].map((n) => ({ kind: 'add' as const, tab: 'Ledger' as const, id: id(n), cells })));
  expect([...balances(league.facts()).values()].filter((amount) => amount !== 0)).toEqual([]);
  await league.type({ kind: 'add', tab: 'Ledger', id: id(4), cells: { ...cells, amount: 1e12 } });
  expect(problems()).toEqual(["That is more than the Ledger takes at once, so it doesn't count. Type less."]);
});

test('the check is presented by whoever presents the season, by its dates too', async () => {
  await league.type({ kind: 'add', tab: 'Sponsors', id: 'orbit', cells: { sponsor: 'Orbit', from: 46_000 } });
  await edit({ grandPrize: 1_000 });
  await paidRace('Ana', 'Robin');
  const open = league.facts().seasons.get(season());
  if (!open) throw new Error('no season is open');
  const check = () => grandPrizeView(league.facts(), open, namesIn(league.desk.state))?.sponsor;
  expect(check()).toBe('Orbit');
});

test('a currency that was refused is taken at once when nothing is booked any more', async () => {
  await edit({ entryFee: 500 });
  await league.type({ kind: 'add', tab: 'Ledger', id: 'typed', cells: { from: 'Outside', to: 'League', amount: 2 } });
  await setting('currency', 'JPY');
  const now = () => [league.facts().settings.currency, league.facts().seasons.get(season())?.entryFee, problems()];
  expect(now()).toEqual(['EUR', 500, [expect.stringContaining('Something is booked in EUR')]]);
  await league.type({ kind: 'gone', tab: 'Ledger', id: 'typed' });
  // The cell says 5, which is five yen now.
  expect(now()).toEqual(['JPY', 5, []]);
});

test('what was mended in the Ledger while it was new is not undone in place', async () => {
  await league.type({ kind: 'add', tab: 'Ledger', id: 'typed', cells: { from: 'Outside', to: 'League', amount: 45 } });
  await league.type({ kind: 'edit', tab: 'Ledger', id: 'typed', cells: { amount: 4.5 } });
  const mended = league.facts().corrections.at(-1);
  await refused(
    host({ type: 'undo', entry: mended?.entry ?? 0 }),
    'undo_by_booking: What is in the Ledger stays as it is. Write the difference in a new row, or note a payment.',
  );
  expect(balances(league.facts()).get('League')).toBe(450);
});

test('a sponsor with an Until alone stays with the season that it came in, though the next one opens at once', async () => {
  await league.type({ kind: 'add', tab: 'Sponsors', id: 'orbit', cells: { sponsor: 'Orbit', until: 50_000 } });
  const first = season();
  await league.play('Ana', 'Robin');
  await league.clock.advance(86_400_000);
  await host({ type: 'closeSeason', season: first, next: 'Summer' });
  const facts = league.facts();
  const [closed, open] = [facts.seasons.get(first), facts.seasons.get(season())];
  if (!closed || !open) throw new Error('a season is missing');
  for (const one of [closed, open])
    expect(presenters(facts, one, league.clock.now()).map(({ id }) => id)).toEqual(['orbit']);
});
