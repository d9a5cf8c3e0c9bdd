/** What every post is told from: the league as it stands, and in which words. */
import type { Facts, Season } from '../../league/facts.ts';
import type { Names } from '../../views/names.ts';
import type { BotWords } from '../../words/bot/english.ts';
import type { PostWords } from '../../words/bot/posts.ts';

export interface Telling {
  readonly facts: Facts;
  /** As Discord shows them: escaped for its Markdown. */
  readonly names: Names;
  readonly words: BotWords;
  readonly says: PostWords;
  /** Who presents a season. */
  readonly presenter: (season: Season) => Presenter | undefined;
}

export interface Presenter {
  readonly name: string;
  /** A PNG, JPEG or SVG for dark ground, as a data URI. */
  readonly logo?: string;
}
