import { describe, expect, test } from 'vitest';
import { type ActionType, actionTypes, askParser } from '../../server/actions/actions.ts';
import type { ActionBody } from '../../server/contract/actions.ts';

/** One of each kind, with every field that it may have. */
const bodies: { [T in ActionBody['type']]: Extract<ActionBody, { type: T }> } = {
  join: { type: 'join', race: 'r', name: 'Ana' },
  leave: { type: 'leave', race: 'r' },
  report: { type: 'report', race: 'r', position: 'DNF' },
  confirm: { type: 'confirm', race: 'r', racer: 'a' },
  object: { type: 'object', race: 'r' },
  protest: { type: 'protest', race: 'r', says: 'No.' },
  openRace: { type: 'openRace', race: 'r', entryFee: 100 },
  planRace: { type: 'planRace', at: 1, name: 'Race 1', night: 'Night 1', entryFee: 100 },
  setFee: { type: 'setFee', race: 'r', entryFee: null },
  notePayment: {
    type: 'notePayment',
    from: 'Outside',
    to: 'racer:a',
    amount: 500,
    why: 'Paid in',
    season: 's',
    race: 'r',
  },
  startRace: { type: 'startRace', race: 'r' },
  fix: { type: 'fix', race: 'r', racer: 'a', position: '1=' },
  correct: {
    type: 'correct',
    race: 'r',
    positions: [
      { racer: 'a', position: 1 },
      { racer: 'b', position: null },
    ],
    protest: 'p',
  },
  deadHeat: { type: 'deadHeat', race: 'r', position: 1 },
  wait: { type: 'wait', race: 'r' },
  declineProtest: { type: 'declineProtest', protest: 'p', says: 'No.' },
  undo: { type: 'undo', entry: 7 },
  closeRace: { type: 'closeRace', race: 'r' },
  voidRace: { type: 'voidRace', race: 'r', reason: 'Rain' },
  nextRace: { type: 'nextRace', race: 'r' },
  planSeason: { type: 'planSeason', name: 'Spring', starts: 1, ends: null, scoring: 'Standard', dropWorst: 1 },
  editSeason: { type: 'editSeason', season: 's', name: 'Spring', starts: 1, ends: 2, scoring: 'F1', dropWorst: 0 },
  openSeason: { type: 'openSeason', season: 's' },
  closeSeason: { type: 'closeSeason', season: 's', next: 'Summer' },
  reopenSeason: { type: 'reopenSeason', season: 's' },
  keepSeasonOpen: { type: 'keepSeasonOpen', season: 's' },
  dismissReminder: { type: 'dismissReminder', season: 's' },
  adjust: { type: 'adjust', racer: 'a', points: -3, reason: 'Late', season: 's', race: 'r' },
  addScoring: { type: 'addScoring', preset: 'F1' },
  addRacer: { type: 'addRacer', name: 'Grandpa' },
  mergeRacers: { type: 'mergeRacers', racer: 'a', into: null },
  takeOver: { type: 'takeOver', racer: 'a' },
  answerTakeOver: { type: 'answerTakeOver', takeOver: 't', yes: true },
  setOnPage: { type: 'setOnPage', on: false },
  missingRows: { type: 'missingRows', tab: 'Results', choice: 'putBack' },
};

describe('everything that the panel may ask', () => {
  test('has its verb, and every verb can be asked for', () => {
    expect([...actionTypes].sort()).toEqual(Object.keys(bodies).sort());
  });

  test.each(Object.values(bodies))('is taken whole, and with nothing more: $type', (body) => {
    const parser = askParser(body.type satisfies ActionType);
    expect(parser.safeParse(body)).toMatchObject({ success: true, data: body });
    expect(parser.safeParse({ ...body, more: 1 }).success).toBe(false);
  });
});
