import { z } from 'zod';
import type { Facts, Race, Season } from '../league/facts.ts';
import { openSeason } from '../league/races.ts';
import type { Refusal } from '../words/refusals.ts';
import { raceNamed, titleOf } from './lookup.ts';
import { seasonNamed } from './season-lookup.ts';
import { isRefusal, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('adjust'),
  racer: z.string().max(64),
  points: z.number(),
  reason: z.string().max(1000),
  season: z.string().max(64).optional(),
  race: z.string().max(64).optional(),
});

const mostPoints = 1_000;

/** A host adds points to a racer's season, or takes them away, with a reason; it may be about one race. */
export const adjust: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, { facts, by, now, cell, newId }) {
    if (!by.host) return { refused: 'hosts_only' };
    const racer = facts.racers.get(ask.racer);
    if (!racer) return { refused: 'unknown_racer' };
    if (racer.racer === undefined) return { refused: 'nameless_other' };
    const { points } = ask;
    if (Number.isFinite(points) && !isFineEnough(points)) return { refused: 'points_too_fine' };
    if (!isPoints(points)) return { refused: 'bad_points', given: { most: mostPoints } };
    const reason = ask.reason.trim().replace(/\s+/g, ' ');
    if (reason === '' || reason.length > 200) return { refused: 'why_needed' };
    const race = ask.race === undefined ? undefined : raceNamed(facts, ask.race);
    if (race && isRefusal(race)) return race;
    const season = seasonFor(facts, ask.season, race);
    if (isRefusal(season)) return season;
    if (race && race.season !== season.id)
      return { refused: 'race_elsewhere', given: { race: titleOf(race), season: season.season } };
    if (race?.status === 'Void') return { refused: 'race_void', given: { race: titleOf(race) } };

    const cells = {
      season: season.season,
      racer: racer.racer,
      race: race ? titleOf(race) : '',
      points,
      reason,
      by: by.name,
      at: cell(now),
    };
    const about = { season: season.id, racer: racer.id, ...(race && { race: race.id }) };
    return {
      changes: [{ kind: 'add', tab: 'Adjustments', id: newId(), cells }],
      happening: { what: 'adjusted', ...about, points, reason },
      said: { said: 'adjusted', given: { racer: racer.racer, points, season: season.season } },
    };
  },
};

/** The season that is named, else that of the race, else the open one. */
function seasonFor(
  facts: Facts,
  season: string | undefined,
  race: Race | undefined,
): (Season & { season: string }) | Refusal {
  const id = season ?? race?.season ?? openSeason(facts)?.id;
  return id === undefined ? { refused: 'no_open_season' } : seasonNamed(facts, id);
}

function isPoints(points: number): boolean {
  return points !== 0 && Math.abs(points) <= mostPoints;
}

/** Hundredths are as fine as it gets. */
function isFineEnough(points: number): boolean {
  return Number(points.toFixed(2)) === points;
}
