/** Where Discord's gateway is, as Discord says (documentation: "Gateway", Get Gateway Bot), with all that discord.js needs of it. */
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { z } from 'zod';

/** Something answers, and not as Discord does. */
export class NotAsDiscord extends Error {
  override name = 'NotAsDiscord';
}

/** The bot has connected too often, and may again after so many milliseconds. */
export class NoSessionsLeft extends Error {
  override name = 'NoSessionsLeft';
  readonly waitMs: number;

  constructor(waitMs: number) {
    super(`no sessions are left for ${waitMs} ms`);
    this.waitMs = waitMs;
  }
}

const path = /\/gateway\/bot$/;

const infoShape = z.object({
  url: z.url({ protocol: /^(wss?|https?)$/ }),
  shards: z.number().int().min(1).catch(1),
  session_start_limit: z
    .object({
      total: z.number().catch(1_000),
      remaining: z.number().catch(1_000),
      reset_after: z.number().catch(0),
      max_concurrency: z.number().int().min(1).catch(1),
    })
    .catch({ total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 }),
});

/** Sends discord.js's requests. Of the gateway it throws NotAsDiscord or NoSessionsLeft, too. */
export const send: RESTOptions['makeRequest'] = async (url, init) => {
  const answer = await DefaultRestOptions.makeRequest(url, init);
  if (!answer.ok || !path.test(new URL(url).pathname)) return answer;
  const said: unknown = await answer.json().catch(() => undefined);
  const told = Response.json(gatewayInfo(said));
  return {
    ok: true,
    status: answer.status,
    statusText: answer.statusText,
    headers: told.headers,
    // discord.js reads it by one of these.
    body: null,
    bodyUsed: false,
    json: () => told.json(),
    text: () => told.text(),
    arrayBuffer: () => told.arrayBuffer(),
  };
};

/** What is missing gets Discord's own defaults. */
export function gatewayInfo(said: unknown): z.infer<typeof infoShape> {
  const info = infoShape.safeParse(said);
  if (!info.success) throw new NotAsDiscord("it doesn't say where its gateway is");
  const { remaining, reset_after } = info.data.session_start_limit;
  if (remaining < info.data.shards) throw new NoSessionsLeft(reset_after);
  return { ...info.data, url: socketUrl(info.data.url) };
}

/** discord.js appends a query of its own. */
function socketUrl(given: string): string {
  const url = new URL(given);
  return `${url.protocol.replace('http', 'ws')}//${url.host}${url.pathname}`;
}
