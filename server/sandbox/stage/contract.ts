import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord.js';
import type { Faults } from '../discord/faults.ts';
import type { Modal } from '../discord/interactions/answer.ts';
import type { Permission } from '../discord/permissions.ts';
import type { Persona } from '../people.ts';

/** What the stage's page and its server say to each other. The page takes types from here, nothing else. */

/**
 * `GET setup?server=…`: what the page needs to know before it opens anything. It shows one Discord server at a time:
 * the one with that key, or the first where there's none.
 */
export interface Setup {
  clientId: string;
  applicationName: string;
  /** All that there are, for choosing. */
  servers: readonly { key: string; name: string }[];
  server: string;
  /** Its league and a season are there from the start; elsewhere a host may connect one. */
  prepared: boolean;
  guild: { id: string; name: string };
  /** The voice channel that panels are opened in. */
  channel: { id: string; name: string };
  /** Those that can be read on the stage, the one for results first. */
  channels: readonly { id: string; name: string; kind: 'text' | 'voice' }[];
  roles: readonly { id: string; name: string }[];
  /** Whether the bot has been invited to the server. */
  botMember: boolean;
  locationId: string;
  /** Who is in the server. */
  people: readonly Persona[];
  /** Where the panel is; also what the page links to. */
  panelUrl: string;
  /** The page of the prepared league's Sheet; elsewhere the list of all spreadsheets. */
  sheetUrl: string;
  /**
   * `own`: each person's panel has a host name of its own below the stage's (ana.localhost), as if on a computer of
   * their own, and its wire can be cut. `shared`: all panels are at panelUrl itself.
   */
  hosts: 'own' | 'shared';
  faults: Faults;
}

/** Events of `GET live`. When the connection ends, the frames that the page opened leave their instance. */
export interface LiveEvents {
  hello: { stage: string; bot: boolean };
  participants: { instance: string; users: string[] };
  /** A message was posted, or isn't what it was any more. */
  message: ShownMessage & { posted: boolean };
  removed: { channelId: string; messageId: string };
  /** The bot has other commands now, somewhere. */
  commands: object;
  /** Whether a bot is connected to the gateway. */
  bot: { connected: boolean };
}

/** A message with what its JSON doesn't say. */
export interface ShownMessage {
  message: APIMessage;
  /** The one person who sees it, by user id; null for everybody. */
  to: string | null;
  /** The command that it answers, as it was typed and without the slash, where that is known. */
  command: string | null;
}

/** `GET servers/:server/channels/:channel`. */
export interface ChannelNow {
  messages: ShownMessage[];
  /** What the bot may not do there. */
  denied: Deniable[];
}

/** What the stage can take from the bot in a channel. */
export const deniable = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'ATTACH_FILES',
  'PIN_MESSAGES',
] as const satisfies Permission[];
export type Deniable = (typeof deniable)[number];

/** What comes of what a person did in a channel. Messages aren't in it: they come by `GET live`, to everybody. */
export type Outcome =
  | { kind: 'taken' }
  | { kind: 'choices'; choices: readonly APIApplicationCommandOptionChoice[] }
  | { kind: 'form'; form: Modal }
  /** That person's panel is to open. */
  | { kind: 'launched' }
  /** The bot said nothing for three seconds. */
  | { kind: 'failed' };

/** A refusal as the SDK gets it: `{code, message}`. */
export interface RpcError {
  code: number;
  message: string;
}

/** What the SDK's authenticate() answers. */
export interface Authenticated {
  access_token: string;
  user: {
    id: string;
    username: string;
    discriminator: string;
    public_flags: number;
    avatar: string | null;
    global_name: string | null;
  };
  scopes: string[];
  expires: string;
  application: { id: string; name: string; description: string; icon: string | null };
}
