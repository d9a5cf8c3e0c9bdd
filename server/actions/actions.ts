/** Everything that people can ask for, by its type. */
import type { z } from 'zod';
import { closeRace } from './close-race.ts';
import { fix } from './fix.ts';
import { join } from './join.ts';
import { leave } from './leave.ts';
import { missingRows } from './missing-rows.ts';
import { nextRace } from './next-race.ts';
import { object } from './object.ts';
import { openRace } from './open-race.ts';
import { report } from './report.ts';
import { startRace } from './start-race.ts';
import type { Decision, Situation } from './verb.ts';
import { voidRace } from './void-race.ts';

const verbs = { join, leave, report, object, openRace, startRace, fix, closeRace, voidRace, nextRace, missingRows };
type Verbs = typeof verbs;
export type ActionType = keyof Verbs;

/** What is asked, as its verb takes it. */
export type Ask = { [T in ActionType]: z.infer<Verbs[T]['takes']> }[ActionType];

export const actionTypes = Object.keys(verbs) as [ActionType, ...ActionType[]];

/** The parser of an action's own fields; unknown fields are refused. */
export function askParser(type: ActionType): z.ZodType<Ask> {
  return verbs[type].takes;
}

export function decide(ask: Ask, situation: Situation): Decision {
  switch (ask.type) {
    case 'join':
      return join.decide(ask, situation);
    case 'leave':
      return leave.decide(ask, situation);
    case 'report':
      return report.decide(ask, situation);
    case 'object':
      return object.decide(ask, situation);
    case 'openRace':
      return openRace.decide(ask, situation);
    case 'startRace':
      return startRace.decide(ask, situation);
    case 'fix':
      return fix.decide(ask, situation);
    case 'closeRace':
      return closeRace.decide(ask, situation);
    case 'voidRace':
      return voidRace.decide(ask, situation);
    case 'nextRace':
      return nextRace.decide(ask, situation);
    case 'missingRows':
      return missingRows.decide(ask, situation);
  }
}
