/** The words of the bot's posts by language. */
import type { Language } from './language.ts';
import { type PostWords, postsInEnglish } from './posts.ts';
import { postsInSpanish } from './posts-es.ts';

const words: Record<Language, PostWords> = { en: postsInEnglish, es: postsInSpanish };

export function postWordsIn(language: Language): PostWords {
  return words[language];
}
