/** The weekly summary. */
import type { Race, Season } from '../../league/facts.ts';
import { finalRaces, openSeason } from '../../league/races.ts';
import { overAt } from '../../league/seasons.ts';
import { talliesApart } from '../../league/tallies.ts';
import type { Presenter } from '../../sponsors/sponsors.ts';
import { plain } from '../markdown.ts';
import { colours, type Post, type PostBlock, text } from './post.ts';
import { carrying, tableBlock } from './table.ts';
import type { Telling } from './telling.ts';
import { toCome } from './to-come.ts';

const weekMs = 7 * 24 * 3_600_000;

/** Of the week up to `until`, in milliseconds since 1970. Undefined where there's nothing to tell. */
export function weeklyPost(telling: Telling, until: number): Post | undefined {
  const { facts, says } = telling;
  const season = openSeason(facts);
  const next = toCome(telling, until);
  const races = season ? finalRaces(facts, season.id).filter((race) => isWithin(race, until)) : [];
  if (races.length === 0 && next === undefined) return undefined;
  const presenter = season && races.length > 0 ? telling.presenter(season, Math.floor(until / weekMs)) : undefined;
  const told = season && races.length > 0 ? week(telling, season, races, presenter) : [text(says.weekly.quiet)];
  return {
    colour: colours.over,
    ...carrying(presenter),
    blocks: [
      text(says.weekly.title(plain(facts.settings.leagueName))),
      ...told,
      ...(next === undefined ? [] : [text(next)]),
    ],
  };
}

function week(telling: Telling, season: Season, races: readonly Race[], presenter: Presenter | undefined): PostBlock[] {
  const { facts, names, says } = telling;
  const table = [...talliesApart(facts, season, races).values()].filter(({ started }) => started > 0);
  const most = Math.max(...table.map(({ points }) => points));
  const best = table.filter(({ points }) => points === most).map(({ racer }) => names.racer(racer));
  const ids = new Set(races.map(({ id }) => id));
  const all = finalRaces(facts, season.id);
  const before = all.filter(({ id }) => !ids.has(id));
  return [
    text(says.weekly.raced(races.length, table.length), table.length > 0 ? says.recap.best(best, most) : undefined),
    tableBlock(telling, season, all, before, presenter),
  ];
}

function isWithin(race: Race, until: number): boolean {
  const at = overAt(race);
  return at !== undefined && at <= until && at > until - weekMs;
}
