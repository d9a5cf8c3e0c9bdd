import { z } from 'zod';
import type { Cells, Wanted } from '../league/changes.ts';
import type { Facts, Race, Season } from '../league/facts.ts';
import { openProtestsOf } from '../league/protests.ts';
import { racesUnderWay } from '../league/races.ts';
import { keptTable, scoredAlike } from '../league/scored-alike.ts';
import { champions, lastsUntil } from '../league/seasons.ts';
import type { ToKnow } from '../words/beforehand.ts';
import type { Refusal } from '../words/refusals.ts';
import { titleOf } from './lookup.ts';
import { readName, seasonCalled } from './names.ts';
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
    // What the league gives may change: a closed season keeps what it had, if that was nothing.
    const bonuses = facts.settings.money && facts.settings.bonuses !== '' ? facts.settings.bonuses : 'None';
    const cells = {
      status: 'Closed',
      scoring: table.name,
      ...datesOf(facts, season, now, cell),
      ...(season.bonuses === undefined && !season.history && { bonuses }),
    };
    const planned = plannedRaces(facts, season);
    const into = next.name;
    const moved = planned.map(({ id }): Wanted => ({ kind: 'edit', tab: 'Races', id, cells: { season: into ?? '' } }));
    const leaders = champions(facts, { ...season, status: 'Closed' });
    return {
      changes: [
        ...table.changes,
        { kind: 'edit', tab: 'Seasons', id: season.id, cells },
        ...next.changes,
        ...(into === undefined ? [] : moved),
      ],
      happening: { what: 'seasonClosed', season: season.id, ...(next.id !== undefined && { next: next.id }) },
      said: {
        said: 'seasonClosed',
        given: {
          ...given,
          champions: leaders.map((racer) => facts.racers.get(racer)?.racer ?? '?'),
          ...(into !== undefined && { next: into }),
          ...(planned.length > 0 && { planned: planned.length }),
        },
      },
      toKnow: toKnow(facts, season, planned.length, into),
    };
  },
};

/** Races of it that wait for their time: they are raced in the next season, if there's one. */
function plannedRaces(facts: Facts, season: Season): Race[] {
  return [...facts.races.values()].filter((race) => race.season === season.id && race.status === 'Planned');
}

function toKnow(facts: Facts, season: Season & { season: string }, races: number, next: string | undefined): ToKnow[] {
  const protests = openProtestsOf(facts, season.id).length;
  const planned: ToKnow =
    next === undefined
      ? { know: 'racesStay', given: { races, season: season.season } }
      : { know: 'racesMove', given: { races, next } };
  return [
    ...(protests > 0 ? [{ know: 'openProtests', given: { protests } } as const] : []),
    ...(races > 0 ? [planned] : []),
  ];
}

/** It's over now, whatever was planned. */
function datesOf(facts: Facts, season: Season, now: number, cell: Situation['cell']): Cells {
  const over = (lastsUntil(facts, season) ?? now + 1) > now;
  return { ...((season.starts ?? now) > now && { starts: cell(now) }), ...(over && { ends: cell(now) }) };
}

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
