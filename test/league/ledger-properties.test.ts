/** Money in any order of events, over the real desk: it's conserved, nothing is booked twice, and what is taken back is gone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ask } from '../../server/actions/actions.ts';
import { factsOf } from '../../server/facts.ts';
import { emptyState, fold, type State } from '../../server/fold.ts';
import type { Wanted } from '../../server/league/changes.ts';
import type { MoneyEffect } from '../../server/league/effects.ts';
import type { Facts } from '../../server/league/facts.ts';
import { balances, expectedBalances, toBook } from '../../server/league/ledger.ts';
import { isUnderWay } from '../../server/league/races.ts';
import type { Account } from '../../sheets/accounts.ts';
import { type Name, smallLeague } from '../small-league.ts';

type League = Awaited<ReturnType<typeof smallLeague>>;

const racers: readonly Name[] = ['Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki'];
const somebody = fc.constantFrom(...racers);
/** Which of the races or seasons, the latest first. */
const which = fc.nat({ max: 3 });
const cents = fc.oneof(fc.nat({ max: 1_000 }), fc.constantFrom(0, 1, 333, 500));
const place = fc.constantFrom(1, 2, 3, 4, '1=', '2=', 'DNF', 'DSQ', 'DNS', null);

interface Step {
  said: string;
  do(league: League): Promise<void>;
}

const raceAt = (league: League, index: number) => [...league.facts().races.keys()].toReversed()[index] ?? '';
const seasonAt = (league: League, index: number) => [...league.facts().seasons.keys()].toReversed()[index] ?? '';

/** What somebody asks for; what it would do to money, as it's shown before, is what it then does. */
function asks(of: (league: League) => { who?: Name; ask: Ask }): (league: League) => Promise<void> {
  return async (league) => {
    const { who = 'Juno', ask } = of(league);
    const before = holders(league.facts());
    const wasOn = league.facts().settings.money;
    const known = league.facts().racers;
    const preview = await league.preview(who, ask);
    await league.ask(who, ask);
    // Somebody new has no ID before they are there: the preview made up another.
    const named = (all: readonly MoneyEffect[]) =>
      all
        .map(({ account, gain }) => {
          const isNew = account.startsWith('racer:') && !known.has(account.slice('racer:'.length));
          return `${isNew ? 'somebody new' : account} ${gain}`;
        })
        .sort();
    if (typeof preview === 'string') return expect(holders(league.facts())).toEqual(before);
    if (wasOn)
      expect(named(gains(before, holders(league.facts())))).toEqual(named((preview.money ?? []).filter(isHolders)));
  };
}

const step = (said: string, of: (league: League) => { who?: Name; ask: Ask }): Step => ({ said, do: asks(of) });
const inSheet = (said: string, run: (league: League) => Promise<void>): Step => ({ said, do: run });

const account = fc.oneof(
  fc.constantFrom('Pot', 'Grand prize', 'League', 'Outside', 'sponsor:shell'),
  somebody.map((name) => ({ name })),
);

