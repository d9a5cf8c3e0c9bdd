/** A spreadsheet that is taken away, in each of the formats in which Google gives one out. */
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedLocalSheets, openLocalSheets } from '../../../sheets/local/open.ts';

const ID = 'season';
let local: OpenedLocalSheets;

beforeAll(async () => {
  local = await openLocalSheets({ port: 0, now: () => Date.UTC(2026, 10, 23), random: Math.random });
  local.engine.ensureSpreadsheet(ID, 'Season 1');
  const { values, batchUpdate } = local.engine.spreadsheets;
  values.update({
    spreadsheetId: ID,
    range: 'A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: {
      values: [
        ['Racer', 'Points', 'Since', 'Active'],
        ['Zoë “<1>” & co', '=10+5', '2026-11-23', true],
        ['ライト', '12.5%', '', '=1/0'],
      ],
    },
  });
  const header = { userEnteredFormat: { textFormat: { bold: true }, backgroundColor: { green: 0.4 } } };
  batchUpdate({
    spreadsheetId: ID,
    requestBody: {
      requests: [
        { repeatCell: { range: { sheetId: 0, endRowIndex: 1 }, cell: header, fields: 'userEnteredFormat' } },
        { addSheet: { properties: { sheetId: 1, title: 'Night 1/2: a name beyond what Excel takes' } } },
        { addSheet: { properties: { sheetId: 2, title: 'lists', hidden: true } } },
        {
          updateSheetProperties: {
            properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
            fields: 'gridProperties.frozenRowCount',
          },
        },
      ],
    },
  });
});
afterAll(() => local.close());

async function taken(format: string, more = ''): Promise<Buffer> {
  const answer = await fetch(`${local.url}/spreadsheets/d/${ID}/export?format=${format}${more}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** The files of an archive, read one after the other; each has to be as long and as whole as it says. */
function unzipped(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = 0;
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const [method, size, length] = [
      archive.readUInt16LE(at + 8),
      archive.readUInt32LE(at + 18),
      archive.readUInt16LE(at + 26),
    ];
    const start = at + 30 + length;
    const packed = archive.subarray(start, start + size);
    const content = method === 0 ? packed : inflateRawSync(packed);
    expect([content.length, crc32(content)]).toEqual([archive.readUInt32LE(at + 22), archive.readUInt32LE(at + 14)]);
    files.set(archive.toString('utf8', at + 30, start), content.toString());
    at = start + size;
  }
  const end = archive.subarray(-22);
  expect([end.readUInt32LE(0), end.readUInt16LE(10), end.readUInt32LE(16)]).toEqual([0x06054b50, files.size, at]);
  return files;
}

describe('A spreadsheet is taken away', () => {
  it('as a workbook for Excel, with values, formats and looks, without hidden tabs', async () => {
    const files = unzipped(await taken('xlsx'));
    expect([...files.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(files.get('xl/workbook.xml')).toContain(
      '<sheet name="Night 1_2_ a name beyond what E" sheetId="2" r:id="rId2"/>',
    );
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<t xml:space="preserve">Zoë “&lt;1&gt;” &amp; co</t>');
    expect(sheet).toMatch(/<c r="B2" s="\d+"><v>15<\/v>/);
    expect(sheet).toMatch(/<c r="C2" s="\d+"><v>46349<\/v>/);
    expect(sheet).toMatch(/<c r="D2" s="\d+" t="b"><v>1<\/v>/);
    expect(sheet).toContain('<t xml:space="preserve">#DIV/0!</t>');
    const styles = files.get('xl/styles.xml') ?? '';
    expect(styles).toContain('formatCode="yyyy-mm-dd"');
    expect(styles).toContain('<font><b/><sz val="10"/><name val="Arial"/></font>');
    expect(styles).toContain('<fgColor rgb="FF006600"/>');
  });

  it('as an OpenDocument spreadsheet, whose kind stands at its very beginning', async () => {
    const archive = await taken('ods');
    const kind = 'application/vnd.oasis.opendocument.spreadsheet';
    expect(archive.toString('latin1', 30, 38 + kind.length)).toBe(`mimetype${kind}`);
    const content = unzipped(archive).get('content.xml') ?? '';
    expect(content).toContain('office:value-type="float" office:value="15"><text:p>15</text:p>');
    expect(content).toContain('office:value-type="date" office:date-value="2026-11-23"><text:p>2026-11-23</text:p>');
    expect(content).toContain('office:value-type="percentage" office:value="0.125"><text:p>12.50%</text:p>');
    expect(content).toContain('<text:p>Zoë “&lt;1&gt;” &amp; co</text:p>');
    expect(content.match(/<table:table /g)).toHaveLength(2);
  });

  it('as a page for each tab', async () => {
    const pages = unzipped(await taken('zip'));
    expect([...pages.keys()]).toEqual(['Sheet1.html', 'Night 1_2_ a name beyond what Excel takes.html']);
    expect(pages.get('Sheet1.html')).toContain('<td style="font-weight:bold;background:#006600">Racer</td>');
    expect(pages.get('Sheet1.html')).toContain('<td style="text-align:right">15</td>');
  });

  it('as pages to print, one tab or all of them', async () => {
    const [one, all] = [await taken('pdf', '&gid=0'), await taken('pdf')];
    expect([one.toString('latin1').match(/\/Type \/Page /g), all.toString('latin1').match(/\/Type \/Page /g)]).toEqual([
      ['/Type /Page '],
      ['/Type /Page ', '/Type /Page '],
    ]);
    const start = one.indexOf('stream\n') + 7;
    const drawn = inflateSync(one.subarray(start, one.indexOf('\nendstream'))).toString('latin1');
    // Quotation marks are at other places than in Latin-1; Japanese isn't in every reader's fonts.
    expect(drawn).toContain('(Zo\xeb \x93<1>\x94 & co) Tj');
    expect(drawn).toContain('(???) Tj');
    // Where the table says that an object begins, it does.
    const table = one.subarray(Number(/startxref\n(\d+)/.exec(one.toString('latin1'))?.[1]));
    const places = table.toString('latin1').match(/^\d{10}(?= 00000 n)/gm) ?? [];
    expect(places.map((place) => one.toString('latin1', Number(place)).split('\n')[0])).toEqual(
      places.map((_, i) => `${i + 1} 0 obj`),
    );
  });

  it('by Drive as well, and as nothing else', async () => {
    const ask = (type: string) =>
      fetch(`${local.url}/drive/v3/files/${ID}/export?mimeType=${encodeURIComponent(type)}`);
    const answer = await ask('application/x-vnd.oasis.opendocument.spreadsheet');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.oasis.opendocument.spreadsheet',
    ]);
    expect((await ask('application/msword')).status).toBe(400);
    const other = await fetch(`${local.url}/spreadsheets/d/${ID}/export?format=docx`);
    expect([other.status, (await other.json()).error.message]).toEqual([
      400,
      'A spreadsheet can be exported as csv, tsv, xlsx, ods, zip, pdf only.',
    ]);
  });
});
