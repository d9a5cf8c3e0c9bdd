/** What every button, list and form does, by its meaning. */
import { type Asked, factsFor, type InLeague } from '../asked.ts';
import { connected } from '../commands/league/setup.ts';
import { protestForm } from '../commands/protest.ts';
import { opened } from '../commands/race/opened.ts';
import type { CustomId } from '../custom-ids.ts';
import { atRef } from '../refs.ts';
import { actAndSay, instead, text, toThem } from '../replies.ts';
import type { Asks, Meanwhile, Reply } from '../request.ts';
import { isConfirm, type openConfirming } from './confirm.ts';
import { join, joinAs } from './join.ts';
import { place, report } from './report.ts';

export type Used = Extract<Asks, { kind: 'button' | 'list' | 'form' }>;

/** How an answer is announced that takes its time. */
export function meanwhileOf(id: CustomId, { kind }: Used): Meanwhile {
  if (kind === 'form') return 'them';
  return isConfirm(id) || id.id === 'cancel' || id.id === 'place' || id.id === 'connect' ? 'instead' : 'them';
}

/** Those that need no league. Undefined for all others. */
export function pressAnywhere(asked: Asked, id: CustomId): Reply | Promise<Reply> | undefined {
  if (id.id === 'panel') return { kind: 'launch' };
  if (id.id !== 'connect') return undefined;
  return connected(asked, id.sheet, true).then((blocks) => instead(...blocks));
}

export function press(
  asked: InLeague,
  id: CustomId,
  used: Used,
  confirm: ReturnType<typeof openConfirming>,
): Reply | Promise<Reply> {
  if (isConfirm(id)) return used.kind === 'button' ? confirm(asked, id, used.message) : old(asked);
  const { words } = asked;
  switch (id.id) {
    case 'join':
      return join(asked, id.race);
    case 'name':
      return used.kind === 'form' ? joinAs(asked, id.race, used.fields.name ?? '') : old(asked);
    case 'leave':
      return actAndSay(asked, { type: 'leave', race: raceOf(asked, id.race) });
    case 'start':
      return actAndSay(asked, { type: 'startRace', race: raceOf(asked, id.race) });
    case 'object':
      return actAndSay(asked, { type: 'object', race: raceOf(asked, id.race) });
    case 'next':
      return opened(asked, { type: 'nextRace', race: raceOf(asked, id.race) });
    case 'report':
      return report(asked, id.race);
    case 'place': {
      const chosen = used.kind === 'list' ? used.chosen[0] : undefined;
      return chosen === undefined ? old(asked) : place(asked, id.race, chosen);
    }
    case 'protest': {
      if (used.kind === 'form')
        return actAndSay(asked, { type: 'protest', race: raceOf(asked, id.race), says: used.fields.says ?? '' });
      const race = atRef(factsFor(asked).races, id.race);
      return race ? protestForm(asked, race) : old(asked);
    }
    case 'reason':
      return used.kind === 'form'
        ? actAndSay(asked, { type: 'voidRace', race: raceOf(asked, id.race), reason: used.fields.reason ?? '' })
        : old(asked);
    case 'cancel':
      return instead(text(words.edge.cancelled));
    case 'panel':
    case 'connect':
      return old(asked);
  }
}

export function old({ words }: Pick<Asked, 'words'>): Reply {
  return toThem(text(words.edge.oldButton));
}

/** A race that is gone is refused by the verb. */
function raceOf(asked: InLeague, ref: string): string {
  return atRef(factsFor(asked).races, ref)?.id ?? ref;
}
