/** What a sponsor can pass on or look at beforehand, as pictures. Pure. */
import type { PublicLeague } from '../contract/public.ts';
import { drawable } from '../pictures/drawn-name.ts';
import { figuresPicture } from '../pictures/figures-picture.ts';
import { podiumPicture } from '../pictures/podium-picture.ts';
import { tablePicture } from '../pictures/table-picture.ts';
import { points } from '../words/en.ts';
import { sponsors, report as words } from '../words/sponsors.ts';
import type { SeasonReport } from './report.ts';
import type { Presenter } from './sponsors.ts';

/** A season's report, as SVG; without a season it says that there is nothing to tell yet. */
export function reportPicture(presenter: Presenter, league: string, season: SeasonReport | undefined): string {
  const figures: [string, number][] = season
    ? [
        [`${words.seen} ${words.surfaces.panel}`, season.displays.panel],
        [`${words.seen} ${words.surfaces.page}`, season.displays.page],
        [words.clicks, season.clicks],
        [words.posts, season.posts],
        [words.races, season.races],
        [words.racers, season.racers],
      ]
    : [];
  return figuresPicture({
    title: presenter.name,
    below: season ? `${league} · ${season.season}` : words.none,
    figures: figures.map(([what, count]) => ({ what, count: String(count) })),
    sponsor: { says: sponsors.presentedBy, ...presenter },
  });
}

/** What the bot posts with that sponsor, as SVG: by how the open season stands, or made up before its first race. */
export function standingsPreview(presenter: Presenter, { league, season, standings }: PublicLeague): string {
  const lines = leaders(standings).map((line) => ({ ...line, points: String(line.points) }));
  return tablePicture({
    title: season ?? words.season,
    below: league,
    lines,
    more: () => '',
    sponsor: { says: sponsors.presentedBy, ...presenter },
  });
}

/** The same of what is posted when a season is over. */
export function finalPreview(presenter: Presenter, { league, season, standings }: PublicLeague): string {
  const steps = leaders(standings).map((line) => ({ ...line, points: points(line.points) }));
  return podiumPicture({
    title: season ?? words.season,
    below: words.final(league),
    steps,
    sponsor: { says: sponsors.presentedBy, ...presenter },
  });
}

function leaders(standings: PublicLeague['standings']): { rank: number; name: string; points: number }[] {
  if (standings.length === 0)
    return words.madeUp.map((name, index) => ({ rank: index + 1, name, points: 15 - index * 3 }));
  const first = standings.slice(0, mostShown);
  return first.map(({ rank, racer, points }) => ({ rank, name: drawable(racer) ?? '…', points }));
}

/** As many as show what it is like, and as stand on a podium. */
const mostShown = 3;
