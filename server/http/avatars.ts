/** GET /avatar/:racer: a racer's picture by their ID in the league, so that nobody learns their Discord ID. */
import { Router } from 'express';
import { type Discord, DiscordUnreachable } from '../discord.ts';
import { factsOf } from '../fold.ts';
import type { Members } from '../members.ts';
import type { OpenLeague } from '../open-league.ts';

/** Seconds; a new picture shows after that. While Discord can't tell, initials are soon asked for again. */
const cacheFor = { known: 600, unknown: 30 };
const hues = 360;

export function avatarRoutes(discord: Discord, members: Members, leagues: () => Iterable<OpenLeague>): Router {
  const router = Router();
  router.get('/avatar/:racer', async (request, response) => {
    const { racer: id } = request.params;
    for (const { desk, guild } of leagues()) {
      const racer = factsOf(desk.state).racers.get(id);
      if (!racer) continue;
      const picture = await pictureOf(guild, racer.discordId);
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
      return avatar === undefined ? undefined : await discord.avatar(user, avatar);
    } catch (error) {
      if (error instanceof DiscordUnreachable) return 'unknown';
      throw error;
    }
  }
}

/** A round badge in a colour of the racer's own. */
function initials(name: string, id: string): string {
  const letters = [...name.replace(/[^\p{L}\p{N} ]/gu, '').trim()];
  const hue = [...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % hues, 0);
  const text = (letters[0] ?? '?').toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="hsl(${hue} 45% 38%)"/><text x="32" y="33" fill="#fff" font-family="sans-serif" font-size="30" font-weight="600" text-anchor="middle" dominant-baseline="central">${text}</text></svg>`;
}
