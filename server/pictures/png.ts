/** SVG → PNG. */
import { renderAsync } from '@resvg/resvg-js';
import { defaultFamily, fontFiles } from './fonts.ts';

/** The same bytes for the same SVG, on every machine: only our own fonts are looked at. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: defaultFamily };
  const image = await renderAsync(svg, { font });
  return image.asPng();
}
