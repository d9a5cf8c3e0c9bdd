import type { Persona } from '../../people.ts';
import type { RpcError, Setup } from '../contract.ts';
import { accepted, challengeOf, invalid, text, texts } from './args.ts';
import type { Consents } from './consent.ts';
import { scopeForCommand, scopeForEvent } from './permission.ts';
import { pictureAddress, shownName } from './person.ts';
import { type Command, Refusal } from './rpc.ts';
import { server } from './server.ts';

/** What Discord's client does around a panel when a command asks for it. */
export interface Client {
  persona: Persona;
  setup: Setup;
  consents: Consents;
  participants(): Persona[];
  toast(text: string, link?: string): void;
  invite(): void;
}

export interface Commands {
  answer(command: Command): Promise<unknown>;
  isSubscribed(event: string): boolean;
  /** Forgets the sign-in and the subscriptions, as a reloaded panel has. */
  reset(): void;
}

// The SDK's RPCErrorCodes.
const INVALID_COMMAND = 4002;
const INVALID_EVENT = 4004;
const INVALID_CHANNEL = 4005;
const INVALID_PERMISSIONS = 4006;
// An OAuth refusal, as a client was seen to send it when its user cancels.
const OAUTH2_ERROR = 5000;
const denied: RpcError = {
  code: OAUTH2_ERROR,
  message: 'OAuth2 Error: access_denied: The resource owner or authorization server denied the request',
};

// Channel type of a guild's voice channel.
const GUILD_VOICE = 2;

