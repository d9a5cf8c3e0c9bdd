/** The only place that imports Discord's SDK, which never gives up by itself: each call has its time here. */
import type { DiscordSDK } from '@discord/embedded-app-sdk';

/** What can go wrong between us and the client around us. */
const failures = ['outside', 'noSdk', 'silent', 'refused', 'unanswered'] as const;
export type Failure = (typeof failures)[number];

export class DiscordFailure extends Error {
  readonly reason: Failure;
  constructor(reason: Failure, cause?: unknown) {
    super(`Discord: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** The client answers READY within a second; on an old phone it was seen to take several. */
const readyMilliseconds = 15_000;
/** A person reads and decides; the server keeps the nonce for just as long. */
const consentMilliseconds = 5 * 60_000;
const commandMilliseconds = 15_000;

const scope: ('identify' | 'guilds.members.read')[] = ['identify', 'guilds.members.read'];

/** Opens the line to the Discord client and waits until it is ready. Rejects with a DiscordFailure. */
export async function openDiscord(clientId: string) {
  const sdk = construct(await load(), clientId);
  await within(readyMilliseconds, sdk.ready(), 'silent');

  return {
    instanceId: sdk.instanceId,
    /** Asks the person, if they haven't allowed it yet; answers a code for our server to exchange. */
    async authorize(request: { nonce: string; codeChallenge: string }): Promise<string> {
      const asked = sdk.commands.authorize({
        client_id: clientId,
        response_type: 'code',
        scope,
        state: request.nonce,
        code_challenge: request.codeChallenge,
        code_challenge_method: 'S256',
      });
      return (await within(consentMilliseconds, asked, 'unanswered', 'refused')).code;
    },
    /** Asks the client to open an address in the person's own browser; false if it, or they, won't. */
    async openLink(url: string): Promise<boolean> {
      const answer = sdk.commands.openExternalLink({ url });
      return within(consentMilliseconds, answer, 'unanswered', 'refused').then(
        ({ opened }) => opened !== false,
        () => false,
      );
    },
    /** Tells the client who is here. Rejects with a DiscordFailure. */
    async authenticate(accessToken: string): Promise<void> {
      await within(commandMilliseconds, sdk.commands.authenticate({ access_token: accessToken }), 'silent');
    },
  };
}

export type Discord = Awaited<ReturnType<typeof openDiscord>>;

/** Behind the first paint: it's twice the size of the rest. Taken apart right here, so that the bundler sees what's used. */
async function load(): Promise<typeof DiscordSDK> {
  try {
    const { DiscordSDK } = await import('@discord/embedded-app-sdk');
    return DiscordSDK;
  } catch (cause) {
    throw new DiscordFailure('noSdk', cause);
  }
}

/** The constructor throws when the address lacks what Discord puts there: then we aren't inside Discord. */
function construct(SDK: typeof DiscordSDK, clientId: string): DiscordSDK {
  try {
    return new SDK(clientId, { disableConsoleLogOverride: true });
  } catch (cause) {
    throw new DiscordFailure('outside', cause);
  }
}

/** The SDK rejects with plain `{code, message}` objects, meant for developers; `rejected` says what that means here. */
async function within<T>(limit: number, work: Promise<T>, late: Failure, rejected: Failure = late): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bell = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DiscordFailure(late)), limit);
  });
  const done = work.catch((cause) => {
    throw new DiscordFailure(isRefusal(cause) ? rejected : 'silent', cause);
  });
  return Promise.race([done, bell]).finally(() => clearTimeout(timer));
}

/** OAuth2 errors are 5000 (Discord's RPC error codes): somebody said no. Any other rejection is Discord's own trouble. */
function isRefusal(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 5000;
}
