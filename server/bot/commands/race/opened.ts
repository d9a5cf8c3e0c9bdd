/** Opens a race, and says so to whoever asked, with what comes next. */
import type { Ask } from '../../../actions/actions.ts';
import { act, type InLeague, isRefusal } from '../../asked.ts';
import { buttons, sayDone, sayRefused, toThem } from '../../replies.ts';
import type { Reply } from '../../request.ts';

export async function opened(asked: InLeague, ask: Ask<'openRace' | 'nextRace'>): Promise<Reply> {
  const done = await act(asked, ask);
  if (isRefusal(done)) return toThem(sayRefused(asked, done));
  const { race } = done;
  const { words } = asked;
  if (race === undefined) return toThem(sayDone(asked, done));
  return toThem(
    sayDone(asked, done),
    buttons(
      { id: { id: 'join', race }, label: words.buttons.join, look: 'plain' },
      { id: { id: 'start', race }, label: words.buttons.start, look: 'good' },
      { id: { id: 'panel' }, label: words.buttons.panel, look: 'plain' },
    ),
  );
}
