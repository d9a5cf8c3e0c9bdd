/** What the public pages are made of. */
import type { PublicRace, PublicStanding, PublicTrophies } from '../contract/public.ts';
import type { SponsorView } from '../contract/sponsors.ts';
import { money, place, points } from '../words/en.ts';
import { page } from '../words/page.ts';
import { sponsors as sponsorWords } from '../words/sponsors.ts';

export interface PageSponsor {
  view: SponsorView;
  /** Counts this page view once the logo was on the screen; undefined where nothing is counted. */
  ticket?: string;
}

/** With a `currency`, what was won has a column too. */
export function standingsTable(standings: readonly PublicStanding[], currency?: string): string {
  const { headers } = page;
  const won = ({ winnings = 0 }: PublicStanding) =>
    currency === undefined ? '' : `<td>${winnings === 0 ? '–' : escaped(money(winnings, currency))}</td>`;
  const rows = standings.map(
    (line) =>
      `<tr><td>${line.rank}</td><th scope="row"><bdi>${escaped(line.racer)}</bdi>${besides(line)}</th><td>${line.points}</td><td>${line.wins}</td><td class="wide">${line.podiums}</td><td class="wide">${line.races}</td>${won(line)}</tr>`,
  );
  return `<table>
<thead><tr><th>${headers.rank}</th><th>${headers.racer}</th><th>${headers.points}</th><th>${headers.wins}</th><th class="wide">${headers.podiums}</th><th class="wide">${headers.races}</th>${currency === undefined ? '' : `<th>${headers.won}</th>`}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

/** Why the points aren't simply those of the races. */
function besides({ dropped, adjustments }: PublicStanding): string {
  const said = [
    ...(adjustments === undefined ? [] : [page.adjusted(adjustments)]),
    ...(dropped === undefined ? [] : [page.dropped(dropped)]),
  ];
  return said.length === 0 ? '' : ` <small>${said.join(' · ')}</small>`;
}

export function raceCards(races: readonly PublicRace[]): string {
  const cards = races.map(({ race, night, results }) => {
    const lines = results.map(
      (line) =>
        `<li><span>${place(line.position)}</span> <bdi>${escaped(line.racer)}</bdi> <span>${points(line.points)}</span></li>`,
    );
    return `<article>\n<h3>${escaped(race)} <small>${escaped(night)}</small></h3>\n<ol>${lines.join('')}</ol>\n</article>`;
  });
  return cards.join('\n');
}

/** Seasons won, then the first three places in races; what they haven't won is left out. */
export function trophyList(trophies: readonly PublicTrophies[]): string {
  const items = trophies.map(({ racer, titles, gold, silver, bronze }) => {
    const cups = [
      cup('👑', titles, page.titles(titles)),
      cup('🏆', gold, page.places(gold, place(1))),
      cup('🥈', silver, page.places(silver, place(2))),
      cup('🥉', bronze, page.places(bronze, place(3))),
    ];
    return `<li><bdi>${escaped(racer)}</bdi> <span class="cups">${cups.filter(Boolean).join(' ')}</span></li>`;
  });
  return `<ul class="list">\n${items.join('\n')}\n</ul>`;
}

function cup(sign: string, count: number, said: string): string {
  return count === 0 ? '' : `<span role="img" aria-label="${said}" title="${said}">${sign} ${count}</span>`;
}

/** Below the standings; the script tells when it was really on the screen. */
export function sponsorLine(sponsor: PageSponsor | undefined): string {
  if (!sponsor) return '';
  const { view, ticket } = sponsor;
  const { name, message, link } = view;
  const says = `<span>${sponsorWords.presentedBy}</span>`;
  const mark = sponsorMark(view);
  const shown =
    link === undefined
      ? mark
      : `<a href="${escaped(link)}" rel="noopener sponsored" aria-label="${escaped(sponsorWords.visit(name))}">${mark}</a>`;
  const more = message === undefined ? '' : `<small>${escaped(message)}</small>`;
  const told = ticket === undefined ? '' : ` data-ticket="${escaped(ticket)}"`;
  const script = ticket === undefined ? '' : '\n<script src="/page-seen.js" defer></script>';
  return `\n<p class="presented"${told}>${says} ${shown} ${more}</p>${script}`;
}

/** The page is dark: a logo that wasn't made for that stands on a white plate. */
function sponsorMark({ name, logo, logoOnDark }: SponsorView): string {
  const drawn = logoOnDark ?? logo;
  if (!drawn) return `<strong><bdi>${escaped(name)}</bdi></strong>`;
  const { url, width, height } = drawn;
  const alt = escaped(sponsorWords.logo(name));
  return `<img${logoOnDark ? '' : ' class="plate"'} src="${escaped(url)}" width="${width}" height="${height}" alt="${alt}">`;
}

/** Names are people's own, and hostile ones occur. */
export function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
