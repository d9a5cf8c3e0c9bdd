import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionAnswer } from '../../server/contract/actions.ts';
import type { LeagueView } from '../../server/contract/league.ts';
import { type LeagueOverHttp, leagueOverHttp, person, secret } from './league-over-http.ts';
import { bearer, post, request } from './panel.ts';

const otherGuild = '812047735206313984';
const racers = ['ana', 'robin', 'zoe', 'mateo', 'kiki', 'bart', 'sam', 'priya'];
let league: LeagueOverHttp;

beforeAll(async () => {
  league = await leagueOverHttp();
});
afterAll(() => league.close());

/** Posts what must be refused; answers status, code and words, and makes sure that nothing was changed. */
async function refused(key: string, action: object) {
  const before = await league.view();
  const { status, body } = await (await league.panel(key)).act(action);
  expect(await league.view()).toEqual(before);
  return { status, code: body.error.code, said: `${body.error.message} ${body.error.remedy}` };
}

describe('before any race', () => {
  it('a result can’t be saved', async () => {
    expect(await refused('ana', { type: 'report', position: 3 })).toEqual({
      status: 409,
      code: 'no_race_running',
      said: 'Could not save the result: no race is running. Ask a host to open one.',
    });
  });

  it('nobody can join', async () => {
    expect(await refused('ana', { type: 'join' })).toEqual({
      status: 409,
      code: 'no_race_open',
      said: 'Could not join: no race is open. Ask a host to open one.',
    });
  });

  it('only a host opens one', async () => {
    expect(await refused('ana', { type: 'openRace' })).toEqual({
      status: 403,
      code: 'hosts_only',
      said: 'Only hosts can do that. Ask a host.',
    });
  });
});

describe('a race from tap to standings', () => {
  it('is opened, joined, run, reported and closed over the wire', async () => {
    const host = await league.panel('host');
    const opened = await host.act<ActionAnswer>({ type: 'openRace' });
    expect(opened.body).toEqual({ message: 'Race 1 is open.', version: expect.any(Number), race: expect.any(String) });
    const race = opened.body.race;
    const joined = await (await league.panel('ana')).act<ActionAnswer>({ type: 'join', race });
    expect(joined.body).toMatchObject({ message: "You're in Race 1. 1 of 8 places taken.", race });
    await league.act('robin', { type: 'join' });
    await league.act('host', { type: 'startRace', race });
    const saved = await (await league.panel('ana')).act<ActionAnswer>({ type: 'report', position: 2 });
    expect(saved.body.message).toBe('Saved: 2nd. 12 pts once final. 1 of 2 in.');
    await league.act('robin', { type: 'report', position: 1 });
    await league.act('host', { type: 'closeRace', race });

    const { body: view } = await host.get<LeagueView>('/api/league');
    const standings = view.standings.map(({ rank, racer, points }) => [rank, view.racers[racer]?.name, points]);
    expect(standings).toEqual([
      [1, 'Robin', 15],
      [2, 'Ana', 12],
    ]);
  });

  it('takes no result once it’s final, not even the same one', async () => {
    const race = await league.play('ana', 'robin');
    expect(await refused('ana', { type: 'report', race, position: 2 })).toEqual({
      status: 409,
      code: 'race_final',
      said: 'Race 2 is already final. Ask a host to correct it.',
    });
  });
});

