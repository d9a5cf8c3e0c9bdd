import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SheetScriptAnswer } from '../../server/contract/sheet.ts';
import { type LeagueOverHttp, leagueOverHttp } from '../http/league-over-http.ts';
import { type Fetched, openSpreadsheet, type Spreadsheet } from './apps-script.ts';

const minute = 60_000;

let league: LeagueOverHttp;
let script: string;
beforeAll(async () => {
  league = await leagueOverHttp();
  script = (await (await league.panel('host')).get<SheetScriptAnswer>('/api/sheet-script')).body.script;
});
afterAll(() => league.close());

const headers = ['Where', 'What is wrong', 'What to do', 'Since'];
let now: number;
let sheet: Spreadsheet;
let google: Spreadsheet['google'];
beforeEach(() => {
  now = Date.UTC(2026, 2, 6, 20, 14);
  open({ Results: [['Race', 'Racer']], Problems: [headers] });
});

function open(tabs: Record<string, string[][]>, text = script): void {
  sheet = openSpreadsheet(text, tabs, () => now);
  google = sheet.google;
}

/** What the script fetched, sent to the league's server as it is; answers the status. */
async function send({ url, method, contentType, payload, followRedirects }: Fetched): Promise<number> {
  const { status } = await fetch(url.replace('//localhost:', '//127.0.0.1:'), {
    method,
    headers: { 'content-type': contentType, connection: 'close' },
    body: payload,
    redirect: followRedirects ? 'follow' : 'manual',
  });
  return status;
}

/** Chooses an item of the menu, and chooses it again with what the league's server really answers to that. */
async function chooseForReal(label: string): Promise<string | undefined> {
  sheet.choose(label);
  google.answer = await send(google.fetched[0]!);
  google.properties.clear();
  sheet.choose(label);
  return google.toasts.at(-1);
}

const toasted = (text: string) => `Cozy-Kart (10 s): ${text}`;

test('the menu is there when the spreadsheet is opened', () => {
  expect([...google.menu.keys()].map((path) => path.split(' > ')[1])).toEqual([
    'Look now',
    "What's wrong?",
    'Open the panel',
    'Notice my edits',
  ]);
});

