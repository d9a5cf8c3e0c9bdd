/** Posts in Discord's channels, over the REST API that discord.js speaks: it waits where Discord asks for it. */
import {
  type APIChannel,
  type APIContainerComponent,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIRole,
  ChannelType,
  ComponentType,
  MessageFlags,
  type RawFile,
  type REST,
  Routes,
} from 'discord.js';
import { pngOf } from '../../pictures/png.ts';
import { componentsOf } from '../gateway/components.ts';
import type { Channel, OwnMessage, Refused } from './channel.ts';
import { chosenChannel, idIn, type ListedChannel } from './discord-named-channel.ts';
import { isReplyRefused, OddAnswer, refusedBy } from './discord-refusal.ts';
import type { PictureBlock, Post } from './post.ts';

/** Discord lists so many messages at once at most (documentation: "Message", Get Channel Messages). */
const mostListed = 100;
/** What was sent at a moment is among the first messages since then: nobody reads a whole channel for it. */
const mostPages = 20;
const listable: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** What the gateway has told of a guild; undefined where it hasn't. */
export interface KnownGuilds {
  channels(guild: string): readonly ListedChannel[] | undefined;
  roles(guild: string): readonly { readonly id: string; readonly name: string }[] | undefined;
  /** Whether the bot sees what was posted in it before. */
  history(guild: string, channel: string): boolean | undefined;
}

/** `bot` is its own user ID. What is under way when `signal` aborts is answered with `unreachable`. */
export function openDiscordChannel(rest: REST, bot: string, signal: AbortSignal, known: KnownGuilds): Channel {
  return {
    find: (guild, called) =>
      ask(async () => {
        const id =
          chosenChannel(known.channels(guild) ?? [], called, listable) ??
          chosenChannel(listOf<APIChannel>(await rest.get(Routes.guildChannels(guild), { signal })), called, listable);
        return id === undefined ? { refused: 'noChannel', message: `No channel is called ${called}.` } : { id };
      }),

    post: (place, post, { nonce, replyTo }) =>
      ask(async () => {
        const role = await roleOf(place.guild, post);
        const { body, files } = await bodyOf(post, role);
        const reply = replyTo === undefined ? {} : { message_reference: referenceTo(replyTo) };
        const send = (as: object) => {
          const whole = { ...body, ...as, nonce, enforce_nonce: true };
          return rest.post(Routes.channelMessages(place.channel), { body: whole, files, signal });
        };
        const sent = await send(reply).catch((error: unknown) => {
          if (!isReplyRefused(error)) throw error;
          return send({});
        });
        return { message: idOf(sent) };
      }),

    edit: (place, message, post) =>
      ask(async () => {
        const { body, files } = await bodyOf(post);
        await rest.patch(Routes.channelMessage(place.channel, message), { body, files, signal });
        return { message };
      }),

    latest: (place, since) =>
      ask(async () => {
        // Discord then lists none, which would look as if nothing had been sent.
        if (known.history(place.guild, place.channel) === false)
          return { refused: 'notSeen', message: 'Read Message History is missing.' };
        return { messages: await ownSince(place.channel, snowflakeAt(since)) };
      }),
  };

  /** Discord's refusals as values. Waiting for its rate limit ends with the signal too. */
  async function ask<T>(request: () => Promise<T | Refused>): Promise<T | Refused> {
    const aborted = Promise.withResolvers<Refused>();
    const abort = () => aborted.resolve({ refused: 'unreachable', message: 'The bot is being closed.' });
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    try {
      return await Promise.race([request().catch(refusedBy), aborted.promise]);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  async function ownSince(channel: string, since: string): Promise<OwnMessage[]> {
    const own: OwnMessage[] = [];
    let after = since;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const query = new URLSearchParams({ limit: String(mostListed), after });
      const page = listOf<APIMessage>(await rest.get(Routes.channelMessages(channel), { query, signal }));
      own.push(...page.filter(({ author }) => author.id === bot).map(ownMessage));
      const latest = page.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b), after);
      if (page.length < mostListed || latest === after) break;
      after = latest;
    }
    return own;
  }

  /** The ID of the role that is pinged. A name that no role has pings nobody, and neither does one that can't be looked up. */
  async function roleOf(guild: string, { pings }: Post): Promise<string | undefined> {
    if (pings?.role === undefined) return undefined;
    const wanted = pings.role.trim().replace(/^@/, '').toLowerCase();
    const isIt = ({ id, name }: { id: string; name: string }) => id === idIn(wanted) || name.toLowerCase() === wanted;
    const told = known.roles(guild)?.find(isIt);
    if (told) return told.id;
    const listed = await ask(async () => listOf<APIRole>(await rest.get(Routes.guildRoles(guild), { signal })));
    return Array.isArray(listed) ? listed.find(isIt)?.id : undefined;
  }
}

/** Throws OddAnswer. */
function listOf<T>(answered: unknown): readonly T[] {
  if (Array.isArray(answered)) return answered;
  throw new OddAnswer('It answers a request for a list with something else.');
}

/** Throws OddAnswer: the message may be there all the same. */
function idOf(sent: unknown): string {
  if (typeof sent === 'object' && sent !== null && 'id' in sent && typeof sent.id === 'string') return sent.id;
  throw new OddAnswer("It takes a message and doesn't say which it is.");
}

async function bodyOf({ blocks, colour, pings }: Post, role?: string) {
  const pictures = blocks.filter((block) => block.block === 'picture');
  const files: RawFile[] = await Promise.all(
    pictures.map(async ({ file, svg }) => ({ name: file, data: await pngOf(svg), contentType: 'image/png' })),
  );
  const card: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: colour,
    components: blocks.flatMap((block) =>
      block.block === 'picture' ? [gallery(block)] : inContainer(componentsOf({ blocks: [block] })),
    ),
  };
  // In front of the card, where it's seen in a notification.
  const ping = role === undefined ? [] : [{ type: ComponentType.TextDisplay, content: `<@&${role}>` }];
  return {
    files,
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [...ping, card],
      attachments: pictures.map(({ file, says }, index) => ({
        id: String(index),
        filename: file,
        description: short(says),
      })),
      allowed_mentions: { parse: [], users: [...(pings?.users ?? [])], roles: role === undefined ? [] : [role] },
    },
  };
}

/** Documentation: "Component Reference", Media Gallery Item; "Message", Attachment: 1024 signs. */
function short(says: string): string {
  return [...says].slice(0, 1_000).join('');
}

function gallery({ file, says }: PictureBlock): APIContainerComponent['components'][number] {
  const item = { media: { url: `attachment://${file}` }, description: short(says) };
  return { type: ComponentType.MediaGallery, items: [item] };
}

function inContainer(components: readonly APIMessageTopLevelComponent[]): APIContainerComponent['components'] {
  return components.filter((one) => one.type !== ComponentType.Container);
}

function referenceTo(message: string) {
  return { message_id: message, fail_if_not_exists: false };
}

/** What stands in its card: who was pinged stands before it. */
function ownMessage({ id, nonce, components = [] }: APIMessage): OwnMessage {
  const card = components.find((one) => one.type === ComponentType.Container);
  const texts = card?.components.flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : [])) ?? [];
  return { message: id, texts, ...(nonce !== undefined && { nonce: String(nonce) }) };
}

/** Documentation: "Snowflakes": milliseconds since 2015 in the upper 42 bits. */
function snowflakeAt(ms: number): string {
  const epoch = 1_420_070_400_000;
  return String(BigInt(Math.max(0, Math.floor(ms) - epoch)) << 22n);
}
