/** What somebody asks of the bot and what it answers, whichever way both travel. */
import type { GuildMember } from '../discord.ts';
import type { Form, Message } from './message.ts';

export interface Request {
  /** Discord's ID of the interaction: asked twice, it's done once. */
  readonly id: string;
  /** Who it is, as Discord vouches for them in that guild; or outside of any, or in one without our bot. */
  readonly from: { readonly guild: string; readonly member: GuildMember } | 'nowhere' | 'withoutBot';
  /** Of the person, such as es-419. */
  readonly locale: string;
  readonly asks: Asks;
}

/** What somebody filled in, by the option's name. */
export type Values = Readonly<Record<string, string | number>>;

export type Asks =
  /** `command` as it's typed, such as `race open`. */
  | { readonly kind: 'command'; readonly command: string; readonly values: Values }
  /** What could stand in `option`, of which `typed` is there so far. */
  | { readonly kind: 'choices'; readonly command: string; readonly option: string; readonly typed: string }
  /** `message` is the one that the button is on. */
  | { readonly kind: 'button'; readonly customId: string; readonly message: string }
  | { readonly kind: 'list'; readonly customId: string; readonly message: string; readonly chosen: readonly string[] }
  | { readonly kind: 'form'; readonly customId: string; readonly fields: Readonly<Record<string, string>> }
  /** The panel's own command, or its place among the server's activities. */
  | { readonly kind: 'launch' };

export type Reply =
  /** A message of its own; `to` says who sees it. `also` is for the person alone, after it. */
  | { readonly kind: 'message'; readonly to: 'them' | 'everybody'; readonly message: Message; readonly also?: Message }
  /** The message with the button says this now. */
  | { readonly kind: 'instead'; readonly message: Message; readonly also?: Message }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  /** The panel opens for them. */
  | { readonly kind: 'launch' };

export interface Choice {
  /** 100 signs at most, both. */
  readonly name: string;
  readonly value: string;
}

/** How an answer that takes its time is announced: what it's going to be can't be changed afterwards. */
export type Meanwhile = 'them' | 'everybody' | 'instead' | 'nothing';

export interface Handled {
  readonly meanwhile: Meanwhile;
  /** Never rejects. */
  readonly reply: Promise<Reply>;
}
