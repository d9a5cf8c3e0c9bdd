/** The plainest first answer that Discord's protocol has, for where the one that was meant isn't taken. */
import { InteractionResponseType, MessageFlags, type REST, Routes } from 'discord.js';
import { shortened } from '../message.ts';

/** Documentation: "Message", Create Message. */
const mostContent = 2_000;

/** For whoever asked alone. Rejects for what Discord refuses. */
export async function answerPlainly(rest: REST, to: { id: string; token: string }, says: string): Promise<void> {
  await rest.post(Routes.interactionCallback(to.id, to.token), {
    auth: false,
    body: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { content: shortened(says, mostContent), flags: MessageFlags.Ephemeral },
    },
  });
}
