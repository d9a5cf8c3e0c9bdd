/** Gets the bot onto Discord's gateway, by itself and again, and says in words what keeps it from there. */
import { type Client, Events } from 'discord.js';
import type { Clock } from '../../clock.ts';
import { botInTerminal } from '../../words/terminal.ts';
import { fatalCloseOf, reachTroubleOf } from './trouble.ts';

/** `stopped`: for good, until somebody puts it right and starts again. */
export type BotState = 'connecting' | 'connected' | 'stopped';

interface ConnectionOptions {
  client: Client;
  token: string;
  /** Where that Discord is, if DISCORD_API_URL says so. */
  other: string | undefined;
  clock: Clock;
  say: (words: string) => void;
  onError: (error: unknown) => void;
}

/** Milliseconds, as below. */
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;
/** Who starts the program has heard of it by then. */
const patienceMs = 15_000;

export function openConnection({ client, token, other, clock, say, onError }: ConnectionOptions) {
  const words = botInTerminal(other);
  const told = new Set<string>();
  let state: BotState = 'connecting';
  let closed = false;
  let cancelRetry = () => {};
  const cancelPatience = clock.after(patienceMs, () => {
    if (told.size === 0) tell('slow', client.ws.gateway === null ? words.slow() : words.noGateway(client.ws.gateway));
  });

  client.once(Events.ClientReady, cancelPatience);
  client.on(Events.ShardReady, arrived);
  client.on(Events.ShardResume, arrived);
  client.on(Events.ShardReconnecting, () => {
    state = 'connecting';
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    const why = fatalCloseOf(code);
    if (why) stop(words[why]());
  });
  login(firstRetryMs);

  return {
    state: (): BotState => state,
    close(): void {
      closed = true;
      cancelPatience();
      cancelRetry();
    },
  };

  function login(retryMs: number): void {
    // discord.js ends a client whose login has failed, and wouldn't end it again once it's there after all.
    Reflect.set(client.ws, 'destroyed', false);
    client.login(token).catch((error: unknown) => {
      if (closed || state === 'stopped') return;
      const trouble = reachTroubleOf(error);
      if (trouble?.trouble === 'badToken') return stop(words.badToken());
      if (!trouble) onError(error);
      else if (trouble.trouble === 'odd') tell('odd', words.odd(trouble.how));
      else if (trouble.trouble === 'noSessions') tell('noSessions', words.noSessions(trouble.waitMs));
      else tell(trouble.trouble, words[trouble.trouble]());
      cancelRetry = clock.after(retryMs, () => login(Math.min(longestRetryMs, retryMs * 2)));
    });
  }

  function arrived(): void {
    state = 'connected';
    told.clear();
  }

  function stop(why: string): void {
    state = 'stopped';
    cancelPatience();
    say(why);
  }

  /** Once, until it has been there. */
  function tell(what: string, said: string): void {
    if (told.has(what)) return;
    told.add(what);
    say(said);
  }
}
