import type { Plain } from '../values/render.ts';

/** The formats in which a sheet can be taken out as text; rows end as RFC 4180 has it. */
export const delimitedFormats = ['csv', 'tsv'] as const;
export type DelimitedFormat = (typeof delimitedFormats)[number];

export const MIME_TYPES: Readonly<Record<DelimitedFormat, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
};

/** Rows as text, all of the same width: CSV quotes where it must, TSV has spaces for tabs and line ends, as Google's. */
export function delimited(rows: readonly (readonly Plain[])[], format: DelimitedFormat): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const field = (value: Plain | undefined): string => {
    const text = String(value ?? '');
    if (format === 'tsv') return text.replaceAll(/[\t\r\n]+/g, ' ');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const sign = format === 'csv' ? ',' : '\t';
  return rows.map((row) => Array.from({ length: width }, (_, i) => field(row[i])).join(sign)).join('\r\n');
}
