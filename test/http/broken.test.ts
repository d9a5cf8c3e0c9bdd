/** A server with a league that could not be opened: its people are told so, and everybody else goes on. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { guildId } from '../../server/sandbox/discord/guild.ts';
import { type LeagueOverHttp, leagueOverHttp } from './league-over-http.ts';
import { listen, type Panel, post, request, signIn } from './panel.ts';

const itself =
  "This server's league couldn't be opened. Nothing in its Sheet is lost. Tell whoever runs the bot: its log says why.";
let league: LeagueOverHttp;
let before: Panel;

beforeEach(async () => {
  league = await leagueOverHttp('812047735206313984');
  before = await signIn(league.url(), league.client('host'));
  const [first] = await league.journal.entries('league');
  if (!first) throw new Error('nothing was written');
  // As from a later version, or a disk that lies.
  await league.journal.append('broken', 0, [{ ...first, changes: null as never }]);
  await expect(league.addLeague('broken', guildId)).rejects.toThrow();
});
afterEach(() => league.close());

const said = ({ error }: { error: { message: string; remedy: string } }) => `${error.message} ${error.remedy}`;

it('is named by its health, for whoever watches the server', async () => {
  const { status, body } = await request<object>(`${league.url()}/healthz`);
  expect([status, body]).toMatchObject([503, { ok: false, broken: ['broken'], sheets: [{ league: 'league' }] }]);
});

it('tells who signs in, or is signed in still, instead of asking for a Sheet', async () => {
  await expect(signIn(league.url(), league.client('ana'))).rejects.toThrow('league_broken');
  const answers = [
    await before.get('/api/league'),
    await before.act({ type: 'openRace' }),
    await post(`${league.url()}/api/session/renew`, {}, before.token),
    await post(`${league.url()}/api/connect`, { spreadsheet: 'another-sheet-of-theirs' }, before.token),
  ];
  expect(answers.map(({ status, body }) => [status, said(body)])).toEqual(answers.map(() => [503, itself]));
  const listener = await listen(league.url(), { type: 'hello', token: before.token });
  expect((await listener.closed).code).not.toBe(1011);
  expect(league.log).toEqual([]);
});
