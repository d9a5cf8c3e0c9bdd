import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { expect, it } from 'vitest';
import { openDiscordChannel } from '../../server/bot/posts/discord-channel.ts';

it('a post is looked for among the first two thousand messages since it was sent, and no further', async () => {
  let pages = 0;
  // A channel in which somebody never stops talking.
  const discord = createServer((request, response) => {
    const after = BigInt(new URL(request.url ?? '', 'http://discord').searchParams.get('after') ?? 0);
    const messages = Array.from({ length: 100 }, (_, index) => ({
      id: String(after + BigInt(index) + 1n),
      author: { id: index === 0 && pages % 10 === 0 ? 'the bot' : 'ana' },
    }));
    pages += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(messages.reverse()));
  });
  discord.listen(0, '127.0.0.1');
  await once(discord, 'listening');
  const rest = new REST({ api: `http://127.0.0.1:${(discord.address() as AddressInfo).port}`, version: '10' });
  const known = { channels: () => undefined, roles: () => undefined, history: () => undefined };
  const channel = openDiscordChannel(rest.setToken('a token'), 'the bot', new AbortController().signal, known);
  const found = await channel.latest({ guild: '1', channel: '2' }, 1_420_070_400_000);
  expect(pages).toBe(20);
  expect(found).toEqual({
    messages: [
      { message: '1', texts: [] },
      { message: '1001', texts: [] },
    ],
  });
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  discord.closeAllConnections();
  discord.close();
  await once(discord, 'close');
});