function accountFor(league: League, of: string | { name: Name }): string {
  return typeof of === 'string' ? of : `racer:${league.racer(of.name)}`;
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(cents, fc.subarray([...racers], { minLength: 2 })).map(([fee, who]) => wholeRace(fee, who)),
  },
  cents.map((entryFee) => step(`open ${entryFee}`, () => ({ ask: { type: 'openRace', entryFee } }))),
  fc
    .tuple(somebody, which)
    .map(([who, at]) => step(`${who} joins`, (league) => ({ who, ask: { type: 'join', race: raceAt(league, at) } }))),
  fc
    .tuple(somebody, which)
    .map(([who, at]) => step(`${who} leaves`, (league) => ({ who, ask: { type: 'leave', race: raceAt(league, at) } }))),
  which.map((at) => step('start', (league) => ({ ask: { type: 'startRace', race: raceAt(league, at) } }))),
  {
    weight: 3,
    arbitrary: fc.tuple(somebody, which, place).map(([who, at, position]) =>
      step(`fix ${who} ${position}`, (league) => ({
        ask: { type: 'fix', race: raceAt(league, at), racer: league.racer(who), position },
      })),
    ),
  },
  which.map((at) => step('close race', (league) => ({ ask: { type: 'closeRace', race: raceAt(league, at) } }))),
  which.map((at) =>
    step('void', (league) => ({ ask: { type: 'voidRace', race: raceAt(league, at), reason: 'Wrong track' } })),
  ),
  fc
    .tuple(which, cents)
    .map(([at, entryFee]) =>
      step(`fee ${entryFee}`, (league) => ({ ask: { type: 'setFee', race: raceAt(league, at), entryFee } })),
    ),
  fc
    .record({
      entryFee: fc.option(cents),
      commission: fc.constantFrom(null, 0, 3.33, 10, 100),
      split: fc.constantFrom(null, '50', '33.33, 33.33, 33.33', '60, 40', '100', '40 30 20 10'),
      bonuses: fc.constantFrom(null, 'None', 'Win 2, Podium 0.50'),
      grandPrize: fc.option(cents),
    })
    .chain((rules) =>
      which.map((at) =>
        step(`rules ${JSON.stringify(rules)}`, (league) => ({
          ask: { type: 'editSeason', season: seasonAt(league, at), ...rules },
        })),
      ),
    ),
  { weight: 3, arbitrary: which.map((at) => inSheet('close season', (league) => closeAt(league, at))) },
  which.map((at) => step('reopen', (league) => ({ ask: { type: 'reopenSeason', season: seasonAt(league, at) } }))),
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.oneof(fc.constantFrom('Outside', 'sponsor:shell'), account), account, cents, which)
      .map(([from, to, amount, at]) =>
        step(`note ${amount} ${JSON.stringify([from, to])}`, (league) => ({
          ask: {
            type: 'notePayment',
            from: accountFor(league, from),
            to: accountFor(league, to),
            amount,
            season: seasonAt(league, at),
          },
        })),
      ),
  },
  fc.tuple(somebody, fc.option(somebody)).map(([who, into]) =>
    step(`${who} is ${into}`, (league) => ({
      ask: { type: 'mergeRacers', racer: league.racer(who), into: into && league.racer(into) },
    })),
  ),
  fc.nat({ max: 4 }).map((back) =>
    step('undo', (league) => ({
      ask: { type: 'undo', entry: league.facts().corrections.toReversed()[back]?.entry ?? 0 },
    })),
  ),
  fc
    .constantFrom('On', 'On', 'On', 'Off')
    .map((value) =>
      inSheet(`money ${value}`, (league) =>
        league.type({ kind: 'edit', tab: 'Settings', id: 'money', cells: { value } }),
      ),
    ),
  fc
    .constantFrom('None', 'Win 1', 'Podium 0.33')
    .map((value) =>
      inSheet(`bonuses ${value}`, (league) =>
        league.type({ kind: 'edit', tab: 'Settings', id: 'bonuses', cells: { value } }),
      ),
    ),
  fc.tuple(which, fc.boolean()).map(([at, gone]) =>
    inSheet(gone ? 'delete a race' : 'put races back', async (league) => {
      const rows = [...league.desk.state.rows.Races.values()];
      const row = gone ? rows.toReversed()[at] : rows.find((one) => one.gone);
      if (row && row.gone !== gone) await league.type({ kind: gone ? 'gone' : 'back', tab: 'Races', id: row.id });
    }),
  ),
  // Names that mean something else in the Ledger, and one that is somebody's already.
  fc
    .tuple(
      fc.constantFrom<Name>('Kiki', 'Mateo'),
      fc.constantFrom('Kiki', 'Mateo', 'Pot', 'League', 'Racer: Ana', 'Ana'),
    )
    .map(([who, racer]) =>
      inSheet(`${who} is called ${racer}`, async (league) => {
        const id = league.racer(who);
        if (id !== '') await league.type({ kind: 'edit', tab: 'Racers', id, cells: { racer } });
      }),
    ),
  fc.tuple(fc.constantFrom<Name>('Zoe', 'Mateo'), fc.boolean()).map(([who, gone]) =>
    inSheet(`${who} ${gone ? 'is deleted' : 'is back'}`, async (league) => {
      const row = [...league.desk.state.rows.Racers.values()].find(({ raw }) => raw.racer === who);
      if (row && row.gone !== gone) await league.type({ kind: gone ? 'gone' : 'back', tab: 'Racers', id: row.id });
    }),
  ),
  fc.constant(inSheet('a minute goes by', (league) => league.clock.advance(60_000))),
);

function wholeRace(entryFee: number, who: readonly Name[]): Step {
  return inSheet(`race of ${who} for ${entryFee}`, async (league) => {
    await league.ask('Juno', { type: 'openRace', entryFee });
    const race = league.race();
    for (const name of who) await league.ask(name, { type: 'join', race });
    await league.ask('Juno', { type: 'startRace', race });
    for (const [index, name] of who.entries()) await league.ask(name, { type: 'report', race, position: index + 1 });
    await league.clock.advance(60_000);
  });
}

