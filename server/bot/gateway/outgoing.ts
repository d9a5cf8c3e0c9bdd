/** Replies as discord.js's answers, in time: Discord waits three seconds for the first word (documentation: "Receiving and Responding"). */
import {
  type AutocompleteInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Clock } from '../../clock.ts';
import { languageOf } from '../../words/bot/language.ts';
import { wordsIn } from '../../words/bot/words.ts';
import type { Message } from '../message.ts';
import type { Handled, Meanwhile, Reply } from '../request.ts';
import { componentsOf, modalOf } from './components.ts';
import { answerPlainly } from './plain.ts';

type Spoken = Exclude<Interaction, AutocompleteInteraction>;

interface AnswerOptions {
  clock: Clock;
  /** Where the world finds the league's page. */
  publicUrl: string | undefined;
}

/** An answer that takes longer is announced first. Half of what Discord allows is for the way. Milliseconds. */
const announceAfterMs = 1_500;

/** Rejects for what Discord refuses, but for words that came too late. Whoever asked then has a plainer answer. */
export async function answer(interaction: Interaction, handled: Handled, options: AnswerOptions): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await offer(interaction, await handled.reply);
    else await speak(interaction, handled, options);
  } catch (error) {
    if (!isTooLate(error)) throw error;
  }
}

async function offer(interaction: AutocompleteInteraction, reply: Reply): Promise<void> {
  await interaction.respond(reply.kind === 'choices' ? [...reply.choices] : []);
}

async function speak(interaction: Spoken, handled: Handled, { clock, publicUrl }: AnswerOptions): Promise<void> {
  const { meanwhile, reply } = handled;
  const slow = Promise.withResolvers<undefined>();
  const cancel = clock.after(announceAfterMs, () => slow.resolve(undefined));
  const quick = await Promise.race([reply, slow.promise]);
  cancel();
  try {
    if (quick) return await say(interaction, quick);
    await announce(interaction, meanwhile);
  } catch (error) {
    if (!isRefused(error) || interaction.replied || interaction.deferred) throw error;
    await answerPlainly(interaction.client.rest, interaction, plainly(interaction, quick ?? (await reply), publicUrl));
    throw error;
  }
  await fill(interaction, meanwhile, await reply);
}

/** What a reply says, as text alone. */
function plainly({ locale }: Spoken, reply: Reply, publicUrl: string | undefined): string {
  const { edge } = wordsIn(languageOf(locale));
  switch (reply.kind) {
    case 'message':
    case 'instead': {
      const texts = reply.message.blocks.flatMap((block) => (block.block === 'text' ? [block.text] : []));
      return texts.join('\n') || edge.failed;
    }
    case 'launch':
      return edge.noPanels(publicUrl);
    case 'form':
    case 'choices':
      return edge.failed;
  }
}

async function say(interaction: Spoken, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case 'message':
      await interaction.reply(bodyOf(reply.message, reply.to === 'them'));
      return further(interaction, reply.also);
    case 'instead':
      if (isOnMessage(interaction)) await interaction.update(bodyOf(reply.message));
      else await interaction.reply(bodyOf(reply.message, true));
      return further(interaction, reply.also);
    case 'form':
      if (!interaction.isModalSubmit()) await interaction.showModal(modalOf(reply.form));
      return;
    case 'launch':
      await interaction.launchActivity();
      return;
    case 'choices':
      return;
  }
}

async function announce(interaction: Spoken, meanwhile: Meanwhile): Promise<void> {
  if (meanwhile === 'instead' && isOnMessage(interaction)) await interaction.deferUpdate();
  else await interaction.deferReply(meanwhile === 'everybody' ? {} : { flags: MessageFlags.Ephemeral });
}

/** What was announced decides who sees the answer; one that is for them alone goes its own way. */
async function fill(interaction: Spoken, meanwhile: Meanwhile, reply: Reply): Promise<void> {
  if (reply.kind !== 'message' && reply.kind !== 'instead') {
    throw new Error(`a ${reply.kind} can't be announced: it has to be the first answer`);
  }
  const onMessage = meanwhile === 'instead' && isOnMessage(interaction);
  const toThemAlone = reply.kind === 'message' && reply.to === 'them';
  if (onMessage && reply.kind === 'message') await interaction.followUp(bodyOf(reply.message, toThemAlone));
  else if (meanwhile === 'everybody' && toThemAlone) {
    await interaction.deleteReply();
    await interaction.followUp(bodyOf(reply.message, true));
  } else await interaction.editReply(bodyOf(reply.message));
  return further(interaction, reply.also);
}

async function further(interaction: Spoken, also: Message | undefined): Promise<void> {
  if (also) await interaction.followUp(bodyOf(also, true));
}

/** Mentions notify nobody: a name may look like one. */
function bodyOf(message: Message, ephemeral = false) {
  const flags = ephemeral ? [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] : [MessageFlags.IsComponentsV2];
  return {
    components: componentsOf(message),
    allowedMentions: { parse: [] },
    // An edit takes no Ephemeral, which is said once.
    flags: flags.reduce((all, flag) => all | flag, 0),
  };
}

type OnMessage = Extract<Spoken, MessageComponentInteraction>;

function isOnMessage(interaction: Spoken): interaction is OnMessage {
  return interaction.isMessageComponent();
}

/** Refused as it is: another first answer may be taken. */
function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status >= 400 && error.status < 500 && !isTooLate(error);
}

/** Three seconds, or fifteen minutes, are over; or another of our connections has answered. Nobody waits any more. */
function isTooLate(error: unknown): boolean {
  const codes: (number | string)[] = [
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    RESTJSONErrorCodes.InvalidWebhookToken,
    RESTJSONErrorCodes.UnknownWebhook,
  ];
  return error instanceof DiscordAPIError && codes.includes(error.code);
}
