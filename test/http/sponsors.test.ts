import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SponsorDeskView, SponsorTurn } from '../../server/contract/sponsors.ts';
import { factsOf } from '../../server/facts.ts';
import { example, localNet } from '../sponsors/nets.ts';
import { png } from '../sponsors/pictures.ts';
import { type LeagueOverHttp, leagueOverHttp } from './league-over-http.ts';
import { post } from './panel.ts';

const logo = png(300, 100);
let held = Promise.resolve();
const logos = createServer((request, response) => {
  if (request.url === '/orbit.png') void held.then(() => response.end(logo));
  else response.writeHead(200, { 'content-type': 'image/png' }).end('<svg onload="alert(1)"/>');
});

let league: LeagueOverHttp;

beforeAll(async () => {
  logos.listen(0, '127.0.0.1');
  await once(logos, 'listening');
});
afterAll(async () => {
  logos.closeAllConnections();
  logos.close();
  await once(logos, 'close');
});
beforeEach(async () => {
  const { net } = localNet({ 'logos.example': () => [example] }, { [example]: (logos.address() as AddressInfo).port });
  league = await leagueOverHttp(undefined, {}, net);
  return () => league.close();
});

/** A host adds rows to the Sponsors tab: name, logo, link, message. */
async function sponsors(...rows: Row[]): Promise<void> {
  await type(...rows);
  await logosThere();
}

type Row = readonly [name: string, logo?: string, link?: string, message?: string];

async function type(...rows: Row[]): Promise<void> {
  const { sheets, clock } = league;
  const values = rows.map(([name, logo = '', link = '', message = '']) => [name, logo, '', link, message]);
  const range = `Sponsors!A2:E${rows.length + 1}`;
  sheets.spreadsheets.values.update({
    spreadsheetId: league.league.workbook,
    range,
    valueInputOption: 'RAW',
    requestBody: { values },
  });
  await clock.advance(10_000);
}

/** A fetch takes real time on this machine, however still the league's clock stands. */
async function logosThere(): Promise<void> {
  const { logos: kept } = league.league.sponsors;
  const addresses = league.league.sponsors.all().flatMap(({ logo: address = [] }) => address);
  const isThere = () => addresses.every((one) => kept.at(one) ?? kept.troubleAt(one));
  await new Promise<void>((resolve) => {
    if (isThere()) return resolve();
    const end = kept.watch(() => {
      if (!isThere()) return;
      end();
      resolve();
    });
  });
}

const named = (name: string) => league.type('Seasons', 'Season 1', 'Sponsor', name);

async function turn(key: string): Promise<SponsorTurn['sponsor']> {
  const { token } = await league.panel(key);
  return (await post<SponsorTurn>(`${league.url()}/api/sponsors/turn`, {}, token)).body.sponsor;
}

const idOf = (name: string) => league.league.sponsors.all().find(({ sponsor }) => sponsor === name)?.id ?? '';
const counted = () =>
  league.league.sponsors.counts
    .all()
    .map(({ sponsor, what, surface, count }) => [league.league.sponsors.find(sponsor)?.sponsor, what, surface, count]);
const page = async () => (await fetch(`${league.url()}/league/league`)).text();

