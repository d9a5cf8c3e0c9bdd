/** Everything that people can ask for, by its type. */
import type { z } from 'zod';
import { addRacer } from './add-racer.ts';
import { addScoring } from './add-scoring.ts';
import { adjust } from './adjust.ts';
import { answerTakeOver } from './answer-take-over.ts';
import { closeRace } from './close-race.ts';
import { closeSeason } from './close-season.ts';
import { confirm } from './confirm.ts';
import { correct } from './correct.ts';
import { deadHeat } from './dead-heat.ts';
import { declineProtest } from './decline-protest.ts';
import { dismissReminder } from './dismiss-reminder.ts';
import { editSeason } from './edit-season.ts';
import { fix } from './fix.ts';
import { join } from './join.ts';
import { keepSeasonOpen } from './keep-season-open.ts';
import { leave } from './leave.ts';
import { mergeRacers } from './merge-racers.ts';
import { missingRows } from './missing-rows.ts';
import { nextRace } from './next-race.ts';
import { notePayment } from './note-payment.ts';
import { object } from './object.ts';
import { openRace } from './open-race.ts';
import { openSeason } from './open-season.ts';
import { planRace } from './plan-race.ts';
import { planSeason } from './plan-season.ts';
import { protest } from './protest.ts';
import { reopenSeason } from './reopen-season.ts';
import { report } from './report.ts';
import { setFee } from './set-fee.ts';
import { setOnPage } from './set-on-page.ts';
import { startRace } from './start-race.ts';
import { takeOver } from './take-over.ts';
import { undo } from './undo.ts';
import type { Decision, Situation, Verb } from './verb.ts';
import { voidRace } from './void-race.ts';
import { wait } from './wait.ts';

/** A new verb is a file beside this one and a word here. */
const verbs = {
  join,
  leave,
  report,
  confirm,
  object,
  protest,
  openRace,
  planRace,
  startRace,
  nextRace,
  fix,
  deadHeat,
  wait,
  closeRace,
  voidRace,
  correct,
  undo,
  declineProtest,
  planSeason,
  editSeason,
  openSeason,
  closeSeason,
  reopenSeason,
  keepSeasonOpen,
  dismissReminder,
  adjust,
  setFee,
  notePayment,
  addScoring,
  addRacer,
  mergeRacers,
  takeOver,
  answerTakeOver,
  setOnPage,
  missingRows,
};

export type ActionType = keyof typeof verbs;
export const actionTypes = Object.keys(verbs) as [ActionType, ...ActionType[]];

type Asks = { [T in ActionType]: z.infer<(typeof verbs)[T]['takes']> & { type: T } };
/** What is asked, as its verb takes it. */
export type Ask<T extends ActionType = ActionType> = Asks[T];

/** The same table, in which a type of action leads to the verb that takes it. */
const verbOf: { [T in ActionType]: Verb<Asks[T]> } = verbs;

/** The parser of an action's own fields; unknown fields are refused. */
export function askParser(type: ActionType): z.ZodType<Ask> {
  return verbOf[type].takes;
}

export function decide<T extends ActionType>(ask: Ask<T>, situation: Situation): Decision {
  return verbOf[ask.type].decide(ask, situation);
}
