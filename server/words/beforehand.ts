/** What is worth knowing before something is done and what no standing tells, in English. */
import { count, list, place } from './en.ts';

const beforehand = {
  openProtests: ({ protests }: { protests: number }) =>
    protests === 1
      ? 'A protest waits for its answer. It can be answered afterwards too.'
      : `${protests} protests wait for their answer. They can be answered afterwards too.`,
  racesMove: ({ races, next }: { races: number; next: string }) =>
    `${count(races, 'planned race')} ${races === 1 ? 'moves' : 'move'} to ${next}.`,
  racesStay: ({ races, season }: { races: number; season: string }) =>
    `${count(races, 'planned race')} ${races === 1 ? 'stays' : 'stay'} in ${season} and won't be raced.`,
  emptyPlaces: ({ places }: { places: number[] }) => `Nobody holds ${list(places.map(place))} then.`,
  heldToo: ({ position, racers, final }: { position: number; racers: string[]; final: boolean }) =>
    `${list(racers)} ${racers.length === 1 ? 'holds' : 'hold'} ${place(position)} too. ${final ? 'Until one of them has another place, the result counts as it was.' : 'They are asked which of them it is.'}`,
  metEachOther: ({ racer, into, racers, intos }: Met) => {
    const met = `They raced each other in ${count(racers + intos, 'race')}`;
    const there = racers + intos === 1 ? 'there' : 'in these';
    if (intos === 0) return `${met}: ${there} ${racer}'s result no longer counts.`;
    if (racers === 0) return `${met}: ${there} ${into}'s result no longer counts.`;
    return `${met}: in ${racers} of these ${racer}'s result no longer counts, in ${intos} ${into}'s.`;
  },
} satisfies Record<string, (given: never) => string>;

/** In how many races which of two results gives way. */
interface Met {
  racer: string;
  into: string;
  racers: number;
  intos: number;
}

type Key = keyof typeof beforehand;
/** As data: its words are looked up where it's shown. */
export type ToKnow = { [K in Key]: { know: K; given: Parameters<(typeof beforehand)[K]>[0] } }[Key];

export function sayBeforehand({ know, given }: ToKnow): string {
  return (beforehand[know] as (given: unknown) => string)(given);
}
