/** /result: a racer's own place. */

import { entryOf, racerOf, reportable as raceToReport } from '../../actions/lookup.ts';
import type { Done } from '../../desk.ts';
import type { Race } from '../../league/facts.ts';
import { checkRace, lastPlace } from '../../league/races.ts';
import type { Refusal } from '../../words/refusals.ts';
import { act, factsFor, type InLeague, isRefusal, namesFor } from '../asked.ts';
import { command } from '../command.ts';
import { plainly } from '../markdown.ts';
import type { Block } from '../message.ts';
import { offered, reportable } from '../positions.ts';
import { buttons, sayDone, sayRefused, text, toThem } from '../replies.ts';
import { isReply, naming, raceCalled, racesOf } from '../things.ts';

export const result = command(
  {
    name: 'result',
    options: {
      position: { words: 'position', kind: 'text', required: true, most: 60, choices: placesOf },
      race: naming('race', (facts) => racesOf(facts, ({ status }) => status === 'Running' || status === 'Reporting')),
    },
  },
  async (asked, { position, race }) => {
    const found = race === undefined ? raceAtHand(asked) : raceCalled(asked, race);
    if (found && isReply(found)) return found;
    const done = await act(asked, { type: 'report', position, ...(race !== undefined && found && { race: found.id }) });
    return isRefusal(done) ? toThem(...notRecorded(asked, done, found)) : toThem(recorded(asked, done));
  },
);

/** "🏆 Recorded! You finished **#1** and earned **15 pts**." And who says the same. */
export function recorded(asked: InLeague, done: Done): Block {
  const { said, race = '' } = done;
  if (said.said !== 'saved') return sayDone(asked, done);
  const { words } = asked;
  const { position, worth, reported, entrants } = plainly(said).given;
  const final = factsFor(asked).races.get(race)?.status === 'Final';
  return text(
    words.result.recorded({ position, worth, final }),
    final ? '' : words.result.reported(reported, entrants),
    clashIn(asked, race),
  );
}

/** Why nothing was recorded. Whoever isn't in the race may still get into it, once they know what that means. */
export function notRecorded(asked: InLeague, refusal: Refusal, race: Race | undefined): Block[] {
  const { words, member } = asked;
  const facts = factsFor(asked);
  const said = sayRefused(asked, refusal);
  const isOutside = race !== undefined && !entryOf(facts, race, racerOf(facts, member));
  if (!isOutside) return [said];
  if (refusal.refused === 'not_started' && race.status === 'Open') {
    const join = { id: { id: 'join', race: race.id }, label: words.buttons.join, look: 'main' } as const;
    return [said, text(words.result.notInYet), buttons(join)];
  }
  if (refusal.refused !== 'not_in_race') return [said];
  const { message } = words.refusal(plainly(refusal));
  const late = { id: { id: 'join', race: race.id }, label: words.buttons.joinLate, look: 'plain' } as const;
  return [text(`${message} ${words.result.underWay}`, member.host ? words.result.forOthers : undefined), buttons(late)];
}

/** That others hold the same place, as long as a dead heat wasn't confirmed. */
function clashIn(asked: InLeague, race: string): string | undefined {
  const facts = factsFor(asked);
  const own = racerOf(facts, asked.member)?.id;
  const clash = checkRace(facts, race).contradictions.find(({ results }) => results.some(({ racer }) => racer === own));
  if (!clash) return undefined;
  const others = clash.results.flatMap(({ racer = '' }) => (racer === own ? [] : namesFor(asked).racer(racer)));
  return asked.words.result.clash(others, clash.position);
}

function placesOf(asked: InLeague, typed: string) {
  const facts = factsFor(asked);
  const race = raceAtHand(asked);
  const entrants = race === undefined ? facts.settings.places : checkRace(facts, race.id).entrants.length;
  return offered(reportable(asked, lastPlace(facts, entrants)), typed);
}

/** The race that a result without one is for. */
function raceAtHand(asked: InLeague): Race | undefined {
  const facts = factsFor(asked);
  const race = raceToReport(facts, racerOf(facts, asked.member));
  return isRefusal(race) ? undefined : race;
}
