/** Posts that Discord will never take, so that they're left out: what a host ought to hear of. */
import { type Channel, isRefused, type Refused } from './channel.ts';

/** A channel that tells of each such post, once for each sentence that Discord has for it. */
export function watchDropped(channel: Channel, onDropped: (message: string) => void): Channel {
  const told = new Set<string>();
  return {
    ...channel,
    post: async (...given) => noted(await channel.post(...given)),
    edit: async (...given) => noted(await channel.edit(...given)),
  };

  function noted<T extends object>(done: T | Refused): T | Refused {
    if (isRefused(done) && done.refused === 'invalid' && !told.has(done.message)) {
      told.add(done.message);
      onDropped(done.message);
    }
    return done;
  }
}
