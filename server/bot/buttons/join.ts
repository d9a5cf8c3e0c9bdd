/** Join: at once for who raced before; a form asks anybody else for their in-game name. */
import { racerOf } from '../../actions/lookup.ts';
import { isUnderWay } from '../../league/races.ts';
import type { Refusal } from '../../words/refusals.ts';
import { act, factsFor, type InLeague, isRefusal } from '../asked.ts';
import { atRef } from '../refs.ts';
import { buttons, sayDone, sayRefused, toThem } from '../replies.ts';
import type { Reply } from '../request.ts';

export function join(asked: InLeague, ref: string): Reply | Promise<Reply> {
  const facts = factsFor(asked);
  const race = atRef(facts.races, ref);
  const mayJoin = race !== undefined && isUnderWay(race);
  return mayJoin && !racerOf(facts, asked.member) ? nameForm(asked, race.id) : take(asked, race?.id ?? ref, undefined);
}

/** With the name that the form asked for. */
export function joinAs(asked: InLeague, ref: string, name: string): Promise<Reply> {
  return take(asked, atRef(factsFor(asked).races, ref)?.id ?? ref, name);
}

async function take(asked: InLeague, race: string, name: string | undefined): Promise<Reply> {
  const done = await act(asked, { type: 'join', race, ...(name !== undefined && { name }) });
  const { words } = asked;
  if (isRefusal(done)) {
    const again = { id: { id: 'join', race }, label: words.buttons.otherName, look: 'main' } as const;
    return toThem(sayRefused(asked, done), isAboutTheName(done) ? buttons(again) : undefined);
  }
  const open = factsFor(asked).races.get(race)?.status === 'Open';
  const next = open
    ? ({ id: { id: 'leave', race }, label: words.buttons.leave, look: 'plain' } as const)
    : ({ id: { id: 'report', race }, label: words.buttons.report, look: 'main' } as const);
  return toThem(sayDone(asked, done), buttons(next));
}

/** An in-game name has 32 signs at most, as the verb takes it. */
function nameForm({ words, member }: InLeague, race: string): Reply {
  const { title, label, hint } = words.name;
  const value = [...member.name].slice(0, 32).join('').slice(0, 32);
  return {
    kind: 'form',
    form: { id: { id: 'name', race }, title, field: { id: 'name', label, hint, value, least: 1, most: 32 } },
  };
}

function isAboutTheName({ refused }: Refusal): boolean {
  return refused === 'bad_name' || refused === 'name_taken' || refused === 'name_is_placeholder';
}
