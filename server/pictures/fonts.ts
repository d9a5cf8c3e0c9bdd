/**
 * The fonts that pictures are drawn with, and what we must know of them: which characters they have, and how wide those
 * are. They come with the project, so that a picture looks the same on every machine.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The first that has a character draws it: Latin, Greek and Cyrillic, then the scripts that racers' names come in. */
const families = [
  'inter/700Bold/Inter_700Bold.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
  'kosugi-maru/400Regular/KosugiMaru_400Regular.ttf',
  'jua/400Regular/Jua_400Regular.ttf',
  'zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf',
  'noto-emoji/700Bold/NotoEmoji_700Bold.ttf',
];
/** For what is said beside names. */
const quiet = 'inter/400Regular/Inter_400Regular.ttf';

export const defaultFamily = 'Inter';
export const fontFiles = [quiet, ...families].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`)),
);

interface Face {
  /** Width of a character in ems; undefined where the font hasn't got it. */
  widthOf(codePoint: number): number | undefined;
}

/** Width in ems, by the first font that has the character; undefined where none has. */
export function widthOf(codePoint: number): number | undefined {
  loaded ??= families.map((_, index) => openFace(readFileSync(fontFiles[index + 1] ?? '')));
  for (const face of loaded) {
    const width = face.widthOf(codePoint);
    if (width !== undefined) return width;
  }
  return undefined;
}

/** Read when the first picture is drawn. */
let loaded: Face[] | undefined;

/** Tables and fields as in the OpenType specification: cmap, head, hhea, hmtx. */
function openFace(font: Buffer): Face {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + index * 16;
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`a font has no ${name}: its package is damaged, install it again`);
    return at;
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const widths = font.readUInt16BE(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphs = glyphsOf(font, table('cmap'));
  return {
    widthOf(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      return font.readUInt16BE(hmtx + Math.min(glyph, widths - 1) * 4) / unitsPerEm;
    },
  };
}

/** Glyphs by code point, from the subtables of formats 4 (up to U+FFFF) and 12 (all). */
function glyphsOf(font: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, glyphs);
    else if (format === 12) readGroups(font, at, glyphs);
  }
  return glyphs;
}

function readSegments(font: Buffer, at: number, glyphs: Map<number, number>): void {
  const doubled = font.readUInt16BE(at + 6);
  for (let offset = 0; offset < doubled; offset += 2) {
    const end = font.readUInt16BE(at + 14 + offset);
    const startAt = at + 16 + doubled + offset;
    const start = font.readUInt16BE(startAt);
    const delta = font.readInt16BE(startAt + doubled);
    const rangeAt = startAt + 2 * doubled;
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - start));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readGroups(font: Buffer, at: number, glyphs: Map<number, number>): void {
  for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
    const from = at + 16 + group * 12;
    const [start, end, first] = [0, 4, 8].map((field) => font.readUInt32BE(from + field));
    if (start === undefined || end === undefined || first === undefined) return;
    for (let code = start; code <= end; code++) glyphs.set(code, first + code - start);
  }
}
