/** Posts over the bot that is on Discord's gateway: from when it's there until it's closed. */
import { type Client, Events } from 'discord.js';
import type { AllPosts } from './all-posts.ts';
import { openDiscordChannel } from './discord-channel.ts';

/** `ready` stays open where the bot never gets there. What it returns ends it. */
export function carryPosts(client: Client, ready: Promise<Client<true>>, posts: AllPosts): () => Promise<void> {
  const closing = new AbortController();
  void ready.then(({ rest, application }) => {
    if (!closing.signal.aborted) posts.begin(openDiscordChannel(rest, application.id, closing.signal));
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
