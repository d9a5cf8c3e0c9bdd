import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
} from 'discord-api-spec/zod';
import { type Request, Router } from 'express';
import { readBody, takeBody } from '../body.ts';
import { flag } from '../messages/flags.ts';
import type { Kept, Messages } from '../messages/record.ts';
import { cdnOf } from '../messages/routes.ts';
import type { RateLimits } from '../rate-limits.ts';
import { unknownMessage, unknownWebhook } from '../refusal.ts';
import { checkSnowflakes } from '../snowflake-params.ts';
import { readRequest } from '../spec.ts';
import type { Interaction, Interactions } from './interactions.ts';
import { interactionFields } from './metadata.ts';

interface WebhookParts {
  clientId: string;
  interactions: Interactions;
  messages: Messages;
  limits: RateLimits;
}

/** What the bot says after its first answer: edits of it, and further messages. The token is all that it asks for. */
export function webhookRoutes({ clientId, interactions, messages, limits }: WebhookParts): Router {
  const router = Router();
  checkSnowflakes(router);
  const limit = limits.limited('webhook', 5, 2_000);

  router.post('/webhooks/:webhook_id/:webhook_token', limit, takeBody, async (request: Request<Params>, response) => {
    const interaction = interactionOf(request);
    const { json, files } = await readBody(request);
    const body = readRequest(IncomingWebhookInteractionRequestSchema, json ?? {});
    const content = { body, files, cdn: cdnOf(request) };
    const original = find(interaction.originalId);
    // Straight after "is thinking" it fills that message, and who sees it was decided there (documentation: "Receiving
    // and Responding", Create Followup Message).
    if (original && isLoading(original)) {
      const filled = messages.edit(original, content);
      interactions.shown(interaction, filled);
      return void response.json(filled.message);
    }
    const ephemeral = ((body.flags ?? 0) & flag.EPHEMERAL) !== 0;
    const { message } = messages.post({
      ...content,
      channel: interaction.channel,
      to: ephemeral ? interaction.userId : null,
      flags: ephemeral ? flag.EPHEMERAL : 0,
      fields: interactionFields(interaction, clientId),
      reply: original?.to === null ? original : undefined,
    });
    interaction.followUps.add(message.id);
    response.json(message);
  });

  // discord.js writes @original as %40original: as a parameter it arrives decoded.
  const one = '/webhooks/:webhook_id/:webhook_token/messages/:message_id';
  router.get(one, limit, (request: Request<OfMessage>, response) => {
    response.json(theMessage(request).kept.message);
  });
  router.patch(one, limit, takeBody, async (request: Request<OfMessage>, response) => {
    const { json, files } = await readBody(request);
    const body = readRequest(IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema, json ?? {});
    const { kept, interaction } = theMessage(request);
    const edited = messages.edit(kept, { body, files, cdn: cdnOf(request) });
    if (edited.message.id === interaction.originalId) interactions.shown(interaction, edited);
    response.json(edited.message);
  });
  router.delete(one, limit, (request: Request<OfMessage>, response) => {
    messages.remove(theMessage(request).kept);
    response.status(204).end();
  });
  return router;

  function interactionOf({ params }: Request<Params>): Interaction {
    if (params.webhook_id !== clientId) throw unknownWebhook();
    return interactions.answered(params.webhook_token);
  }

  function theMessage(request: Request<OfMessage>): { kept: Kept; interaction: Interaction } {
    const interaction = interactionOf(request);
    const { message_id } = request.params;
    const own = message_id === interaction.originalId || interaction.followUps.has(message_id);
    const kept = message_id === '@original' ? find(interaction.originalId) : own ? find(message_id) : undefined;
    if (!kept) throw unknownMessage();
    return { kept, interaction };
  }

  function find(messageId: string | null): Kept | undefined {
    return messageId === null ? undefined : messages.find(messageId);
  }
}

type Params = { webhook_id: string; webhook_token: string };
type OfMessage = Params & { message_id: string };

function isLoading({ message }: Kept): boolean {
  return ((message.flags ?? 0) & flag.LOADING) !== 0;
}
