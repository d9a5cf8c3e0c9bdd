/**
 * Text in a CSV that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets don't show
 * (OWASP, "CSV Injection"). Reading takes it away again, so any text survives the way out and in.
 */

/** What a spreadsheet begins a formula with; their wide forms too. Apostrophes before them are ours, or look like it. */
const risky = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u;

export function harmless(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** The other way round. What was never made harmless stays as it is. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && risky.test(text) ? text.slice(1) : text;
}

export function looksLikeFormula(text: string): boolean {
  return !text.startsWith("'") && risky.test(text);
}