describe("a season's sponsor", () => {
  it('stands beside the standings with a logo of our own origin, kept over a restart', async () => {
    await sponsors(['Orbit', 'http://logos.example/orbit.png', 'https://orbit.example/?a=1', 'Drink it']);
    expect(await turn('ana')).toBeUndefined();
    await named('Orbit');
    const shown = await turn('ana');
    expect(shown).toMatchObject({ name: 'Orbit', message: 'Drink it', logo: { width: 300, height: 100 } });
    const answer = await fetch(league.url() + shown?.logo?.url);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(logo);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(await league.journal.logos('league')).toMatchObject([{ address: 'http://logos.example/orbit.png' }]);
  });

  it('shows its logo in panels that are open as it arrives', async () => {
    const arrives = Promise.withResolvers<void>();
    held = arrives.promise;
    await type(['Orbit', 'http://logos.example/orbit.png']);
    await named('Orbit');
    const listener = await (await league.panel('ana')).live();
    const { sponsors: bare } = (await listener.take('snapshot')).league;
    arrives.resolve();
    await logosThere();
    await league.clock.advance(25);
    let shown: unknown = bare;
    while (shown === bare) shown = Reflect.get((await listener.take('change')).patch, 'sponsors') ?? bare;
    expect(shown).toBe((await league.view()).sponsors);
    await listener.close();
  });

  it('is asked for another logo when the address changes, and what nobody names goes', async () => {
    await sponsors(['Orbit', 'http://logos.example/orbit.png']);
    await league.type('Sponsors', 'Orbit', 'Logo', 'http://logos.example/other');
    await logosThere();
    expect(await league.journal.logos('league')).toEqual([]);
    expect(league.league.sponsors.problems()).toMatchObject([
      { tab: 'Sponsors', field: 'logo', what: expect.stringContaining('SVG'), remedy: expect.stringContaining('PNG') },
    ]);
    await league.clock.advance(10_000);
    const { values } = league.sheets.spreadsheets.values.get({
      spreadsheetId: league.league.workbook,
      range: 'Problems!A2:C2',
    });
    expect(values?.[0]?.slice(0, 2)).toEqual(['Sponsors!B2', 'Orbit: The logo is an SVG, which can hold programs.']);
  });

  it.each([
    ['Logo', 'javascript:alert(1)'],
    ['Link', 'ftp://orbit.example'],
  ])('has a Problem for a %s that isn’t http or https', async (header, value) => {
    await sponsors(['Orbit', '', 'https://orbit.example']);
    await league.type('Sponsors', 'Orbit', header, value);
    const { body: desk } = await (await league.panel('host')).get<SponsorDeskView>('/api/sponsors');
    expect(desk.sponsors[0]?.problems).toEqual([
      {
        field: header.toLowerCase(),
        what: expect.stringMatching(new RegExp(`^${header}: “${value.slice(0, 3)}`)),
        remedy: expect.any(String),
      },
    ]);
    const { body } = await (await league.panel('host')).get<{ problems?: { where: string }[] }>('/api/me');
    expect(body.problems).toMatchObject([{ where: expect.stringMatching(/^Sponsors!/), remedy: expect.any(String) }]);
  });

  it('takes turns with others, equally', async () => {
    await sponsors(['Orbit'], ['Teapot'], ['Lantern']);
    const { clock } = league;
    for (const name of ['Orbit', 'Teapot', 'Lantern']) await league.type('Sponsors', name, 'From', 46_000);
    const seen: (string | undefined)[] = [];
    for (let asked = 0; asked < 9; asked += 1) seen.push((await turn('ana'))?.name);
    expect([...Map.groupBy(seen, (name) => name)].map(([, { length }]) => length)).toEqual([3, 3, 3]);
    await league.type('Sponsors', 'Lantern', 'Until', 46_001);
    expect(await Promise.all([turn('ana'), turn('ana')]).then((all) => all.map((one) => one?.name))).not.toContain(
      'Lantern',
    );
    await clock.advance(0);
  });

  it('is told when it is shown until before it is shown from', async () => {
    await sponsors(['Orbit']);
    await league.type('Sponsors', 'Orbit', 'From', 46_100);
    await league.type('Sponsors', 'Orbit', 'Until', 46_000);
    await named('Orbit');
    expect(await turn('ana')).toBeUndefined();
    expect(league.league.sponsors.problems()).toMatchObject([{ field: 'until' }]);
  });
});

