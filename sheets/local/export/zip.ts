import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive. `plain`: kept as it is, as OpenDocument wants its first one. */
export type ZipEntry = { readonly name: string; readonly content: string; readonly plain?: true };

/** The earliest day that an archive can say, 1 January 1980: the same files make the same archive. */
const DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x800;

/** An archive of text files, in the order given (PKWARE's APPNOTE 6.3, without what large archives need). */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, plain } of entries) {
    const path = Buffer.from(name);
    const bytes = Buffer.from(content);
    const packed = plain ? bytes : deflateRawSync(bytes);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(UTF8_NAMES, 2);
    about.writeUInt16LE(plain ? 0 : 8, 4);
    about.writeUInt16LE(DATE, 8);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(path.length, 22);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    const file = [Buffer.from('PK\x03\x04', 'latin1'), about, path, packed];
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, offset, path);
    files.push(...file);
    at += file.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
