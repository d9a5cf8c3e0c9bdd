/** One small league on one night, as the server would send it. */
import type { EntrantView, LeagueView, RaceView } from '../../server/contract/league.ts';

export function night(changes: Partial<LeagueView> = {}): LeagueView {
  return {
    version: 1,
    name: 'Cozy-Kart League',
    game: 'Kart',
    timeZone: 'UTC',
    sandbox: false,
    seasons: [],
    places: 8,
    whoMayOpen: 'Hosts',
    cpus: false,
    protestHours: 24,
    objectionSeconds: 30,
    points: { places: [15, 12, 10, 9, 8, 7, 6, 5], other: 1, dnf: 1 },
    racers: { ana: { name: 'Ana' }, robin: { name: 'Robin' }, sam: { name: 'Sam' }, kit: { name: 'Kit' } },
    races: {},
    standings: [],
    sheet: { state: 'saved' },
    ...changes,
  };
}

/** A race with these entrants: names alone, or with what they hold. */
export function race(order: number, status: RaceView['status'], entrants: (string | EntrantView)[] = []): RaceView {
  return {
    name: `Race ${order}`,
    night: 'Night 1',
    status,
    order,
    entrants: entrants.map((entrant) => (typeof entrant === 'string' ? { racer: entrant } : entrant)),
    contradictions: [],
  };
}
