/** The languages that the bot speaks. The Sheet, the panel and the page are in English. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** By Discord's locale of a person or a server, such as en-GB or es-419. English where we don't speak theirs, or don't know it. */
export function languageOf(locale: string | undefined): Language {
  return languages.find((language) => locale === language || locale?.startsWith(`${language}-`)) ?? 'en';
}
