/** What the rules do by themselves after every entry, and when they want to be asked again. Pure; twice changes nothing. */
import type { RaceStatus } from '../../sheets/records.ts';
import type { Cells, Happening, Wanted } from './changes.ts';
import type { Facts, Protest, Race } from './facts.ts';
import { toBook } from './ledger.ts';
import { type LedgerWords, ledgerCells } from './ledger-cells.ts';
import { checkRace, contradictionsAmong, finalAt, racesUnderWay } from './races.ts';
import { keptTable, unkept } from './scored-alike.ts';
import { lastsUntil } from './seasons.ts';

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

/** `words` are those of the rows that are booked in the Ledger. */
export function followUps(facts: Facts, now: number, words: LedgerWords): FollowUps {
  const { cell } = words;
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
    const overdue = overdueAt(facts, race);
    if (overdue !== undefined && overdue <= now) {
      due.push({ happening: { what: 'overdue', race: race.id }, changes: [{ kind: 'overdue', race: race.id }] });
    } else if (overdue !== undefined) ask(overdue);
    const when = finalAt(facts, race);
    if (when === undefined) continue;
    if (when <= now) {
      const change = setStatus(race, 'Final', { finished: cell(now) });
      due.push({ happening: { what: 'becameFinal', race: race.id }, changes: [change] });
    } else ask(when);
  }
  for (const { season, of, at } of datesToCome(facts)) {
    if (at > now) ask(at);
    else due.push({ happening: { what: 'reminded', season, of }, changes: [{ kind: 'reminder', season, of }] });
  }
  for (const season of unkept(facts)) {
    const { name, changes } = keptTable(facts, season);
    const edit: Wanted = { kind: 'edit', tab: 'Seasons', id: season.id, cells: { scoring: name } };
    due.push({ happening: { what: 'rulesKept', season: season.id, scoring: name }, changes: [...changes, edit] });
  }
  for (const [race, protests] of answeredByVoid(facts)) {
    const changes = protests.map(({ id }): Wanted => ({ kind: 'protestSettled', id, how: 'fixed', says: '' }));
    due.push({ happening: { what: 'protestsAnswered', race }, changes });
  }
  const rows = toBook(facts);
  if (rows.length > 0) {
    const changes = rows.map((row): Wanted => {
      return { kind: 'add', tab: 'Ledger', id: row.id, cells: ledgerCells(facts, row, now, words) };
    });
    due.push({ happening: { what: 'booked', rows: rows.length }, changes });
  }
  return askAgainAt === undefined ? { due } : { due, askAgainAt };
}

/** When hosts are asked about those who haven't reported, in milliseconds since 1970; once asked, no more. */
function overdueAt(facts: Facts, race: Race): number | undefined {
  const memory = facts.memory.get(race.id);
  const { entrants, reported } = checkRace(facts, race.id);
  if (race.status !== 'Reporting' || memory?.waitsSince === undefined || memory.overdue) return undefined;
  if (reported === entrants.length) return undefined;
  return memory.waitsSince + facts.settings.reportMinutes * 60_000;
}

/** Dates of seasons that hosts are still to be told of. They only remind: status decides. */
function datesToCome(facts: Facts): { season: string; of: 'starts' | 'ends'; at: number }[] {
  return [...facts.seasons.values()].flatMap((season) => {
    const of = season.status === 'Planned' ? 'starts' : season.status === 'Open' ? 'ends' : undefined;
    const at = of === 'ends' ? lastsUntil(facts, season) : of && season[of];
    return at === undefined || season.told?.includes(of ?? 'ends') ? [] : [{ season: season.id, of: of ?? 'ends', at }];
  });
}

/** Protests that nobody has answered, by their race, which a host has voided in the Sheet. */
function answeredByVoid(facts: Facts): Map<string, Protest[]> {
  const open = [...facts.protests.values()].filter(({ settled }) => !settled);
  return Map.groupBy(
    open.filter(({ race }) => facts.races.get(race)?.status === 'Void'),
    ({ race }) => race,
  );
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
