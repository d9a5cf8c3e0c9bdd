/** What a file of a picture is, by its own bytes: what its sender or its name says is not believed. Pure. */

export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif'] as const;
export type PictureType = (typeof pictureTypes)[number];

export interface Picture {
  type: PictureType;
  /** Pixels. */
  width: number;
  height: number;
}

/**
 * 'svg' for one, or anything that a browser might take for one; 'webp' for one, which our own pictures can't show;
 * undefined for what is no picture of ours.
 */
export function pictureIn(bytes: Uint8Array): Picture | 'svg' | 'webp' | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = png(data) ?? gif(data) ?? jpeg(data);
  if (picture) return picture;
  if (isWebp(data)) return 'webp';
  return isMarkup(data) ? 'svg' : undefined;
}

/** w3.org/TR/png: the first chunk is IHDR. */
function png(data: Buffer): Picture | undefined {
  if (data.length < 33 || data.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  if (data.toString('latin1', 12, 16) !== 'IHDR' || !data.includes('IEND', 33)) return undefined;
  return { type: 'image/png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
}

/** w3.org/Graphics/GIF/spec-gif89a.txt: the logical screen. */
function gif(data: Buffer): Picture | undefined {
  if (data.length < 14 || !/^GIF8[79]a$/.test(data.toString('latin1', 0, 6))) return undefined;
  return { type: 'image/gif', width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
}

/** developers.google.com/speed/webp/docs/riff_container */
function isWebp(data: Buffer): boolean {
  return data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP';
}

/** w3.org/Graphics/JPEG/itu-t81.pdf: segments up to the frame header (SOF0 to SOF15, but for tables). */
function jpeg(data: Buffer): Picture | undefined {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + Math.max(2, data.readUInt16BE(at + 2));
  }
  return undefined;
}

/** In any of the ways in which XML may be written. */
function isMarkup(data: Buffer): boolean {
  const isGzip = data[0] === 0x1f && data[1] === 0x8b;
  const start = data.subarray(0, 4_096).toString('latin1').replaceAll('\0', '');
  return isGzip || /<svg[\s>]|<!doctype svg/i.test(start);
}
