/** What the rules do by themselves after every entry, and when they want to be asked again. Pure; twice changes nothing. */
import type { RaceStatus, Raw } from '../../sheets/records.ts';
import type { Cells, Happening, Wanted } from './changes.ts';
import type { Facts, Race } from './facts.ts';
import { contradictionsAmong, finalAt, racesUnderWay } from './races.ts';

export interface FollowUp {
  happening: Happening;
  changes: Wanted[];
}

export interface FollowUps {
  due: FollowUp[];
  /** Milliseconds since 1970. */
  askAgainAt?: number;
}

/** Two cells that are swapped contradict each other half-way: a host gets this long to finish. Milliseconds. */
const quietMs = 60_000;

export function followUps(facts: Facts, now: number, cell: (moment: number) => Raw): FollowUps {
  const due: FollowUp[] = [];
  let askAgainAt: number | undefined;
  const ask = (when: number) => {
    askAgainAt = Math.min(when, askAgainAt ?? when);
  };
  for (const race of contradictedRaces(facts)) {
    const when = (facts.memory.get(race.id)?.changedAt ?? now) + quietMs;
    if (when > now) ask(when);
    else {
      const change = { kind: 'contradiction', race: race.id } as const;
      due.push({ happening: { what: 'contradicted', race: race.id }, changes: [change] });
    }
  }
  for (const race of racesUnderWay(facts)) {
    if (race.status !== 'Reporting' && hasPositions(facts, race)) {
      due.push({ happening: { what: 'reporting', race: race.id }, changes: [setStatus(race, 'Reporting')] });
    }
    const when = finalAt(facts, race);
    if (when === undefined) continue;
    if (when <= now) {
      const change = setStatus(race, 'Final', { finished: cell(now) });
      due.push({ happening: { what: 'becameFinal', race: race.id }, changes: [change] });
    } else ask(when);
  }
  return askAgainAt === undefined ? { due } : { due, askAgainAt };
}

/** Races that are over and whose contradiction hasn't been noted yet. */
function contradictedRaces(facts: Facts): Race[] {
  return [...facts.races.values()].filter(
    (race) =>
      race.status === 'Final' &&
      !facts.memory.get(race.id)?.contradicted &&
      contradictionsAmong(facts.entrants.get(race.id) ?? []).length > 0,
  );
}

/** The first position turns an open or running race into one that's being reported. */
function hasPositions(facts: Facts, race: Race): boolean {
  return (facts.entrants.get(race.id) ?? []).some((result) => result.position !== undefined);
}

function setStatus(race: Race, status: RaceStatus, also: Cells = {}): Wanted {
  return { kind: 'edit', tab: 'Races', id: race.id, cells: { status, ...also } };
}
