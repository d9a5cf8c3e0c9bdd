/** The public page, as HTML: anyone may look, nothing private is in it. */
import type { PublicLeague } from '../contract.ts';
import { place, points } from '../words/en.ts';
import { page } from '../words/page.ts';

/** Races on the page. */
const racesShown = 5;

export function publicPage(league: PublicLeague, sandbox: boolean): string {
  return html(
    [league.league, league.season].filter(Boolean).join(' · '),
    `<header>
${sandbox ? `<p class="sandbox">${page.sandbox}</p>` : ''}
<h1>${escaped(league.league)}</h1>
<p>${escaped(league.season ?? '')}</p>
</header>
<main>
<section>
<h2>${page.standings}</h2>
${league.standings.length === 0 ? `<p>${page.nobody}</p>` : standingsTable(league)}
</section>
${league.races.length === 0 ? '' : `<section>\n<h2>${page.latest}</h2>\n${league.races.slice(0, racesShown).map(race).join('\n')}\n</section>`}
</main>
<footer>
<p>${page.join}</p>
<p>${page.asOf(`<time>${new Date(league.at).toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`)}</p>
</footer>`,
  );
}

/** The way to each of several leagues. */
export function leaguesPage(leagues: readonly { slug: string; name: string }[], sandbox: boolean): string {
  const links = leagues.map(
    ({ slug, name }) => `<li><a href="/league/${encodeURIComponent(slug)}"><bdi>${escaped(name)}</bdi></a></li>`,
  );
  return html(
    page.leagues,
    `<header>
${sandbox ? `<p class="sandbox">${page.sandbox}</p>` : ''}
<h1>${page.leagues}</h1>
</header>
<main>
${links.length === 0 ? `<p>${page.noneShown}</p>` : `<ul class="leagues">\n${links.join('\n')}\n</ul>`}
</main>
<footer>
<p>${page.join}</p>
</footer>`,
  );
}

/** The page that there isn't: why, and what to do. */
export function noPage({ message, remedy }: { message: string; remedy: string }): string {
  return html(message, `<main>\n<h1>${escaped(message)}</h1>\n<p>${escaped(remedy)}</p>\n</main>`);
}

function html(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/page.css">
${body}
</html>
`;
}

function standingsTable({ standings }: PublicLeague): string {
  const { headers } = page;
  const rows = standings.map(
    (line) =>
      `<tr><td>${line.rank}</td><th scope="row"><bdi>${escaped(line.racer)}</bdi></th><td>${line.points}</td><td>${line.wins}</td><td class="wide">${line.podiums}</td><td class="wide">${line.races}</td></tr>`,
  );
  return `<table>
<thead><tr><th>${headers.rank}</th><th>${headers.racer}</th><th>${headers.points}</th><th>${headers.wins}</th><th class="wide">${headers.podiums}</th><th class="wide">${headers.races}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function race({ race, night, results }: PublicLeague['races'][number]): string {
  const lines = results.map(
    (line) =>
      `<li><span>${place(line.position)}</span> <bdi>${escaped(line.racer)}</bdi> <span>${points(line.points)}</span></li>`,
  );
  return `<article>\n<h3>${escaped(race)} <small>${escaped(night)}</small></h3>\n<ol>${lines.join('')}</ol>\n</article>`;
}

/** Names are people's own, and hostile ones occur. */
function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