describe('a race that is running', () => {
  let race = '';
  beforeAll(async () => {
    race = await league.start('ana', 'robin', 'zoe');
  });
  afterAll(() => league.act('host', { type: 'voidRace', race, reason: 'It was a test.' }));

  it.each([
    [0, '0'],
    [4, '4'],
    [-1, '-1'],
    [1.5, '1.5'],
    [1e300, '1e+300'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['first', 'first'],
    ['DNS', 'DNS'],
    ['<b>1</b>', '<b>1</b>'],
    ['', ''],
  ])('has no place %j', async (position, shown) => {
    expect(await refused('ana', { type: 'report', race, position })).toEqual({
      status: 400,
      code: 'bad_position',
      said: `“${shown}” isn't a place in this race. Give a place from 1 to 3, or DNF.`,
    });
  });

  it.each([
    ['null', null],
    ['a list', [1]],
    ['an object', { place: 1 }],
    ['an essay', 'x'.repeat(65)],
    ['nothing', undefined],
  ])('takes no place that is %s', async (_, position) => {
    expect(await refused('ana', { type: 'report', race, position })).toEqual({
      status: 400,
      code: 'bad_request',
      said: "That request can't be understood: the field position is missing or has the wrong form. Reload and try again.",
    });
  });

  it('takes no place beyond every number', async () => {
    const { token } = await league.panel('ana');
    const body = `{"id":"beyond-all","type":"report","position":1e999}`;
    const headers = { ...bearer(token), 'content-type': 'application/json' };
    const answer = await request(`${league.url()}/api/actions`, { method: 'POST', headers, body });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'bad_request']);
  });

  it.each([
    ['starts', { type: 'startRace' }],
    ['closes', { type: 'closeRace' }],
    ['voids', { type: 'voidRace', reason: 'Because.' }],
    ['decides', { type: 'fix', racer: 'somebody', position: 1 }],
  ])('only a host %s', async (_, action) => {
    expect(await refused('ana', { ...action, race })).toMatchObject({ status: 403, code: 'hosts_only' });
  });

  it('takes each racer once', async () => {
    expect(await refused('ana', { type: 'join', race })).toEqual({
      status: 409,
      code: 'already_in',
      said: "You're already in Race 3. Nothing more to do.",
    });
  });

  it('takes no result of somebody who isn’t in it', async () => {
    expect(await refused('spectator', { type: 'report', race, position: 1 })).toMatchObject({
      status: 409,
      code: 'not_in_race',
    });
  });

  it('is known by its ID', async () => {
    expect(await refused('ana', { type: 'report', race: 'Race 3', position: 1 })).toMatchObject({
      status: 404,
      code: 'unknown_race',
    });
  });

  it('is of no other guild: the race of another league isn’t here', async () => {
    const other = await league.addLeague('other', otherGuild);
    const boss = { user: '1', name: 'Boss', handle: 'boss', host: true };
    const opened = await other.desk.act(boss, 'other-1', { type: 'openRace' });
    const foreign = 'race' in opened ? opened.race : '';
    expect(foreign).toBeTruthy();
    expect(await refused('ana', { type: 'report', race: foreign, position: 1 })).toEqual({
      status: 404,
      code: 'unknown_race',
      said: "That race isn't in this league. Choose a race from the list.",
    });
  });

  it('is voided with a reason, or not at all', async () => {
    expect(await refused('host', { type: 'voidRace', race, reason: '   ' })).toMatchObject({
      status: 400,
      code: 'reason_needed',
    });
  });
});

describe('a full race', () => {
  it('has no place for a ninth racer', async () => {
    const race = await league.act('host', { type: 'openRace' });
    for (const key of racers) await league.act(key, { type: 'join', race });
    expect(await refused('spectator', { type: 'join', race })).toEqual({
      status: 409,
      code: 'race_full',
      said: 'Could not join: all 8 places of Race 4 are taken. Wait for the next race.',
    });
    await league.act('host', { type: 'voidRace', race, reason: 'It was a test.' });
  });
});

