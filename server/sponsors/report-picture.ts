/** A season's report as a picture to pass on. Pure. */
import { report as words } from '../words/sponsors.ts';
import type { SeasonReport } from './report.ts';

const [width, height] = [1200, 630];
const ink = { ground: '#1d1b26', card: '#272433', text: '#f4f1ea', quiet: '#b5aec4', warm: '#ffb454' };
/** Signs of a heading that surely fit. */
const longest = 44;

export function reportPicture(sponsor: string, league: string, season: SeasonReport | undefined): string {
  const figures: [string, number][] = season
    ? [
        [`${words.displays} ${words.surfaces.panel}`, season.displays.panel],
        [`${words.displays} ${words.surfaces.page}`, season.displays.page],
        [words.clicks, season.clicks],
        [words.races, season.races],
        [words.racers, season.racers],
        [words.posts, season.posts],
      ]
    : [];
  const cards = figures.map(([what, count], index) => {
    const [x, y] = [60 + (index % 3) * 370, 220 + Math.floor(index / 3) * 190];
    return `<rect x="${x}" y="${y}" width="340" height="160" rx="20" fill="${ink.card}"/>${line(String(count), x + 28, y + 82, 60, ink.warm, 700)}${line(what, x + 28, y + 126, 20, ink.quiet)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif"><rect width="${width}" height="${height}" fill="${ink.ground}"/>${line(words.title(sponsor, league), 60, 110, 44, ink.text, 700)}${line(season?.season ?? words.none, 60, 168, 28, ink.quiet)}${cards.join('')}</svg>`;
}

function line(text: string, x: number, y: number, size: number, fill: string, weight = 400): string {
  const signs = [...text];
  const shown = signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : text;
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const safe = shown.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replace(/\p{Cc}/gu, ' ');
  return `<text x="${x}" y="${y}" fill="${fill}" font-size="${size}" font-weight="${weight}">${safe}</text>`;
}
