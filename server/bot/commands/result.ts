/** /result: a racer's own place. */

import { racerOf, reportable as raceToReport } from '../../actions/lookup.ts';
import type { Done } from '../../desk.ts';
import { checkRace, lastPlace } from '../../league/races.ts';
import type { Refusal } from '../../words/refusals.ts';
import { act, factsFor, type InLeague, isRefusal } from '../asked.ts';
import { command } from '../command.ts';
import { plainly } from '../markdown.ts';
import type { Block } from '../message.ts';
import { offered, reportable } from '../positions.ts';
import { buttons, sayDone, sayRefused, text, toThem } from '../replies.ts';
import type { Reply } from '../request.ts';
import { isReply, naming, raceCalled, racesOf } from '../things.ts';

export const result = command(
  {
    name: 'result',
    answers: 'them',
    options: {
      position: { words: 'position', kind: 'text', required: true, most: 60, choices: placesOf },
      race: naming('race', (facts) => racesOf(facts, ({ status }) => status === 'Running' || status === 'Reporting')),
    },
  },
  async (asked, { position, race }) => {
    const found = race === undefined ? undefined : raceCalled(asked, race);
    if (found && isReply(found)) return found;
    const done = await act(asked, { type: 'report', position, ...(found && { race: found.id }) });
    return isRefusal(done) ? refused(asked, done, found?.id) : toThem(recorded(asked, done));
  },
);

/** "🏆 Recorded! You finished **#1** and earned **15 pts**." */
export function recorded(asked: InLeague, done: Done): Block {
  const { said, race = '' } = done;
  if (said.said !== 'saved') return sayDone(asked, done);
  const { words } = asked;
  const { position, worth, reported, entrants } = plainly(said).given;
  const final = factsFor(asked).races.get(race)?.status === 'Final';
  return text(
    words.result.recorded({ position, worth, final }),
    final ? '' : words.result.reported(reported, entrants),
  );
}

/** Whoever isn't in the race may still get into it. */
function refused(asked: InLeague, refusal: Refusal, race: string | undefined): Reply {
  const meantRace = race ?? raceAtHand(asked);
  const join = refusal.refused === 'not_in_race' && meantRace !== undefined;
  return toThem(
    sayRefused(asked, refusal),
    join ? buttons({ id: { id: 'join', race: meantRace }, label: asked.words.buttons.join, look: 'main' }) : undefined,
  );
}

function placesOf(asked: InLeague, typed: string) {
  const facts = factsFor(asked);
  const race = raceAtHand(asked);
  const entrants = race === undefined ? facts.settings.places : checkRace(facts, race).entrants.length;
  return offered(reportable(asked, lastPlace(facts, entrants)), typed);
}

/** The ID of the race that a result without one is for. */
function raceAtHand(asked: InLeague): string | undefined {
  const facts = factsFor(asked);
  const race = raceToReport(facts, racerOf(facts, asked.member));
  return race && !isRefusal(race) ? race.id : undefined;
}
