/** What a sponsor can pass on or look at beforehand, as pictures. Pure. */
import type { PublicLeague } from '../contract/public.ts';
import { drawable } from '../pictures/drawn-name.ts';
import { figuresPicture } from '../pictures/figures-picture.ts';
import { tablePicture } from '../pictures/table-picture.ts';
import { sponsors, report as words } from '../words/sponsors.ts';
import type { SeasonReport } from './report.ts';
import type { Presenter } from './sponsors.ts';

/** A season's report, as SVG; without a season it says that there is nothing to tell yet. */
export function reportPicture(presenter: Presenter, league: string, season: SeasonReport | undefined): string {
  const figures: [string, number][] = season
    ? [
        [`${words.displays} ${words.surfaces.panel}`, season.displays.panel],
        [`${words.displays} ${words.surfaces.page}`, season.displays.page],
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

/**
 * The standings as the bot posts them with that sponsor, as SVG: those of the open season, or made-up lines before its
 * first race.
 */
export function previewPicture(presenter: Presenter, { league, season, standings }: PublicLeague): string {
  const lines = standings.map(({ rank, racer, points }) => ({ rank, name: drawable(racer) ?? '…', points }));
  return tablePicture({
    title: season ?? words.season,
    below: league,
    lines: (lines.length > 0 ? lines.slice(0, mostShown) : madeUp).map((line) => ({
      ...line,
      points: String(line.points),
    })),
    more: () => '',
    sponsor: { says: sponsors.presentedBy, ...presenter },
  });
}

/** As many as show what it is like. */
const mostShown = 3;
const madeUp = words.madeUp.map((name, index) => ({ rank: index + 1, name, points: 15 - index * 3 }));
