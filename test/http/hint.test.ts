import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorAnswer } from '../../server/contract/actions.ts';
import type { SheetScriptAnswer } from '../../server/contract/sheet.ts';
import { type LeagueOverHttp, leagueOverHttp } from './league-over-http.ts';
import { post, request } from './panel.ts';

const secret = 'the hint secret of league';
const refused = {
  code: 'wrong_secret',
  message: "This script's secret belongs to no league here.",
  remedy: 'Copy the script from the panel again.',
};

let league: LeagueOverHttp;
let reads = 0;
beforeAll(async () => {
  league = await leagueOverHttp();
  const { read } = league.calls;
  league.calls.read = (...asked) => {
    reads += 1;
    return read(...asked);
  };
});
afterAll(() => league.close());

const hint = (body: unknown) => post(`${league.url()}/api/hint`, body);

/** Reads of the Sheet while `work` is done and for two seconds after it. */
async function readsDuring(work: () => Promise<unknown>): Promise<number> {
  // A look right now: the next one that nobody asked for is five seconds away.
  league.league.sync.hint();
  await league.clock.advance(1_500);
  const before = reads;
  await work();
  await league.clock.advance(2_000);
  return reads - before;
}

describe('a hint', () => {
  it('with the secret of its league is taken, and the Sheet is read', async () => {
    expect(
      await readsDuring(async () => {
        expect((await hint({ league: 'league', secret })).status).toBe(202);
      }),
    ).toBe(1);
  });

  it('of a thousand at once is one read', async () => {
    const taken = async () => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ league: 'league', secret });
      const asked = Array.from({ length: 1_000 }, async () => {
        const answer = await fetch(`${league.url()}/api/hint`, { method: 'POST', headers, body });
        await answer.text();
        return answer.status;
      });
      expect(new Set(await Promise.all(asked))).toEqual(new Set([202]));
    };
    expect(await readsDuring(taken)).toBe(1);
  });

  it.each([
    ['a wrong secret', { league: 'league', secret: 'guessed' }],
    ['a secret that begins like the right one', { league: 'league', secret: secret.slice(0, -1) }],
    ['a league that isn’t here', { league: 'other', secret }],
    ['a league named as a property of every object', { league: '__proto__', secret }],
  ])('with %s is refused in the same words, and nothing is read', async (_, body) => {
    expect(
      await readsDuring(async () => {
        const answer = await hint(body);
        expect([answer.status, answer.body.error]).toEqual([403, refused]);
      }),
    ).toBe(0);
  });

  it.each([
    ['no secret', { league: 'league' }],
    ['a secret that is no text', { league: 'league', secret: 1 }],
    ['a secret without end', { league: 'league', secret: 'x'.repeat(129) }],
    ['a field too many', { league: 'league', secret, tab: 'Results' }],
    ['no fields', []],
  ])('with %s is not understood', async (_, body) => {
    expect((await hint(body)).status).toBe(400);
  });

  it('has its secret in the body alone: an address with it is nothing', async () => {
    expect((await request(`${league.url()}/api/hint?league=league&secret=${secret}`)).status).toBe(404);
  });
});

describe('a secret', () => {
  it('is in no answer and in no log, however the request breaks', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const body of [`{"league":"league","secret":"${secret}"`, `"${secret}"`, `["${secret}"]`]) {
      const answer = await request<ErrorAnswer>(`${league.url()}/api/hint`, { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    }
    await hint({ league: 'league', secret: `${secret}!` });
    expect(JSON.stringify(league.log)).not.toContain(secret);
  });

  it('stays out of the log when the journal itself fails', async () => {
    const failing = await leagueOverHttp(undefined, {
      hintSecret: async () => {
        throw new Error('disk I/O error');
      },
    });
    const answer = await post(`${failing.url()}/api/hint`, { league: 'league', secret });
    expect([answer.status, answer.body.error.code]).toEqual([500, 'failed']);
    expect(JSON.stringify(failing.log)).toContain('disk I/O error');
    expect(JSON.stringify(failing.log)).not.toContain(secret);
    await failing.close();
  });
});

describe('whoever guesses', () => {
  it('is soon told to wait, while who knows the secret is heard', async () => {
    const guesses = Array.from({ length: 100 }, (_, n) => hint({ league: 'league', secret: `guess ${n}` }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([403, 429]));
    expect((await hint({ league: 'league', secret: 'one more' })).status).toBe(429);
    expect((await hint({ league: 'league', secret })).status).toBe(202);
  });
});

describe('the script for the Sheet', () => {
  const scriptOf = async (key: string, at = league) =>
    (await at.panel(key)).get<SheetScriptAnswer & ErrorAnswer>('/api/sheet-script');

  it('is for hosts alone', async () => {
    const { status, body } = await scriptOf('ana');
    expect([status, body.error.code]).toEqual([403, 'hosts_only']);
    expect((await request(`${league.url()}/api/sheet-script`)).status).toBe(401);
  });

  it('has address, league, secret and activity filled in, and is kept by nobody', async () => {
    const { status, headers, body } = await scriptOf('host');
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const { port } = new URL(league.url());
    expect(body.script.match(/^const (SERVER|LEAGUE|SECRET|ACTIVITY) = .*$/gm)).toEqual([
      `const SERVER = "http://localhost:${port}";`,
      'const LEAGUE = "league";',
      `const SECRET = "${secret}";`,
      `const ACTIVITY = "https://discord.com/activities/${league.discord.clientId}";`,
    ]);
  });

  it('says that Google can’t reach a server that nobody gave an address', async () => {
    expect((await scriptOf('host')).body.reachable).toBe(false);
  });

  it('has the public address where there is one', async () => {
    const publicUrl = 'https://league.example.com';
    const known = await leagueOverHttp(undefined, { publicUrl, sandbox: false });
    const { body } = await scriptOf('host', known);
    expect(body.script).toContain(`const SERVER = "${publicUrl}";`);
    expect(body.reachable).toBe(true);
    await known.close();
  });

  it('says that Google can’t reach the sandbox, whatever its address', async () => {
    const sandbox = await leagueOverHttp(undefined, { publicUrl: 'https://league.example.com' });
    expect((await scriptOf('host', sandbox)).body.reachable).toBe(false);
    await sandbox.close();
  });

  it('stays a script with the strangest of values', async () => {
    const strange = '";$&\'\\\n\u2028</script>`';
    const odd = await leagueOverHttp(undefined, { hintSecret: async () => strange });
    const { script } = (await scriptOf('host', odd)).body;
    expect(new Function(`${script}; return SECRET`)()).toBe(strange);
    await odd.close();
  });
});
