/** What whoever started the program wants to know once the bot is there. */
import type { Client } from 'discord.js';
import { botInTerminal } from '../../words/terminal.ts';

/** `guild` is the one that the settings name. */
export function sayConnected({ user, guilds }: Client<true>, guild: string | undefined, say: (words: string) => void) {
  const words = botInTerminal(undefined);
  say(words.connected(user.username, guilds.cache.size));
  if (guild !== undefined && !guilds.cache.has(guild)) say(words.notInGuild(guild));
}
