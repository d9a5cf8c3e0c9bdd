/** /race void: with a reason it shows what it would change and asks; without one a form asks for it. */
import { canAsk, previewOf } from '../../ask-first.ts';
import { factsFor, type InLeague } from '../../asked.ts';
import { command } from '../../command.ts';
import { plain } from '../../markdown.ts';
import { shortened } from '../../message.ts';
import { raceToEnd } from '../../races-at-hand.ts';
import { sayRefused, text, toThem } from '../../replies.ts';
import type { Reply } from '../../request.ts';
import { isReply, naming, raceCalled, racesOf } from '../../things.ts';

/** As long as the verb takes it. */
const longestReason = 200;

export const voidIt = command(
  {
    name: 'race void',
    options: {
      race: naming('race', (facts) => racesOf(facts, ({ status }) => status !== 'Void' && status !== 'Planned')),
      reason: { words: 'reason', kind: 'text', most: longestReason },
    },
  },
  async (asked, { race, reason }) => {
    if (!asked.member.host) return toThem(sayRefused(asked, { refused: 'hosts_only' }));
    const found = race === undefined ? raceToEnd(factsFor(asked)) : raceCalled(asked, race);
    if (!found) return toThem(text(asked.words.race.noneToVoid));
    if (isReply(found)) return found;
    const ask = { type: 'voidRace', race: found.id, reason: reason ?? '' } as const;
    // A reason that is too long for a button is sent by its form.
    if (reason === undefined || !canAsk(ask)) return reasonForm(asked, found.id, found.race ?? '', reason);
    return toThem(...(await previewOf(asked, ask)).blocks);
  },
);

function reasonForm({ words }: InLeague, race: string, name: string, reason: string | undefined): Reply {
  const { title, about, label, hint } = words.voiding;
  const field = { id: 'reason', label, hint, least: 1, most: longestReason };
  return {
    kind: 'form',
    form: {
      id: { id: 'reason', race },
      title: shortened(title(name), 45),
      text: about(plain(name)),
      field: { ...field, ...(reason !== undefined && { value: reason }) },
    },
  };
}