/** Answers every command of the embedded app SDK 2.5.0 for one panel. */
export function createCommands(client: Client): Commands {
  const { setup, persona } = client;
  const subscriptions = new Set<string>();
  let scopes: readonly string[] | null = null;

  const require = (scope: string | null) => {
    if (scope !== null && !scopes?.includes(scope))
      throw new Refusal({ code: INVALID_PERMISSIONS, message: 'Not authenticated or invalid scope' });
  };

  const authorize = async (args: Command['args']) => {
    const wanted = { clientId: text(args, 'client_id'), scopes: texts(args, 'scope'), ...challengeOf(args) };
    const granted = await client.consents.ask(persona, wanted.scopes, args.prompt === 'none');
    if (!granted) throw new Refusal(denied);
    return { code: accepted(await server.authorize(persona.key, wanted)).code };
  };

  const authenticate = async (args: Command['args']) => {
    const session = accepted(await server.authenticate(persona.key, text(args, 'access_token')));
    scopes = session.scopes;
    return session;
  };

  const subscribe = (event: string | null) => {
    const scope = scopeForEvent(event ?? '');
    if (event === null || scope === undefined)
      throw new Refusal({ code: INVALID_EVENT, message: `Invalid event: ${event}` });
    require(scope);
    subscriptions.add(event);
    return { evt: event };
  };

  const unsubscribe = (event: string | null) => {
    subscriptions.delete(event ?? '');
    return { evt: event ?? '' };
  };

  const openExternalLink = (args: Command['args']) => {
    const url = text(args, 'url');
    if (!/^https?:\/\//.test(url)) throw invalid('url');
    window.open(url, '_blank', 'noopener');
    return { opened: true };
  };

  const shareLink = (args: Command['args']) => {
    const message = text(args, 'message');
    const customId = args.custom_id === undefined ? undefined : text(args, 'custom_id');
    if (message.length > 1000) throw invalid('message');
    if (customId !== undefined && customId.length > 64) throw invalid('custom_id');
    const query = customId === undefined ? '' : `?${new URLSearchParams({ custom_id: customId })}`;
    client.toast(
      `${shownName(persona)} shared: ${message}`,
      `https://discord.com/activities/${setup.clientId}${query}`,
    );
    return { success: true, didCopyLink: false, didSendMessage: true };
  };

  const channel = (args: Command['args']) => {
    if (text(args, 'channel_id') !== setup.channel.id)
      throw new Refusal({ code: INVALID_CHANNEL, message: 'Invalid channel id' });
    return { ...setup.channel, type: GUILD_VOICE, guild_id: setup.guild.id, voice_states: [], messages: [] };
  };

  const invite = () => {
    client.invite();
    return null;
  };

  const answers: Record<string, (args: Command['args'], event: string | null) => unknown> = {
    AUTHORIZE: authorize,
    AUTHENTICATE: authenticate,
    SUBSCRIBE: (_args, event) => subscribe(event),
    UNSUBSCRIBE: (_args, event) => unsubscribe(event),
    GET_ACTIVITY_INSTANCE_CONNECTED_PARTICIPANTS: () => ({ participants: client.participants().map(participant) }),
    GET_USER: (args) => {
      const user = setup.people.find(({ id }) => id === args.id);
      return user ? rpcUser(user) : null;
    },
    GET_CHANNEL: (args) => channel(args),
    GET_CHANNEL_PERMISSIONS: async () => ({
      permissions: (await server.standing(setup.server, persona.key)).permissions,
    }),
    GET_RELATIONSHIPS: () => ({ relationships: [] }),
    USER_SETTINGS_GET_LOCALE: () => ({ locale: persona.locale ?? 'en-US' }),
    GET_PLATFORM_BEHAVIORS: () => ({ iosKeyboardResizesView: true }),
    ENCOURAGE_HW_ACCELERATION: () => ({ enabled: true }),
    CAPTURE_LOG: () => null,
    SET_CONFIG: (args) => ({ use_interactive_pip: args.use_interactive_pip === true }),
    SET_ORIENTATION_LOCK_STATE: () => null,
    SET_ACTIVITY: (args) => shownActivity(args.activity, setup),
    OPEN_EXTERNAL_LINK: openExternalLink,
    SHARE_LINK: shareLink,
    SHARE_INTERACTION: () => ({ success: true }),
    OPEN_INVITE_DIALOG: invite,
    INVITE_USER_EMBEDDED: invite,
    OPEN_SHARE_MOMENT_DIALOG: (args) => {
      client.toast(`${shownName(persona)} shared a moment.`, text(args, 'mediaUrl'));
      return null;
    },
    INITIATE_IMAGE_UPLOAD: () => ({
      image_url: `${location.origin}${pictureAddress(persona) ?? '/stage/page/mark.svg'}`,
    }),
    // A client that sells nothing and has no quests.
    GET_SKUS_EMBEDDED: () => ({ skus: [] }),
    GET_ENTITLEMENTS_EMBEDDED: () => ({ entitlements: [] }),
    START_PURCHASE: () => [],
    GET_QUEST: (args) => ({ quest_id: String(args.quest_id ?? ''), external_cta_url: '' }),
    GET_QUEST_ENROLLMENT_STATUS: (args) => ({ quest_id: text(args, 'quest_id'), is_enrolled: false }),
    QUEST_START_TIMER: () => ({ success: false }),
    REQUEST_PROXY_TICKET_REFRESH: () => ({ ticket: 'sandbox' }),
  };

  return {
    async answer({ cmd, args, evt }) {
      const answer = answers[cmd];
      if (!answer) throw new Refusal({ code: INVALID_COMMAND, message: `Invalid command: ${cmd}` });
      require(scopeForCommand(cmd));
      return answer(args, evt);
    },
    isSubscribed: (event) => subscriptions.has(event),
    reset() {
      subscriptions.clear();
      scopes = null;
    },
  };
}

/** A user as the client's RPC shows them (`flags` and `bot`, where REST has `public_flags`). */
function rpcUser(persona: Persona) {
  return {
    id: persona.id,
    username: persona.username,
    global_name: persona.globalName,
    discriminator: '0',
    avatar: persona.avatar,
    flags: 0,
    bot: false,
    avatar_decoration_data: null,
    premium_type: 0,
  };
}

/** A participant, with the guild's nickname for them. */
export function participant(persona: Persona) {
  return persona.nick === null ? rpcUser(persona) : { ...rpcUser(persona), nickname: persona.nick };
}

function shownActivity(activity: unknown, setup: Setup) {
  const fields = typeof activity === 'object' && activity !== null ? activity : {};
  return { type: 0, ...fields, name: setup.applicationName, application_id: setup.clientId };
}
