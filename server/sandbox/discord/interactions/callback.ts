import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  InteractionCallbackResponseSchema,
  ModalInteractionCallbackRequestDataSchema,
} from 'discord-api-spec/zod';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { readBody, takeBody } from '../body.ts';
import type { Events } from '../events.ts';
import type { Instances } from '../instances.ts';
import { invalidForm } from '../invalid-form.ts';
import { allOf } from '../messages/component.ts';
import type { ContentRequest } from '../messages/draft.ts';
import { flag } from '../messages/flags.ts';
import { ofComponents } from '../messages/limits.ts';
import type { Kept, Messages } from '../messages/record.ts';
import { cdnOf } from '../messages/routes.ts';
import { unknownMessage } from '../refusal.ts';
import { checkSnowflakes } from '../snowflake-params.ts';
import { fitting, readRequest } from '../spec.ts';
import type { Answer } from './answer.ts';
import { type Interaction, type Interactions, interactionType } from './interactions.ts';
import { interactionFields } from './metadata.ts';

// Documentation: "Receiving and Responding", Interaction Callback Type.
const callbackTypes = [4, 5, 6, 7, 8, 9, 12] as const;
type CallbackType = (typeof callbackTypes)[number];

interface CallbackParts {
  clientId: string;
  interactions: Interactions;
  messages: Messages;
  instances: Instances;
  events: Events;
}

/** `POST /interactions/:id/:token/callback`: the bot's first answer. The token is all that it asks for. */
export function callbackRoute({ clientId, interactions, messages, instances, events }: CallbackParts): Router {
  const router = Router();
  checkSnowflakes(router);
  const path = '/interactions/:interaction_id/:interaction_token/callback';
  router.post(path, takeBody, async (request: Request<Params>, response) => {
    const { interaction_id, interaction_token } = request.params;
    const { json, files } = await readBody(request);
    const interaction = interactions.awaiting(interaction_id, interaction_token);
    const type = typeFor(interaction, json);
    const data = typeof json === 'object' && json !== null && 'data' in json ? (json.data ?? {}) : {};
    const answer = act(interaction, type, { data, files, cdn: cdnOf(request) });
    interactions.acknowledge(interaction, answer);
    if (request.query.with_response !== 'true') return void response.status(204).end();
    response.json(fitting(InteractionCallbackResponseSchema, responseTo(interaction, type, answer)));
  });
  return router;

  function act(interaction: Interaction, type: CallbackType, given: Given): Answer {
    switch (type) {
      case 4:
        return { kind: 'message', message: post(interaction, given) };
      case 5:
        return { kind: 'thinking', message: think(interaction, given) };
      case 6:
        interaction.originalId = interaction.source?.id ?? null;
        return { kind: 'quiet' };
      case 7:
        return { kind: 'updated', message: update(interaction, given) };
      case 8:
        return { kind: 'choices', choices: readChoices(given.data) };
      case 9:
        return { kind: 'modal', modal: { ...readModal(given.data), interactionId: interaction.id } };
      case 12:
        return launch(interaction);
    }
  }

  function post(interaction: Interaction, { data, files, cdn }: Given) {
    const body = readRequest(IncomingWebhookInteractionRequestSchema, data, ['data']);
    const about = aboutAnswer(interaction, body.flags);
    const reply = interaction.source && messages.find(interaction.source.id);
    const kept = messages.post({ ...about, body, files, cdn, reply: reply?.to === null ? reply : undefined });
    interaction.originalId = kept.message.id;
    return kept.message;
  }

  function think(interaction: Interaction, { data }: Given) {
    const body = readRequest(IncomingWebhookInteractionRequestSchema, data, ['data']);
    const kept = messages.postLoading(aboutAnswer(interaction, body.flags));
    interaction.originalId = kept.message.id;
    return kept.message;
  }

  function aboutAnswer(interaction: Interaction, flags = 0) {
    const ephemeral = (flags & flag.EPHEMERAL) !== 0;
    return {
      channel: interaction.channel,
      to: ephemeral ? interaction.userId : null,
      type: interaction.type === interactionType.COMMAND ? SLASH_REPLY : 0,
      flags: ephemeral ? flag.EPHEMERAL : 0,
      fields: interactionFields(interaction, clientId),
    };
  }

  function update(interaction: Interaction, { data, files, cdn }: Given) {
    const body = readRequest(IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema, data, ['data']);
    const request: ContentRequest = { body, files, cdn };
    const kept: Kept | undefined = interaction.source && messages.find(interaction.source.id);
    if (!kept) throw unknownMessage();
    interaction.originalId = kept.message.id;
    return messages.edit(kept, request).message;
  }

  function launch({ channel, userId }: Interaction): Answer {
    events.emit({ kind: 'launched', guildId: channel.guild.plan.id, channelId: channel.id, userId });
    return { kind: 'launched' };
  }

  function responseTo(interaction: Interaction, type: CallbackType, answer: Answer): object {
    const { id, originalId } = interaction;
    const message = originalId === null ? undefined : messages.find(originalId)?.message;
    const own = message !== undefined && (type === 4 || type === 5);
    const about = {
      id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: type === 5,
            response_message_ephemeral: own && ((message.flags ?? 0) & flag.EPHEMERAL) !== 0,
          }
        : {}),
    };
    if (answer.kind === 'message') return { interaction: about, resource: { type: 4, message: answer.message } };
    if (answer.kind === 'updated') return { interaction: about, resource: { type: 7, message: answer.message } };
    if (answer.kind !== 'launched') return { interaction: about };
    const instance = instances.upcoming(interaction.channel.guild.plan);
    const resource = { type: 12, activity_instance: { id: instance } };
    return { interaction: { ...about, activity_instance_id: instance }, resource };
  }
}

// Documentation: "Message", Message Types: CHAT_INPUT_COMMAND.
const SLASH_REPLY = 20;

type Params = { interaction_id: string; interaction_token: string };
interface Given extends Omit<ContentRequest, 'body'> {
  readonly data: unknown;
}

const callback = z.object({ type: z.literal(callbackTypes) });

/** The kind of the answer, if that kind may answer this interaction. */
function typeFor({ type, source }: Interaction, json: unknown): CallbackType {
  const onMessage = source ? ([6, 7] as const) : [];
  const allowed: readonly CallbackType[] =
    type === interactionType.AUTOCOMPLETE
      ? [8]
      : [4, 5, ...onMessage, ...(type === interactionType.MODAL ? [] : ([9] as const)), 12];
  const read = callback.safeParse(json);
  if (read.success && allowed.includes(read.data.type)) return read.data.type;
  const message = `Value must be one of {${allowed.join(', ')}}.`;
  throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
}

const choicesShape = z.object({
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).max(25),
});

function readChoices(data: unknown): { name: string; value: string | number }[] {
  readRequest(ApplicationCommandAutocompleteCallbackRequestSchema, { type: 8, data });
  const read = choicesShape.safeParse(data);
  if (read.success) return read.data.choices;
  throw invalidForm([
    { path: ['data', 'choices'], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 25 or fewer in length.' },
  ]);
}

function readModal(data: unknown) {
  const modal = readRequest(ModalInteractionCallbackRequestDataSchema, data, ['data']);
  const faults = ofComponents(allOf(modal.components, ['data', 'components']));
  if (faults.length > 0) throw invalidForm(faults);
  return modal;
}
