import type { APIApplicationCommand } from 'discord.js';
import type { Faults } from '../../discord/faults.ts';
import type { RoleKey } from '../../people.ts';
import type { Authenticated, ChannelNow, Deniable, LiveEvents, Outcome, RpcError, Setup } from '../contract.ts';

/** A command with what has been filled in, and the channel that it's typed in. */
export interface Line {
  channel: string;
  /** As `race open`. */
  name: string;
  options: Record<string, string | number | boolean>;
}

/** The page's calls to its own server. A call that can't be made rejects; a refusal is an answer, `{code, message}`. */
export const server = {
  /** Without a key, or with one that no server has: the first. */
  setup: (key: string | null) => call<Setup>('GET', `setup?${new URLSearchParams({ server: key ?? '' })}`),
  openFrame: (frame: string, body: { stage: string; server: string; person: string; cut: boolean; rejoin?: string }) =>
    call<{ instance: string } | RpcError>('PUT', `frames/${frame}`, body),
  closeFrame: (frame: string, stage: string) =>
    call<void>('DELETE', `frames/${frame}?${new URLSearchParams({ stage })}`),
  authorize: (
    person: string,
    body: { clientId: string; scopes: string[]; codeChallenge?: string; codeChallengeMethod?: string },
  ) => call<{ code: string } | RpcError>('POST', `people/${person}/authorize`, body),
  authenticate: (person: string, accessToken: string) =>
    call<Authenticated | RpcError>('POST', `people/${person}/authenticate`, { accessToken }),
  standing: (key: string, person: string) =>
    call<{ roles: RoleKey[]; permissions: string }>('GET', `servers/${key}/people/${person}/standing`),
  setRoles: (key: string, person: string, roles: RoleKey[]) =>
    call<void>('PUT', `servers/${key}/people/${person}/roles`, { roles }),
  cutWire: (person: string, cut: boolean) => call<void>('PUT', `people/${person}/wire`, { cut }),
  setFaults: (faults: Partial<Faults>) => call<Faults>('PUT', 'faults', faults),

  channel: (key: string, channel: string) => call<ChannelNow>('GET', `servers/${key}/channels/${channel}`),
  commands: (key: string, person: string) =>
    call<APIApplicationCommand[]>('GET', `servers/${key}/people/${person}/commands`),
  slash: (key: string, person: string, line: Line & { shown: string }) => use(key, person, 'slash', line),
  autocomplete: (key: string, person: string, line: Line & { focused: string }) =>
    use(key, person, 'autocomplete', line),
  press: (key: string, person: string, body: { channel: string; message: string; customId: string }) =>
    use(key, person, 'press', body),
  select: (
    key: string,
    person: string,
    body: { channel: string; message: string; customId: string; values: string[] },
  ) => use(key, person, 'select', body),
  sendForm: (
    key: string,
    person: string,
    body: { interaction: string; values: Record<string, string | string[] | boolean> },
  ) => use(key, person, 'form', body),

  deny: (key: string, channel: string, permissions: Deniable[]) =>
    call<void>('PUT', `servers/${key}/channels/${channel}/denied`, { permissions }),
  limit: (key: string, channel: string, ms: number) =>
    call<void>('POST', `servers/${key}/channels/${channel}/limit`, { ms }),
  setBotMember: (key: string, member: boolean) => call<void>('PUT', `servers/${key}/bot`, { member }),
  dropGateway: () => call<void>('POST', 'gateway/drop', {}),
};

/** What a person does in a channel; `refused` is what Discord's client wouldn't let them do, or that nobody answers. */
function use(key: string, person: string, how: string, body: object): Promise<Outcome | Refused> {
  return call<Outcome | RpcError>('POST', `servers/${key}/people/${person}/${how}`, body).then(
    (answer) => ('kind' in answer ? answer : { kind: 'refused', message: answer.message }),
    () => ({ kind: 'refused', message: 'The sandbox isn’t answering. Start it again and try once more.' }),
  );
}

export interface Refused {
  kind: 'refused';
  message: string;
}

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/stage/${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return response.json();
}

interface LiveListener {
  hello(event: LiveEvents['hello']): void;
  participants(event: LiveEvents['participants']): void;
  message(event: LiveEvents['message']): void;
  removed(event: LiveEvents['removed']): void;
  commands(): void;
  bot(event: LiveEvents['bot']): void;
  lost(): void;
}

/** Listens to the server for as long as the page is open; reconnects by itself and says hello again. */
export function listenLive(listener: LiveListener): void {
  const source = new EventSource('/stage/live');
  source.addEventListener('hello', (event) => listener.hello(JSON.parse(event.data)));
  source.addEventListener('participants', (event) => listener.participants(JSON.parse(event.data)));
  source.addEventListener('message', (event) => listener.message(JSON.parse(event.data)));
  source.addEventListener('removed', (event) => listener.removed(JSON.parse(event.data)));
  source.addEventListener('commands', () => listener.commands());
  source.addEventListener('bot', (event) => listener.bot(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    listener.lost();
    // A browser gives up for good when the port is refused; the server may be back in a moment.
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      setTimeout(() => listenLive(listener), 500);
    }
  });
}
