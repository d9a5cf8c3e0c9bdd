/** Names as pictures can show them: no boxes for what no font has, and never wider than their place. */
import { widthOf } from './fonts.ts';

/**
 * A name with what the fonts have of it. Decorated letters become plain ones, a flag its two letters, an emoji made of
 * several its first; what no font has is left out. Undefined if nothing is left.
 */
export function drawable(name: string): string | undefined {
  const signs = [...graphemes.segment(name.normalize('NFKC'))].map(({ segment }) => drawableSign(segment));
  const text = signs.join('').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** Cut with an ellipsis where it would be wider than `room`; `size` is the font's. All in pixels. */
export function fitting(text: string, size: number, room: number): string {
  if (widthIn(text, size) <= room) return text;
  let short = '';
  for (const { segment } of graphemes.segment(text)) {
    if (widthIn(`${short}${segment}…`, size) > room) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

/** In pixels. Letters that join, as in Arabic, come out a little narrower than this. */
export function widthIn(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) ems += widthOf(sign.codePointAt(0) ?? 0) ?? 0;
  return ems * size;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What joins and varies other signs and can't be seen: variation selectors, the joiner, keycaps, skin tones. */
const unseen = /[\u200b-\u200f\u2060-\u2069]|\ufe0e|\ufe0f|\u20e3|[\u{1f3fb}-\u{1f3ff}]/gu;
const firstFlagLetter = 0x1f1e6;
const lastFlagLetter = 0x1f1ff;

function drawableSign(sign: string): string {
  if (/^\s+$/.test(sign)) return ' ';
  const seen = [...sign.replace(unseen, '')].map(letterOfFlag);
  const [first = ''] = seen;
  const wanted = /^\p{Extended_Pictographic}/u.test(first) ? [first] : seen;
  if (wanted.every(isDrawn)) return wanted.join('');
  return isDrawn(first) ? first : '';
}

function letterOfFlag(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < firstFlagLetter || code > lastFlagLetter) return sign;
  return String.fromCharCode(65 + code - firstFlagLetter);
}

/** What XML has no place for, though a font may have it: controls, halves of a sign, and two that are none (XML 1.0, 2.2). */
const forbidden = /[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function isDrawn(sign: string): boolean {
  return sign !== '' && !forbidden.test(sign) && widthOf(sign.codePointAt(0) ?? 0) !== undefined;
}
