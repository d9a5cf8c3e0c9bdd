/** What the sponsor workbook holds: what everybody may see of the league, and the report. Pure. */
import type { PublicBook, PublicCell } from '../../sheets/public-book.ts';
import { tabs } from '../../sheets/records.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts } from '../league/facts.ts';
import { progress } from '../league/progress.ts';
import { publicLeague, publicName, publicSeason } from '../views/public.ts';
import { sponsorBook as words } from '../words/sponsors.ts';
import type { SeasonReport } from './report.ts';

export interface ReportedSponsor {
  name: string;
  /** On the open internet, where anybody's spreadsheet can fetch it. */
  logo?: string;
  seasons: readonly SeasonReport[];
}

/** `now` in milliseconds since 1970. Whoever hides from the public page has no name here either. */
export function sponsorBook(state: State, sponsors: readonly ReportedSponsor[], now: number): PublicBook {
  const league = publicLeague(state, now);
  const past = league.seasons.filter(({ open }) => !open);
  // Between two seasons the latest one stays to be seen.
  const { id = '' } = league.seasons.find(({ open }) => open) ?? past[0] ?? {};
  const latest = publicSeason(state, id, now);
  const { rank, racer, points, wins, podiums, races } = tabs.Standings.columns;
  const columns = Object.values(tabs['Past standings'].columns);
  return {
    startHere: words.startHere,
    tables: {
      Standings: [
        [
          ...[rank, racer, points, wins, podiums, races].map(({ header }) => header),
          ...(latest ? [words.shown(latest.season, latest.open)] : []),
        ],
        ...(latest?.standings ?? []).map((line) => [
          line.rank,
          line.racer,
          line.points,
          line.wins,
          line.podiums,
          line.races,
        ]),
      ],
      Progress: progressOf(factsOf(state), id),
      'Past standings': [
        columns.map(({ header }) => header),
        ...past.flatMap(({ id, season }) =>
          (publicSeason(state, id, now)?.standings ?? []).map((line) => [
            season,
            line.rank,
            line.racer,
            line.points,
            line.wins,
            line.races,
          ]),
        ),
      ],
    },
    report: { title: words.report.title, rows: [words.report.headers, ...sponsors.flatMap(reportRows)] },
  };
}

/** Points so far after each race of a season, a column for each racer, the leader first. */
function progressOf(facts: Facts, id: string): PublicCell[][] {
  const season = facts.seasons.get(id);
  const { racers, races } = season ? progress(facts, season) : { racers: [], races: [] };
  return [
    [tabs.Progress.columns.race.header, ...racers.map((id) => publicName(facts, id))],
    ...races.map(({ race, points }) => [race.race ?? '', ...points]),
  ];
}

function reportRows({ name, logo, seasons }: ReportedSponsor): PublicCell[][] {
  // Addresses of ours hold no quotation marks.
  const picture: PublicCell = logo === undefined ? '' : { formula: `=IMAGE("${logo}")` };
  return seasons.map(({ season, displays, clicks, races, racers, posts }) => [
    picture,
    name,
    season,
    displays.panel,
    displays.page,
    clicks,
    races,
    racers,
    posts,
  ]);
}
