import { signal } from '@preact/signals';
import type { ConnectAnswer, ConnectView } from '../../server/contract/session.ts';
import { connect as words } from '../../server/words/connect.ts';
import type { Answer } from '../api.ts';

export type ConnectStep =
  | { step: 'loading' }
  /** Somebody else has to do it. */
  | { step: 'waiting'; server: string | undefined }
  | { step: 'address'; server: string | undefined; account: string }
  /** `looked`: the code was looked for, and isn't there yet. */
  | { step: 'code'; title: string; code: string; spreadsheet: string; looked: boolean };

export interface ConnectingParts {
  about(): Promise<Answer<ConnectView>>;
  connect(spreadsheet: string): Promise<Answer<ConnectAnswer>>;
  /** The server has its league now. */
  connected(): void;
}

export type Connecting = ReturnType<typeof createConnecting>;

/** The way from a server without a league to one with: a Sheet's address, then a code in the Sheet. */
export function createConnecting({ about, connect, connected }: ConnectingParts) {
  const state = signal<ConnectStep>({ step: 'loading' });
  const busy = signal(false);
  const refused = signal<{ message: string; remedy: string } | undefined>(undefined);

  async function begin(): Promise<void> {
    state.value = { step: 'loading' };
    refused.value = undefined;
    const answer = await about();
    if (answer.kind === 'ok') {
      const { host, server, account } = answer.value;
      state.value = host ? { step: 'address', server, account } : { step: 'waiting', server };
    } else {
      state.value = { step: 'waiting', server: undefined };
      refused.value = answer.error ?? words.unreachable;
    }
  }

  /** Looks at the Sheet with that address: for the code, once we have told it. */
  async function look(spreadsheet: string): Promise<void> {
    if (busy.peek()) return;
    busy.value = true;
    refused.value = undefined;
    const looked = state.peek().step === 'code';
    const answer = await connect(spreadsheet);
    busy.value = false;
    if (answer.kind === 'ok' && answer.value.state === 'code') {
      const { title, code } = answer.value;
      state.value = { step: 'code', title, code, spreadsheet, looked };
    } else if (answer.kind === 'ok' || answer.error?.code === 'has_league') connected();
    else refused.value = answer.error ?? words.unreachable;
  }

  return { state, busy, refused, begin, look };
}
