/**
 * What people were told that it's saved, for as long as no host has meddled with it: at the end all of it must still be
 * there, once.
 */
import type { Entry } from '../../server/journal/entry.ts';
import type { FactTab, Raw } from '../../sheets/records.ts';
import { expectEqual } from './expect.ts';
import type { MortalLeague } from './league.ts';

export type Witness = ReturnType<typeof openWitness>;

/** A host's edit may be unseen by the look that is under way; by the second one after it, it's seen. */
const looksUntilSeen = 2;

export function openWitness(league: MortalLeague) {
  /** Positions, by the ID of their row. */
  const positions = new Map<string, Raw>();
  /** Who was let into which race, by the ID of their row. */
  const joined = new Map<string, { race: string; racer: string }>();
  /** Result rows with an edit that the league may not have seen: there the host wins whatever it says meanwhile. */
  const contested = new Map<string, number>();
  /** Rows that a host deleted, or made another's. */
  const meddled = new Set<string>();

  return {
    /** A member was told that this is saved. */
    told({ changes, happening }: Entry): void {
      for (const change of changes) {
        if (!('tab' in change) || change.tab !== 'Results') continue;
        if (change.kind === 'add') {
          say(change.id, change.cells.position);
          if ('racer' in happening && 'race' in happening && happening.race !== undefined)
            joined.set(change.id, { race: happening.race, racer: happening.racer });
        }
        if (change.kind === 'edit') {
          say(change.id, change.cells.position?.[1]);
          if (change.cells.source?.[1] === 'Left') joined.delete(change.id);
        }
      }
    },

    /** A host typed into that row, or changed where its cells are; no ID means that it may be any. */
    touched(tab: FactTab, id: string): void {
      for (const one of id === '' ? knownRows(tab) : [id]) {
        meddled.add(`${tab} ${one}`);
        if (tab !== 'Results') continue;
        positions.delete(one);
        contested.set(one, league.network.looks());
      }
    },

    /** Whatever hosts did is in the journal by now, if nothing waits and nothing is hidden from the league. */
    settled(): void {
      for (const [id, at] of contested) if (league.network.looks() >= at + looksUntilSeen) contested.delete(id);
    },

    check(): void {
      const { rows } = league.desk().state;
      for (const [id, position] of positions) {
        expectEqual(rows.Results.get(id)?.raw.position, position, `the position that was acknowledged for ${id}`);
      }
      const { entrants } = league.facts();
      for (const [id, { race, racer }] of joined) {
        if (meddled.has(`Results ${id}`) || meddled.has(`Races ${race}`) || meddled.has(`Racers ${racer}`)) continue;
        const racers = (entrants.get(race) ?? []).map((result) => result.racer);
        expectEqual(racers.filter((one) => one === racer).length, 1, `${racer}, who joined by ${id}, is in ${race}`);
      }
    },
  };

  function say(id: string, position: Raw | undefined): void {
    if (position !== undefined && !contested.has(id)) positions.set(id, position);
  }

  function knownRows(tab: FactTab): string[] {
    return league.isUp() ? [...league.desk().state.rows[tab].keys()] : [...positions.keys(), ...joined.keys()];
  }
}
