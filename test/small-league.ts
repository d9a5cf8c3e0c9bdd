/** One small league for tests: the real desk over a journal in memory, on a clock that stands still. */
import type { Ask } from '../server/actions/actions.ts';
import { isRefusal, type Member } from '../server/actions/verb.ts';
import { namesOf } from '../server/derived-tabs.ts';
import { openDesk } from '../server/desk.ts';
import { factsOf } from '../server/facts.ts';
import { openJournal } from '../server/journal/sqlite.ts';
import type { Wanted } from '../server/league/changes.ts';
import type { Effects } from '../server/league/effects.ts';
import { openSeason } from '../server/league/races.ts';
import { standings } from '../server/league/standings.ts';
import { newLeague } from '../server/new-league.ts';
import { sayAnswer } from '../server/words/answers.ts';
import { sayBeforehand } from '../server/words/beforehand.ts';
import { sayHappening } from '../server/words/log.ts';
import { type Refusal, sayRefusal } from '../server/words/refusals.ts';
import { simulatedClock } from './clock.ts';

const names = ['Juno', 'Ana', 'Robin', 'Zoe', 'Mateo', 'Kiki', 'Sam', 'Priya', 'Bart', 'Noor'] as const;
export type Name = (typeof names)[number];

/** Juno is the host. */
export function member(name: Name): Member {
  const user = String(300_000_000_000_000_000n + BigInt(names.indexOf(name)));
  return { user, name, handle: name.toLowerCase(), host: name === 'Juno' };
}

/** A season with nothing in it yet. `file` keeps it; otherwise it's in memory. */
export async function smallLeague(file = ':memory:', ids = 'row') {
  const clock = simulatedClock();
  const journal = openJournal(file);
  let rows = 0;
  const newId = () => `${ids}-${++rows}`;
  const errors: unknown[] = [];
  const desk = await openDesk({ league: 'cozy', journal, clock, newId, onError: (error) => errors.push(error) });
  await desk.note((state) => ({ notes: newLeague(state, {}) }));
  let asked = 0;
  let race = '';

  const league = {
    clock,
    journal,
    desk,
    errors,
    facts: () => factsOf(desk.state),
    /** The race that was opened last. */
    race: () => race,
    raceNow: () => factsOf(desk.state).races.get(race),

    /** Asks for something; answers the words that are said, or the refusal's code and words. */
    async ask(name: Name, ask: Ask, id = `ask-${++asked}`): Promise<string> {
      const done = await desk.act(member(name), id, ask);
      if (isRefusal(done)) return said(done);
      race = done.race ?? race;
      return sayAnswer(done.said);
    },

    /** What an action would change, or the refusal's code and words. */
    async preview(name: Name, ask: Ask): Promise<Effects | string> {
      const preview = await desk.preview(member(name), ask);
      return isRefusal(preview) ? said(preview) : preview.effects;
    },

    /** What a preview says besides what changes. */
    async toKnow(name: Name, ask: Ask): Promise<string[]> {
      const preview = await desk.preview(member(name), ask);
      return isRefusal(preview) ? [said(preview)] : preview.toKnow.map(sayBeforehand);
    },

    /** What a host types into the Sheet. */
    type: (...changes: Wanted[]) =>
      desk.note(() => ({
        notes: [{ by: { kind: 'sheet' }, happening: { what: 'edited', edits: [], more: 0 }, changes }],
      })),

    /** The ID of a racer by name. */
    racer: (name: string) => [...factsOf(desk.state).racers.values()].find(({ racer }) => racer === name)?.id ?? '',

    /** What stands in a race: `Ana 1, Robin DNF`. */
    positions: (of = race) =>
      (factsOf(desk.state).entrants.get(of) ?? [])
        .map(({ racer = '', position }) => `${factsOf(desk.state).racers.get(racer)?.racer} ${position ?? '-'}`)
        .join(', '),

    /** The latest line of the Log. */
    log(): string {
      const last = desk.state.log.at(-1);
      return last ? sayHappening(last.happening, namesOf(desk.state)) : '';
    },

    /** Opens a race, lets them join, and starts it. */
    async start(...racers: Name[]): Promise<void> {
      await league.ask('Juno', { type: 'openRace' });
      for (const name of racers) await league.ask(name, { type: 'join', race });
      await league.ask('Juno', { type: 'startRace', race });
    },

    report: (name: Name, position: number | string) => league.ask(name, { type: 'report', race, position }),

    /** A whole race, from opening to final, with its finishers in order. */
    async play(...finish: Name[]): Promise<void> {
      await league.start(...finish);
      for (const [index, name] of finish.entries()) await league.report(name, index + 1);
      await clock.advance(60_000);
    },

    /** `1 Ana 15` and so on. */
    table(): string[] {
      const facts = factsOf(desk.state);
      const season = openSeason(facts);
      if (!season) return [];
      return standings(facts, season).map(
        (line) => `${line.rank} ${facts.racers.get(line.racer)?.racer} ${line.points}`,
      );
    },

    async close(): Promise<void> {
      await desk.close();
      await journal.close();
    },
  };
  return league;
}

function said(refusal: Refusal): string {
  const { code, message, remedy } = sayRefusal(refusal);
  return `${code}: ${message} ${remedy}`;
}
