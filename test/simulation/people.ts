/** What people ask of the league by chance, and what they do when they get no answer: ask again, with the same key. */
import type { Ask } from '../../server/actions/actions.ts';
import { isRefusal } from '../../server/actions/verb.ts';
import type { FactTab } from '../../sheets/records.ts';
import { member, type Name } from '../small-league.ts';
import { pick, type Random } from './chance.ts';
import { expectEqual } from './expect.ts';
import type { MortalLeague } from './league.ts';
import type { Witness } from './witness.ts';

const racers = ['Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki'] as const satisfies readonly Name[];
const positions = [1, 2, 3, 'DNF'] as const;

export type People = ReturnType<typeof openPeople>;

interface Asked {
  name: Name;
  id: string;
  ask: Ask;
}

export function openPeople(league: MortalLeague, witness: Witness, random: Random) {
  let keys = 0;
  const unanswered: Asked[] = [];

  return {
    /** A race that is over, and one that is being raced. */
    async begin(): Promise<void> {
      const first = await race('Ana', 'Robin', 'Zoe');
      for (const [index, name] of (['Ana', 'Robin', 'Zoe'] as const).entries()) {
        await ask(name, { type: 'report', race: first, position: index + 1 });
      }
      await league.clock.advance(60_000);
      await race('Ana', 'Robin', 'Zoe', 'Mateo');
      await league.clock.advance(5_000);
    },

    report: () => ask(pick(random, racers), { type: 'report', race: anyRace(), position: pick(random, positions) }),

    /** Everybody in a race reports as they finished; as often as not somebody says that it's wrong. */
    async finish(): Promise<string> {
      const race = anyRace();
      const users = (league.facts().entrants.get(race) ?? []).map(
        ({ racer = '' }) => league.facts().racers.get(racer)?.discordId,
      );
      const there = racers.filter((name) => users.includes(member(name).user));
      const said: string[] = [];
      for (const [index, name] of there.entries()) {
        said.push(await ask(name, { type: 'report', race, position: index + 1 }));
      }
      const [first] = there;
      if (first && random() < 0.5) said.push(await ask(first, { type: 'object', race }));
      return said.join('\n');
    },

    /** Anything else that can be asked for. */
    async something(): Promise<string> {
      const race = anyRace();
      const action = pick<Ask>(random, [
        { type: 'openRace' },
        { type: 'join' },
        { type: 'join', race },
        { type: 'startRace', race },
        { type: 'leave', race },
        { type: 'object', race },
        { type: 'fix', race, racer: anyRacer(), position: pick(random, positions) },
        { type: 'fix', race, racer: anyRacer(), position: pick(random, positions) },
        { type: 'correct', race, positions: [{ racer: anyRacer(), position: pick(random, [...positions, '1=']) }] },
        { type: 'deadHeat', race, position: 1 },
        { type: 'confirm', race, racer: anyRacer() },
        { type: 'protest', race, says: 'by chance' },
        { type: 'wait', race },
        { type: 'undo', entry: anyCorrection() },
        { type: 'undo', entry: anyCorrection() },
        { type: 'planRace', at: league.clock.now() + 3_600_000 },
        { type: 'openRace', race },
        { type: 'closeRace', race },
        { type: 'nextRace', race },
        { type: 'voidRace', race, reason: 'by chance' },
      ]);
      const isRacers = ['join', 'leave', 'object', 'confirm', 'protest'].includes(action.type);
      return ask(isRacers ? pick(random, racers) : 'Juno', action);
    },

    /** A host decides on the rows that vanished together, if there are any. */
    async decideOnMissing(): Promise<string> {
      const said: string[] = [];
      for (const [tab, ids] of league.facts().missing) {
        if (ids.length === 0) continue;
        said.push(await decide(tab, pick(random, ['delete', 'putBack'] as const)));
      }
      return said.join('\n');
    },

    /** Whoever got no answer asks again. */
    async askAgain(): Promise<void> {
      for (const one of unanswered.splice(0)) await answerTo(one);
    },
  };

  /** A race that has begun. */
  async function race(...names: Name[]): Promise<string> {
    await ask('Juno', { type: 'openRace' });
    const race = [...league.facts().races.keys()].at(-1) ?? '';
    for (const name of names) await ask(name, { type: 'join', race });
    await ask('Juno', { type: 'startRace', race });
    return race;
  }

  async function decide(tab: FactTab, choice: 'delete' | 'putBack'): Promise<string> {
    const ids = league.facts().missing.get(tab) ?? [];
    const said = await ask('Juno', { type: 'missingRows', tab, choice });
    if (!said.endsWith('no answer')) {
      const rows = ids.map((id) => league.desk().state.rows[tab].get(id));
      const wanted = ids.map(() => [choice === 'delete', false]);
      expectEqual(
        rows.map((row) => [row?.gone, row?.held]),
        wanted,
        `what became of the rows: ${said}`,
      );
    }
    return said;
  }

  function anyRace(): string {
    return pick(random, [...league.facts().races.keys(), 'a race that is none']);
  }

  function anyRacer(): string {
    return pick(random, [...league.facts().racers.keys(), 'a racer who is none']);
  }

  /** One of the latest corrections. */
  function anyCorrection(): number {
    return pick(random, [
      0,
      ...league
        .facts()
        .corrections.slice(-3)
        .map(({ entry }) => entry),
    ]);
  }

  function ask(name: Name, action: Ask): Promise<string> {
    keys += 1;
    return answerTo({ name, id: `ask-${keys}`, ask: action });
  }

  async function answerTo(asked: Asked): Promise<string> {
    const { name, id, ask } = asked;
    const what = `${name} ${JSON.stringify(ask)}`;
    const answer = await league.ask(name, id, ask);
    if (answer === 'no answer') {
      unanswered.push(asked);
      return `${what}: no answer`;
    }
    if (isRefusal(answer)) return `${what}: ${answer.refused}`;
    const { user } = member(name);
    const entry = await league.journal.asked('cozy', user, id);
    expectEqual(entry?.seq, answer.version, `the place of ${what} in the journal`);
    if (entry) witness.told(entry);
    const again = await league.ask(name, id, ask);
    if (again !== 'no answer') expectEqual(again, answer, `${what}, asked twice`);
    return `${what}: ${answer.said.said}`;
  }
}
