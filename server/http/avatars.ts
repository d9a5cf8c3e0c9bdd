/** GET /avatar/:racer: a racer's picture by their ID in the league, so that nobody learns their Discord ID. */
import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Clock } from '../clock.ts';
import { type Discord, DiscordUnreachable } from '../discord.ts';
import { factsOf } from '../facts.ts';
import { discordOf } from '../league/people.ts';
import type { Members } from '../members.ts';
import type { OpenLeague } from '../open-league.ts';

/** Seconds; a new picture shows after that. While Discord can't tell, initials are soon asked for again. */
const cacheFor = { known: 600, unknown: 30 };
const hues = 360;
/** Small PNGs: a few megabytes at most. */
const picturesKept = 1_000;

/** Pictures asked for in a minute from one address; a panel with a full season asks for a few dozen. */
const picturesAMinute = 600;

export function avatarRoutes(
  discord: Discord,
  members: Members,
  leagues: () => Iterable<OpenLeague>,
  clock: Clock,
): Router {
  const router = Router();
  /** By user and picture: Discord is asked once for each, whoever looks. */
  const pictures = new Map<string, { until: number; picture: Promise<Uint8Array | undefined> }>();
  router.use('/avatar', rateLimit({ windowMs: 60_000, limit: picturesAMinute }));
  router.get('/avatar/:racer', async (request, response) => {
    const { racer: id } = request.params;
    // Whoever was forgotten isn't asked for again: their picture goes by its time.
    for (const [key, { until }] of pictures) if (until <= clock.now()) pictures.delete(key);
    for (const { desk, guild } of leagues()) {
      const facts = factsOf(desk.state);
      const racer = facts.racers.get(id);
      if (!racer) continue;
      const picture = await pictureOf(guild, discordOf(facts, racer));
      const seconds = picture === 'unknown' ? cacheFor.unknown : cacheFor.known;
      response.set('cache-control', `public, max-age=${seconds}`);
      if (picture instanceof Uint8Array) response.type('png').send(Buffer.from(picture));
      else response.type('svg').send(initials(racer.racer ?? '?', id));
      return;
    }
    response.status(404).end();
  });
  return router;

  /** Undefined for who has none; 'unknown' while Discord can't be reached. */
  async function pictureOf(guild: string, user: string | undefined): Promise<Uint8Array | 'unknown' | undefined> {
    if (user === undefined) return undefined;
    try {
      const avatar = (await members.find(guild, user))?.user.avatar;
      return avatar === undefined ? undefined : await fetched(user, avatar);
    } catch (error) {
      if (error instanceof DiscordUnreachable) return 'unknown';
      throw error;
    }
  }

  function fetched(user: string, avatar: string): Promise<Uint8Array | undefined> {
    const key = `${user}/${avatar}`;
    const known = pictures.get(key);
    if (known && clock.now() < known.until) return known.picture;
    const picture = discord.avatar(user, avatar);
    pictures.set(key, { until: clock.now() + cacheFor.known * 1000, picture });
    picture.catch(() => pictures.delete(key));
    const [oldest] = pictures.keys();
    if (pictures.size > picturesKept && oldest !== undefined) pictures.delete(oldest);
    return picture;
  }
}

/** A round badge in a colour of the racer's own. */
function initials(name: string, id: string): string {
  const letters = [...name.replace(/[^\p{L}\p{N} ]/gu, '').trim()];
  const hue = [...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % hues, 0);
  const text = (letters[0] ?? '?').toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="hsl(${hue} 45% 38%)"/><text x="32" y="33" fill="#fff" font-family="sans-serif" font-size="30" font-weight="600" text-anchor="middle" dominant-baseline="central">${text}</text></svg>`;
}