describe('Look now', () => {
  test('makes the league look, and says so', async () => {
    expect(await chooseForReal('Look now')).toBe(toasted('The league is looking now.'));
  });

  test('says that the secret is wrong', async () => {
    open({}, script.replace(/const SECRET = .*/, 'const SECRET = "of another league";'));
    expect(await chooseForReal('Look now')).toBe(
      toasted("The league doesn't know this script's secret. Copy the script from the panel again."),
    );
  });

  test('says that the server can’t be reached, with Google’s reason', () => {
    google.answer = new Error('Address unavailable: http://localhost');
    sheet.choose('Look now');
    expect(google.toasts).toHaveLength(1);
    expect(google.toasts[0]).toMatch(/http:\/\/localhost:\d+ can't be reached\. Google says: Address unavailable/);
  });

  test.each([
    [429, 'The league was asked too often. It takes hints again in a minute.'],
    [503, 'answered with an error (503). Try again in a minute.'],
    [302, 'answered with an error (302). Try again in a minute.'],
  ])('puts an answer of %i into words', (status, words) => {
    google.answer = status;
    sheet.choose('Look now');
    expect(google.toasts[0]).toContain(words);
  });

  test('says what went wrong meanwhile, once', () => {
    sheet.choose('Notice my edits');
    google.answer = 503;
    sheet.edit();
    google.answer = 202;
    sheet.choose('Look now');
    expect(google.toasts.at(-1)).toMatch(
      /The league is looking now\. Earlier it couldn't be told\. .*2026.*: .* answered with an error \(503\)/,
    );
    sheet.choose('Look now');
    expect(google.toasts.at(-1)).toBe(toasted('The league is looking now.'));
  });

  test('of a script that nobody filled in says where to get one', () => {
    open({}, script.replace(/const (SERVER|SECRET) = .*/g, "const $1 = '';"));
    sheet.choose('Look now');
    expect(google.toasts[0]).toContain("This script doesn't know its league. Copy it from the panel");
    expect(google.fetched).toEqual([]);
  });
});

describe('the hint', () => {
  test('has the secret in its body alone, and goes nowhere else', () => {
    sheet.choose('Look now');
    const [{ url, payload, followRedirects } = { url: '', payload: '', followRedirects: true }] = google.fetched;
    const { secret } = JSON.parse(payload);
    expect(secret).toMatch(/./);
    expect(url).toMatch(/^http:\/\/localhost:\d+\/api\/hint$/);
    expect(followRedirects).toBe(false);
  });

  test('leaves the secret in no words, no property and no log, whatever fails', () => {
    sheet.choose('Notice my edits');
    const secret = JSON.parse(google.fetched[0]?.payload ?? '').secret;
    for (const answer of [403, 429, 500, new Error('DNS error')]) {
      google.answer = answer;
      for (const label of ['Look now', "What's wrong?", 'Notice my edits']) sheet.choose(label);
      now += 10 * minute;
      sheet.edit();
    }
    google.propertiesFail = true;
    sheet.edit();
    const { toasts, dialogs, properties, executions } = google;
    expect(executions).toHaveLength(1);
    expect(JSON.stringify([toasts, dialogs, [...properties], executions])).not.toContain(secret);
  });
});

describe('Notice my edits', () => {
  test('installs a trigger for edits and one for changes, and says so', async () => {
    expect(await chooseForReal('Notice my edits')).toBe(toasted('Edits were noticed already.'));
    expect(google.toasts[0]).toBe(toasted('From now on the league notices edits at once.'));
    expect(google.triggers).toEqual([
      { handler: 'tellOfEdit', event: 'ON_EDIT' },
      { handler: 'tellOfChange', event: 'ON_CHANGE' },
    ]);
  });

  test('chosen again and again makes no second one', () => {
    for (let n = 0; n < 5; n++) sheet.choose('Notice my edits');
    expect(google.triggers).toHaveLength(2);
  });

  test('puts back the one of the two that somebody deleted', () => {
    sheet.choose('Notice my edits');
    google.triggers.shift();
    sheet.choose('Notice my edits');
    expect(google.triggers.map(({ event }) => event).sort()).toEqual(['ON_CHANGE', 'ON_EDIT']);
    expect(google.toasts.at(-1)).toBe(toasted('From now on the league notices edits at once.'));
  });

  test('says at once if the league can’t be told', () => {
    google.answer = 403;
    sheet.choose('Notice my edits');
    expect(google.toasts[0]).toBe(
      toasted(
        "From now on the league notices edits at once. But right now: The league doesn't know this script's secret. Copy the script from the panel again.",
      ),
    );
  });
});

describe('an edit', () => {
  beforeEach(() => {
    sheet.choose('Notice my edits');
    google.fetched.length = 0;
  });

  test('is told to the league, which has it within two seconds', async () => {
    await league.play('ana', 'robin');
    await league.clock.advance(60 * minute);
    const winner = () => {
      const { standings, racers } = league.league.view();
      return racers[standings[0]?.racer ?? '']?.name;
    };
    expect(winner()).toBe('Ana');
    const { values } = league.sheets.spreadsheets;
    const spreadsheetId = league.league.workbook;
    const rows = values.get({ spreadsheetId, range: 'Results' }).values ?? [];
    const row = rows.findIndex(([, racer]) => racer === 'Ana') + 1;
    values.update({
      spreadsheetId,
      range: `Results!C${row}`,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: [['DNF']] },
    });
    sheet.edit();
    for (const request of google.fetched) expect(await send(request)).toBe(202);
    await league.clock.advance(2_000);
    expect(winner()).toBe('Robin');
  });

  test('is told, and so are rows that come and go; a colour is not', () => {
    sheet.edit();
    expect(google.fetched.length).toBeGreaterThan(0);
    google.fetched.length = 0;
    for (const change of ['INSERT_ROW', 'REMOVE_ROW', 'INSERT_GRID', 'OTHER']) sheet.change(change);
    expect(google.fetched).toHaveLength(4);
    sheet.change('FORMAT');
    expect(google.fetched).toHaveLength(4);
  });

  test.each([403, 429, 503, new Error('Address unavailable')])(
    'that can’t be told (%s) bothers nobody with mail, and is kept for the menu',
    (answer) => {
      google.answer = answer;
      sheet.edit();
      expect([google.mails, google.toasts.slice(1), google.executions]).toEqual([[], [], []]);
      expect(google.properties.size).toBe(1);
      sheet.choose("What's wrong?");
      expect(google.dialogs[0]?.html).toContain('<p class="failure">');
    },
  );

  test('after a failure waits five minutes before it is told again', () => {
    google.answer = new Error('Address unavailable');
    sheet.edit();
    const tries = google.fetched.length;
    now += 5 * minute - 1;
    sheet.edit();
    expect(google.fetched).toHaveLength(tries);
    now += 1;
    google.answer = 202;
    sheet.edit();
    expect(google.fetched.length).toBeGreaterThan(tries);
    expect(google.properties.size).toBe(0);
  });

  test('bothers nobody even when Google’s own store of properties fails, which is logged', () => {
    google.propertiesFail = true;
    sheet.edit();
    expect(google.mails).toEqual([]);
    expect(google.executions[0]).toContain('a server error occurred');
  });
});

