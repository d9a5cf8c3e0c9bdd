import { batch, signal } from '@preact/signals';
import type { LeagueView } from '../../server/contract/league.ts';
import type { LiveMessage } from '../../server/contract/live.ts';
import type { MeView } from '../../server/contract/me.ts';
import { mergePatch } from './patch.ts';

/** What the server last told us: the league, the same for every member, and what is mine alone. */
export function createLeague() {
  const view = signal<LeagueView | undefined>(undefined);
  const me = signal<MeView | undefined>(undefined);

  return {
    view,
    me,
    /** Takes in a message. 'gap' means that changes are missing before it: ask for a snapshot. */
    receive(message: LiveMessage): 'taken' | 'gap' {
      switch (message.type) {
        case 'snapshot':
          view.value = message.league;
          return 'taken';
        case 'change': {
          const mine = view.value?.version;
          if (message.from === mine) view.value = mergePatch(view.value, message.patch) as LeagueView;
          return (view.value?.version ?? -1) >= message.version ? 'taken' : 'gap';
        }
        case 'me':
          me.value = message.me;
          return 'taken';
        case 'beat':
          return 'taken';
      }
    },
    /** Takes in what polling brought; never steps back behind what the socket said meanwhile. */
    replace(next: LeagueView | undefined, mine: MeView | undefined): void {
      batch(() => {
        if (next && next.version >= (view.value?.version ?? 0)) view.value = next;
        if (mine) me.value = mine;
      });
    },
  };
}
