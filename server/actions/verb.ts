/** What an action is: what it takes, and how it is decided. */
import type { z } from 'zod';
import type { FactTab, Raw } from '../../sheets/records.ts';
import type { Cells, Happening, Wanted } from '../league/changes.ts';
import type { Facts } from '../league/facts.ts';
import type { Said } from '../words/answers.ts';
import type { ToKnow } from '../words/beforehand.ts';
import type { Refusal } from '../words/refusals.ts';

/** Whoever asks, as Discord vouches for them. */
export interface Member {
  /** Discord's user ID. */
  user: string;
  /** Display name, for whoever has no racer yet. */
  name: string;
  /** Discord's handle. */
  handle: string;
  host: boolean;
}

export interface Situation {
  facts: Facts;
  by: Member;
  /** Milliseconds since 1970. */
  now: number;
  /** A moment as the league's Sheet writes it. */
  cell(moment: number): Raw;
  newId(): string;
  /** The raw cells of a row that stands. */
  cellsOf(tab: FactTab, id: string): Cells | undefined;
  /** The facts as they would be. */
  factsAfter(decided: Pick<Decided, 'happening' | 'changes'>): Facts;
}

export interface Decided {
  changes: readonly Wanted[];
  happening: Happening;
  said: Said;
  /** What a preview says besides what changes. */
  toKnow?: readonly ToKnow[];
  /** The race that it made or changed. */
  race?: string;
}

export type Decision = Decided | Refusal;

export interface Verb<Ask> {
  takes: z.ZodType<Ask>;
  /** Pure. Changes, or a refusal with which nothing changes. */
  decide(ask: Ask, situation: Situation): Decision;
}

export function isRefusal<T extends object>(decision: T | Refusal | undefined): decision is Refusal {
  return decision !== undefined && 'refused' in decision;
}
