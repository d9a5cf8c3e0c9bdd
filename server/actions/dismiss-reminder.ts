import { z } from 'zod';
import { seasonNamed } from './season-lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({ type: z.literal('dismissReminder'), season: z.string().max(64) });

/** A date has come, and hosts don't follow it: nobody asks again until the dates change. */
export const dismissReminder: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by }) {
    if (!by.host) return { refused: 'hosts_only' };
    const season = seasonNamed(facts, ask.season);
    if (isRefusal(season)) return season;
    const given = { season: season.season };
    if (!season.unanswered) return { refused: 'nothing_waits', given };
    return {
      changes: [{ kind: 'reminderSeen', season: season.id }],
      happening: { what: 'reminderSeen', season: season.id },
      said: { said: 'reminderSeen', given },
    };
  },
};
