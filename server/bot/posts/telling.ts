/** What every post is told from: the league as it stands, and in which words. */
import type { Facts, Season } from '../../league/facts.ts';
import type { Presenter } from '../../sponsors/sponsors.ts';
import type { Names } from '../../views/names.ts';
import type { BotWords } from '../../words/bot/english.ts';
import type { PostWords } from '../../words/bot/posts.ts';

export interface Telling {
  readonly facts: Facts;
  /** As Discord shows them: escaped for its Markdown. */
  readonly names: Names;
  readonly words: BotWords;
  readonly says: PostWords;
  /** Who presents a season's `turn`th post of a kind, counted from 0. */
  readonly presenter: (season: Season, turn: number) => Presenter | undefined;
}
