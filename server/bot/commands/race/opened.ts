/** What is said to whoever opened a race, with what comes next. */
import type { Done } from '../../../desk.ts';
import type { InLeague } from '../../asked.ts';
import { buttons, sayDone, toThem } from '../../replies.ts';
import type { Reply } from '../../request.ts';

export function opened(asked: InLeague, done: Done): Reply {
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
