import type { Schema } from '../model/api.ts';
import type { Book } from '../model/book.ts';
import { hexOf, type Rgb, rgbOf } from './color.ts';

/** How a cell is drawn, as far as it isn't as usual. Colours are `#rrggbb`, sizes are points. */
export type Look = {
  readonly fill?: string;
  readonly ink?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'middle';
  readonly wrap?: 'wrap' | 'clip';
  /** Lines at the cell's edges: `1px solid #000000`. */
  readonly edges?: { readonly [side in Side]?: string };
};

const sides = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof sides)[number];

const ALIGN = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VALIGN = { TOP: 'top', MIDDLE: 'middle' } as const;
const WRAP = { WRAP: 'wrap', CLIP: 'clip' } as const;
const LINES: Readonly<Record<string, string>> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

/** The look of a format, be it a cell's own or what a conditional format adds. */
export function lookOf(format: Schema['CellFormat'] | null | undefined, book: Book): Look {
  if (!format) return {};
  const text = format.textFormat ?? {};
  const fill = hex(rgbOf(format.backgroundColorStyle, book));
  const ink = hex(rgbOf(text.foregroundColorStyle, book));
  const align = picked(ALIGN, format.horizontalAlignment);
  const valign = picked(VALIGN, format.verticalAlignment);
  const wrap = picked(WRAP, format.wrapStrategy === 'LEGACY_WRAP' ? 'WRAP' : format.wrapStrategy);
  const edges = edgesOf(format, book);
  return {
    ...(fill && { fill }),
    ...(ink && { ink }),
    ...(text.bold && { bold: true }),
    ...(text.italic && { italic: true }),
    ...(text.underline && { underline: true }),
    ...(text.strikethrough && { strike: true }),
    ...(text.fontSize && text.fontSize !== 10 && { size: text.fontSize }),
    ...(align && { align }),
    ...(valign && { valign }),
    ...(wrap && { wrap }),
    ...(edges && { edges }),
  };
}

function edgesOf({ borders }: Schema['CellFormat'], book: Book): Look['edges'] | undefined {
  if (!borders) return undefined;
  const drawn = sides.flatMap((side) => {
    const line = LINES[borders[side]?.style ?? ''];
    return line ? [[side, `${line} ${hex(rgbOf(borders[side]?.colorStyle, book)) ?? '#000000'}`]] : [];
  });
  return drawn.length > 0 ? Object.fromEntries(drawn) : undefined;
}

const hex = (rgb: Rgb | undefined): string | undefined => rgb && hexOf(rgb);

const picked = <T extends object>(names: T, name: string | null | undefined): T[keyof T] | undefined =>
  name && name in names ? names[name as keyof T] : undefined;
