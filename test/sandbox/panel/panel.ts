import { DiscordSDK } from '@discord/embedded-app-sdk';
import { sandboxCredentials } from '../../../server/sandbox/credentials.ts';

/**
 * A panel that does nothing but offer the real SDK to a test: it signs in as any activity does, and leaves the SDK
 * where the test can call it.
 */
declare global {
  interface Window {
    sdk: DiscordSDK;
    events: { name: string; data: unknown }[];
    signIn(options: SignIn): Promise<{ id: string; username: string }>;
  }
}

interface SignIn {
  clientId: string;
  scopes: string[];
  prompt?: 'none';
}

const output = document.querySelector('output')!;
window.events = [];
window.sdk = new DiscordSDK(sandboxCredentials.clientId, { disableConsoleLogOverride: true });

window.signIn = async ({ clientId, scopes, prompt }) => {
  const { nonce, code_challenge } = await (await fetch('/challenge', { method: 'POST' })).json();
  const { code } = await window.sdk.commands.authorize({
    client_id: clientId,
    scope: scopes as never[],
    response_type: 'code',
    state: '',
    code_challenge,
    code_challenge_method: 'S256',
    ...(prompt && { prompt }),
  });
  const session = await (await fetch(`/exchange?nonce=${nonce}`, { method: 'POST', body: code })).json();
  const { user } = await window.sdk.commands.authenticate({ access_token: session.access_token });
  output.textContent = `ready, signed in as ${user.username}`;
  return user;
};

await window.sdk.ready();
output.textContent = `ready on ${window.sdk.platform}`;
