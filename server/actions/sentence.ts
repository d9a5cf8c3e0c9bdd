/** What somebody says in their own words: one sentence that fits a line of the Log. */

/** From 3 to 300 characters once spaces and line breaks are single spaces; undefined for anything else. */
export function readSentence(given: string): string | undefined {
  const sentence = given
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const { length } = [...sentence];
  return length >= 3 && length <= 300 ? sentence : undefined;
}
