import { isDateFormat } from '../values/format.ts';
import { momentOf } from '../values/serial.ts';
import { escaped, XML } from './markup.ts';
import { numbered } from './numbered.ts';
import type { ShownCell, ShownLook, ShownTab } from './shown.ts';
import { zip } from './zip.ts';

const MIME_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMES = ['office', 'table', 'text', 'style'];
const SCHEMA = 'urn:oasis:names:tc:opendocument:xmlns';

type Styles = {
  readonly cells: ReturnType<typeof numbered<ShownLook>>;
  readonly columns: ReturnType<typeof numbered<number>>;
};

/** A workbook as an OpenDocument spreadsheet (ODF 1.2): what cells come to and how they look, without their formulas. */
export function ods(tabs: readonly ShownTab[]): Buffer {
  const styles: Styles = { cells: numbered(), columns: numbered() };
  const tables = tabs.map((tab) => table(tab, styles)).join('');
  const spaces = NAMES.map((name) => `xmlns:${name}="${SCHEMA}:${name}:1.0"`).join(' ');
  const content =
    `${XML}<office:document-content ${spaces} xmlns:fo="${SCHEMA}:xsl-fo-compatible:1.0" office:version="1.2">` +
    `<office:automatic-styles>${automaticStyles(styles)}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const manifest =
    `${XML}<manifest:manifest xmlns:manifest="${SCHEMA}:manifest:1.0" manifest:version="1.2">` +
    `<manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME_TYPE}"/>` +
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>';
  return zip([
    // Programs look for the kind of file at a fixed place: it comes first and isn't packed.
    { name: 'mimetype', content: MIME_TYPE, plain: true },
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: manifest },
  ]);
}

function table({ title, rows, widths }: ShownTab, styles: Styles): string {
  const columns = widths.map((width) => {
    const hidden = width === 0 ? ' table:visibility="collapse"' : '';
    return `<table:table-column table:style-name="w${styles.columns.of(width || 100)}"${hidden}/>`;
  });
  const lines = rows.map((row) => {
    const cells = row.map((cell) => cellXml(cell, styles)).join('');
    return `<table:table-row>${cells || '<table:table-cell/>'}</table:table-row>`;
  });
  // A table has one column and one row at least.
  const all = `${columns.join('') || '<table:table-column/>'}${lines.join('') || '<table:table-row><table:table-cell/></table:table-row>'}`;
  return `<table:table table:name="${escaped(title)}">${all}</table:table>`;
}

function cellXml(cell: ShownCell, styles: Styles): string {
  const style = Object.keys(cell.look).length > 0 ? ` table:style-name="c${styles.cells.of(cell.look)}"` : '';
  if (cell.text === '') return `<table:table-cell${style}/>`;
  const lines = cell.text.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`);
  return `<table:table-cell${style} ${typed(cell)}>${lines.join('')}</table:table-cell>`;
}

function typed({ value, pattern = '' }: ShownCell): string {
  if (typeof value === 'boolean') return `office:value-type="boolean" office:boolean-value="${value}"`;
  if (typeof value !== 'number') return 'office:value-type="string"';
  if (isDateFormat({ pattern }) && value >= 0) return `office:value-type="date" office:date-value="${isoOf(value)}"`;
  return `office:value-type="${pattern.includes('%') ? 'percentage' : 'float'}" office:value="${value}"`;
}

function isoOf(serial: number): string {
  const { year, month, day, hour, minute, second } = momentOf(serial);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return serial % 1 === 0 ? date : `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
}

function automaticStyles({ cells, columns }: Styles): string {
  const looks = cells.all.map(({ bold, italic, ink, fill, align }, i) => {
    const text = `${bold ? ' fo:font-weight="bold"' : ''}${italic ? ' fo:font-style="italic"' : ''}${ink ? ` fo:color="#${ink}"` : ''}`;
    return (
      `<style:style style:name="c${i}" style:family="table-cell">` +
      (fill ? `<style:table-cell-properties fo:background-color="#${fill}"/>` : '') +
      (align ? `<style:paragraph-properties fo:text-align="${EDGES[align]}"/>` : '') +
      `${text && `<style:text-properties${text}/>`}</style:style>`
    );
  });
  const widths = columns.all.map(
    (pixels, i) =>
      `<style:style style:name="w${i}" style:family="table-column">` +
      `<style:table-column-properties style:column-width="${(pixels / 96).toFixed(3)}in"/></style:style>`,
  );
  return [...looks, ...widths].join('');
}

const EDGES = { left: 'start', center: 'center', right: 'end' } as const;
