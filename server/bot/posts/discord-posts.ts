/** Posts over the bot that is on Discord's gateway: from when it's there until it's closed. */
import { type Client, Events, PermissionFlagsBits } from 'discord.js';
import type { AllPosts } from './all-posts.ts';
import { type KnownGuilds, openDiscordChannel } from './discord-channel.ts';

/** `ready` stays open where the bot never gets there. What it returns ends it. */
export function carryPosts(
  client: Client,
  ready: Promise<Client<true>>,
  posts: Pick<AllPosts, 'begin' | 'lookAgain' | 'close'>,
): () => Promise<void> {
  const closing = new AbortController();
  void ready.then(({ rest, user }) => {
    if (!closing.signal.aborted) posts.begin(openDiscordChannel(rest, user.id, closing.signal, knownTo(client)));
  });
  const again = ({ id }: { id: string }) => posts.lookAgain(id);
  const inGuild = ({ guild }: { guild: { id: string } }) => posts.lookAgain(guild.id);
  client.on(Events.GuildCreate, again);
  client.on(Events.ChannelCreate, inGuild);
  client.on(Events.ChannelUpdate, (_, channel) => {
    if ('guild' in channel) inGuild(channel);
  });
  client.on(Events.GuildRoleUpdate, inGuild);

  return async () => {
    closing.abort();
    await posts.close();
  };
}

/** As the gateway told it. */
function knownTo({ guilds }: Client): KnownGuilds {
  return {
    channels: (guild) =>
      guilds.cache.get(guild)?.channels.cache.map((channel) => ({
        id: channel.id,
        type: channel.type,
        name: channel.name,
        ...('rawPosition' in channel && { position: channel.rawPosition }),
      })),
    history(guild, id) {
      const there = guilds.cache.get(guild);
      const channel = there?.channels.cache.get(id);
      const { me } = there?.members ?? {};
      if (!channel || !me) return undefined;
      return channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
    },
    roles: (guild) => guilds.cache.get(guild)?.roles.cache.map(({ id, name }) => ({ id, name })),
  };
}
