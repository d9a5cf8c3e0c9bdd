/** The public pages, as HTML: anyone may look, nothing private is in them. */
import type { PublicLeague, PublicRace, PublicSeason, PublicSeasonSummary } from '../contract/public.ts';
import { page } from '../words/page.ts';
import { escaped, type PageSponsor, raceCards, sponsorLine, standingsTable, trophyList } from './page-parts.ts';

/** Races on a league's page; a closed season's page has them all. */
const racesShown = 5;

interface Frame {
  /** Of the league, as in its address. */
  slug: string;
  sandbox: boolean;
  /** Whose turn it is, in an open season that has one. */
  sponsor?: PageSponsor;
}

export function publicPage(league: PublicLeague, frame: Frame): string {
  const { standings, races, trophies, seasons } = league;
  const nothing = league.season === undefined ? page.noSeason : page.nobody;
  return html(
    [league.league, league.season],
    `${header(league.league, league.season ?? '', frame)}
<main>
${grandPrize(league)}
${section(page.standings, (standings.length === 0 ? `<p>${nothing}</p>` : standingsTable(standings, league.currency)) + sponsorLine(frame.sponsor))}
${trophies.length === 0 ? '' : section(page.trophies, trophyList(trophies))}
${raceSection(page.latest, races.slice(0, racesShown))}
${seasons.some(({ open }) => !open) ? section(page.seasons, seasonList(seasons, frame)) : ''}
</main>
${footer(league.at)}`,
  );
}

/** One season, with all of its races. */
export function seasonPage(season: PublicSeason, frame: Frame): string {
  const { league, standings, races } = season;
  const nothing = season.open ? page.nobody : page.nobodyRaced;
  return html(
    [league, season.season],
    `${header(league, season.season, frame)}
<main>
<p class="champions">${outcomeOf(season)}</p>
${grandPrize(season)}
${section(page.standings, (standings.length === 0 ? `<p>${nothing}</p>` : standingsTable(standings, season.currency)) + sponsorLine(frame.sponsor))}
${raceSection(page.races, races)}
<p><a href="${addressOf(frame)}">${escaped(page.back(league))}</a></p>
</main>
${footer(season.at)}`,
  );
}

/** The way to each of several leagues. */
export function leaguesPage(leagues: readonly { slug: string; name: string }[], sandbox: boolean): string {
  const links = leagues.map(
    ({ slug, name }) => `<li><a href="${addressOf({ slug })}"><bdi>${escaped(name)}</bdi></a></li>`,
  );
  return html(
    [page.leagues],
    `<header>
${sandbox ? `<p class="sandbox">${page.sandbox}</p>` : ''}
<h1>${page.leagues}</h1>
</header>
<main>
${links.length === 0 ? `<p>${page.noneShown}</p>` : `<ul class="list">\n${links.join('\n')}\n</ul>`}
</main>
<footer>
<p>${page.join}</p>
</footer>`,
  );
}

/** The page that there isn't: why, and what to do. */
export function noPage({ message, remedy }: { message: string; remedy: string }): string {
  return html([message], `<main>\n<h1>${escaped(message)}</h1>\n<p>${escaped(remedy)}</p>\n</main>`);
}

/** A whole page of ours; nothing in `body` is escaped here. */
export function html(title: readonly (string | undefined)[], body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<title>${escaped(title.filter(Boolean).join(' · '))}</title>
<link rel="stylesheet" href="/page.css">
${body}
</html>
`;
}

function header(league: string, season: string, { sandbox }: Frame): string {
  return `<header>
${sandbox ? `<p class="sandbox">${page.sandbox}</p>` : ''}
<h1>${escaped(league)}</h1>
<p>${escaped(season)}</p>
</header>`;
}

function footer(at: number): string {
  return `<footer>
<p>${page.join}</p>
${asOf(at)}
</footer>`;
}

/** Milliseconds since 1970. */
export function asOf(at: number): string {
  return `<p>${page.asOf(`<time>${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`)}</p>`;
}

export function section(heading: string, body: string): string {
  return `<section>\n<h2>${escaped(heading)}</h2>\n${body}\n</section>`;
}

function raceSection(heading: string, races: readonly PublicRace[]): string {
  return races.length === 0 ? '' : section(heading, raceCards(races));
}

function seasonList(seasons: readonly PublicSeasonSummary[], frame: Frame): string {
  const items = seasons.map((season) => {
    const link = `<a href="${addressOf(frame)}/season/${encodeURIComponent(season.id)}"><bdi>${escaped(season.season)}</bdi></a>`;
    return `<li>${link} <small>${outcomeOf(season)}</small></li>`;
  });
  return `<ul class="list">\n${items.join('\n')}\n</ul>`;
}

function outcomeOf({ open, champions }: PublicSeasonSummary): string {
  if (open) return page.goesOn;
  return champions.length === 0 ? page.noChampion : `🏆 ${escaped(page.champions(champions))}`;
}

function grandPrize({ grandPrize, currency, league }: PublicLeague | PublicSeason): string {
  if (!grandPrize || currency === undefined) return '';
  return `<p>${escaped(page.grandPrize(grandPrize.amount, currency, grandPrize.sponsor ?? league))}</p>`;
}

function addressOf({ slug }: Pick<Frame, 'slug'>): string {
  return `/league/${encodeURIComponent(slug)}`;
}
