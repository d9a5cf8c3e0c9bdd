/** What people ask for, and what they are answered. */
import type { Position } from '../../sheets/positions.ts';
import type { FactTab } from '../../sheets/records.ts';
import type { EffectsView } from './effects.ts';
import type { AccountName, RaceId, RacerId, SeasonId, Units } from './terms.ts';

/** `id` is made by whoever asks (a UUID): sent twice, it is done once and answered the same. */
export type ActionRequest = { id: string } & ActionBody;

export type ActionBody =
  /** Take part. `name` is the in-game name, asked for the first time. After the start it marks me as late. */
  | { type: 'join'; race?: RaceId; name?: string }
  | { type: 'leave'; race: RaceId }
  /** My own place. Without `race`, the race I am in. */
  | { type: 'report'; race?: RaceId; position: number | 'DNF' }
  /** I vouch for somebody else's place in the race I am in. */
  | { type: 'confirm'; race: RaceId; racer: RacerId }
  /** "That's wrong": stops the clock until a position changes or a host closes the race. */
  | { type: 'object'; race: RaceId }
  /** "This is wrong", after it's final. */
  | { type: 'protest'; race: RaceId; says: string }
  /** Without `race`, a new one; else one that was planned. */
  | { type: 'openRace'; race?: RaceId; entryFee?: Units | null }
  /** A race at a time to come, milliseconds since 1970. */
  | { type: 'planRace'; at: number; name?: string; night?: string; entryFee?: Units | null }
  | { type: 'startRace'; race: RaceId }
  /** A host sets anyone's position, in any race; null takes it away. */
  | { type: 'fix'; race: RaceId; racer: RacerId; position: Position | null }
  /** Several at once, of a race that's over; settles a protest with it. */
  | { type: 'correct'; race: RaceId; positions: { racer: RacerId; position: Position | null }[]; protest?: string }
  /** Those who hold that place crossed the line together. */
  | { type: 'deadHeat'; race: RaceId; position: number }
  /** Those who haven't reported get as long again. */
  | { type: 'wait'; race: RaceId }
  | { type: 'declineProtest'; protest: string; says: string }
  /** Takes a correction back, by its position in the journal. */
  | { type: 'undo'; entry: number }
  /** Makes it final; whoever has no position did not start. */
  | { type: 'closeRace'; race: RaceId }
  | { type: 'voidRace'; race: RaceId; reason: string }
  /** Closes nothing: opens the next race with the same racers, once this one is over. */
  | { type: 'nextRace'; race: RaceId }
  | ({ type: 'planSeason'; name: string } & SeasonFields)
  | ({ type: 'editSeason'; season: SeasonId; name?: string } & SeasonFields)
  | { type: 'openSeason'; season: SeasonId }
  /** With `next`, the season of that name opens at once: a planned one, or a new one that is scored alike. */
  | { type: 'closeSeason'; season: SeasonId; next?: string }
  | { type: 'reopenSeason'; season: SeasonId }
  /** The Sheet said Closed, but the season goes on. */
  | { type: 'keepSeasonOpen'; season: SeasonId }
  | { type: 'dismissReminder'; season: SeasonId }
  /** A bonus, or a penalty below zero, in the open season unless `season` says another. */
  | { type: 'adjust'; racer: RacerId; points: number; reason: string; season?: SeasonId; race?: RaceId }
  /** What entering a race costs, of one that's over too. */
  | { type: 'setFee'; race: RaceId; entryFee: Units | null }
  /**
   * A host notes that money changed hands: paid in from outside, cashed out, or what a sponsor gives. A pot is that of
   * `race`, else of `season`, else of the open season.
   */
  | {
      type: 'notePayment';
      from: AccountName;
      to: AccountName;
      amount: Units;
      why?: string;
      season?: SeasonId;
      race?: RaceId;
    }
  /** Writes a well-known scoring table into the Scoring tab. */
  | { type: 'addScoring'; preset: string }
  /** Somebody without Discord. */
  | { type: 'addRacer'; name: string }
  /** Both are one person: everything of `racer` counts for `into`. `into: null` ends that. */
  | { type: 'mergeRacers'; racer: RacerId; into: RacerId | null }
  /** "That's me", said of a racer without Discord. */
  | { type: 'takeOver'; racer: RacerId }
  | { type: 'answerTakeOver'; takeOver: string; yes: boolean }
  /** Whether the public page names me. */
  | { type: 'setOnPage'; on: boolean }
  /** A host lets rows go that vanished at once, or has them written again. */
  | { type: 'missingRows'; tab: FactTab; choice: 'delete' | 'putBack' };

/** What is left out stays as it is, or is as in the season before; null takes a date away. */
export interface SeasonFields {
  starts?: number | null;
  ends?: number | null;
  /** The name of a table in the Scoring tab. */
  scoring?: string;
  dropWorst?: number;
  /** Due once from everybody who starts in the season. Of all of these, null is none. */
  entryFee?: Units | null;
  /** Percent of every pot, as 12.5. */
  commission?: number | null;
  /** Percentages of a pot for the first, the second and so on: "50, 30, 20". */
  split?: string | null;
  /** "Win 2, Podium 0.50". */
  bonuses?: string | null;
  grandPrize?: Units | null;
  sponsor?: string | null;
}

/** 200. The action is in the journal. */
export interface ActionAnswer {
  /** "Saved: 3rd. 10 pts once final. 6 of 8 in." */
  message: string;
  /** The version of the league that holds it. */
  version: number;
  /** The race that it made or changed. */
  race?: RaceId;
}

/** POST /api/preview takes an action without its `id`, and answers what it would do to what counts. */
export interface PreviewAnswer {
  effects: EffectsView;
  /** What else is worth knowing before: a sentence each. */
  notes: string[];
}

/** Any answer from 400 up. Nothing was changed. */
export interface ErrorAnswer {
  error: {
    code: string;
    /** "Could not save the result: no race is running." */
    message: string;
    /** "Ask a host to open one." */
    remedy: string;
  };
}
