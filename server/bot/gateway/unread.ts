/** Somebody asked the bot, and discord.js couldn't read it: they hear at least that. */
import { GatewayDispatchEvents, InteractionType, type REST } from 'discord.js';
import { z } from 'zod';
import { languageOf } from '../../words/bot/language.ts';
import { wordsIn } from '../../words/bot/words.ts';
import { answerPlainly } from './plain.ts';

const interactionShape = z.object({
  t: z.literal(GatewayDispatchEvents.InteractionCreate),
  d: z.object({
    id: z.string(),
    token: z.string(),
    type: z.number().refine((type) => type !== InteractionType.ApplicationCommandAutocomplete),
    locale: z.string().optional(),
  }),
});

/** Does nothing for every other packet. */
export async function sorryFor(rest: REST, packet: unknown): Promise<void> {
  const asked = interactionShape.safeParse(packet);
  if (!asked.success) return;
  const { locale, ...to } = asked.data.d;
  await answerPlainly(rest, to, wordsIn(languageOf(locale)).edge.failed);
}
