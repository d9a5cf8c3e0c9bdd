import { type Request, Router } from 'express';
import { z } from 'zod';
import type { LocalDiscord } from '../discord/discord.ts';
import type { Modal } from '../discord/interactions/answer.ts';
import type { Asked } from '../discord/interactions/interactions.ts';
import type { ChannelView } from './channel-view.ts';
import type { ChannelNow, Outcome } from './contract.ts';
import { NotPossible } from './refusals.ts';
import { channelIn, guildCalled, personCalled } from './who.ts';

/** So many forms are kept for being sent in, sent in again after a mistake, or left open. */
const FORMS_KEPT = 100;

/** What people do in the channels of the stage, in one person's name at a time. Each answers with what comes of it. */
export function chatRoutes(discord: LocalDiscord, view: ChannelView): Router {
  const { chat } = discord;
  const forms = new Map<string, Modal>();
  const router = Router();

  router.get('/servers/:server/channels/:channel', ({ params }, response) => {
    const guild = guildCalled(discord, params.server);
    response.json(view.now(channelIn(guild, params.channel), guild.plan.members) satisfies ChannelNow);
  });

  const base = '/servers/:server/people/:person';
  router.get(`${base}/commands`, (request, response) => {
    const { server, person } = asking(request);
    response.json(chat.commands(server, person));
  });
  router.post(`${base}/slash`, async (request, response) => {
    const { server, person } = asking(request);
    const { channel, name, options, shown } = slashBody.parse(request.body);
    const channelId = channelIn(guildCalled(discord, server), channel);
    const asked = attempt(() => chat.slash(server, person, name, options, channelId));
    view.remember(asked.id, shown);
    response.json(await outcomeOf(asked));
  });
  router.post(`${base}/autocomplete`, async (request, response) => {
    const { server, person } = asking(request);
    const { channel, name, options, focused } = autocompleteBody.parse(request.body);
    const line = { name, options, channelId: channelIn(guildCalled(discord, server), channel) };
    response.json(await outcomeOf(attempt(() => chat.autocomplete(server, person, line, focused))));
  });
  router.post(`${base}/press`, async (request, response) => {
    const { person } = asking(request);
    const { channel, message, customId } = pressBody.parse(request.body);
    response.json(
      await outcomeOf(attempt(() => chat.press(person, messageAsSeen(person, channel, message), customId))),
    );
  });
  router.post(`${base}/select`, async (request, response) => {
    const { person } = asking(request);
    const { channel, message, customId, values } = selectBody.parse(request.body);
    response.json(
      await outcomeOf(attempt(() => chat.select(person, messageAsSeen(person, channel, message), customId, values))),
    );
  });
  router.post(`${base}/form`, async (request, response) => {
    const { person } = asking(request);
    const { interaction, values } = formBody.parse(request.body);
    const form = forms.get(interaction);
    if (!form) throw new NotPossible('That form isn’t open any more. Begin again.');
    response.json(await outcomeOf(attempt(() => chat.submitModal(person, form, values))));
  });
  return router;

  function asking({ params }: Request<{ server: string; person: string }>): { server: string; person: string } {
    personCalled(params.person, guildCalled(discord, params.server).plan);
    return params;
  }

  function messageAsSeen(person: string, channel: string, id: string) {
    const seen = [...chat.messages(channel), ...chat.ephemeral(person, channel)];
    const found = seen.find((message) => message.id === id);
    if (!found) throw new NotPossible('That message isn’t there any more.');
    return found;
  }

  async function outcomeOf(asked: Asked): Promise<Outcome> {
    const answer = await asked.answer;
    switch (answer.kind) {
      case 'message':
      case 'thinking':
      case 'quiet':
      case 'updated':
        return { kind: 'taken' };
      case 'choices':
        return { kind: 'choices', choices: answer.choices };
      case 'modal':
        keepForm(answer.modal);
        return { kind: 'form', form: answer.modal };
      case 'launched':
        return { kind: 'launched' };
      case 'failed':
        return { kind: 'failed' };
    }
  }

  function keepForm(form: Modal): void {
    const [oldest] = forms.keys();
    if (forms.size >= FORMS_KEPT && oldest !== undefined) forms.delete(oldest);
    forms.set(form.interactionId, form);
  }
}

/** The local Discord throws for what its client wouldn't let that person do, in words. */
function attempt<Result>(ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    throw error instanceof Error && !(error instanceof TypeError) ? new NotPossible(error.message) : error;
  }
}

const line = {
  channel: z.string(),
  name: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
};
/** `shown` is the command as that person typed it, in their language. */
const slashBody = z.strictObject({ ...line, shown: z.string() });
const autocompleteBody = z.strictObject({ ...line, focused: z.string() });
const pressBody = z.strictObject({ channel: z.string(), message: z.string(), customId: z.string() });
const selectBody = z.strictObject({ ...pressBody.shape, values: z.array(z.string()) });
const formBody = z.strictObject({
  interaction: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])),
});
