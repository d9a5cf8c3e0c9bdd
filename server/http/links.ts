/** Links to one file, for whoever has them: good once and not for long. Discord's client opens them in a browser. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { OpenLeague } from '../open-league.ts';

/** Long enough for the question whether one trusts the link. Milliseconds. */
const linkMs = 2 * 60_000;
/** So many at once; the oldest give way. */
const linksKept = 1_000;

export function openLinks(clock: Clock) {
  const links = new Map<string, { league: OpenLeague; file: string; until: number }>();

  return {
    make(league: OpenLeague, file: string): { token: string; until: number } {
      const token = randomBytes(24).toString('base64url');
      const until = clock.now() + linkMs;
      links.set(token, { league, file, until });
      const [oldest] = links.keys();
      if (links.size > linksKept && oldest !== undefined) links.delete(oldest);
      return { token, until };
    },

    /** Whose file it leads to; undefined if it's used or too old. */
    look(token: string, file: string): OpenLeague | undefined {
      const link = links.get(token);
      return link && link.file === file && clock.now() < link.until ? link.league : undefined;
    },

    /** The same, and the link is used. */
    take(token: string, file: string): OpenLeague | undefined {
      const league = this.look(token, file);
      if (league) links.delete(token);
      return league;
    },
  };
}
