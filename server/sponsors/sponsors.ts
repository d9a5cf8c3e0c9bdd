/** A league's sponsors at work: their logos, whose turn it is, what is counted, and what each is told of it. */
import { createHash } from 'node:crypto';
import { isTimeZone, momentOf, serialOf, wallText } from '../../sheets/moments.ts';
import type { PublicBook } from '../../sheets/public-book.ts';
import type { Clock } from '../clock.ts';
import type { SponsorDeskView, SponsorView } from '../contract/sponsors.ts';
import type { Desk } from '../desk.ts';
import { factsOf } from '../facts.ts';
import type { Surface } from '../journal/kept-sponsors.ts';
import type { Journal, League } from '../journal/sqlite.ts';
import type { Season, Sponsor } from '../league/facts.ts';
import { presenterOf, sponsorsAt } from '../league/presenters.ts';
import { openSeason } from '../league/races.ts';
import { type ReportedSponsor, sponsorBook } from './book.ts';
import { type Day, openCounts } from './counts.ts';
import { leadsTo } from './link.ts';
import { type Logo, openLogos, pathOf } from './logos.ts';
import type { Net } from './net.ts';
import { problemsOfOne, sponsorProblems, unreadCells } from './problems.ts';
import { reportOf } from './report.ts';
import { openSigning } from './signing.ts';

export interface SponsorsOptions {
  league: League;
  journal: Journal;
  desk: Desk;
  net: Net;
  clock: Clock;
  /** Makes the addresses of reports, and page views that count once. */
  secret: string;
  onError: (error: unknown) => void;
}

type SponsorMark = SponsorDeskView['sponsors'][number]['mark'];

/** A sponsor as a picture or a post shows it. */
export interface Presenter {
  readonly id: string;
  readonly name: string;
  /** A PNG, JPEG or GIF, for dark ground where there is one, as a data URI. */
  readonly logo?: string;
}

