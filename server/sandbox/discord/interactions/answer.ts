import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord.js';

/** The bot's first answer to an interaction, as the client shows it. */
export type Answer =
  | { kind: 'message'; message: APIMessage }
  /** "… is thinking": a message that is filled later. */
  | { kind: 'thinking'; message: APIMessage }
  /** Taken, and nothing to see of it yet. */
  | { kind: 'quiet' }
  | { kind: 'updated'; message: APIMessage }
  | { kind: 'choices'; choices: readonly APIApplicationCommandOptionChoice[] }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'launched' }
  /** No answer within three seconds: "The application did not respond". */
  | { kind: 'failed' };

/** A form that the bot opened for one person. */
export interface Modal extends APIModalInteractionResponseCallbackData {
  /** The interaction that it answered. */
  readonly interactionId: string;
}
