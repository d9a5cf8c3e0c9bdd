/** The weekly summary. */
import type { Facts, Race, Season } from '../../league/facts.ts';
import { finalRaces } from '../../league/races.ts';
import { overAt, seasonsLatestFirst } from '../../league/seasons.ts';
import { talliesApart } from '../../league/tallies.ts';
import { plain } from '../markdown.ts';
import { colours, type Post, text } from './post.ts';
import { carrying, tableBlock } from './table.ts';
import type { Telling } from './telling.ts';
import { toCome } from './to-come.ts';

const weekMs = 7 * 24 * 3_600_000;

/** Of the week up to `until`, in milliseconds since 1970. Undefined where there's nothing to tell. */
export function weeklyPost(telling: Telling, until: number): Post | undefined {
  const { facts, says } = telling;
  const next = toCome(telling, until);
  // A season may have ended in the course of the week, and the next one begun.
  const weeks = seasonsLatestFirst(facts).flatMap((season) => weekOf(facts, season, until) ?? []);
  const [latest] = weeks;
  if (!latest && next === undefined) return undefined;
  const presenter = latest && telling.presenter(latest.season, Math.floor(until / weekMs));
  const table = latest && tableBlock(telling, latest.season, latest.all, latest.before, presenter);
  const told = weeks.map((week) => text(weeks.length > 1 ? where(telling, week) : undefined, ...lines(telling, week)));
  return {
    colour: colours.over,
    ...carrying(presenter),
    blocks: [
      text(says.weekly.title(plain(facts.settings.leagueName))),
      ...(weeks.length > 0 ? told : [text(says.weekly.quiet)]),
      ...(table ? [table] : []),
      ...(next === undefined ? [] : [text(next)]),
    ],
  };
}

interface Week {
  readonly season: Season;
  /** The season's final races up to now; those of the week, and those before it. */
  readonly all: readonly Race[];
  readonly races: readonly Race[];
  readonly before: readonly Race[];
}

/** Undefined for a season that wasn't raced in that week, or not here. */
function weekOf(facts: Facts, season: Season, until: number): Week | undefined {
  const all = finalRaces(facts, season.id);
  const races = all.filter((race) => isWithin(race, until));
  if (races.length === 0 || season.history) return undefined;
  return { season, all, races, before: all.filter((race) => !races.includes(race)) };
}

function where({ names, says }: Telling, { season }: Week): string {
  return says.weekly.inSeason(names.season(season.id));
}

function lines({ facts, names, says }: Telling, { season, races }: Week): (string | undefined)[] {
  const table = [...talliesApart(facts, season, races).values()].filter(({ started }) => started > 0);
  const most = Math.max(...table.map(({ points }) => points));
  const best = table.filter(({ points }) => points === most).map(({ racer }) => names.racer(racer));
  return [says.weekly.raced(races.length, table.length), table.length > 0 ? says.recap.best(best, most) : undefined];
}

function isWithin(race: Race, until: number): boolean {
  const at = overAt(race);
  return at !== undefined && at <= until && at > until - weekMs;
}
