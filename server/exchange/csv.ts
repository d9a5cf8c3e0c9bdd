/** A CSV file's bytes ⇄ its cells, by line. Commas, semicolons and tabs; UTF-8 alone, as letters of others would be lost. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { folded } from '../../sheets/names.ts';
import type { FileProblem } from '../words/exchange.ts';
import { harmless } from './harmless.ts';

export interface Line {
  /** From 1, the headers included; where it begins. */
  line: number;
  cells: string[];
}

/** Ten years of weekly nights; planning and syncing more at once would keep everybody waiting. */
const mostLines = 20_000;

/** The lines that hold anything. `headers` are those that may be expected: they tell the delimiter. */
export function readCsv(bytes: Uint8Array, headers: readonly string[]): { lines: Line[] } | { problem: FileProblem } {
  const text = textOf(bytes);
  if (typeof text !== 'string') return text;
  const lines: Line[] = [];
  let after = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text, headers),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(cells: string[], { lines: end }) {
        after = end;
        if (cells.some((cell) => cell.trim() !== '')) lines.push({ line: end - breaksIn(cells), cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: { problem: 'quotes', line: after + 1 } };
  }
  if (lines.length < 2) return { problem: { problem: 'empty' } };
  if (lines.length > mostLines) return { problem: { problem: 'tooMany', given: { most: mostLines } } };
  return { lines };
}

/** With a byte order mark, by which Excel knows UTF-8. Text can't become a formula. */
export function writeCsv(headers: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
  return stringify([headers, ...safe], { bom: true, record_delimiter: '\r\n' });
}

function textOf(bytes: Uint8Array): string | { problem: FileProblem } {
  const [a, b] = bytes;
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  if (isUtf16 || looksLikeUtf16(bytes)) return { problem: { problem: 'utf16' } };
  // What every ZIP begins with, and so every workbook: "PK".
  if ((a === 0x50 && b === 0x4b && bytes[2] === 3) || bytes.includes(0)) return { problem: { problem: 'notText' } };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return { problem: { problem: 'notUtf8', line: firstUnreadable(bytes) } };
  }
}

/** Every other byte of Latin letters is zero there. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  const zeros = start.filter((byte) => byte === 0).length;
  return start.length >= 4 && zeros * 3 >= start.length;
}

function firstUnreadable(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isUnreadable = (line: Uint8Array) => {
    try {
      decoder.decode(line);
      return false;
    } catch {
      return true;
    }
  };
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 || isUnreadable(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

/** The one by which most of the headers are found. */
function delimiterOf(text: string, headers: readonly string[]): string {
  const wanted = new Set(headers.map(folded));
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const found = (delimiter: string) =>
    first.split(delimiter).filter((cell) => wanted.has(folded(cell.replaceAll('"', '')))).length;
  return [',', ';', '\t'].reduce((best, one) => (found(one) > found(best) ? one : best));
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}
