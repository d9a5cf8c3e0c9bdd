/** Who somebody is, asked of Discord's REST API within the three seconds that an answer has. */
import type { Clock } from '../../clock.ts';
import type { Vouch } from './incoming.ts';

/** A third of what Discord allows. Milliseconds. */
const mostMs = 1_000;

/** Rejects if it takes longer; who asks again may find it known. */
export function inTime(vouch: Vouch, clock: Clock): Vouch {
  return async (guild, user) => {
    const late = Promise.withResolvers<never>();
    const cancel = clock.after(mostMs, () =>
      late.reject(new Error('Discord takes too long to say who it is that asks the bot.')),
    );
    try {
      return await Promise.race([vouch(guild, user), late.promise]);
    } finally {
      cancel();
    }
  };
}
