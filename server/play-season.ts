/** Plays the sandbox's season through the desk, each action at its own time. Played again, it changes nothing. */
import type { Ask } from './actions/actions.ts';
import { isRefusal, type Member } from './actions/verb.ts';
import type { Desk } from './desk.ts';
import { people } from './sandbox/people.ts';
import { type Move, season } from './sandbox/season.ts';

/** `now` in milliseconds since 1970: the season ends shortly before. Throws if the rules refuse an action of it. */
export async function playSeason(desk: Desk, now: number): Promise<void> {
  let race = '';
  for (const [index, move] of season().entries()) {
    const done = await desk.act(memberAt(move), `sandbox-season-${index}`, withRace(move, race), now - move.ago);
    if (isRefusal(done)) throw new Error(`the sandbox's season: ${move.who} ${move.ask.type}: ${done.refused}`);
    race = done.race ?? race;
  }
}

function memberAt({ who }: Move): Member {
  const person = people.find(({ key }) => key === who);
  if (!person) throw new Error(`the sandbox has nobody called ${who}`);
  const name = person.nick ?? person.globalName ?? person.username;
  return { user: person.id, name, handle: person.username, host: person.part === 'host' };
}

function withRace({ ask }: Move, race: string): Ask {
  return (ask.type === 'openRace' ? ask : { ...ask, race }) as Ask;
}