describe("What's wrong?", () => {
  const html = () => google.dialogs.at(-1)?.html ?? '';

  test('goes to the tab and lists what the league can’t understand', () => {
    open({
      Results: [['Race']],
      Problems: [
        headers,
        ['Results!C14', '“1O” is not a position.', 'Use 1 to 8, DNF, DSQ or DNS.', '2026-03-06 20:14'],
        ['Racers!A3', 'The name is missing.', 'Type one.', '2026-03-06 20:15'],
      ],
    });
    sheet.choose("What's wrong?");
    expect(google.shown).toBe('Problems');
    expect(html().match(/<li>/g)).toHaveLength(2);
    expect(html()).toContain('<b><bdi>Results!C14</bdi></b><br><bdi>“1O” is not a position.</bdi>');
    expect(html()).not.toContain('2026-03-06');
  });

  test('finds the columns wherever a host has moved them', () => {
    open({
      Problems: [
        ['Mine', 'What to do', 'Where', 'What is wrong'],
        ['x', 'Type one.', 'Racers!A3', 'No name.'],
      ],
    });
    sheet.choose("What's wrong?");
    expect(html()).toContain('<b><bdi>Racers!A3</bdi></b><br><bdi>No name.</bdi><br><bdi>Type one.</bdi>');
  });

  test.each([
    ['all is well', [headers], 'All is well: the league understands every cell.'],
    ['only other people’s cells are left', [headers, ['', '', '', '']], 'All is well'],
    ['a header was changed', [['Where', 'Oops', 'What to do']], 'lost a header'],
    ['the tab was emptied', [['']], 'lost a header'],
  ])('says so when %s', (_, rows, words) => {
    open({ Problems: rows });
    sheet.choose("What's wrong?");
    expect(html()).toContain(words);
  });

  test('says so when the tab was deleted, and stays where it is', () => {
    open({ Results: [['Race']] });
    sheet.choose("What's wrong?");
    expect(html()).toContain('The tab Problems is missing.');
    expect(google.shown).toBe('Results');
  });

  test('takes what people type for text', () => {
    open({ Problems: [headers, ['Racers!A3', '“<img src=x onerror="alert(1)">&\'” is taken.', 'Type one.', '']] });
    sheet.choose("What's wrong?");
    expect(html()).toContain('“&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;” is taken.');
    expect(html()).not.toContain('<img');
  });
});

describe('Open the panel', () => {
  test('has a link that opens the activity, in a window of its own', () => {
    sheet.choose('Open the panel');
    const address = `https://discord.com/activities/${league.discord.clientId}`;
    expect(google.dialogs[0]?.html).toContain(`<a target="_blank" href="${address}">Open the panel in Discord</a>`);
  });
});
