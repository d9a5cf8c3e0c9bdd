/** GET /api/live: a WebSocket on which a panel is told what changes. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { type LiveMessage, liveClose } from '../contract/live.ts';
import type { Panel } from '../live.ts';
import { Refused } from './errors.ts';
import { type Askers, meOf } from './member.ts';
import type { Sessions } from './session.ts';

const hello = z.strictObject({
  type: z.literal('hello'),
  token: z.string().max(4096),
  version: z.number().int().min(0).optional(),
});

/** Whoever opens a socket says hello within this. Milliseconds. */
const helloMs = 10_000;
/** Bytes that may wait for a panel that doesn't read. */
const longestQueue = 4_000_000;

export function openSocket(sessions: Sessions, askers: Askers, clock: Clock, log: Logger) {
  const server = new WebSocketServer({ noServer: true, maxPayload: 8_192 });

  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      server.handleUpgrade(request, socket, head, (opened) => {
        // What breaks a connection also closes it, and that is all that matters to us.
        opened.on('error', () => opened.terminate());
        const cancel = clock.after(helloMs, () => opened.close(1008, 'no hello'));
        opened.once('message', (data) => {
          cancel();
          welcome(opened, String(data)).catch((error) => {
            if (error instanceof Refused) return turnAway(opened, error);
            log.error({ err: error }, 'a socket failed');
            opened.close(1011);
          });
        });
        opened.once('close', cancel);
      });
    },

    close(): void {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };

  async function welcome(socket: WebSocket, text: string): Promise<void> {
    const said = hello.safeParse(read(text));
    if (!said.success) return socket.close(1008, 'not a hello');
    const session = await sessions.verify(said.data.token);
    if (!session) throw new Refused({ refused: 'sign_in' });
    const { league } = await askers.in(session);
    if (socket.readyState !== socket.OPEN) return;
    const panel: Panel = {
      send: (message: LiveMessage) => {
        if (socket.bufferedAmount > longestQueue) socket.close(liveClose.tooSlow);
        else socket.send(JSON.stringify(message));
      },
      async me() {
        try {
          return meOf(await askers.in(session));
        } catch (error) {
          // Whoever is no member any more, say, has no business here.
          if (error instanceof Refused) turnAway(socket, error);
          throw error;
        }
      },
    };
    const leave = league.live.join(panel, said.data.version);
    const cancel = clock.after(session.expiresAt - clock.now(), () => socket.close(liveClose.signInAgain));
    socket.once('close', () => {
      leave();
      cancel();
    });
  }
}

function turnAway(socket: WebSocket, { refusal }: Refused): void {
  socket.close(liveClose.signInAgain, refusal.refused);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
