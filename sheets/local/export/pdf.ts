import { deflateSync } from 'node:zlib';
import { drawing } from './pdf-drawing.ts';
import type { ShownTab } from './shown.ts';

/** A4 lying, in points. */
const PAGE = { width: 842, height: 595 };

/** Tabs as pages to print (PDF 1.4), each tab from a new page on and as wide as a page. */
export function pdf(tabs: readonly ShownTab[]): Buffer {
  const pages = tabs.flatMap((tab) => drawing(tab, PAGE));
  // 1 is the catalogue, 2 the list of pages, 3 and 4 the fonts; each page is followed by what is drawn on it.
  const placeOf = (page: number) => 5 + 2 * page;
  const size = `/MediaBox [0 0 ${PAGE.width} ${PAGE.height}]`;
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${placeOf(i)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((drawn, i) => [
      `<< /Type /Page /Parent 2 0 R ${size} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> ` +
        `/Contents ${placeOf(i) + 1} 0 R >>`,
      stream(drawn),
    ]),
  ]);
}

function stream(text: string): Buffer {
  const packed = deflateSync(Buffer.from(text, 'latin1'));
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects numbered from 1, and the table that says at which byte each begins. */
function assembled(objects: readonly (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    places.push(at);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    at += part.length;
  }
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
