/** /season plan: a season to come, scored like the one before unless it's said otherwise. */
import { factsFor } from '../../asked.ts';
import { command } from '../../command.ts';
import { startOf } from '../../days.ts';
import { plain } from '../../markdown.ts';
import { actAndSay, text, toThem } from '../../replies.ts';
import { naming } from '../../things.ts';

export const plan = command(
  {
    name: 'season plan',
    options: {
      name: { words: 'name', kind: 'text', required: true, most: 60 },
      starts: { words: 'starts', kind: 'text', most: 10 },
      ends: { words: 'ends', kind: 'text', most: 10 },
      scoring: naming('scoring', ({ scoring }) => [...scoring].map(([key, { name = key }]) => ({ id: name, name }))),
      dropWorst: { words: 'drop', kind: 'whole', most: 100 },
    },
  },
  (asked, { name, starts, ends, scoring, dropWorst }) => {
    const { timeZone } = factsFor(asked).settings;
    const [from, to] = [starts, ends].map((day) => (day === undefined ? undefined : startOf(day, timeZone)));
    const wrong = starts !== undefined && from === undefined ? starts : to === undefined ? ends : undefined;
    if (wrong !== undefined) return toThem(text(asked.words.season.badDate(plain(wrong))));
    return actAndSay(asked, {
      type: 'planSeason',
      name,
      ...(from !== undefined && { starts: from }),
      ...(to !== undefined && { ends: to }),
      ...(scoring !== undefined && { scoring }),
      ...(dropWorst !== undefined && { dropWorst }),
    });
  },
);
