/** /protest: what is wrong with a final result, in one sentence. */
import { racerOf } from '../../actions/lookup.ts';
import { factsFor, type InLeague } from '../asked.ts';
import { command } from '../command.ts';
import { shortened } from '../message.ts';
import { finalRacesOf } from '../races-at-hand.ts';
import { text, toThem } from '../replies.ts';
import type { Reply } from '../request.ts';
import { isReply, naming, raceCalled, racesOf } from '../things.ts';

export const protest = command(
  {
    name: 'protest',
    options: {
      race: naming('race', (facts, asked) => {
        const own = new Set(ownRaces(asked).map(({ id }) => id));
        return racesOf(facts, ({ id }) => own.has(id));
      }),
    },
  },
  (asked, { race }) => {
    const found = race === undefined ? ownRaces(asked)[0] : raceCalled(asked, race);
    if (!found) return toThem(text(asked.words.protest.none));
    return isReply(found) ? found : protestForm(asked, found);
  },
);

export function protestForm({ words }: InLeague, { id, race }: { id: string; race?: string | undefined }): Reply {
  const { title, label, hint } = words.protest;
  // As long as the verb takes it.
  const field = { id: 'says', label, hint, least: 3, most: 300, long: true } as const;
  return { kind: 'form', form: { id: { id: 'protest', race: id }, title: shortened(title(race ?? ''), 45), field } };
}

function ownRaces(asked: InLeague) {
  const facts = factsFor(asked);
  const racer = racerOf(facts, asked.member);
  return racer ? finalRacesOf(facts, racer.id) : [];
}
