/** What is a member's own, and what waits for a host's word. */
import { folded } from '../../sheets/names.ts';
import type { MeView, MyProtest, QueueItem } from '../contract/me.ts';
import type { ProblemView } from '../contract/sheet.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts, Racer } from '../league/facts.ts';
import { isOnPage } from '../league/people.ts';
import { racesUnderWay } from '../league/races.ts';
import { presets } from '../league/scoring.ts';
import { walletView } from './ledger.ts';
import { type Names, namesIn, personOf } from './names.ts';
import { overdueView } from './race.ts';

/** So many of their protests are shown, the latest ones. */
const protestsShown = 20;

/** `name` is for whoever has no racer yet; `problems` make it a host's. `user` is their Discord user ID. */
export function meView(
  state: State,
  racer: Racer | undefined,
  name: string,
  problems: ProblemView[] | undefined,
  user?: string,
): MeView {
  const facts = factsOf(state);
  const names = namesIn(state);
  const protests = racer ? protestsOf(facts, racer, names) : [];
  const asked = [...facts.takeOvers.values()].flatMap((one) => (one.user === user ? one.racer : []));
  const wallet = racer && walletView(facts, racer.id, names);
  return {
    ...(racer && { racer: racer.id }),
    name: racer?.racer ?? name,
    host: problems !== undefined,
    ...(racer && { onPage: isOnPage(facts, racer.id) }),
    ...(wallet && { wallet }),
    ...(asked.length > 0 && { asked }),
    ...(protests.length > 0 && { protests }),
    ...(problems && {
      queue: queueOf(facts, names),
      merged: mergedIn(facts, names),
      scorings: scoringsOf(state, facts),
      ...(facts.sponsors.size > 0 && { sponsors: sponsorsIn(facts) }),
      problems,
    }),
  };
}

function protestsOf(facts: Facts, { id }: Racer, names: Names): MyProtest[] {
  const own = [...facts.protests.values()].filter(({ racer }) => personOf(facts, racer) === id);
  return own
    .reverse()
    .slice(0, protestsShown)
    .map(({ race, says, settled }) => ({
      race,
      raceName: names.race(race),
      says,
      state: settled?.how ?? 'waiting',
      ...(settled && { answer: settled.says }),
    }));
}

/** The oldest first; whoever waits to race under their own name before everything else. */
function queueOf(facts: Facts, names: Names): QueueItem[] {
  const asked = [...facts.takeOvers.values()].map(
    ({ id, racer, name }): QueueItem => ({ kind: 'takeOver', id, racer, name }),
  );
  const dated = [...openProtests(facts, names), ...overdueRaces(facts, names), ...seasonsThatWait(facts)];
  return [...asked, ...dated.sort((a, b) => sinceOf(a) - sinceOf(b))];
}

type Dated = Exclude<QueueItem, { kind: 'takeOver' }>;

function openProtests(facts: Facts, names: Names): Dated[] {
  return [...facts.protests.values()].flatMap(({ id, race, racer, says, at, settled }): Dated[] => {
    if (settled) return [];
    const season = facts.races.get(race)?.season ?? '';
    return [{ kind: 'protest', id, race, raceName: names.race(race), season, racer: personOf(facts, racer), says, at }];
  });
}

/** Races whose report minutes are over. */
function overdueRaces(facts: Facts, names: Names): Dated[] {
  return racesUnderWay(facts).flatMap((race): Dated[] => {
    const overdue = overdueView(facts, race);
    const since = facts.memory.get(race.id)?.waitsSince;
    if (!overdue || since === undefined) return [];
    const at = since + facts.settings.reportMinutes * 60_000;
    return [{ kind: 'overdue', race: race.id, raceName: names.race(race.id), ...overdue, at }];
  });
}

/** A closing that waits asks already what its end would ask. */
function seasonsThatWait(facts: Facts): Dated[] {
  return [...facts.seasons.values()].flatMap(({ id: season, closingSince, unanswered, ...rest }): Dated[] => {
    if (closingSince !== undefined) return [{ kind: 'closing', season, since: closingSince }];
    const kind = rest.status === 'Planned' ? 'starts' : rest.status === 'Open' ? 'ends' : undefined;
    const at = kind && rest[kind];
    return unanswered && kind && at !== undefined && rest.told?.includes(kind) ? [{ kind, season, at }] : [];
  });
}

function sinceOf(item: Dated): number {
  return item.kind === 'closing' ? item.since : item.at;
}

function mergedIn(facts: Facts, names: Names): NonNullable<MeView['merged']> {
  return [...facts.sameAs].map(([racer, into]) => ({ racer, name: names.racer(racer), into }));
}

function scoringsOf(state: State, facts: Facts): NonNullable<MeView['scorings']> {
  const names = [...state.rows.Scoring.values()].flatMap(({ gone, value: { scoring } }) =>
    gone || scoring === undefined ? [] : [String(scoring)],
  );
  const there = [...new Map(names.map((name) => [folded(name), name])).values()];
  const others = [...presets.keys()].filter((name) => !facts.scoring.has(folded(name)));
  return [...there.map((name) => ({ name, there: true })), ...others.map((name) => ({ name, there: false }))];
}

function sponsorsIn({ sponsors }: Facts): NonNullable<MeView['sponsors']> {
  return [...sponsors.values()].flatMap(({ id, sponsor }) => (sponsor === undefined ? [] : [{ id, name: sponsor }]));
}
