/** The formats in which a spreadsheet can be taken away, by the names that its address on the web knows. */
export const exportFormats = ['csv', 'tsv', 'xlsx', 'ods', 'zip', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** As Drive names them; `zip` is a page of HTML for each tab. */
export const MIME_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
  pdf: 'application/pdf',
};

/** Drive's second name for a format of its own list. */
const ALSO: Readonly<Record<string, ExportFormat>> = { 'application/x-vnd.oasis.opendocument.spreadsheet': 'ods' };

/** The format of a MIME type; undefined for one in which nothing is given out. */
export const formatOfMimeType = (type: string | undefined): ExportFormat | undefined =>
  exportFormats.find((format) => MIME_TYPES[format] === type) ?? ALSO[type ?? ''];
