import type { ShownTab } from './shown.ts';

/** A tab as text, all rows of the same width: CSV quotes where it must, TSV has spaces for tabs and line ends, as Google's. */
export function delimited({ rows }: ShownTab, format: 'csv' | 'tsv'): string {
  const filled = rows.map((row) => row.slice(0, row.findLastIndex(({ text }) => text !== '') + 1));
  const height = filled.findLastIndex((row) => row.length > 0) + 1;
  const width = Math.max(0, ...filled.map((row) => row.length));
  const field = (text = ''): string => {
    if (format === 'tsv') return text.replaceAll(/[\t\r\n]+/g, ' ');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const sign = format === 'csv' ? ',' : '\t';
  const line = (row: ShownTab['rows'][number]): string =>
    Array.from({ length: width }, (_, i) => field(row[i]?.text)).join(sign);
  // Rows end as RFC 4180 has it.
  return filled.slice(0, height).map(line).join('\r\n');
}
