/** Posts about races: their cards, racers who contradict each other, and corrections. */
import type { Facts, Race } from '../../league/facts.ts';
import { checkRace, isUnderWay } from '../../league/races.ts';
import { overAt } from '../../league/seasons.ts';
import { contradictionPost, settledPost } from './contradiction-post.ts';
import { correctionPost } from './correction-post.ts';
import { corrections } from './corrections.ts';
import { raceCard } from './race-card.ts';
import type { Telling } from './telling.ts';
import { type Due, type Known, nightMs, type Wanted } from './wanted.ts';

/** A result that's older than this gets no card of its own any more. Milliseconds, as below. */
const newsMs = 30 * 60_000;
/** A thumb that slipped is put right by itself: only then are racers asked. */
const patienceMs = 10_000;

export const cardOf = (race: string) => `card ${race}`;

/** Those of races that are on or just over, and those of earlier ones. */
export function cards(telling: Telling, known: Known, now: number): { current: Wanted[]; old: Wanted[] } {
  const { facts } = telling;
  const wanted = (race: Race): Wanted[] => {
    const subject = cardOf(race.id);
    const is = known.told(subject) ? isFollowed(facts, race) : isNews(facts, race, known, now);
    const kind = isUnderWay(race) ? 'standing' : 'follows';
    return is ? [{ subject, post: raceCard(telling, race), kind }] : [];
  };
  const all = [...facts.races.values()];
  const isOver = (race: Race) => !isUnderWay(race) && (overAt(race) ?? 0) >= now - newsMs;
  const current = [...all.filter(isUnderWay), ...all.filter(isOver)];
  const old = all.filter((race) => !current.includes(race));
  return { current: current.flatMap(wanted), old: old.flatMap(wanted) };
}

/** Of closed seasons only what was corrected is told, in a post of its own. */
function isFollowed(facts: Facts, race: Race): boolean {
  return isUnderWay(race) || facts.seasons.get(race.season ?? '')?.status === 'Open';
}

function isNews({ settings }: Facts, race: Race, { begun }: Known, now: number): boolean {
  if (isUnderWay(race)) return settings.posts === 'All';
  const at = overAt(race);
  return race.status === 'Final' && at !== undefined && at >= Math.max(begun, now - newsMs);
}

export function contradictions(telling: Telling, known: Known, now: number): Due {
  const { facts } = telling;
  const wanted: Wanted[] = [];
  const asked = new Set<string>();
  const waits: number[] = [];
  for (const race of [...facts.races.values()].filter(({ status }) => status === 'Reporting')) {
    for (const { position, results } of checkRace(facts, race.id).contradictions) {
      const racers = results.map(({ racer = '' }) => racer).sort();
      const subject = `contradiction ${race.id} ${position} ${racers.join(' ')}`;
      const at = (facts.memory.get(race.id)?.changedAt ?? now) + patienceMs;
      asked.add(subject);
      if (at > now && !known.told(subject)) waits.push(at);
      else {
        const post = contradictionPost(telling, race, position, results);
        wanted.push({ subject, post, replyTo: cardOf(race.id), kind: 'follows' });
      }
    }
  }
  for (const subject of known.subjects()) {
    const race = facts.races.get(/^contradiction (\S+) /.exec(subject)?.[1] ?? '');
    if (race && known.told(subject) && !asked.has(subject) && isFollowed(facts, race))
      wanted.push({ subject, post: settledPost(telling, race), kind: 'follows' });
  }
  return waits.length > 0 ? { wanted, askAgainAt: Math.min(...waits) } : { wanted };
}

export function told(telling: Telling, { begun }: Known, now: number): Due {
  const { told, askAgainAt } = corrections(telling.facts, now);
  const recent = told.filter(({ at }) => at >= Math.max(begun, now - nightMs));
  const wanted = recent.map((one): Wanted => {
    const [race] = one.races;
    const reply = one.races.length === 1 && race !== undefined ? { replyTo: cardOf(race) } : {};
    return { subject: `correction ${one.entry}`, post: correctionPost(telling, one), ...reply, kind: 'once' };
  });
  return { wanted, ...(askAgainAt !== undefined && { askAgainAt }) };
}
