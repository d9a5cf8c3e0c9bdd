/**
 * The season that the sandbox begins with, as the actions of its people with their times: two nights, five races that
 * are final, one that is open. Played through the real actions, it is as true as any other.
 */
import type { Ask } from '../actions/actions.ts';

/** An action without its race: it's about the race that was opened last. */
type Step<A = Ask> = A extends Ask ? Omit<A, 'race'> : never;

export interface Move {
  /** Milliseconds before the season is played. */
  ago: number;
  /** The key of whoever does it, in people.ts. */
  who: string;
  ask: Step;
}

const minute = 60_000;
const day = 24 * 60 * minute;

const racers = ['ana', 'robin', 'zoe', 'mateo', 'kiki', 'bart', 'sam', 'priya'] as const;
type RacerKey = (typeof racers)[number];

/** Who finished where, best first; whoever is left out did not finish. */
const nights: { ago: number; races: RacerKey[][] }[] = [
  {
    ago: 7 * day + 90 * minute,
    races: [
      ['robin', 'ana', 'kiki', 'priya', 'mateo', 'sam', 'zoe', 'bart'],
      ['ana', 'robin', 'priya', 'zoe', 'kiki', 'bart', 'mateo'],
      ['kiki', 'zoe', 'ana', 'sam', 'robin', 'mateo', 'priya', 'bart'],
    ],
  },
  {
    ago: 50 * minute,
    races: [
      ['priya', 'mateo', 'ana', 'robin', 'sam', 'kiki', 'bart', 'zoe'],
      ['ana', 'priya', 'robin', 'kiki', 'zoe', 'mateo', 'sam', 'bart'],
    ],
  },
];

const betweenRaces = 20 * minute;

export function season(): Move[] {
  const moves: Move[] = nights.flatMap(({ ago, races }) =>
    races.flatMap((finish, index) => raceMoves(ago - index * betweenRaces, finish, index === 0)),
  );
  const open = 4 * minute;
  moves.push({ ago: open, who: 'host', ask: { type: 'openRace' } });
  for (const [index, who] of (['robin', 'kiki'] as const).entries()) {
    moves.push({ ago: open - (index + 1) * 20_000, who, ask: { type: 'join' } });
  }
  return moves;
}

/** A race from opening to closing takes about eight minutes; the next ones of a night keep the same racers. */
function raceMoves(ago: number, finish: readonly RacerKey[], firstOfNight: boolean): Move[] {
  const joins = racers.map((who, index): Move => ({ ago: ago - (index + 1) * 5_000, who, ask: { type: 'join' } }));
  const reports = racers.map((who, index): Move => {
    const place = finish.indexOf(who) + 1;
    const position = place === 0 ? 'DNF' : place;
    return { ago: ago - 6 * minute - index * 4_000, who, ask: { type: 'report', position } };
  });
  return [
    firstOfNight ? { ago, who: 'host', ask: { type: 'openRace' } } : { ago, who: 'host', ask: { type: 'nextRace' } },
    ...(firstOfNight ? joins : []),
    { ago: ago - minute, who: 'host', ask: { type: 'startRace' } },
    ...reports,
    { ago: ago - 7 * minute, who: 'host', ask: { type: 'closeRace' } },
  ];
}
