/** What a sponsor got for a season. Pure. */
import type { Counted } from '../journal/kept-sponsors.ts';
import type { Posted } from '../journal/posted.ts';
import type { Facts, Season, Sponsor } from '../league/facts.ts';
import { isLastBegun, presenters } from '../league/presenters.ts';
import { finalRaces } from '../league/races.ts';
import { seasonsLatestFirst } from '../league/seasons.ts';
import { wasRaced } from '../league/tallies.ts';

export interface SeasonReport {
  id: string;
  season: string;
  open: boolean;
  displays: { panel: number; page: number };
  clicks: number;
  /** Final races, and how many different people took part in them. */
  races: number;
  racers: number;
  /** Those in Discord that carried its name. */
  posts: number;
  /** The earliest first. */
  days: { day: string; displays: number; clicks: number }[];
}

/** What carries a sponsor: standings and summaries, by what the bot calls them. */
const carriers = ['standings', 'recap', 'final'];

/** Every season that showed the sponsor, the latest first. `now` in milliseconds since 1970. */
export function reportOf(
  facts: Facts,
  { id }: Sponsor,
  counted: readonly Counted[],
  posts: readonly Posted[],
  now: number,
): SeasonReport[] {
  const own = counted.filter(({ sponsor }) => sponsor === id);
  const carrying = posts.filter(({ sponsors }) => sponsors.includes(id));
  return seasonsLatestFirst(facts)
    .filter((season) => season.status !== 'Planned')
    .map((season) => ({
      season,
      own: own.filter((one) => one.season === season.id),
      // The weekly summary is about the season that was raced then.
      posts: carrying.filter(
        (post) => isAbout(post, season) || (isWeekly(post) && isLastBegun(facts, season, post.at, now)),
      ),
    }))
    .filter((all) => all.own.length > 0 || all.posts.length > 0 || isPresenter(facts, all.season, id, now))
    .map((all) => seasonReport(facts, all.season, all.own, all.posts));
}

function isPresenter(facts: Facts, season: Season, id: string, now: number): boolean {
  return presenters(facts, season, now).some((one) => one.id === id);
}

function seasonReport(facts: Facts, season: Season, own: readonly Counted[], posts: readonly Posted[]): SeasonReport {
  const races = finalRaces(facts, season.id);
  const racers = races.flatMap(({ id }) =>
    (facts.entrants.get(id) ?? []).filter(wasRaced).flatMap(({ racer = [] }) => racer),
  );
  const sum = (some: readonly Counted[]) => some.reduce((total, { count }) => total + count, 0);
  const seen = (surface: Counted['surface']) =>
    sum(own.filter((one) => one.what === 'display' && one.surface === surface));
  const byDay = Map.groupBy(own, ({ day }) => day);
  return {
    id: season.id,
    season: season.season ?? '?',
    open: season.status === 'Open',
    displays: { panel: seen('panel'), page: seen('page') },
    clicks: sum(own.filter(({ what }) => what === 'click')),
    races: races.length,
    racers: new Set(racers).size,
    posts: posts.filter(({ state }) => state === 'posted' || state === 'gone').length,
    days: [...byDay]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, some]) => ({
        day,
        displays: sum(some.filter(({ what }) => what === 'display')),
        clicks: sum(some.filter(({ what }) => what === 'click')),
      })),
  };
}

function isAbout({ subject }: Posted, { id }: Season): boolean {
  const [what = '', season] = subject.split(' ');
  return carriers.includes(what) && season === id;
}

function isWeekly({ subject }: Posted): boolean {
  return subject.startsWith('weekly ');
}
