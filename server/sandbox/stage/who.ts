import type { LocalDiscord } from '../discord/discord.ts';
import { type GuildPlan, guilds } from '../discord/guild.ts';
import type { Guild } from '../discord/membership.ts';
import type { Persona } from '../people.ts';
import { NotHere } from './refusals.ts';

/** The server that has this key. Refuses another one. */
export function guildCalled(discord: LocalDiscord, key: string): Guild {
  const guild = discord.guilds.find(({ plan }) => plan.key === key);
  if (!guild) throw new NotHere(`The sandbox has no server "${key}". Try ${guilds[0].key}.`);
  return guild;
}

/** Who is called that in a server. Refuses somebody who isn't in it. */
export function personCalled(key: string, { name, members }: Pick<GuildPlan, 'name' | 'members'>): Persona {
  const persona = members.find((candidate) => candidate.key === key);
  if (!persona) throw new NotHere(`Nobody in ${name} is called "${key}". Try ${members[0]?.key}.`);
  return persona;
}

/** One of a server's channels. Refuses one that isn't there. */
export function channelIn({ plan }: Guild, id: string): string {
  if (id !== plan.textChannelId && id !== plan.channelId)
    throw new NotHere(`${plan.name} has no channel with the ID "${id}". Try ${plan.textChannelId}.`);
  return id;
}