export async function openSponsors({ league, journal, desk, net, clock, secret, onError }: SponsorsOptions) {
  const facts = () => factsOf(desk.state);
  const { sign, isSigned } = openSigning(secret, league.id);
  const logos = openLogos({
    kept: await journal.logos(league.id),
    save: (logo) => journal.saveLogo(league.id, logo),
    drop: (address) => journal.dropLogo(league.id, address),
    sponsors: () => facts().sponsors.values(),
    net,
    clock,
    onError,
  });
  const counts = openCounts({
    counted: await journal.counted(league.id),
    looks: await journal.looks(league.id),
    keep: (one, look) => journal.count(league.id, one, look),
    forgetLooks: (but) => journal.forgetLooks(league.id, but),
    shown: (at) => {
      const season = openSeason(facts());
      return season && { season: season.id, sponsors: sponsorsAt(facts(), season, at) };
    },
    dayOf,
    clock,
    onError,
  });
  let before = '';
  const unwatch = desk.watch(lookAgain);
  lookAgain();

  return {
    counts,
    logos,

    all: (): Sponsor[] => [...facts().sponsors.values()].filter(({ sponsor }) => sponsor !== undefined),
    find: (id: string): Sponsor | undefined => facts().sponsors.get(id),
    isShown,

    /** For the league's view: another word whenever anything of a sponsor looks different. */
    appearance(): { sponsors?: string } {
      const all = [...facts().sponsors.values()].map((sponsor) => [
        viewOf(sponsor, 'panel', ''),
        sponsor.link,
        isShown(sponsor.id),
        allProblemsOf(sponsor),
      ]);
      return all.length === 0 ? {} : { sponsors: printOf(JSON.stringify(all)) };
    },

    /** For a screen; `root` is where the world finds us, without a slash at the end. */
    view: (sponsor: Sponsor, surface: Surface, root: string): SponsorView => viewOf(sponsor, surface, root),

    /** Where its link leads in the end. */
    leadsTo: (sponsor: Sponsor): string | undefined => leadsTo(sponsor.link, league.slug),

    /** Who presents that season's `turn`th post of a kind, as it shows them; undefined for nobody. */
    presenter(season: Season, turn: number): Presenter | undefined {
      const sponsor = presenterOf(facts(), season, turn, clock.now());
      return sponsor && presenterView(sponsor);
    },

    /** What stands for it on screens. */
    markOf({ logo, logoOnDark }: Sponsor): SponsorMark {
      if (logos.at(logo) ?? logos.at(logoOnDark)) return 'logo';
      return (logo ?? '') === '' && (logoOnDark ?? '') === '' ? 'name' : 'nameForNow';
    },

    /** As pictures show it. */
    presents: (sponsor: Sponsor): Presenter => presenterView(sponsor),

    problems: () => sponsorProblems(facts(), logos),
    /** For the desk: with those of its cells, which Problems has from their tab. */
    problemsOf: allProblemsOf,

    /** The last part of its report's address: nobody can guess it, and it stays the same. */
    reportToken: (sponsor: string): string => sign('report', sponsor),
    ofReport: (token: string): Sponsor | undefined => {
      return [...facts().sponsors.values()].find(({ id }) => isSigned(token, 'report', id));
    },
    report: async (sponsor: Sponsor) =>
      reportOf(facts(), sponsor, counts.all(), await journal.posts(league.id), clock.now()),

    /** What its workbook holds now; `root` is where the world finds us, if anybody said so. */
    async book(root: string | undefined): Promise<PublicBook> {
      const posts = await journal.posts(league.id);
      const told = [...facts().sponsors.values()].flatMap((sponsor): ReportedSponsor[] => {
        if (sponsor.sponsor === undefined) return [];
        const logo = logos.at(sponsor.logo) ?? logos.at(sponsor.logoOnDark);
        const seasons = reportOf(facts(), sponsor, counts.all(), posts, clock.now());
        const address = root !== undefined && logo ? { logo: root + pathOf(logo) } : {};
        return [{ name: sponsor.sponsor, ...address, seasons }];
      });
      return sponsorBook(desk.state, told, clock.now());
    },

    /** For one page view: the display counts once, for that sponsor and on that day. A slug holds no points. */
    ticket(sponsor: string, nonce: string): string {
      const day = dayOf(clock.now()).text;
      return [league.slug, day, nonce, sign('page', sponsor, day, nonce)].join('.');
    },
    /** `place` is where on the network somebody looked. True if it counted. */
    async redeem(ticket: string, place: string): Promise<boolean> {
      const [, day = '', nonce = '', signature = ''] = ticket.split('.');
      const sponsor = facts()
        .sponsors.values()
        .find(({ id }) => isSigned(signature, 'page', id, day, nonce));
      return sponsor !== undefined && counts.viewed(nonce, sponsor.id, day, place);
    },

    async close(): Promise<void> {
      unwatch();
      counts.close();
      await logos.close();
    },
  };

  function allProblemsOf(sponsor: Sponsor) {
    return [...unreadCells(desk.state, sponsor), ...problemsOfOne(facts(), sponsor, logos)];
  }

  function isShown(id: string): boolean {
    return sponsorsAt(facts(), openSeason(facts()), clock.now()).some((sponsor) => sponsor.id === id);
  }

  /** Every entry comes by here: only a change of the tab is a reason to look. */
  function lookAgain(): void {
    const now = JSON.stringify([...facts().sponsors.values()].map(({ logo, logoOnDark }) => [logo, logoOnDark]));
    if (now === before) return;
    before = now;
    logos.look();
  }

  function viewOf(sponsor: Sponsor, surface: Surface, root: string): SponsorView {
    const { id, sponsor: name = '?', message } = sponsor;
    const [logo, logoOnDark] = [logos.at(sponsor.logo), logos.at(sponsor.logoOnDark)];
    return {
      id,
      name,
      ...(message !== undefined && message !== '' && { message }),
      ...(logo && { logo: logoView(logo) }),
      ...(logoOnDark && { logoOnDark: logoView(logoOnDark) }),
      ...(leadsTo(sponsor.link, league.slug) !== undefined && {
        link: `${root}/go/${encodeURIComponent(league.slug)}/${encodeURIComponent(id)}?from=${surface}`,
      }),
    };
  }

  function presenterView({ id, sponsor: name = '?', logo, logoOnDark }: Sponsor): Presenter {
    const drawn = logos.at(logoOnDark) ?? logos.at(logo);
    return { id, name, ...(drawn && { logo: dataUri(drawn) }) };
  }

  function dayOf(at: number): Day {
    const { timeZone } = facts().settings;
    const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
    const number = Math.floor(serialOf(at, zone));
    return { text: (wallText(number) ?? '').slice(0, 10), number, ends: momentOf(number + 1, zone) };
  }
}

function printOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

function logoView(logo: Logo) {
  return { url: pathOf(logo), width: logo.width, height: logo.height };
}

function dataUri({ type, bytes }: Logo): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
