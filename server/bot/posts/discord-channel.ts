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
import { chosenChannel, idIn } from './discord-named-channel.ts';
import { refusedBy } from './discord-refusal.ts';
import type { PictureBlock, Post } from './post.ts';

/** Of its channels Discord lists the latest messages, so many at once at most (documentation: "Message", Get Channel Messages). */
const mostListed = 100;
const listable: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** `application` is the bot's own ID. What is under way when `signal` aborts is answered with `unreachable`. */
export function openDiscordChannel(rest: REST, application: string, signal: AbortSignal): Channel {
  return {
    find: (guild, called) =>
      ask(async () => {
        const all = await rest.get(Routes.guildChannels(guild), { signal });
        const id = chosenChannel(all as APIChannel[], called, listable);
        return id === undefined ? { refused: 'noChannel', message: `No channel is called ${called}.` } : { id };
      }),

    post: (place, post, { nonce, replyTo }) =>
      ask(async () => {
        const role = await roleOf(place.guild, post);
        const { body, files } = await bodyOf(post, role);
        const reply = replyTo === undefined ? {} : { message_reference: referenceTo(replyTo) };
        const sent = await rest.post(Routes.channelMessages(place.channel), {
          body: { ...body, ...reply, nonce, enforce_nonce: true },
          files,
          signal,
        });
        return { message: (sent as APIMessage).id };
      }),

    edit: (place, message, post) =>
      ask(async () => {
        const { body, files } = await bodyOf(post);
        await rest.patch(Routes.channelMessage(place.channel, message), { body, files, signal });
        return { message };
      }),

    latest: (place, since) =>
      ask(async () => {
        const query = new URLSearchParams({ limit: String(mostListed), after: snowflakeAt(since) });
        const listed = await rest.get(Routes.channelMessages(place.channel), { query, signal });
        const own = (listed as APIMessage[]).filter(({ author }) => author.id === application);
        return { messages: own.map(ownMessage) };
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

  /** The ID of the role that is pinged; a name that no role has pings nobody. */
  async function roleOf(guild: string, { pings }: Post): Promise<string | undefined> {
    if (pings?.role === undefined) return undefined;
    const wanted = pings.role.trim().replace(/^@/, '').toLowerCase();
    const roles = (await rest.get(Routes.guildRoles(guild), { signal })) as APIRole[];
    return roles.find(({ id, name }) => id === idIn(wanted) || name.toLowerCase() === wanted)?.id;
  }
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
