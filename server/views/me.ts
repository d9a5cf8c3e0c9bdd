/** What is a member's own, and what waits for a host's word. */
import { folded } from '../../sheets/names.ts';
import type { MeView, MyProtest, ProblemView, QueueItem } from '../contract.ts';
import { factsOf } from '../facts.ts';
import type { State } from '../fold.ts';
import type { Facts, Racer } from '../league/facts.ts';
import { presets } from '../league/scoring.ts';
import { type Names, namesIn, personOf } from './names.ts';

/** So many of their protests are shown, the latest ones. */
const protestsShown = 20;

/** `name` is for whoever has no racer yet; `problems` make it a host's. */
export function meView(
  state: State,
  racer: Racer | undefined,
  name: string,
  problems: ProblemView[] | undefined,
): MeView {
  const facts = factsOf(state);
  const names = namesIn(state);
  const protests = racer ? protestsOf(facts, racer, names) : [];
  return {
    ...(racer && { racer: racer.id }),
    name: racer?.racer ?? name,
    host: problems !== undefined,
    ...(racer && { onPage: racer.onPage !== false }),
    ...(protests.length > 0 && { protests }),
    ...(problems && {
      queue: queueOf(facts, names),
      merged: mergedIn(facts, names),
      scorings: scoringsOf(state, facts),
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
  const dated = [...openProtests(facts, names), ...seasonsThatWait(facts)];
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
