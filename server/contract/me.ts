/** What is somebody's alone: who they are here, and what waits for a host's word. */
import type { WalletView } from './money.ts';
import type { ProblemView } from './sheet.ts';
import type { RaceId, RacerId, SeasonId } from './terms.ts';

/** What is mine alone. */
export interface MeView {
  /** My racer in this league, once I have joined a race. */
  racer?: RacerId;
  /** What I am called: the in-game name, or a suggestion from Discord until I have joined. */
  name: string;
  host: boolean;
  /** Whether the public page names me. */
  onPage?: boolean;
  /** What is mine; only while money is played for. */
  wallet?: WalletView;
  /** Racers without Discord who I say that I am, until a host answers. */
  asked?: RacerId[];
  /** What I protested against, the latest first. */
  protests?: MyProtest[];
  /** For hosts: what waits for their word, the oldest first. */
  queue?: QueueItem[];
  /** For hosts: racers who are the same as another, and who that is. They are in no other list. */
  merged?: { racer: RacerId; name: string; into: RacerId }[];
  /** For hosts: scoring tables that a season may use; those that aren't in the Scoring tab are for `addScoring`. */
  scorings?: { name: string; there: boolean }[];
  /** For hosts, where there are any: who may present a season. */
  sponsors?: { id: string; name: string }[];
  /** For hosts: what is wrong in the Sheet and what to do about it. */
  problems?: ProblemView[];
}

export interface MyProtest {
  race: RaceId;
  raceName: string;
  says: string;
  state: 'waiting' | 'fixed' | 'declined';
  /** What a host said to it. */
  answer?: string;
}

export type QueueItem =
  /** "This is wrong", said of a final race: `correct` with its ID, or `declineProtest`. */
  | {
      kind: 'protest';
      id: string;
      race: RaceId;
      raceName: string;
      season: SeasonId;
      racer: RacerId;
      says: string;
      at: number;
    }
  /** The report minutes of a race are over: `fix` for those who haven't reported, or `wait`. */
  | { kind: 'overdue'; race: RaceId; raceName: string; missing: RacerId[]; fits?: number; at: number }
  /** Somebody says that a racer without Discord is them: `answerTakeOver`. */
  | { kind: 'takeOver'; id: string; racer: RacerId; name: string }
  /** The Sheet says Closed: `closeSeason` or `keepSeasonOpen`. */
  | { kind: 'closing'; season: SeasonId; since: number }
  /** A date has come: `openSeason` or `closeSeason`, or `dismissReminder`. */
  | { kind: 'starts' | 'ends'; season: SeasonId; at: number };
