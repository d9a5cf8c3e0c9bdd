import type { CloseReason } from './close-codes.ts';
import type { Identify } from './payload.ts';

// Documentation: "Gateway", Gateway Intents: bits 0 to 16, 20, 21, 24 and 25.
const intents = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
export const GUILDS = 1 << 0;
// Members, presences, message content: this application has been granted none of them.
const privileged = (1 << 1) | (1 << 8) | (1 << 15);

export type Shard = readonly [index: number, count: number];

/** Why an Identify isn't taken, if so. */
export function identifyFault(identify: Identify, botToken: string): CloseReason | undefined {
  const { token, shard = [0, 1], intents: wanted } = identify;
  if (token !== botToken) return 'AUTHENTICATION_FAILED';
  const [index, count] = shard;
  if (index < 0 || count < 1 || index >= count) return 'INVALID_SHARD';
  if (!Number.isSafeInteger(wanted) || wanted < 0 || (wanted & ~intents) !== 0) return 'INVALID_INTENTS';
  if ((wanted & privileged) !== 0) return 'DISALLOWED_INTENTS';
  return undefined;
}

/** Documentation: "Gateway", Sharding. */
export function isOnShard(guildId: string, [index, count]: Shard): boolean {
  return Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
}
