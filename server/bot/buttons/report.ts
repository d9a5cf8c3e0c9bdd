/** Report: a list of places for whoever is in the race; what is chosen there is their result. */

import { placeOf } from '../../../sheets/positions.ts';
import { entryOf, racerOf } from '../../actions/lookup.ts';
import { checkRace, lastPlace } from '../../league/races.ts';
import { act, factsFor, type InLeague, isRefusal, namesFor } from '../asked.ts';
import { notRecorded, recorded } from '../commands/result.ts';
import type { Block } from '../message.ts';
import { reportable } from '../positions.ts';
import { atRef } from '../refs.ts';
import { instead, sayRefused, text, toThem } from '../replies.ts';
import type { Reply } from '../request.ts';

export async function report(asked: InLeague, ref: string): Promise<Reply> {
  const race = atRef(factsFor(asked).races, ref)?.id ?? ref;
  // Whatever else is true of the race, a DNF may always be reported where anything may.
  const may = await asked.league.desk.preview(asked.member, { type: 'report', race, position: 'DNF' });
  if (!isRefusal(may)) return toThem(text(asked.words.result.ask(namesFor(asked).race(race))), ...places(asked, race));
  return toThem(...notRecorded(asked, may, factsFor(asked).races.get(race)));
}

/** The list stays below what is said, so that a slip of the finger is put right at once. */
export async function place(asked: InLeague, ref: string, position: string): Promise<Reply> {
  const race = atRef(factsFor(asked).races, ref)?.id ?? ref;
  const done = await act(asked, { type: 'report', race, position });
  if (isRefusal(done)) return instead(sayRefused(asked, done));
  const over = factsFor(asked).races.get(race)?.status === 'Final';
  return instead(recorded(asked, done), ...(over ? [] : places(asked, race)));
}

/** Documentation: "Component Reference", String Select: 25 options at most. */
const mostOptions = 25;

/** The first places and DNF; in a race of more racers the rest is typed. */
function places(asked: InLeague, id: string): Block[] {
  const facts = factsFor(asked);
  const race = facts.races.get(id);
  const held = race && entryOf(facts, race, racerOf(facts, asked.member))?.position;
  const chosen = held === undefined ? undefined : String(placeOf(held) ?? held);
  const last = lastPlace(facts, checkRace(facts, id).entrants.length);
  const listed = Math.min(last, mostOptions - 1);
  const { result } = asked.words;
  const things = reportable(asked, listed);
  const list: Block = {
    block: 'list',
    id: { id: 'place', race: id },
    hint: result.hint,
    options: things.map(({ id: value, name }) => ({ label: name, value, ...(value === chosen && { chosen: true }) })),
  };
  return last > listed ? [list, text(result.further(listed))] : [list];
}