describe('what is counted', () => {
  beforeEach(async () => {
    await sponsors(['Orbit', '', 'https://orbit.example/shop?a=1'], ['Teapot', '', 'https://teapot.example']);
    await named('Orbit');
  });

  const seen = async (key: string, sponsor: string) =>
    (await post(`${league.url()}/api/sponsors/seen`, { sponsor }, (await league.panel(key)).token)).status;

  it('is a panel in which the logo was on the screen, once for each person and day', async () => {
    for (const key of ['ana', 'ana', 'host']) expect(await seen(key, idOf('Orbit'))).toBe(202);
    expect(counted()).toEqual([['Orbit', 'display', 'panel', 2]]);
    await league.clock.advance(24 * 3_600_000);
    league.signOut();
    await seen('ana', idOf('Orbit'));
    expect((await league.journal.counted('league')).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('isn’t one that nobody shows', async () => {
    await seen('ana', idOf('Teapot'));
    await seen('ana', 'nobody');
    expect(counted()).toEqual([]);
  });

  it('is a page view by its own ticket, once, and not by another', async () => {
    const html = await page();
    const ticket = /data-ticket="([^"]+)"/.exec(html)?.[1] ?? '';
    const tell = (ticket: string) =>
      fetch(`${league.url()}/seen`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ticket }),
      });
    const parts = ticket.split('.');
    const another = [...parts.slice(0, 2), 'another', ...parts.slice(3)].join('.');
    for (const one of [ticket, ticket, another, `${ticket}x`, 'a.b.c.d', 'league...', '....'])
      expect((await tell(one)).status).toBe(202);
    expect(counted()).toEqual([['Orbit', 'display', 'page', 1]]);
  });

  it.each(['orbit.gmbh', 'o'.repeat(200)])('is a page view and a panel, whatever ID a host gave: %s', async (id) => {
    await named('');
    league.sheets.spreadsheets.values.update({
      spreadsheetId: league.league.workbook,
      range: 'Sponsors!A4:H4',
      valueInputOption: 'RAW',
      requestBody: { values: [['Lantern', '', '', '', '', 46_000, '', id]] },
    });
    await league.clock.advance(10_000);
    const ticket = /data-ticket="([^"]+)"/.exec(await page())?.[1] ?? '';
    const headers = { 'content-type': 'application/json' };
    await fetch(`${league.url()}/seen`, { method: 'POST', headers, body: JSON.stringify({ ticket }) });
    expect(await seen('ana', id)).toBe(202);
    expect(league.league.sponsors.counts.all().map(({ surface }) => surface)).toEqual(['page', 'panel']);
  });

  it('is a click, which leads to the address that the host entered and to no other', async () => {
    const go = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${league.url()}/go/league/${path}`, { redirect: 'manual', headers });
    const id = idOf('Orbit');
    for (const path of [`${id}?from=panel`, `${id}?from=panel&to=https://evil.example&url=//evil.example`]) {
      const answer = await go(path);
      expect(answer.status).toBe(302);
      expect(answer.headers.get('location')).toBe('https://orbit.example/shop?a=1&utm_source=league');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect(counted()).toEqual([['Orbit', 'click', 'panel', 2]]);
    expect((await fetch(`${league.url()}/go/${id}`, { redirect: 'manual' })).status).toBe(404);
    for (const path of ['nobody', `${id}//evil.example`, 'https:%2F%2Fevil.example', '__proto__'])
      expect((await go(path)).status).toBe(404);
  });

  it('isn’t a click of a program, one that is fetched ahead, or a flood of them; all are led on', async () => {
    const id = idOf('Orbit');
    const go = (headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${league.url()}/go/league/${id}`, { redirect: 'manual', method, headers });
    await go({ 'user-agent': 'Mozilla/5.0 (compatible; Discordbot/2.0)' });
    await go({ 'sec-purpose': 'prefetch' });
    await go({}, 'HEAD');
    expect(counted()).toEqual([]);
    for (let click = 0; click < 30; click += 1) expect((await go()).status).toBe(302);
    expect(counted()).toEqual([['Orbit', 'click', 'page', 10]]);
  });
});

describe('sponsors of two leagues', () => {
  it('keep their links and clicks, though a host of the other league types their ID', async () => {
    const other = await league.addLeague('other', '999999999999999999');
    await sponsors(['Orbit', '', 'https://orbit.example']);
    const id = idOf('Orbit');
    league.sheets.spreadsheets.values.update({
      spreadsheetId: other.workbook,
      range: 'Sponsors!A2:H2',
      valueInputOption: 'RAW',
      requestBody: { values: [['Evil', '', '', 'https://evil.example', '', 46_000, '', id]] },
    });
    await league.clock.advance(10_000);
    expect(other.sponsors.find(id)?.sponsor).toBe('Evil');
    await named('Orbit');
    const link = /href="(\/go\/[^"]+)"/.exec(await page())?.[1]?.replace('&amp;', '&') ?? '';
    const go = (path: string) => fetch(league.url() + path, { redirect: 'manual' });
    expect((await go(link)).headers.get('location')).toBe('https://orbit.example/?utm_source=league');
    expect((await go(`/go/other/${id}`)).headers.get('location')).toBe('https://evil.example/?utm_source=other');
    expect(counted()).toEqual([['Orbit', 'click', 'page', 1]]);
  });

  it('count a page view for the league on whose page it was', async () => {
    const other = await league.addLeague('other', '999999999999999999');
    await sponsors(['Orbit', '', 'https://orbit.example']);
    await named('Orbit');
    const ticket = /data-ticket="([^"]+)"/.exec(await page())?.[1] ?? '';
    expect(await other.sponsors.redeem(ticket, '')).toBe(false);
    expect(await other.sponsors.redeem(ticket.replace('league', 'other'), '')).toBe(false);
    expect(await league.league.sponsors.redeem(ticket, '')).toBe(true);
  });
});

describe('a server behind a proxy', () => {
  beforeEach(async () => {
    await league.close();
    league = await leagueOverHttp(undefined, { proxies: 1 });
  });

  it('tells visitors apart by what the proxy says, and believes nothing that came to the proxy', async () => {
    await sponsors(['Orbit', '', 'https://orbit.example']);
    await named('Orbit');
    const go = (from: string) =>
      fetch(`${league.url()}/go/league/${idOf('Orbit')}`, { redirect: 'manual', headers: { 'x-forwarded-for': from } });
    for (let click = 0; click < 15; click += 1) await go(`203.0.113.${click}, 198.51.100.1`);
    expect(counted()).toEqual([['Orbit', 'click', 'page', 10]]);
    await go('198.51.100.2');
    expect(counted()).toEqual([['Orbit', 'click', 'page', 11]]);
  });
});

describe('open panels', () => {
  it('are told when a sponsor or a logo comes, and not with every change of the league', async () => {
    const sponsorsSeen = async () => (await league.view()).sponsors;
    expect(await sponsorsSeen()).toBeUndefined();
    await sponsors(['Orbit', 'http://logos.example/orbit.png']);
    const before = await sponsorsSeen();
    await named('Orbit');
    const shown = await sponsorsSeen();
    await league.play('ana', 'robin');
    expect(await sponsorsSeen()).toBe(shown);
    await league.type('Sponsors', 'Orbit', 'Message', 'Drink it');
    expect(new Set([before, shown, await sponsorsSeen()]).size).toBe(3);
  });
});

describe("a sponsor's report", () => {
  beforeEach(async () => {
    await sponsors(['=Orbit & <Co>', '', 'https://orbit.example']);
    await named('=Orbit & <Co>');
    await league.play('ana', 'robin');
  });

  const report = async () => {
    const { body } = await (await league.panel('host')).get<SponsorDeskView>('/api/sponsors');
    return league.url() + new URL(body.sponsors[0]?.report ?? '').pathname;
  };

  it('is a page, a CSV and a picture for whoever has its address, and for nobody else', async () => {
    await league.league.sponsors.counts.seen('ana', idOf('=Orbit & <Co>'), 'panel');
    const address = await report();
    const html = await fetch(address);
    expect(html.headers.get('x-robots-tag')).toContain('noindex');
    expect(html.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await html.text();
    expect(text).toContain('=Orbit &amp; &lt;Co&gt; in ');
    expect(text).toContain('<li><span>Seen in the panel</span> <strong>1</strong></li>');
    expect(text).toContain('<li><span>Racers</span> <strong>2</strong></li>');
    expect(text).toContain('Not counted:');
    const csv = await (await fetch(`${address}/report.csv`)).text();
    expect(csv).toContain("Season 1,'=Orbit & <Co>,Races,,,1");
    for (const file of ['report.png', 'standings.png', 'final.png']) {
      const picture = await fetch(`${address}/${file}`);
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect(picture.headers.get('cache-control')).toBe('private, no-store');
      expect(Buffer.from(await picture.arrayBuffer()).readUInt32BE(16)).toBe(800);
      expect((await fetch(`${address.slice(0, -1)}/${file}`)).status).toBe(404);
    }
    expect((await fetch(`${address.slice(0, -1)}/report.csv`)).status).toBe(404);
    expect((await fetch(`${league.url()}/sponsor-report/${idOf('=Orbit & <Co>')}`)).status).toBe(404);
  });

  it('counts the posts that it stood on, not those of another', async () => {
    const { id, desk } = league.league;
    const [season = ''] = factsOf(desk.state).seasons.keys();
    const post = { state: 'posted', channel: '', message: '1', print: '', textPrint: '', nonce: '', at: 1 } as const;
    const sponsor = idOf('=Orbit & <Co>');
    await league.journal.savePost(id, { ...post, subject: `standings ${season}`, sponsors: [sponsor, 'another'] });
    await league.journal.savePost(id, { ...post, subject: `recap ${season} Friday`, sponsors: ['another'] });
    const text = await (await fetch(await report())).text();
    expect(text).toContain('<li><span>Posts in Discord</span> <strong>1</strong></li>');
  });

  it('is handed out to hosts alone', async () => {
    expect((await (await league.panel('ana')).get('/api/sponsors')).status).toBe(403);
  });
});
