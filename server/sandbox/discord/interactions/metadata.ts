import { BOT_NAME } from '../bot.ts';
import { userAnswer } from '../users.ts';
import { type Interaction, interactionType } from './interactions.ts';

/** The fields that a message has because it answers an interaction. */
export function interactionFields(interaction: Interaction, clientId: string): object {
  return {
    application_id: clientId,
    webhook_id: clientId,
    interaction_metadata: metadata(interaction),
  };
}

function metadata({ id, type, userId, channel, source, cause }: Interaction): object {
  const persona = channel.guild.plan.members.find((member) => member.id === userId);
  if (!persona) throw new Error(`Somebody who isn't in ${channel.guild.plan.name} asked ${BOT_NAME} something.`);
  const shared = { id, type, user: userAnswer(persona), authorizing_integration_owners: { 0: channel.guild.plan.id } };
  if (type === interactionType.COMPONENT) return { ...shared, interacted_message_id: source?.id };
  if (type === interactionType.MODAL && cause) return { ...shared, triggering_interaction_metadata: metadata(cause) };
  return shared;
}
