/** A sponsor's report as a page. */
import type { SponsorView } from '../contract/sponsors.ts';
import type { SeasonReport } from '../sponsors/report.ts';
import { report as words } from '../words/sponsors.ts';
import { asOf, html, section } from './page.ts';
import { escaped, sponsorLine } from './page-parts.ts';

interface ReportPage {
  sponsor: SponsorView;
  league: string;
  seasons: readonly SeasonReport[];
  /** Of the page itself, on our origin. */
  address: string;
  /** Milliseconds since 1970. */
  at: number;
}

export function sponsorReportPage({ sponsor, league, seasons, address, at }: ReportPage): string {
  const title = words.title(sponsor.name, league);
  // Its own link isn't counted from here.
  const { link: _, message: __, ...shown } = sponsor;
  const files = `<p class="files"><a href="${address}/report.csv">${words.csv}</a> <a href="${address}/report.png">${words.picture}</a></p>`;
  return html(
    [title],
    `<header>
<h1>${escaped(title)}</h1>
${sponsorLine({ view: shown })}
</header>
<main>
${seasons.length === 0 ? `<p>${words.none}</p>` : `${seasons.map(seasonSection).join('\n')}\n${files}`}
${section(words.howTitle, `<ul class="list">\n${words.how.map((line) => `<li>${escaped(line)}</li>`).join('\n')}\n</ul>`)}
</main>
<footer>
${asOf(at)}
</footer>`,
  );
}

function seasonSection({ season, displays, clicks, races, racers, posts, days }: SeasonReport): string {
  const lines = [
    [`${words.seen} ${words.surfaces.panel}`, displays.panel],
    [`${words.seen} ${words.surfaces.page}`, displays.page],
    [words.clicks, clicks],
    [words.races, races],
    [words.racers, racers],
    [words.posts, posts],
  ] as const;
  const items = lines.map(([what, count]) => `<li><span>${escaped(what)}</span> <strong>${count}</strong></li>`);
  return section(season, `<ul class="list figures">\n${items.join('\n')}\n</ul>\n${daysTable(days)}`);
}

function daysTable(days: SeasonReport['days']): string {
  if (days.length === 0) return '';
  const rows = days.map(
    ({ day, displays, clicks }) => `<tr><th scope="row">${day}</th><td>${displays}</td><td>${clicks}</td></tr>`,
  );
  return `<details><summary>${words.days}</summary>
<table class="days">
<thead><tr><th>${words.day}</th><th>${words.seen}</th><th>${words.clicks}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</details>`;
}