/** Whatever is still being raced in it is voided first. */
async function closeAt(league: League, at: number): Promise<void> {
  const season = seasonAt(league, at);
  for (const race of league.facts().races.values()) {
    if (race.season !== season || !isUnderWay(race)) continue;
    await asks(() => ({ ask: { type: 'voidRace', race: race.id, reason: 'The season ends' } }))(league);
  }
  const next = `Season ${league.facts().seasons.size + 1}`;
  await asks(() => ({ ask: { type: 'closeSeason', season, next } }))(league);
}

/** Everybody has raced, for nothing, and there's a sponsor. */
async function begun(): Promise<League> {
  const league = await smallLeague();
  const sponsor: Wanted = { kind: 'add', tab: 'Sponsors', id: 'shell', cells: { sponsor: 'Shell' } };
  await league.type(sponsor, { kind: 'edit', tab: 'Settings', id: 'money', cells: { value: 'On' } });
  await league.play(...racers);
  return league;
}

/** What everybody has but pots and grand prizes, as a preview lists it. */
function holders(facts: Facts): Map<string, number> {
  return new Map([...balances(facts)].filter(([account]) => isHolders({ account })));
}

function isHolders({ account }: { account: string }): boolean {
  return /^(racer:|sponsor:|League$)/.test(account);
}

function gains(before: Map<string, number>, after: Map<string, number>): MoneyEffect[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((account) => ({ account: account as Account, gain: (after.get(account) ?? 0) - (before.get(account) ?? 0) }))
    .filter(({ gain }) => gain !== 0);
}

function expectRight(league: League): void {
  expect(league.errors).toEqual([]);
  const facts = league.facts();
  const all = [...balances(facts).values()];
  expect(all.every(Number.isSafeInteger)).toBe(true);
  expect(all.reduce((sum, amount) => sum + amount, 0)).toBe(0);
  expect(new Set(facts.ledger.map(({ id }) => id)).size).toBe(facts.ledger.length);
  for (const { amount } of facts.ledger) expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
  expect(toBook(facts)).toEqual([]);
  if (!facts.settings.money) return;
  expect(without0(balances(facts))).toEqual(without0(expectedBalances(facts)));
  for (const [pot, amount] of potsByHand(facts)) expect([pot, balances(facts).get(pot) ?? 0]).toEqual([pot, amount]);
}

/** What a race's pot holds: everybody's fee until it's over, nothing afterwards; and what hosts took out too much. */
function potsByHand({ races, seasons, entrants, ledger }: Facts): [string, number][] {
  return [...races.values()].flatMap((race): [string, number][] => {
    const season = seasons.get(race.season ?? '');
    if (!season || season.history || season.status === 'Planned') return [];
    const starters = (entrants.get(race.id) ?? []).filter(({ position }) => position !== 'DNS').length;
    const isOn = race.status === 'Running' || race.status === 'Reporting';
    expect(ledger.some((row) => !row.booked && row.race === race.id)).toBe(false);
    return [[`Pot ${race.id}`, isOn ? starters * (race.entryFee ?? 0) : 0]];
  });
}

function without0(sums: Map<string, number>): Map<string, number> {
  return new Map([...sums].filter(([, amount]) => amount !== 0).sort());
}

async function refolded(league: League): Promise<State> {
  const state = emptyState();
  for (const entry of await league.journal.entries('cozy')) fold(state, entry);
  return state;
}

/** A season that never closes, without races, fees or prizes: what is left is what hosts noted. */
async function takeEverythingBack(league: League): Promise<void> {
  await league.type({ kind: 'edit', tab: 'Settings', id: 'money', cells: { value: 'On' } });
  for (const id of league.desk.state.rows.Races.keys())
    await league.type({ kind: 'edit', tab: 'Races', id, cells: { status: 'Void' } });
  const none = { entryFee: '', grandPrize: '', bonuses: '' };
  for (const id of league.facts().seasons.keys()) await league.type({ kind: 'edit', tab: 'Seasons', id, cells: none });
}

test('whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 35, size: 'max' }), async (all) => {
      const league = await begun();
      try {
        for (const { do: run } of all) {
          await run(league);
          expectRight(league);
        }
        const again = factsOf(await refolded(league));
        expect(again.ledger).toEqual(league.facts().ledger);
        expect(toBook(again)).toEqual([]);

        await takeEverythingBack(league);
        expectRight(league);
        const facts = league.facts();
        const noted = { ...facts, ledger: facts.ledger.filter(({ booked }) => !booked) };
        expect(without0(balances(facts))).toEqual(without0(balances(noted)));
      } finally {
        await league.close();
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
