/** Opens a race, and says so to whoever asked, with what it costs and what comes next. */
import type { Ask } from '../../../actions/actions.ts';
import { act, factsFor, type InLeague, isRefusal, namesFor } from '../../asked.ts';
import { buttons, sayDone, sayRefused, text, toThem } from '../../replies.ts';
import type { Reply } from '../../request.ts';
import { seasonToOpen } from '../../season-at-hand.ts';

export async function opened(asked: InLeague, ask: Ask<'openRace' | 'nextRace'>): Promise<Reply> {
  const done = await act(asked, ask);
  if (isRefusal(done)) return done.refused === 'no_season' ? noSeason(asked) : toThem(sayRefused(asked, done));
  const { race } = done;
  const { words } = asked;
  if (race === undefined) return toThem(sayDone(asked, done));
  return toThem(
    sayDone(asked, done),
    costs(asked, race),
    buttons(
      { id: { id: 'join', race }, label: words.buttons.join, look: 'plain' },
      { id: { id: 'start', race }, label: words.buttons.start, look: 'good' },
      { id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' },
    ),
  );
}

/** That there is nothing to race for, and by which command there will be. */
export function noSeason(asked: InLeague): Reply {
  const planned = seasonToOpen(factsFor(asked));
  return toThem(text(asked.words.race.noSeason(planned && namesFor(asked).season(planned.id))));
}

function costs(asked: InLeague, id: string) {
  const facts = factsFor(asked);
  const { money, currency } = facts.settings;
  const fee = facts.races.get(id)?.entryFee ?? 0;
  if (!money || fee === 0) return undefined;
  return text(asked.words.answer({ said: 'feeSet', given: { race: namesFor(asked).race(id), fee, currency } }));
}
