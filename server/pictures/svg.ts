/** What our pictures are made of. Sizes in pixels of a picture that is 800 wide: a phone shows it at about half of that. */

export const width = 800;
export const margin = 36;

/** The panel's colours. */
export const ink = {
  ground: '#1b191d',
  card: '#262329',
  line: '#423d47',
  text: '#f6f1ea',
  soft: '#b9b0ba',
  sun: '#ffb84d',
  onMedal: '#261b0b',
  leaf: '#8fdc97',
  berry: '#ff9a8f',
} as const;

export const medals = ['#ffd166', '#d3d7e0', '#e5a672'] as const;

export interface Letters {
  size: number;
  colour?: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

/** `y` is where the letters stand. */
export function words(text: string, x: number, y: number, letters: Letters): string {
  const { size, colour = ink.text, bold = false, anchor = 'start' } = letters;
  const weight = bold ? 700 : 400;
  return `<text x="${x}" y="${y}" font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

/** A disc in the metal of a place from 1 to 3, with the place on it. */
export function medal(rank: number, x: number, y: number, radius: number): string {
  const metal = medals[rank - 1] ?? ink.line;
  const number = words(String(rank), x, y + radius * 0.38, {
    size: radius * 1.1,
    bold: true,
    colour: ink.onMedal,
    anchor: 'middle',
  });
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${metal}"/>${number}`;
}

/** The whole picture, with the league's flag in its corner. */
export function picture(height: number, ...parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="24" fill="${ink.ground}"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** The chequered flag of the panel's icon, 48 wide. */
export function flag(x: number, y: number): string {
  return `<g transform="translate(${x} ${y}) scale(1.5)"><rect width="32" height="32" rx="9" fill="${ink.sun}"/><path d="M9 7v19" stroke="#231d1a" stroke-width="2.5" stroke-linecap="round"/><path d="M9 8h15v10H9z" fill="#fff7ea"/><path d="M9 8h5v5H9zm10 0h5v5h-5zm-5 5h5v5h-5z" fill="#231d1a"/></g>`;
}

/** Text and attributes of XML. What a name may hold that XML may not was left out before (`drawn-name.ts`). */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
