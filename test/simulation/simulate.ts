/**
 * A season in which everything happens at once: people race, a host works in the Sheet with both hands, the network
 * fails, the server is killed. The real desk, journal and sync over the local spreadsheet, by one seed.
 */
import { below, pick, randomFrom } from './chance.ts';
import { openHost } from './host/host.ts';
import { mortalLeague } from './league.ts';
import { noCrash, sameFromTheSheetAlone, sheetIsRight } from './oracles.ts';
import { openPeople } from './people.ts';
import { journalIsRight } from './refold.ts';
import { comeToRest, isWell, mend } from './rest.ts';
import { openWitness } from './witness.ts';

/** So many things happen before everybody keeps still. */
export const steps = 45;

/** What a seed came to: whether all could be mended, so that the Sheet alone could be asked. */
export interface Outcome {
  mended: boolean;
}

/**
 * Runs one seed to its end, `without` some of its steps; what the others do is chosen as if those were there. Throws
 * with what went wrong, what happened before, and how to replay it.
 */
export async function simulate(seed: number, without: ReadonlySet<number> = new Set()): Promise<Outcome> {
  let chance = randomFrom(seed);
  const random = () => chance();
  const league = await mortalLeague(random);
  const witness = openWitness(league);
  const people = openPeople(league, witness, random);
  const host = openHost(league, witness, random);
  const done: string[] = [];
  const { report, finish, something, decideOnMissing } = people;
  const moves = [report, report, finish, something, something, hostMoves, hostMoves, hostMoves, hostMoves];
  const rest = [trouble, trouble, wait, wait, wait, wait, wait, restart, decideOnMissing];
  try {
    await people.begin();
    for (let step = 0; step < steps; step++) {
      chance = randomFrom(seed * 1_000 + step);
      if (!without.has(step)) done.push(await pick(random, [...moves, ...rest])());
    }
    host.restore();
    await comeToRest(league, people);
    noCrash(league);
    sheetIsRight(league, host);
    witness.check();
    await journalIsRight(league);
    host.restoreNames();
    await mend(league, host, people);
    noCrash(league);
    sheetIsRight(league, host);
    const mended = isWell(league);
    if (mended) await sameFromTheSheetAlone(league);
    return { mended };
  } catch (error) {
    const how = `Replay it: npm run soak -- ${seed} ${seed}`;
    throw new Error(`seed ${seed}: ${String(error)}\n${done.join('\n')}\n${how}`, { cause: error });
  } finally {
    await league.close();
  }

  async function hostMoves(): Promise<string> {
    return `host: ${host.move()}`;
  }

  async function trouble(): Promise<string> {
    const kind = pick(random, [
      'network',
      'network',
      'same moment',
      'same moment',
      'same moment',
      'between looks',
      'kill',
      'kill after a write',
    ]);
    const move = () => done.push(`host, ${kind}: ${host.moveAtOnce()}`);
    if (kind === 'network') {
      const trouble = league.network.trouble();
      if (trouble === 'late') host.risksFormulas();
      return `network: ${trouble}`;
    }
    if (kind === 'same moment') {
      league.network.beforeNextWrite(() => {
        host.risksFormulas();
        move();
      });
      return `${kind}, ${await report()}`;
    }
    if (kind === 'between looks') league.network.betweenNextLooks(move);
    if (kind === 'kill') league.life().doom(1 + below(random, 8), random() < 0.5);
    if (kind === 'kill after a write') league.network.afterNextWrite(league.life().kill);
    return kind;
  }

  async function wait(): Promise<string> {
    const ms = pick(random, [100, 400, 2_000, 7_000, 40_000]);
    await league.clock.advance(ms);
    if (league.isUp() && league.sync().view().state === 'saved' && !host.hides()) witness.settled();
    return `wait ${ms}`;
  }

  /** By its operator, or after it was killed. */
  async function restart(): Promise<string> {
    const how = league.isUp() ? pick(random, ['restarted', 'killed and started'] as const) : 'started';
    if (how === 'restarted') await league.stop();
    else league.life().kill();
    await league.start();
    await people.askAgain();
    return how;
  }
}
