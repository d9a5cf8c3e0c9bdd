/** Races, racers and seasons as people may name them in a command. */
import type { Facts, Race } from '../league/facts.ts';
import { byTime } from '../league/races.ts';
import { seasonsLatestFirst } from '../league/seasons.ts';
import { factsFor, type InLeague } from './asked.ts';
import { choicesOf, matching, meant, type Thing } from './choices.ts';
import type { Option } from './command.ts';
import { plain } from './markdown.ts';
import { text, toThem } from './replies.ts';
import type { Reply } from './request.ts';

/** The open season's before all others, the latest first. */
export function racesOf(facts: Facts, which: (race: Race) => boolean = () => true): (Thing & Race)[] {
  const seasons = seasonsLatestFirst(facts);
  const order = new Map(
    [...seasons.filter(isOpen), ...seasons.filter((one) => !isOpen(one))].map(({ id }, at) => [id, at]),
  );
  const at = ({ season = '' }: Race) => order.get(season) ?? order.size;
  return [...facts.races.values()]
    .filter((race) => race.race !== undefined && which(race))
    .sort((a, b) => at(a) - at(b) || byTime(b, a))
    .map((race) => ({ ...race, name: race.race ?? '' }));
}

/** Everybody but those who are the same as another, by name. */
export function racersOf(facts: Facts): Thing[] {
  return [...facts.racers.values()]
    .flatMap(({ id, racer }) => (racer === undefined || facts.sameAs.has(id) ? [] : [{ id, name: racer }]))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The latest first. */
export function seasonsOf(facts: Facts, which: readonly string[] = ['Planned', 'Open', 'Closed']): Thing[] {
  return seasonsLatestFirst(facts).flatMap(({ id, season, status = 'Planned' }) =>
    season !== undefined && which.includes(status) ? [{ id, name: season }] : [],
  );
}

/** The option that names one of these, which come up while it's being typed. */
export function naming(words: Option['words'], things: (facts: Facts, asked: InLeague) => readonly Thing[]) {
  const choices = (asked: InLeague, typed: string) => choicesOf(matching(things(factsFor(asked), asked), typed));
  return { words, kind: 'text', most: 100, choices } as const satisfies Option;
}

/** The one that is meant, or the reply that says that none or several are. */
export function named<T extends Thing>(
  { words }: Pick<InLeague, 'words'>,
  things: readonly T[],
  given: string,
): T | Reply {
  const found = meant(things, given);
  if (found === 'none') return toThem(text(words.edge.noSuch(plain(given))));
  if (found === 'several') return toThem(text(words.edge.severalSuch(plain(given))));
  return found;
}

/** A racer by what was typed; who isn't one is told how they become one. */
export function racerCalled(asked: InLeague, given: string): Thing | Reply {
  const racers = racersOf(factsFor(asked));
  if (meant(racers, given) === 'none') return toThem(text(asked.words.edge.noSuchRacer(plain(given))));
  return named(asked, racers, given);
}

export function isReply(found: object): found is Reply {
  return 'kind' in found;
}

/** A race by what was typed, or the reply that says why not. */
export function raceCalled(asked: InLeague, given: string): (Thing & Race) | Reply {
  return named(asked, racesOf(factsFor(asked)), given);
}

function isOpen({ status }: { status?: string | undefined }): boolean {
  return status === 'Open';
}
