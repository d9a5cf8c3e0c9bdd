/** A message of the bot's, whichever way it travels. Text is Discord's Markdown; names in it are escaped (`markdown.ts`). */
import type { CustomId } from './custom-ids.ts';

export interface Message {
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly block: 'text'; readonly text: string }
  | { readonly block: 'line' }
  /** Up to five. */
  | { readonly block: 'buttons'; readonly buttons: readonly Button[] }
  /** A list to choose one of, 25 options at most. */
  | { readonly block: 'list'; readonly id: CustomId; readonly hint: string; readonly options: readonly Option[] };

export interface Button {
  readonly id: CustomId;
  /** 80 signs at most. */
  readonly label: string;
  /** `good` goes on, `bad` can't be taken back easily. */
  readonly look: 'main' | 'good' | 'bad' | 'plain';
}

export interface Option {
  readonly label: string;
  readonly value: string;
  readonly chosen?: boolean;
}

/** A form for one person. */
export interface Form {
  readonly id: CustomId;
  /** 45 signs at most. */
  readonly title: string;
  /** What it's about, before the field. */
  readonly text?: string;
  readonly field: {
    readonly id: string;
    readonly label: string;
    readonly hint?: string;
    readonly value?: string;
    readonly least: number;
    readonly most: number;
    /** Several lines. */
    readonly long?: true;
  };
}

/** Cuts what has to fit, with an ellipsis; never through a sign. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let short = '';
  for (const sign of text) {
    if (short.length + sign.length > most - 1) break;
    short += sign;
  }
  return `${short}…`;
}
