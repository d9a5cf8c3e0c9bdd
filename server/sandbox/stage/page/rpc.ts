import type { RpcError } from '../contract.ts';

// The SDK's opcodes and its protocol's version.
const HANDSHAKE = 0;
const FRAME = 1;
const CLOSE = 2;
const VERSION = 1;

/** A command as the SDK sends it; everything in it comes from the panel and is unchecked. */
export interface Command {
  cmd: string;
  args: Record<string, unknown>;
  evt: string | null;
}

/** Thrown by a command's answer: becomes the SDK's rejection `{code, message}`. */
export class Refusal extends Error {
  readonly code: number;
  constructor({ code, message }: RpcError) {
    super(message);
    this.code = code;
  }
}

export interface RpcListener {
  /** The panel's SDK has been made: what was subscribed and signed in before is gone. */
  handshake(): void;
  /** The data of the answer; it has to fit the SDK's schema, which otherwise waits for ever. */
  answer(command: Command): Promise<unknown>;
  closed(code: number, message: string): void;
}

export interface Rpc {
  dispatch(event: string, data: object): void;
  close(): void;
}

/** Speaks the embedded app SDK's protocol, the client's side, with the one panel in `frame`. */
export function openRpc(frame: HTMLIFrameElement, origin: string, listener: RpcListener): Rpc {
  const post = (payload: object) => frame.contentWindow?.postMessage([FRAME, payload], origin);
  const dispatch = (evt: string, data: object) => post({ cmd: 'DISPATCH', evt, data, nonce: null });

  const answer = async (command: Command, nonce: string) => {
    try {
      post({ cmd: command.cmd, data: await listener.answer(command), evt: null, nonce });
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(error);
      // 1000: Discord's "unknown error", for what goes wrong in the client itself.
      const { code, message } = error instanceof Refusal ? error : { code: 1000, message: 'Unknown Error' };
      post({ cmd: command.cmd, evt: 'ERROR', data: { code, message }, nonce });
    }
  };

  const receive = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== origin || !Array.isArray(event.data)) return;
    const [opcode, payload]: unknown[] = event.data;
    const fields = fieldsOf(payload);
    if (opcode === HANDSHAKE) {
      listener.handshake();
      dispatch('READY', { v: VERSION, config: clientConfig() });
    }
    if (opcode === FRAME && typeof fields.cmd === 'string' && typeof fields.nonce === 'string') {
      const evt = typeof fields.evt === 'string' ? fields.evt : null;
      void answer({ cmd: fields.cmd, args: fieldsOf(fields.args), evt }, fields.nonce);
    }
    if (opcode === CLOSE) listener.closed(Number(fields.code), String(fields.message ?? ''));
  };
  window.addEventListener('message', receive);
  return { dispatch, close: () => window.removeEventListener('message', receive) };
}

function clientConfig() {
  return { cdn_host: `${location.host}/cdn`, api_endpoint: `//${location.host}/api`, environment: 'production' };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
