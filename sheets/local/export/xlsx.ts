import { columnName } from '../model/a1.ts';
import { escaped, namesFor, XML } from './markup.ts';
import { numbered } from './numbered.ts';
import type { ShownCell, ShownLook, ShownTab } from './shown.ts';
import { type ZipEntry, zip } from './zip.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The longest text that Excel takes into a cell. */
const LONGEST = 32_767;
/** Number formats below this one are Excel's own. */
const FIRST_FORMAT = 164;

type Style = { readonly look: ShownLook; readonly pattern?: string };
type Styles = ReturnType<typeof numbered<Style>>;

/** A workbook for Excel (ECMA-376): what cells come to and how they look, without their formulas. */
export function xlsx(tabs: readonly ShownTab[]): Buffer {
  const styles = numbered<Style>();
  styles.of({ look: {} });
  const names = namesFor(
    tabs.map(({ title }) => title),
    /[[\]:*?/\\]/g,
    31,
  );
  const sheets = tabs.map((tab) => worksheet(tab, styles));
  return zip([
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    { name: '_rels/.rels', content: relationships([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbook(names) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', content: styleSheet(styles.all) },
    ...sheets.map((content, i): ZipEntry => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content })),
  ]);
}

function worksheet({ rows, widths, frozenRows, frozenColumns }: ShownTab, styles: Styles): string {
  // A column's width counts digits of the usual font, seven pixels each, and five pixels of edge.
  const columns = widths.map((pixels, i) => {
    const size = pixels === 0 ? 'width="0" hidden="1"' : `width="${((pixels - 5) / 7).toFixed(2)}"`;
    return `<col min="${i + 1}" max="${i + 1}" ${size} customWidth="1"/>`;
  });
  const corner = `${columnName(frozenColumns)}${frozenRows + 1}`;
  const splits = `${frozenColumns ? ` xSplit="${frozenColumns}"` : ''}${frozenRows ? ` ySplit="${frozenRows}"` : ''}`;
  const side = frozenRows && frozenColumns ? 'bottomRight' : frozenRows ? 'bottomLeft' : 'topRight';
  const pane = splits && `<pane${splits} topLeftCell="${corner}" activePane="${side}" state="frozen"/>`;
  const lines = rows.map((row, r) => {
    const cells = row.map((cell, c) => cellXml(cell, `${columnName(c)}${r + 1}`, styles)).join('');
    return cells && `<row r="${r + 1}">${cells}</row>`;
  });
  return (
    `${XML}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`
  );
}

function cellXml({ text, value, pattern, look }: ShownCell, at: string, styles: Styles): string {
  const style = styles.of({ look, ...(pattern !== undefined && { pattern }) });
  if (text === '' && style === 0) return '';
  const named = `<c r="${at}" s="${style}"`;
  if (typeof value === 'number') return `${named}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${named} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (text === '') return `${named}/>`;
  return `${named} t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST))}</t></is></c>`;
}

function styleSheet(styles: readonly Style[]): string {
  const fonts = styles.map(({ look: { bold, italic, ink } }) => {
    const marks = `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}`;
    return `<font>${marks}<sz val="10"/>${ink ? `<color rgb="FF${ink}"/>` : ''}<name val="Arial"/></font>`;
  });
  const fills = styles.map(({ look: { fill } }) =>
    fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`
      : '<fill><patternFill patternType="none"/></fill>',
  );
  const formats = styles.flatMap(({ pattern }, i) =>
    pattern === undefined
      ? []
      : [`<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${escaped(excelPattern(pattern))}"/>`],
  );
  const cells = styles.map(({ pattern, look: { align } }, i) => {
    const format = pattern === undefined ? 0 : FIRST_FORMAT + i;
    const applied = 'applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"';
    const alignment = align ? `<alignment horizontal="${align}"/>` : '';
    // Excel keeps the first two fills for itself.
    return `<xf numFmtId="${format}" fontId="${i}" fillId="${i + 2}" borderId="0" xfId="0" ${applied}>${alignment}</xf>`;
  });
  const own = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';
  return (
    `${XML}<styleSheet ${MAIN}>` +
    (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
    `<fills count="${fills.length + 2}">${own}${fills.join('')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`
  );
}

/** Patterns are written alike but for the halves of the day. */
const excelPattern = (pattern: string): string => pattern.replaceAll(/am\/pm|a\/p/gi, (half) => half.toUpperCase());

const workbook = (names: readonly string[]): string =>
  `${XML}<workbook ${MAIN} xmlns:r="${DOCUMENT}"><sheets>${names
    .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`;

const relationships = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function contentTypes(sheets: number): string {
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook', 'sheet.main') +
    part('styles', 'styles') +
    Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}`, 'worksheet')).join('') +
    '</Types>'
  );
}
