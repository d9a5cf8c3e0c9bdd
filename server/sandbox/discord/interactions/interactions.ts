import type { APIMessage } from 'discord.js';
import type { Channel } from '../channels.ts';
import type { Events } from '../events.ts';
import type { Kept } from '../messages/record.ts';
import { alreadyAcknowledged, invalidWebhookToken, unknownInteraction, unknownWebhook } from '../refusal.ts';
import type { Answer } from './answer.ts';

// Documentation: "Receiving and Responding", Interaction Type.
export const interactionType = { COMMAND: 2, COMPONENT: 3, AUTOCOMPLETE: 4, MODAL: 5 } as const;
export type InteractionType = (typeof interactionType)[keyof typeof interactionType];

/** What somebody asked of the bot. */
export interface Asking {
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: Channel;
  /** The message whose button or select it was, as that person saw it. */
  readonly source?: APIMessage | undefined;
  /** The interaction whose modal was sent in. */
  readonly cause?: Interaction | undefined;
}

/** An interaction, from being asked until its token dies. */
export interface Interaction extends Asking {
  readonly id: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** Undefined until the bot says something. */
  answer: Answer | undefined;
  /** The message that `@original` means; null while there's none. */
  originalId: string | null;
  /** Its own later messages. */
  readonly followUps: Set<string>;
}

/** What the person who asked gets to see. */
export interface Asked {
  readonly id: string;
  /** The bot's first answer, or `failed` after three seconds. */
  readonly answer: Promise<Answer>;
  /**
   * The message in the end: at once, or once "is thinking" is filled, or once what was pressed is edited. Rejects if the
   * answer is something else.
   */
  readonly message: Promise<APIMessage>;
}

export interface Interactions {
  begin(asking: Asking): { interaction: Interaction; asked: Asked };
  /** The interaction that a callback is for. Refuses a wrong token, a late answer, and a second one. */
  awaiting(id: string, token: string): Interaction;
  acknowledge(interaction: Interaction, answer: Answer): void;
  /** The interaction whose later messages a token is for. Refuses one that hasn't been answered, and an old token. */
  answered(token: string): Interaction;
  /** What the person waited for is there. */
  shown(interaction: Interaction, kept: Kept): void;
  find(id: string): Interaction | undefined;
  /** Calls off what is being waited for. */
  close(): void;
}

interface InteractionsParts {
  events: Events;
  snowflake: () => string;
  random: () => number;
  now: () => number;
  after: (ms: number, run: () => void) => () => void;
}

// Documentation: "Receiving and Responding", Responding to an Interaction.
export const ANSWER_WITHIN_MS = 3_000;
const TOKEN_LIFE_MS = 15 * 60_000;

/** Every interaction whose token is alive. */
export function createInteractions({ events, snowflake, random, now, after }: InteractionsParts): Interactions {
  interface Waiting {
    answered(answer: Answer): void;
    shown(message: APIMessage): void;
    never(reason: Error): void;
    stop(): void;
  }
  const byId = new Map<string, Interaction>();
  const waiting = new Map<string, Waiting>();

  const forgetOld = () => {
    for (const [id, { askedAt }] of byId) {
      // Twice as long, so that an old token is told from one that never was.
      if (now() - askedAt <= 2 * TOKEN_LIFE_MS) continue;
      byId.delete(id);
      waiting.delete(id);
    }
  };
  const settle = (interaction: Interaction, answer: Answer) => {
    const waits = waiting.get(interaction.id);
    waits?.stop();
    waits?.answered(answer);
    if (answer.kind === 'message' || answer.kind === 'updated') waits?.shown(answer.message);
    else if (answer.kind !== 'thinking' && answer.kind !== 'quiet')
      waits?.never(new Error(`The bot's answer was ${answer.kind}, not a message.`));
    events.emit({ kind: 'answered', interactionId: interaction.id, userId: interaction.userId, answer });
  };

  return {
    begin(asking) {
      forgetOld();
      const id = snowflake();
      const token = Array.from({ length: 64 }, () => Math.floor(random() * 36).toString(36)).join('');
      const interaction: Interaction = {
        ...asking,
        id,
        token,
        askedAt: now(),
        answer: undefined,
        originalId: null,
        followUps: new Set(),
      };
      const answer = Promise.withResolvers<Answer>();
      const message = Promise.withResolvers<APIMessage>();
      // Who doesn't wait for the message isn't to hear that there's none.
      message.promise.catch(() => {});
      const stop = after(ANSWER_WITHIN_MS, () => settle(interaction, { kind: 'failed' }));
      byId.set(id, interaction);
      waiting.set(id, { answered: answer.resolve, shown: message.resolve, never: message.reject, stop });
      return { interaction, asked: { id, answer: answer.promise, message: message.promise } };
    },
    awaiting(id, token) {
      const interaction = byId.get(id);
      if (interaction?.token !== token) throw unknownInteraction();
      if (interaction.answer) throw alreadyAcknowledged();
      if (now() - interaction.askedAt > ANSWER_WITHIN_MS) throw unknownInteraction();
      return interaction;
    },
    acknowledge(interaction, answer) {
      interaction.answer = answer;
      settle(interaction, answer);
    },
    answered(token) {
      const interaction = byId.values().find((candidate) => candidate.token === token);
      if (!interaction?.answer) throw unknownWebhook();
      if (now() - interaction.askedAt > TOKEN_LIFE_MS) throw invalidWebhookToken();
      return interaction;
    },
    shown: ({ id }, { message }) => waiting.get(id)?.shown(message),
    find: (id) => byId.get(id),
    close() {
      for (const { stop } of waiting.values()) stop();
      waiting.clear();
    },
  };
}
