import { z } from 'zod';
import { folded } from '../../sheets/names.ts';
import type { Wanted } from '../league/changes.ts';
import type { Facts, Season } from '../league/facts.ts';
import { racesUnderWay } from '../league/races.ts';
import { finalName, isSameTable, scoredAlike } from '../league/scored-alike.ts';
import { scoringOf } from '../league/scoring.ts';
import { champions } from '../league/seasons.ts';
import type { Refusal } from '../words/refusals.ts';
import { titleOf } from './lookup.ts';
import { readName, seasonCalled } from './names.ts';
import { addTable } from './season-fields.ts';
import { anotherIsOpen, seasonNamed } from './season-lookup.ts';
import { isRefusal, type Situation, type Verb } from './verb.ts';

const takes = z.strictObject({
  type: z.literal('closeSeason'),
  season: z.string().max(64),
  next: z.string().max(200).optional(),
});

/**
 * The season is over: its champion is who leads, and its rules are kept in a scoring table of its own. With `next` the
 * season of that name opens at once. This is also the word that "Closed", typed into the Sheet, waits for.
 */
export const closeSeason: Verb<z.infer<typeof takes>> = {
  takes,
  decide(ask, situation) {
    const { facts, by, now, cell } = situation;
    if (!by.host) return { refused: 'hosts_only' };
    const season = seasonNamed(facts, ask.season);
    if (isRefusal(season)) return season;
    const given = { season: season.season };
    if (season.status === 'Closed') return { refused: 'season_is_closed', given };
    if (season.status !== 'Open') return { refused: 'season_not_open', given };
    const race = racesUnderWay(facts).find((one) => one.season === season.id);
    if (race) return { refused: 'season_under_way', given: { ...given, race: titleOf(race) } };
    const next = ask.next === undefined ? { changes: [] } : opening(situation, season, ask.next);
    if (isRefusal(next)) return next;

    const table = keptTable(facts, season);
    // What the league gives may change: a closed season keeps what it had.
    const { bonuses } = facts.settings;
    const cells = {
      status: 'Closed',
      scoring: table.name,
      ...(season.ends === undefined && { ends: cell(now) }),
      ...(season.bonuses === undefined && bonuses !== '' && { bonuses }),
    };
    const leaders = champions(facts, { ...season, status: 'Closed' });
    return {
      changes: [...table.changes, { kind: 'edit', tab: 'Seasons', id: season.id, cells }, ...next.changes],
      happening: { what: 'seasonClosed', season: season.id, ...(next.id !== undefined && { next: next.id }) },
      said: {
        said: 'seasonClosed',
        given: {
          ...given,
          champions: leaders.map((racer) => facts.racers.get(racer)?.racer ?? '?'),
          ...(next.name !== undefined && { next: next.name }),
        },
      },
    };
  },
};

/** The season of that name opens: one that was planned, or a new one that is scored like the one before. */
function opening(
  { facts, now, cell, newId }: Situation,
  before: Season,
  given: string,
): { changes: Wanted[]; id?: string; name?: string } | Refusal {
  const name = readName(given, 'season');
  if (name === undefined) return { refused: 'bad_season_name' };
  const other = anotherIsOpen(facts, before.id);
  if (other) return other;
  const planned = seasonCalled(facts, name);
  if (planned && planned.status !== 'Planned') return { refused: 'season_name_taken', given: { season: name } };
  if (planned) {
    const cells = { status: 'Open', ...(planned.starts === undefined && { starts: cell(now) }) };
    return {
      changes: [{ kind: 'edit', tab: 'Seasons', id: planned.id, cells }],
      id: planned.id,
      name: planned.season ?? name,
    };
  }
  const id = newId();
  const cells = { season: name, status: 'Open', starts: cell(now), ends: '', ...scoredAlike(facts, before) };
  return { changes: [{ kind: 'add', tab: 'Seasons', id, cells }], id, name };
}

/** A table that holds the season's rules and no other season's: whoever edits Scoring later doesn't change the past. */
function keptTable(facts: Facts, season: Season & { season: string }): { name: string; changes: Wanted[] } {
  const table = scoringOf(facts, season);
  for (let copy = 1; ; copy++) {
    const name = finalName(season.season, copy);
    const there = facts.scoring.get(folded(name));
    if (!there) return { name, changes: addTable(name, table) };
    if (isSameTable(there, table)) return { name, changes: [] };
  }
}
