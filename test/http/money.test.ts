/** What members, hosts and everybody see of money: their own, all of it, and what was won. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionAnswer, PreviewAnswer } from '../../server/contract/actions.ts';
import type { LeagueView } from '../../server/contract/league.ts';
import type { MeView } from '../../server/contract/me.ts';
import type { LedgerView } from '../../server/contract/money.ts';
import type { PublicLeague, PublicSeason } from '../../server/contract/public.ts';
import type { ProfileView } from '../../server/contract/racer.ts';
import type { SeasonView } from '../../server/contract/season.ts';
import { type LeagueOverHttp, leagueOverHttp } from './league-over-http.ts';
import { post, request } from './panel.ts';

let league: LeagueOverHttp;
const see = async <T>(path: string, key = 'host'): Promise<T> => {
  const { status, body } = await (await league.panel(key)).get<T>(path);
  expect(status, path).toBe(200);
  return body;
};
const view = () => see<LeagueView>('/api/league');
const racer = async (name: string) => {
  const [id = ''] = Object.entries((await view()).racers).find(([, one]) => one.name === name) ?? [];
  return id;
};
const season = async () => (await view()).season?.id ?? '';
const wallet = async (key: string) => (await see<MeView>('/api/me', key)).wallet;
const preview = async (action: object, key = 'host') =>
  (await post<PreviewAnswer>(`${league.url()}/api/preview`, action, (await league.panel(key)).token)).body;
const refusal = async (action: object) => {
  const { body } = await (await league.panel('host')).act(action);
  return `${body.error.message} ${body.error.remedy}`;
};

/** Opens a race for 1.00, lets them join it and starts it. */
async function paid(...racers: string[]): Promise<string> {
  const race = await league.act('host', { type: 'openRace', entryFee: 100 });
  for (const key of racers) await league.act(key, { type: 'join', race });
  return league.act('host', { type: 'startRace', race });
}

async function finish(race: string, ...racers: string[]): Promise<void> {
  for (const [index, key] of racers.entries()) await league.act(key, { type: 'report', race, position: index + 1 });
  await league.act('host', { type: 'closeRace', race });
}

describe('while money is off', () => {
  beforeAll(async () => {
    league = await leagueOverHttp();
    await league.play('ana', 'robin');
  }, 60_000);
  afterAll(() => league.close());

  it('nothing that anybody is told speaks of any', async () => {
    const ana = await racer('Ana');
    const paths = ['/api/league', '/api/me', `/api/seasons/${await season()}`, `/api/racers/${ana}`];
    const texts = await Promise.all(
      [...paths, '/api/public/league', '/league/league'].flatMap((path) =>
        ['host', 'ana'].map(async (key) => {
          const { token } = await league.panel(key);
          return (await fetch(league.url() + path, { headers: { authorization: `Bearer ${token}` } })).text();
        }),
      ),
    );
    const words = /"(money|wallet|stakes|won|winnings|earnings|currency|grandPrize|sponsors)"|EUR|€/;
    for (const text of texts) expect(text).not.toMatch(words);
  });

  it('there is no ledger, and a payment is refused with what to do', async () => {
    const { status, body } = await (await league.panel('host')).get('/api/ledger');
    expect([status, body.error.code]).toEqual([409, 'money_off']);
    const note = { type: 'notePayment', from: 'Outside', to: 'League', amount: 100 };
    expect(await refusal(note)).toBe(
      'This league plays for points only: Money is Off. Turn Money On in the Settings tab first.',
    );
  });
});

