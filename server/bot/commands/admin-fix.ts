/** /admin-fix: a host sets anyone's place in any race, once they have seen what it changes. */

import type { Race } from '../../league/facts.ts';
import { lastPlace } from '../../league/races.ts';
import { previewOf } from '../ask-first.ts';
import { factsFor, type InLeague } from '../asked.ts';
import { command } from '../command.ts';
import { offered, settable, takesAway } from '../positions.ts';
import { toThem } from '../replies.ts';
import { isReply, naming, raceCalled, racerCalled, racersOf, racesOf } from '../things.ts';

export const adminFix = command(
  {
    name: 'admin-fix',
    options: {
      race: { ...naming('whichRace', (facts) => racesOf(facts, hasBegun)), required: true },
      racer: { ...naming('whichRacer', racersOf), required: true },
      position: { words: 'hostsPosition', kind: 'text', required: true, most: 60, choices: placesOf },
    },
  },
  async (asked, { race, racer, position }) => {
    const foundRace = raceCalled(asked, race);
    if (isReply(foundRace)) return foundRace;
    const foundRacer = racerCalled(asked, racer);
    if (isReply(foundRacer)) return foundRacer;
    const to = takesAway(position) ? null : position;
    const ask = { type: 'fix', race: foundRace.id, racer: foundRacer.id, position: to } as const;
    return toThem(...(await previewOf(asked, ask)).blocks);
  },
);

function hasBegun({ status }: Race): boolean {
  return status === 'Running' || status === 'Reporting' || status === 'Final';
}

function placesOf(asked: InLeague, typed: string) {
  const facts = factsFor(asked);
  return offered(settable(asked, lastPlace(facts, facts.settings.places)), typed);
}
