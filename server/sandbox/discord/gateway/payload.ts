import { z } from 'zod';
import type { CloseReason } from './close-codes.ts';

// Documentation: "Opcodes and Status Codes", Gateway Opcodes.
export const op = {
  DISPATCH: 0,
  HEARTBEAT: 1,
  IDENTIFY: 2,
  PRESENCE: 3,
  VOICE_STATE: 4,
  RESUME: 6,
  RECONNECT: 7,
  REQUEST_MEMBERS: 8,
  INVALID_SESSION: 9,
  HELLO: 10,
  HEARTBEAT_ACK: 11,
} as const;

const identify = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });
const payloads = z.discriminatedUnion('op', [
  z.object({ op: z.literal(op.HEARTBEAT), d: z.number().nullable() }),
  z.object({ op: z.literal(op.IDENTIFY), d: identify }),
  z.object({ op: z.literal(op.RESUME), d: resume }),
  z.object({ op: z.literal([op.PRESENCE, op.VOICE_STATE, op.REQUEST_MEMBERS]), d: z.unknown() }),
]);
const anyPayload = z.object({ op: z.number() });

export type Identify = z.infer<typeof identify>;
export type Resume = z.infer<typeof resume>;
export type Payload = z.infer<typeof payloads>;

/** What a client sent, or why its connection is closed for it. */
export function readPayload(text: string): Payload | CloseReason {
  const json = parse(text);
  const read = payloads.safeParse(json);
  if (read.success) return read.data;
  const known = anyPayload.safeParse(json);
  return known.success && !Object.values<number>(op).includes(known.data.op) ? 'UNKNOWN_OPCODE' : 'DECODE_ERROR';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
