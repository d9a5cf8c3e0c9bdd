import type { Faults } from '../../discord/faults.ts';
import type { RoleKey } from '../../people.ts';
import type { Authenticated, LiveEvents, RpcError, Setup } from '../contract.ts';

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
};

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
  lost(): void;
}

/** Listens to the server for as long as the page is open; reconnects by itself and says hello again. */
export function listenLive(listener: LiveListener): void {
  const source = new EventSource('/stage/live');
  source.addEventListener('hello', (event) => listener.hello(JSON.parse(event.data)));
  source.addEventListener('participants', (event) => listener.participants(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    listener.lost();
    // A browser gives up for good when the port is refused; the server may be back in a moment.
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      setTimeout(() => listenLive(listener), 500);
    }
  });
}
