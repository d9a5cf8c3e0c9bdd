/** Nothing that leaves the server holds a Discord ID, a balance or a secret, with protests and take-overs under way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeView } from '../../server/contract/me.ts';
import { guildId } from '../../server/sandbox/discord/guild.ts';
import { people } from '../../server/sandbox/people.ts';
import { type Eventful, eventfulLeague } from './eventful.ts';
import { secret } from './league-over-http.ts';
import { type Listener, post } from './panel.ts';

let here: Eventful;
let listeners: Listener[];
beforeAll(open, 60_000);
afterAll(close);

async function open(): Promise<void> {
  here = await eventfulLeague();
  listeners = await Promise.all(['host', 'ana'].map(async (key) => (await here.league.panel(key)).live()));
}

async function close(): Promise<void> {
  for (const listener of listeners) await listener.close();
  await here.league.close();
}

/** Every answer that anybody gets, as text, by who asked for what. */
async function everyAnswer(): Promise<Map<string, string>> {
  const { league, racer, past, open } = here;
  const answers = new Map<string, string>();
  const keep = async (who: string, path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(league.url() + path, { headers });
    answers.set(`${who} ${path}`, `${JSON.stringify([...answer.headers])} ${await answer.text()}`);
  };
  const ids = await Promise.all(['Ana', 'Zoë', 'Old Kiki', 'Bartholomew'].map(racer));
  const forAll = ['/', '/league/league', '/api/public/league', '/healthz', '/api/config', '/api/nope'];
  const seasons = [past, open].flatMap((id) => [`/league/league/season/${id}`, `/api/public/league/season/${id}`]);
  for (const path of [...forAll, ...seasons, ...ids.map((id) => `/avatar/${id}`)]) await keep('anybody', path);
  const forMembers = [
    '/api/league',
    '/api/me',
    '/api/corrections',
    '/api/connect',
    `/api/seasons/${past}`,
    `/api/seasons/${open}`,
    ...ids.flatMap((id) => [`/api/racers/${id}`, `/api/racers/${id}/against/${ids[0]}`]),
  ];
  for (const key of ['host', 'ana', 'zoe', 'kiki', 'spectator']) {
    const { token } = await league.panel(key);
    for (const path of forMembers) await keep(key, path, { authorization: `Bearer ${token}` });
    const closing = { type: 'closeSeason', season: open };
    const previewed = await post<unknown>(`${league.url()}/api/preview`, closing, token);
    answers.set(`${key} preview`, JSON.stringify(previewed.body));
  }
  // The script is for hosts, who paste it into the Sheet; it holds that one secret.
  const { token } = await league.panel('ana');
  await keep('ana', '/api/sheet-script', { authorization: `Bearer ${token}` });
  return answers;
}

/** Everything that panels hear while this and that happens, as text. */
async function everyMessage(): Promise<string> {
  const { league, racer, races } = here;
  await league.act('ana', { type: 'protest', race: races.third, says: 'Robin was in front of the line.' });
  await league.act('zoe', { type: 'takeOver', racer: await racer('Old Kiki') });
  await league.clock.advance(5_000);
  const { queue = [] } = (await (await league.panel('host')).get<MeView>('/api/me')).body;
  for (const item of queue) {
    if (item.kind === 'takeOver') await league.act('host', { type: 'answerTakeOver', takeOver: item.id, yes: true });
    if (item.kind === 'takeOver') break;
  }
  await league.clock.advance(5_000);
  return JSON.stringify(listeners.map(({ heard }) => heard));
}