describe('while money is on', () => {
  let first: string;
  beforeAll(async () => {
    league = await leagueOverHttp();
    await league.set('Money', 'On');
    await league.act('host', { type: 'editSeason', season: await season(), entryFee: 500, grandPrize: 2_000 });
    first = await paid('ana', 'robin', 'zoe');
  }, 60_000);
  afterAll(async () => {
    expect(league.errors).toEqual([]);
    await league.close();
  });

  it('a race says what it costs before anybody joins, and what will be in its pot', async () => {
    const race = await league.act('host', { type: 'openRace', entryFee: 250 });
    const stakes = async () => (await view()).races[race]?.stakes;
    expect(await stakes()).toEqual({ entryFee: 250, pot: 0, shares: [50, 30, 20] });
    await league.act('kiki', { type: 'join', race });
    expect(await stakes()).toMatchObject({ pot: 250 });
    await league.act('host', { type: 'setFee', race, entryFee: null });
    expect(await stakes()).toBeUndefined();
    await league.act('host', { type: 'voidRace', race, reason: 'only a look' });
  });

  it('a racer sees their own balance and bookings, and nobody else’s', async () => {
    expect(await wallet('ana')).toMatchObject({ balance: -100, bookings: [{ amount: -100, why: 'Entry fee' }] });
    expect(await wallet('kiki')).toEqual({ balance: 0, bookings: [] });
    const { status, body } = await (await league.panel('ana')).get('/api/ledger');
    expect([status, body.error.code]).toEqual([403, 'hosts_only']);
  });

  it('a final race says who won what; its pot is what was in it', async () => {
    await finish(first, 'ana', 'robin', 'zoe');
    const race = (await view()).races[first];
    expect(race?.stakes).toEqual({ entryFee: 100, pot: 300, shares: [50, 30, 20] });
    const won = race?.entrants.map(({ position, won }) => [position, won]);
    expect(won?.sort()).toEqual([
      [1, 150],
      [2, 90],
      [3, 60],
    ]);
    expect(await wallet('ana')).toMatchObject({ balance: -100 - 500 + 150 });
    const latest = (await wallet('ana'))?.bookings.map(({ amount, why, about }) => [amount, why, about]);
    expect(latest).toEqual([
      [150, 'Prize for 1st', 'Race 1'],
      [-500, 'Entry fee', 'Season 1'],
      [-100, 'Entry fee', 'Race 1'],
    ]);
  });

  it('hosts see every balance and the whole book', async () => {
    const { accounts, rows } = await see<LedgerView>('/api/ledger');
    expect(accounts.map(({ name, about, balance }) => [name, about, balance])).toEqual([
      ['the pot', 'Season 1', 1_500],
      ['Ana', undefined, -450],
      ['Robin', undefined, -510],
      ['Zoë', undefined, -540],
    ]);
    expect(accounts.reduce((all, { balance }) => all + balance, 0)).toBe(0);
    expect(rows).toContainEqual(
      expect.objectContaining({ from: 'the pot', to: 'Zoë', amount: 60, why: 'Prize for 3rd', about: 'Race 1' }),
    );
    expect(rows).toHaveLength(9);
  });

  it('prizes won are public: in standings, profile, page and its JSON', async () => {
    const { standings, money } = await view();
    expect(standings.map(({ winnings }) => winnings)).toEqual([150, 90, 60]);
    expect(money).toEqual({
      currency: 'EUR',
      season: { entryFee: 500, pot: 1_500, shares: [50, 30, 20] },
      grandPrize: { amount: 2_000 },
    });
    expect((await see<ProfileView>(`/api/racers/${await racer('Ana')}`, 'zoe')).earnings).toBe(150);
    const { body } = await request<PublicLeague>(`${league.url()}/api/public/league`);
    expect(body.currency).toBe('EUR');
    expect(body.standings.map(({ racer, winnings }) => [racer, winnings])).toContainEqual(['Ana', 150]);
    const page = await (await fetch(`${league.url()}/league/league`)).text();
    expect(page).toContain('<th>Won</th>');
    expect(page).toContain('€1.50');
    expect(page).toContain('Grand prize: €20.00, presented by ');
  });

  it('a correction says first what it does to money, to a host of everybody', async () => {
    const positions = [
      { racer: await racer('Ana'), position: 2 },
      { racer: await racer('Robin'), position: 1 },
    ];
    const { effects } = await preview({ type: 'correct', race: first, positions });
    expect(effects.money?.map(({ name, gain }) => [name, gain]).sort()).toEqual([
      ['Ana', -60],
      ['Robin', 60],
    ]);
    expect(effects.sentences).toContainEqual(expect.stringMatching(/^Money: .*Ana −€0\.60/));
    const { effects: ofVoid } = await preview({ type: 'voidRace', race: first, reason: 'a wrong track' });
    expect(ofVoid.money?.find(({ name }) => name === 'Ana')?.gain).toBe(500 + 100 - 150);
  });

  it('a racer who asks what something does sees their own part alone', async () => {
    await league.set('Who may open races', 'Everyone');
    const race = await league.act('host', { type: 'openRace', entryFee: 100 });
    for (const key of ['ana', 'robin']) await league.act(key, { type: 'join', race });
    const start = { type: 'startRace', race };
    expect((await preview(start)).effects.money?.map(({ name, gain }) => [name, gain])).toContainEqual([
      'the pot of Race 3',
      200,
    ]);
    const { effects } = await preview(start, 'ana');
    expect(effects.money).toEqual([{ account: `racer:${await racer('Ana')}`, name: 'Ana', gain: -100 }]);
    expect(effects.sentences.join()).not.toContain('Robin');
    expect((await preview(start, 'zoe')).effects).not.toHaveProperty('money');
    await league.act('host', { type: 'voidRace', race, reason: 'only a look' });
  });

  it('a payment is noted, and a cash-out above the balance is refused in words', async () => {
    const account = `racer:${await racer('Ana')}`;
    await league.act('host', { type: 'notePayment', from: 'Outside', to: account, amount: 1_000 });
    expect(await wallet('ana')).toMatchObject({
      balance: 550,
      bookings: [{ amount: 1_000, why: 'Paid in' }, {}, {}, {}],
    });
    const { status, body } = await (await league.panel('host')).act<ActionAnswer & { error: { message: string } }>({
      type: 'notePayment',
      from: account,
      to: 'Outside',
      amount: 551,
    });
    expect(status).toBe(409);
    expect(body.error.message).toContain('€5.50');
  });

  it('the check for the champion shows before the season closes, and afterwards', async () => {
    const id = await season();
    const before = (await see<SeasonView>(`/api/seasons/${id}`, 'zoe')).money;
    const ana = await racer('Ana');
    expect(before?.check).toEqual({ amount: 2_000, champions: [{ racer: ana, name: 'Ana', amount: 2_000 }] });
    await league.act('host', { type: 'closeSeason', season: id });
    const after = await see<SeasonView>(`/api/seasons/${id}`, 'zoe');
    expect(after.money?.check).toEqual(before?.check);
    expect(after.standings[0]).toMatchObject({ name: 'Ana', winnings: 150 + 750 + 2_000 });
    const { body } = await request<PublicSeason>(`${league.url()}/api/public/league/season/${id}`);
    expect(body.grandPrize).toEqual({ amount: 2_000 });
    const page = await (await fetch(`${league.url()}/league/league/season/${id}`)).text();
    expect(page).toContain('Grand prize: €20.00, presented by');
  });

  it('what was booked stays in hosts’ sight when money is turned off', async () => {
    const { rows } = await see<LedgerView>('/api/ledger');
    await league.set('Money', 'Off');
    expect(await see<LedgerView>('/api/ledger')).toMatchObject({ currency: 'EUR', rows });
    expect(await wallet('ana')).toBeUndefined();
  });
});

it('a season has its sponsor without any money', async () => {
  league = await leagueOverHttp();
  const range = 'Sponsors!A2';
  const requestBody = { values: [['Orbit']] };
  const spreadsheetId = league.league.workbook;
  league.sheets.spreadsheets.values.update({ spreadsheetId, range, valueInputOption: 'RAW', requestBody });
  await league.clock.advance(20_000);
  const [orbit] = (await see<MeView>('/api/me')).sponsors ?? [];
  expect(orbit?.name).toBe('Orbit');
  await league.act('host', { type: 'editSeason', season: await season(), sponsor: orbit?.id ?? '' });
  expect(await see<SeasonView>(`/api/seasons/${await season()}`)).toMatchObject({ sponsor: orbit?.id });
  await league.close();
});
