const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML or HTML, also between double quotes; characters that control and don't write are left out: XML has no way to say them. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Names that differ for all tabs, made of what a format allows. @param forbidden one character of what it doesn't */
export function namesFor(titles: readonly string[], forbidden: RegExp, longest: number): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const base = title.replaceAll(forbidden, '_') || '_';
    let name = base.slice(0, longest);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base.slice(0, longest - 4)} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
