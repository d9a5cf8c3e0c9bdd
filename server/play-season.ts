/** Plays the sandbox's season through the desk, each action at its own time. Played again, it changes nothing. */

import { settingAt } from '../sheets/settings.ts';
import { naturalKey } from '../sheets/shadow.ts';
import type { Ask } from './actions/actions.ts';
import { isRefusal, type Member } from './actions/verb.ts';
import type { Desk } from './desk.ts';
import { factsOf } from './facts.ts';
import { people } from './sandbox/people.ts';
import { type Move, season } from './sandbox/season.ts';

/** `now` in milliseconds since 1970: the season ends shortly before. Throws if the rules refuse an action of it. */
export async function playSeason(desk: Desk, now: number): Promise<void> {
  if (factsOf(desk.state).races.size === 0) await chooseChannel(desk);
  let race = '';
  for (const [index, move] of season().entries()) {
    const done = await desk.act(memberAt(move), `sandbox-season-${index}`, withRace(move, race), now - move.ago);
    if (isRefusal(done)) throw new Error(`the sandbox's season: ${move.who} ${move.ask.type}: ${done.refused}`);
    race = done.race ?? race;
  }
}

/** Where the bot posts: the local Discord's text channel. */
function chooseChannel(desk: Desk): Promise<void> {
  const id = naturalKey('Settings', { setting: settingAt('channel').name });
  const change = { kind: 'edit' as const, tab: 'Settings' as const, id, cells: { value: '#results' } };
  const note = { by: { kind: 'league' as const }, happening: { what: 'setUp' as const }, changes: [change] };
  return desk.note(() => ({ notes: [note] }));
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
