/** The league as everybody sees it. Whoever hides from the page has no name here, wherever they would be named. */
import { folded } from '../../sheets/names.ts';
import { placeOf } from '../../sheets/positions.ts';
import type {
  PublicLeague,
  PublicRace,
  PublicSeason,
  PublicSeasonSummary,
  PublicStanding,
  PublicTrophies,
} from '../contract/public.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts, Season } from '../league/facts.ts';
import { isOnPage } from '../league/people.ts';
import { countedPositions, finalRaces, openSeason } from '../league/races.ts';
import { score, scoringOf } from '../league/scoring.ts';
import { champions, seasonsLatestFirst } from '../league/seasons.ts';
import { standings } from '../league/standings.ts';
import { nobodyNamed } from '../words/page.ts';
import { grandPrizeView, offeredPrize, shownWinnings } from './money.ts';
import { namesIn } from './names.ts';
import { cabinetOf } from './trophies.ts';

/** Of so many leaders the trophies are shown. */
const leaders = 3;

/** `at` is now, in milliseconds since 1970. */
export function publicLeague(state: State, at: number): PublicLeague {
  const facts = factsOf(state);
  const season = openSeason(facts);
  return {
    league: facts.settings.leagueName,
    ...(season && { season: season.season ?? '' }),
    at,
    ...currencyOf(facts),
    ...(season && grandPrizeOf(state, season)),
    standings: season ? standingsOf(facts, season) : [],
    races: season ? racesOf(facts, season) : [],
    trophies: season ? trophiesOfLeaders(facts, season) : [],
    seasons: shownSeasons(facts).map((one) => summaryOf(facts, one)),
  };
}

/** A season that is closed or open, by its ID or its name; undefined where there is none. */
export function publicSeason(state: State, idOrName: string, at: number): PublicSeason | undefined {
  const facts = factsOf(state);
  const shown = shownSeasons(facts);
  const season =
    shown.find(({ id }) => id === idOrName) ??
    shown.find(({ season = '' }) => season !== '' && folded(season) === folded(idOrName));
  return (
    season && {
      ...summaryOf(facts, season),
      league: facts.settings.leagueName,
      at,
      ...currencyOf(facts),
      ...grandPrizeOf(state, season),
      standings: standingsOf(facts, season),
      races: racesOf(facts, season),
    }
  );
}

/** What is only planned is the hosts' business. */
function shownSeasons(facts: Facts): Season[] {
  return seasonsLatestFirst(facts).filter(({ status }) => status === 'Closed' || status === 'Open');
}

function summaryOf(facts: Facts, season: Season): PublicSeasonSummary {
  const { id, starts, ends } = season;
  return {
    id,
    season: season.season ?? '?',
    open: season.status === 'Open',
    ...(starts !== undefined && { starts }),
    ...(ends !== undefined && { ends }),
    champions: champions(facts, season).map((racer) => publicName(facts, racer)),
  };
}

function currencyOf({ settings }: Facts): { currency?: string } {
  return settings.money ? { currency: settings.currency } : {};
}

function grandPrizeOf(state: State, season: Season): Pick<PublicSeason, 'grandPrize'> {
  const facts = factsOf(state);
  if (!facts.settings.money) return {};
  const prize = season.status === 'Open' ? offeredPrize : grandPrizeView;
  const check = prize(facts, season, namesIn(state));
  if (!check) return {};
  const { amount, sponsor } = check;
  return { grandPrize: { amount, ...(sponsor !== undefined && { sponsor }) } };
}

function standingsOf(facts: Facts, season: Season): PublicStanding[] {
  const won = shownWinnings(facts, season.id);
  return standings(facts, season).map(({ racer, dropped, adjustments, ...line }) => ({
    ...line,
    racer: publicName(facts, racer),
    ...(dropped !== 0 && { dropped }),
    ...(adjustments !== 0 && { adjustments }),
    ...(won && { winnings: won(racer) }),
  }));
}

/** The latest first. */
function racesOf(facts: Facts, season: Season): PublicRace[] {
  const table = scoringOf(facts, season);
  return finalRaces(facts, season.id)
    .reverse()
    .map((race) => ({
      race: race.race ?? '',
      night: race.night ?? '',
      results: countedPositions(facts, race.id)
        .sort((a, b) => (placeOf(a.position) ?? 1_000) - (placeOf(b.position) ?? 1_000))
        .map(({ racer, position }) => ({ position, racer: publicName(facts, racer), points: score(position, table) })),
    }));
}

function trophiesOfLeaders(facts: Facts, season: Season): PublicTrophies[] {
  return standings(facts, season)
    .slice(0, leaders)
    .filter(({ racer }) => isOnPage(facts, racer))
    .flatMap(({ racer }): PublicTrophies[] => {
      const cabinet = cabinetOf(facts, racer);
      const ofRaces = (metal: string) => cabinet.filter((one) => one.race !== undefined && one.metal === metal).length;
      const titles = cabinet.filter((one) => one.race === undefined && one.metal === 'gold').length;
      const won = { titles, gold: ofRaces('gold'), silver: ofRaces('silver'), bronze: ofRaces('bronze') };
      const any = Object.values(won).some((count) => count > 0);
      return any ? [{ racer: publicName(facts, racer), ...won }] : [];
    });
}

/** What everybody may call them. */
export function publicName(facts: Facts, id: string): string {
  return (isOnPage(facts, id) ? facts.racers.get(id)?.racer : undefined) ?? nobodyNamed;
}
