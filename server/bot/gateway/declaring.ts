/** Tells Discord our commands once the bot is there, and again until it takes them. */
import { type Client, DiscordAPIError } from 'discord.js';
import type { Clock } from '../../clock.ts';
import type { botInTerminal } from '../../words/terminal.ts';
import { deploy } from './deploy.ts';

interface DeclaringOptions {
  clock: Clock;
  words: ReturnType<typeof botInTerminal>;
  say: (words: string) => void;
  onError: (error: unknown) => void;
}

/** Milliseconds. */
const firstRetryMs = 5_000;
const longestRetryMs = 10 * 60_000;

export function openDeclaring({ clock, words, say, onError }: DeclaringOptions) {
  const declared = Promise.withResolvers<boolean>();
  let closed = false;
  let said = false;
  let cancelRetry = () => {};

  return {
    /** Whether anything had to be changed. Stays open where Discord never takes them. */
    declared: declared.promise,
    declare: (connected: Client<true>) => declare(connected, firstRetryMs),
    close(): void {
      closed = true;
      cancelRetry();
    },
  };

  function declare(connected: Client<true>, retryMs: number): void {
    deploy(connected.rest, connected.application.id).then(declared.resolve, (error: unknown) => {
      if (closed) return;
      if (error instanceof DiscordAPIError && !said) {
        said = true;
        say(words.commandsRefused(error.message));
      } else onError(error);
      cancelRetry = clock.after(retryMs, () => declare(connected, Math.min(longestRetryMs, retryMs * 2)));
    });
  }
}