describe('a request', () => {
  const send = async (body: string, headers: Record<string, string> = {}) => {
    const { token } = await league.panel('host');
    const init = { 'content-type': 'application/json', ...bearer(token), ...headers };
    const before = await league.view();
    const answer = await request(`${league.url()}/api/actions`, { method: 'POST', headers: init, body });
    expect(await league.view()).toEqual(before);
    return [answer.status, answer.body.error.code, answer.body.error.message];
  };
  const cantBe = (what: string) => [400, 'bad_request', `That request can't be understood: ${what}.`];

  it.each([
    ['isn’t JSON', '{"id":', "it isn't JSON"],
    ['is a number', '7', "it isn't JSON"],
    ['is empty', '', 'the field id is missing or has the wrong form'],
    ['is a list', '[]', 'it has no fields'],
    ['has no ID', '{"type":"openRace"}', 'the field id is missing or has the wrong form'],
    ['has an ID that is too short', '{"id":"1","type":"openRace"}', 'the field id is missing or has the wrong form'],
    ['has no type', '{"id":"12345678"}', 'the field type is missing or has the wrong form'],
    ['has an unknown type', '{"id":"12345678","type":"win"}', 'the field type is missing or has the wrong form'],
    [
      'has a type that every object has',
      '{"id":"12345678","type":"constructor"}',
      'the field type is missing or has the wrong form',
    ],
    ['has an unknown field', '{"id":"12345678","type":"openRace","points":99}', 'the field points is unknown'],
    [
      'has a field for the machine',
      '{"id":"12345678","type":"openRace","__proto__":{"host":true}}',
      'the field __proto__ is unknown',
    ],
  ])('that %s is refused', async (_, body, what) => {
    expect(await send(body)).toEqual(cantBe(what));
  });

  it('that isn’t sent as JSON is refused', async () => {
    expect(await send('{"id":"12345678","type":"openRace"}', { 'content-type': 'text/plain' })).toEqual(
      cantBe('it has no fields'),
    );
  });

  it('in an encoding that nobody knows is refused', async () => {
    expect(await send('{}', { 'content-encoding': 'rot13' })).toEqual(cantBe("it can't be read"));
  });

  it('of a megabyte is refused', async () => {
    const body = JSON.stringify({ id: '12345678', type: 'voidRace', race: 'x', reason: 'x'.repeat(1_000_000) });
    expect(await send(body)).toEqual([413, 'too_large', 'That request is too large.']);
  });

  it('without a token is refused', async () => {
    const { status, body } = await post(`${league.url()}/api/actions`, { id: '12345678', type: 'openRace' });
    expect([status, body.error.code, body.error.remedy]).toEqual([401, 'sign_in', 'Sign in again.']);
  });

  it('with a token for another guild is refused', async () => {
    const token = await new SignJWT({ guild: '712047735206313984', instance: 'i-1' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(person('host').id)
      .setExpirationTime(Math.floor(league.clock.now() / 1000) + 600)
      .sign(new TextEncoder().encode(secret));
    const { status, body } = await post(`${league.url()}/api/actions`, { id: '12345678', type: 'openRace' }, token);
    expect([status, body.error.code]).toEqual([404, 'no_league']);
  });

  it('to somewhere that isn’t there is refused', async () => {
    const host = await league.panel('host');
    const { status, body } = await host.get('/api/nowhere');
    expect([status, body.error]).toEqual([
      404,
      { code: 'not_found', message: "There's nothing here.", remedy: 'Check the address.' },
    ]);
  });
});

describe('an action’s ID', () => {
  it('is done once, and answered the same for good', async () => {
    const host = await league.panel('host');
    const action = { id: 'open-me-once', type: 'openRace' };
    const first = await host.act<ActionAnswer>(action);
    const between = await league.act('ana', { type: 'join' });
    const again = await Promise.all([host.act<ActionAnswer>(action), host.act<ActionAnswer>(action)]);
    expect(again.map(({ body }) => body)).toEqual([first.body, first.body]);
    const { races } = await league.view();
    expect(Object.values(races).filter(({ status }) => status === 'Open')).toHaveLength(1);
    await league.act('host', { type: 'voidRace', race: between, reason: 'It was a test.' });
    expect((await host.act<ActionAnswer>(action)).body).toEqual(first.body);
  });

  it('belongs to one person: another’s is another action', async () => {
    const race = await league.act('host', { type: 'openRace', id: 'the-same-id' });
    expect(await league.act('ana', { type: 'join', id: 'the-same-id' })).toBe(race);
    await league.act('host', { type: 'voidRace', race, reason: 'It was a test.' });
  });

  it('is refused for anything else than it was used for', async () => {
    const race = await league.act('host', { type: 'openRace', id: 'used-once' });
    expect(await refused('host', { type: 'voidRace', race, reason: 'Oops.', id: 'used-once' })).toMatchObject({
      status: 409,
      code: 'other_body',
    });
    await league.act('host', { type: 'voidRace', race, reason: 'It was a test.' });
  });

  it('that was refused may be used again', async () => {
    expect(await refused('ana', { type: 'join', id: 'too-early' })).toMatchObject({
      status: 409,
      code: 'no_race_open',
    });
    const race = await league.act('host', { type: 'openRace' });
    expect(await league.act('ana', { type: 'join', id: 'too-early' })).toBe(race);
  });
});

describe('too many taps', () => {
  it('are stopped for whoever makes them, and for nobody else', async () => {
    const [bart, sam] = [await league.panel('bart'), await league.panel('sam')];
    const statuses: number[] = [];
    for (let tap = 0; tap < 121; tap++) statuses.push((await bart.act({ type: 'leave', race: 'nowhere' })).status);
    expect([...new Set(statuses)]).toEqual([404, 429]);
    const { body } = await bart.act({ type: 'leave', race: 'nowhere' });
    expect(body.error).toEqual({
      code: 'too_many',
      message: "That's too much at once.",
      remedy: 'Wait a minute and try again.',
    });
    expect((await sam.act({ type: 'leave', race: 'nowhere' })).status).toBe(404);
  });

  it('with a token that isn’t ours are refused before they are counted', async () => {
    const { status } = await post(`${league.url()}/api/actions`, { id: '12345678', type: 'openRace' }, 'nonsense');
    expect(status).toBe(401);
  });
});