describe('what leaves the server', () => {
  const privateMatters = [
    ...people.map(({ id, key }) => [`${key}’s Discord ID`, id]),
    // Who never set a display name is called by their handle.
    ...people.flatMap(({ username, key, globalName }) => (globalName === null ? [] : [[`${key}’s handle`, username]])),
    ['the server’s ID', guildId],
    ['what signs sessions', secret],
    ['the script’s secret', 'the hint secret of'],
    ['the spreadsheet', 'book-league'],
  ];
  let texts: Map<string, string>;
  beforeAll(async () => {
    await here.league.type('Racers', 'Teo', 'Discord name', 'mateo_new');
    texts = await everyAnswer();
    texts.set('panels hear', await everyMessage());
    for (const [what, text] of await everyAnswer()) texts.set(`${what}, later`, text);
  }, 60_000);

  it('is a lot, with protests and take-overs in it', () => {
    expect(texts.size).toBeGreaterThan(100);
    expect(texts.get('host /api/me')).toContain('"kind":"takeOver"');
    expect(texts.get('host /api/me')).toContain('Ana cut the last corner.');
    expect(texts.get('panels hear')).toContain('Robin was in front of the line.');
    expect(texts.get('panels hear')).toContain('"kind":"takeOver"');
    expect(texts.get('ana /api/me')).toContain('The picture says otherwise.');
  });

  it.each(privateMatters)('holds nowhere %s', (_, matter) => {
    for (const [what, text] of texts) expect(text.includes(String(matter)), what).toBe(false);
  });

  it('speaks nowhere of balances', () => {
    for (const [what, text] of texts) expect(text, what).not.toMatch(/"(balance|ledger|secret|token)s?"/i);
  });

  it('tells members nothing of what others say or ask: that is between them and the hosts', () => {
    const ofMembers = [...texts].filter(([what]) => /^(ana|zoe|kiki|spectator) /.test(what));
    for (const [what, text] of ofMembers) {
      expect(text, what).not.toContain('Ana cut the last corner.');
      expect(text, what).not.toContain('"queue"');
    }
  });

  it('holds no Discord ID in a correction, though a host typed one as they corrected', async () => {
    const { league } = here;
    const tab = league.sheets.spreadsheets.values.get({ spreadsheetId: league.league.workbook, range: "'Racers'" });
    const header = tab.values?.[0] ?? [];
    const line = (tab.values ?? []).findIndex(([name]) => name === 'Old Kiki') + 1;
    const cell = (name: string) => `Racers!${String.fromCharCode(65 + header.indexOf(name))}${line}`;
    for (const [name, value] of [
      ['Discord ID', '900000000000000001'],
      ['Same as', 'Ana'],
    ]) {
      league.sheets.spreadsheets.values.update({
        spreadsheetId: league.league.workbook,
        range: cell(String(name)),
        valueInputOption: 'RAW',
        requestBody: { values: [[String(value)]] },
      });
    }
    await league.clock.advance(10_000);
    const { body } = await (await league.panel('host')).get<{ what: string }[]>('/api/corrections');
    expect(body[0]?.what).toContain('Discord ID');
    expect(JSON.stringify(body)).not.toContain('900000000000000001');
  });
});

describe('what leaves the server while money is played for', () => {
  /** Balances that look like nothing else, in cents, by key and name; after the fee of the race under way. */
  const holders = [
    { key: 'ana', name: 'Ana', paidIn: 77_311 },
    { key: 'robin', name: 'Robin', paidIn: 64_513 },
    { key: 'zoe', name: 'Zoë', paidIn: 58_897 },
  ];
  const fee = 107;
  const shown = (cents: number) => [String(cents), (cents / 100).toFixed(2)];
  let texts: Map<string, string>;
  beforeAll(async () => {
    await close();
    await open();
    const { league, racer, races } = here;
    // Nobody was here for a while, so the Sheet is looked at rarely.
    await league.view();
    await league.clock.advance(60_000);
    await league.set('Money', 'On');
    await league.clock.advance(60_000);
    for (const { name, paidIn } of holders) {
      const account = `racer:${await racer(name)}`;
      await league.act('host', { type: 'notePayment', from: 'Outside', to: account, amount: paidIn });
    }
    await league.act('host', { type: 'setFee', race: races.overdue, entryFee: fee });
    await league.clock.advance(5_000);
    texts = await everyAnswer();
    for (const [index, key] of ['host', 'ana'].entries())
      texts.set(`${key} hears`, JSON.stringify(listeners[index]?.heard));
  }, 60_000);

  it.each(holders)('tells $name their balance, as an answer and as a message', async ({ key, paidIn }) => {
    const { body } = await (await here.league.panel(key)).get<MeView>('/api/me');
    expect(body.wallet?.balance).toBe(paidIn - fee);
    if (key === 'ana') expect(texts.get('ana hears')).toContain(String(paidIn - fee));
  });

  it.each(holders)('tells nobody else what $name has', ({ key, paidIn }) => {
    const own = new Set([`${key} /api/me`, `${key} hears`]);
    for (const [what, text] of texts) {
      if (own.has(what)) continue;
      for (const balance of shown(paidIn - fee)) expect(text.includes(balance), `${what}: ${balance}`).toBe(false);
    }
  });

  it('opens the book to hosts alone', async () => {
    const { league } = here;
    for (const key of ['ana', 'kiki', 'spectator']) {
      const { status, body } = await (await league.panel(key)).get('/api/ledger');
      expect([key, status, body.error.code]).toEqual([key, 403, 'hosts_only']);
    }
    const { body } = await (await league.panel('host')).get('/api/ledger');
    for (const { paidIn } of holders) expect(JSON.stringify(body)).toContain(String(paidIn - fee));
  });
});
