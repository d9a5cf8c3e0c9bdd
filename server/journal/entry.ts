/** What the journal holds: entries of changes to facts. Append-only; folded by fold.ts. */
import type { Change, Happening } from '../league/changes.ts';
import type { Effects } from '../league/effects.ts';
import type { Said } from '../words/answers.ts';

/** Who changed something: a member (by Discord user), a host in the Sheet, or the league itself by its rules. */
export type By = { kind: 'member'; user: string; name: string } | { kind: 'sheet' } | { kind: 'league' };

/** What was asked and answered, kept so that asking twice does it once. */
export interface Asked {
  user: string;
  id: string;
  /** The request's body as text: the same key with another body is refused. */
  body: string;
  answer: { said: Said; race?: string };
}

export interface Draft {
  /** Milliseconds since 1970. */
  at: number;
  by: By;
  happening: Happening;
  changes: readonly Change[];
  /** What it did to everything that counts, where a host changed that. */
  effects?: Effects;
  asked?: Asked;
}

/** `seq` counts from 1 in each league, without gaps. */
export type Entry = Draft & { seq: number };
