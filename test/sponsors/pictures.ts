/** The smallest files that say what they are and how large. */
import { crc32, deflateSync } from 'node:zlib';

/** A real one, all of one colour. */
export function png(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits, RGB.
  size.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + width * 3, 0x7f);
  line[0] = 0;
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const chunks = [chunk('IHDR', size), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([start, ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function gif(width: number, height: number): Uint8Array {
  const file = Buffer.alloc(14);
  file.write('GIF89a', 'latin1');
  file.writeUInt16LE(width, 6);
  file.writeUInt16LE(height, 8);
  return new Uint8Array(file);
}

export function webp(width: number, height: number): Uint8Array {
  const file = Buffer.alloc(30);
  file.write('RIFF', 'latin1');
  file.write('WEBPVP8X', 8, 'latin1');
  file.writeUIntLE(width - 1, 24, 3);
  file.writeUIntLE(height - 1, 27, 3);
  return new Uint8Array(file);
}

/** Begins with a segment that isn't the frame, as cameras' files do. */
export function jpeg(width: number, height: number): Uint8Array {
  const file = Buffer.alloc(32);
  file.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8]);
  file.writeUInt16BE(height, 13);
  file.writeUInt16BE(width, 15);
  return new Uint8Array(file);
}
