/** Who a name in a file is: a racer of the league by any name they ever had, or a new one. */
import { folded } from '../../sheets/names.ts';
import { personOf } from '../facts.ts';
import { contextOf, type State } from '../fold.ts';
import type { Wanted } from '../league/changes.ts';
import { newRacer } from '../league/people.ts';
import type { Makes } from './plan.ts';

export type RacersIn = ReturnType<typeof racersIn>;

export function racersIn(state: State) {
  const { idOf, nameOf } = contextOf(state);
  const met = new Map<string, string>();
  /** Who is in rows that come in. */
  const used = new Set<string>();

  return {
    /** The racer's ID, be it that of one who was deleted; of a new one, something that tells them apart. */
    personOf(name: string): string {
      const key = folded(name);
      const id = idOf('Racers', name) ?? state.names.Racers.get(key);
      if (!met.has(key)) met.set(key, name);
      return id === undefined ? `new ${key}` : personOf(state, id);
    },

    /** What the Results tab calls them: a row of the racer's own, as they are called now. */
    called(name: string): string {
      const id = idOf('Racers', name);
      used.add(folded(name));
      return (id === undefined ? met.get(folded(name)) : nameOf('Racers', id)) ?? name;
    },

    /** The rows of those who are new, all of whom have no Discord. */
    added(newId: () => string, makes: Makes): Wanted[] {
      return [...met].flatMap(([key, name]): Wanted[] => {
        if (idOf('Racers', name) !== undefined) {
          makes.racers.known += 1;
          return [];
        }
        if (!used.has(key)) return [];
        makes.racers.added.push(name);
        return [{ kind: 'add', tab: 'Racers', id: newId(), cells: newRacer(name, '') }];
      });
    },
  };
}
