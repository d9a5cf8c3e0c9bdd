import {
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  PinnedMessagesResponseSchema,
} from 'discord-api-spec/zod';
import { type Request, Router } from 'express';
import { readBody, takeBody } from '../body.ts';
import type { Channel, Channels } from '../channels.ts';
import { invalidForm } from '../invalid-form.ts';
import { bitsOf, type Permission } from '../permissions.ts';
import type { RateLimits } from '../rate-limits.ts';
import { unreadableReply } from '../refusal.ts';
import { checkSnowflakes } from '../snowflake-params.ts';
import { fitting, readRequest } from '../spec.ts';
import { recentNonces } from './nonces.ts';
import type { Kept, Messages } from './record.ts';

interface ChannelRoutesParts {
  channels: Channels;
  messages: Messages;
  limits: RateLimits;
  now: () => number;
}

/** What the bot asks of channels and their messages. Mount it behind the check of the bot's token. */
export function channelRoutes({ channels, messages, limits, now }: ChannelRoutesParts): Router {
  const nonces = recentNonces(now);
  const router = Router();
  checkSnowflakes(router);

  router.get('/channels/:channel_id', (request, response) => {
    response.json(channels.forBot(request.params.channel_id).answer());
  });

  // Discord's documentation gives no numbers and says to read them from the headers; five in five seconds is what a
  // channel has long been seen to allow.
  const send = limits.limited('channel-messages', 5, 5_000);
  router.post('/channels/:channel_id/messages', send, takeBody, async (request: Request<InChannel>, response) => {
    const { channel_id } = request.params;
    const { json, files } = await readBody(request);
    const body = readRequest(MessageCreateRequestSchema, json ?? {});
    const needed: Permission[] = ['SEND_MESSAGES', ...(files.length > 0 ? (['ATTACH_FILES'] as const) : [])];
    const channel = channels.forBot(channel_id, ...needed);
    const nonce = body.nonce ?? undefined;
    const before = body.enforce_nonce && nonce !== undefined ? nonces.find(channel_id, nonce) : undefined;
    const known = before === undefined ? undefined : messages.find(before);
    if (known) return void response.json(known.message);
    if (body.message_reference && !mayReadHistory(channel)) throw unreadableReply();
    const reply = repliedTo(body.message_reference, channel_id);
    const fields = nonce === undefined ? {} : { nonce };
    const { message } = messages.post({ channel, body, files, cdn: cdnOf(request), reply, fields });
    if (nonce !== undefined) nonces.remember(channel_id, nonce, message.id);
    response.json(message);
  });

  router.get('/channels/:channel_id/messages', (request: Request<InChannel>, response) => {
    const found = channels.forBot(request.params.channel_id);
    // Documentation: "Message", Get Channel Messages: who may not read the history is shown an empty one.
    if (!mayReadHistory(found)) return void response.json([]);
    const { id } = found;
    const { before, after, limit = '50' } = request.query;
    const listed = messages
      .seenIn(id, null)
      .filter((message) => typeof before !== 'string' || BigInt(message.id) < BigInt(before))
      .filter((message) => typeof after !== 'string' || BigInt(message.id) > BigInt(after));
    // The newest come first; after an id, those nearest to it.
    const most = Math.min(100, Math.max(1, Number(limit) || 50));
    const chosen = typeof after === 'string' ? listed.slice(0, most) : listed.slice(-most);
    // A nonce is told to whoever sends, and to the gateway, once.
    response.json(chosen.reverse().map(({ nonce: _, ...message }) => message));
  });

  router.get('/channels/:channel_id/messages/pins', (request: Request<InChannel>, response) => {
    const { id } = channels.forBot(request.params.channel_id, 'READ_MESSAGE_HISTORY');
    const pinned = messages.seenIn(id, null).filter((message) => message.pinned);
    const items = pinned.map((message) => ({ pinned_at: message.timestamp, message })).reverse();
    response.json(fitting(PinnedMessagesResponseSchema, { items, has_more: false }));
  });
  const pinning = limits.limited('channel-pins', 5, 5_000);
  // The second path is the one that Discord had before and still takes.
  const pinPaths = ['/channels/:channel_id/messages/pins/:message_id', '/channels/:channel_id/pins/:message_id'];
  router.put(pinPaths, pinning, (request: Request<OfMessage>, response) => {
    messages.pin(theMessage(request, 'PIN_MESSAGES'), true);
    response.status(204).end();
  });
  router.delete(pinPaths, pinning, (request: Request<OfMessage>, response) => {
    messages.pin(theMessage(request, 'PIN_MESSAGES'), false);
    response.status(204).end();
  });

  const one = '/channels/:channel_id/messages/:message_id';
  router.get(one, (request: Request<OfMessage>, response) => {
    response.json(theMessage(request, 'READ_MESSAGE_HISTORY').message);
  });
  const editing = limits.limited('channel-messages-edit', 5, 5_000);
  router.patch(one, editing, takeBody, async (request: Request<OfMessage>, response) => {
    const { json, files } = await readBody(request);
    const body = readRequest(MessageEditRequestPartialSchema, json ?? {});
    const kept = theMessage(request, ...(files.length > 0 ? (['ATTACH_FILES'] as const) : []));
    response.json(messages.edit(kept, { body, files, cdn: cdnOf(request) }).message);
  });
  router.delete(one, limits.limited('channel-messages-delete', 5, 1_000), (request: Request<OfMessage>, response) => {
    messages.remove(theMessage(request));
    response.status(204).end();
  });

  return router;

  function theMessage({ params }: Request<OfMessage>, ...needed: Permission[]): Kept {
    return messages.inChannel(channels.forBot(params.channel_id, ...needed).id, params.message_id);
  }

  function repliedTo(reference: Reference | undefined, channelId: string): Kept | undefined {
    const kept = reference?.message_id === undefined ? undefined : messages.find(String(reference.message_id));
    if (kept && kept.to === null && kept.channel.id === channelId) return kept;
    if (!reference || reference.fail_if_not_exists === false) return undefined;
    const code = 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE';
    throw invalidForm([{ path: ['message_reference'], code, message: 'Unknown message' }]);
  }
}

function mayReadHistory(channel: Channel): boolean {
  return (channel.botPermissions() & bitsOf(['READ_MESSAGE_HISTORY'])) !== 0n;
}

type InChannel = { channel_id: string };
type OfMessage = InChannel & { message_id: string };
type Reference = { message_id?: string | undefined; fail_if_not_exists?: boolean | undefined };

/** The CDN's address beside the API's own, as the asker reaches it. */
export function cdnOf(request: Request<object>): string {
  return `${request.protocol}://${request.get('host')}/cdn`;
}
