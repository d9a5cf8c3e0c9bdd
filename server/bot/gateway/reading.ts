/**
 * Keeps a packet that discord.js can't read from ending the program: it reads in promises and timers that nobody waits
 * for. What is passed over is told; nothing of ours runs in there but what waits for something first, so a broken
 * invariant of ours is as loud as ever.
 */
import { type Client, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import { completed } from './packets.ts';

/** `packet` is the event with its data, once it's known which. */
export type OnUnreadable = (error: unknown, packet?: unknown) => void;

type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** The way shards are made: each reads carefully, and what it reads is complete. */
export function carefulSharding(application: string, onUnreadable: OnUnreadable) {
  return (manager: Manager): SimpleShardingStrategy => new CarefulSharding(manager, application, onUnreadable);
}

/** What comes before the bot is ready is read later, from a timer. */
export function readCarefully(client: Client, onUnreadable: OnUnreadable): void {
  guard(client.ws, 'handlePacket', onUnreadable);
}

class CarefulSharding extends SimpleShardingStrategy {
  private readonly application: string;
  private readonly onUnreadable: OnUnreadable;

  constructor(manager: Manager, application: string, onUnreadable: OnUnreadable) {
    super(manager);
    this.application = application;
    this.onUnreadable = onUnreadable;
  }

  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids);
    const shards: unknown = Reflect.get(this, 'shards');
    if (!(shards instanceof Map)) throw new Error("discord.js's sharding no longer has a map of its shards.");
    for (const shard of shards.values()) {
      const unpack = methodOf(shard, 'unpackMessage');
      Reflect.set(shard, 'unpackMessage', async (...frame: readonly unknown[]) =>
        completed(await unpack(...frame), this.application),
      );
      guard(shard, 'onMessage', (error) => this.onUnreadable(error));
    }
  }
}

function guard(of: object, method: string, onUnreadable: OnUnreadable): void {
  const read = methodOf(of, method);
  Reflect.set(of, method, (...given: readonly unknown[]): unknown => {
    const failed = (error: unknown) => onUnreadable(error, given[0]);
    try {
      const done = read(...given);
      return done instanceof Promise ? done.catch(failed) : done;
    } catch (error) {
      return failed(error);
    }
  });
}

/** Throws where discord.js has no such method any more: it promises none of these. */
function methodOf(of: object, name: string): (...given: readonly unknown[]) => unknown {
  const method: unknown = Reflect.get(of, name);
  if (typeof method !== 'function') throw new Error(`discord.js no longer reads packets by ${name}.`);
  return (...given) => Reflect.apply(method, of, given);
}
