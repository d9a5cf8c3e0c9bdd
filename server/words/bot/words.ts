/** The bot's words by language. */
import { type BotWords, english } from './english.ts';
import type { Language } from './language.ts';
import { spanish } from './spanish.ts';

const words: Record<Language, BotWords> = { en: english, es: spanish };

export function wordsIn(language: Language): BotWords {
  return words[language];
}
