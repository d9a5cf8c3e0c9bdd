/** The page's calls to the spreadsheet: the same public API that everybody uses. Nothing else here fetches. */

/** A refusal of the API, in its own words. */
export class Refused extends Error {}

export type Value = { numberValue?: number; stringValue?: string; boolValue?: boolean; formulaValue?: string };
type Rgb = { red?: number; green?: number; blue?: number };
export type Color = { rgbColor?: Rgb };
export type Format = {
  backgroundColorStyle?: Color;
  horizontalAlignment?: string;
  wrapStrategy?: string;
  numberFormat?: { type?: string; pattern?: string };
  textFormat?: {
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    strikethrough?: boolean;
    foregroundColorStyle?: Color;
  };
};
export type Rule = { strict?: boolean; condition?: { type?: string; values?: { userEnteredValue?: string }[] } };

/** A cell as the API gives it with grid data. */
export type Cell = {
  userEnteredValue?: Value;
  effectiveValue?: Value;
  formattedValue?: string;
  userEnteredFormat?: Format;
  dataValidation?: Rule;
  note?: string;
};

export type Tab = {
  sheetId: number;
  title: string;
  hidden?: boolean;
  tabColorStyle?: Color;
  gridProperties: { rowCount: number; columnCount: number; frozenRowCount?: number; frozenColumnCount?: number };
};

/** Rows from `startRow` on; trailing empty ones are left out. */
export type GridData = {
  startRow?: number;
  rowData?: { values?: Cell[] }[];
  columnMetadata?: { pixelSize?: number; hiddenByUser?: boolean }[];
};

/** One request of `batchUpdate`, as the API takes it. */
export type Request = Record<string, unknown>;

export type Spreadsheet = { title: string; tabs: Tab[] };

const CELL = 'values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,dataValidation,note)';

/** The title and the tabs, hidden ones left out. */
export async function getSpreadsheet(id: string): Promise<Spreadsheet> {
  const fields = 'properties.title,sheets.properties';
  const body: { properties: { title: string }; sheets: { properties: Tab }[] } = await call(id, `?fields=${fields}`);
  const tabs = body.sheets.map((sheet) => sheet.properties).filter((tab) => !tab.hidden);
  return { title: body.properties.title, tabs };
}

/** The cells of a tab: all, or the rows [from, to). */
export async function getCells(id: string, tab: Tab, rows?: readonly [number, number]): Promise<GridData> {
  const range = rows ? `${quoted(tab.title)}!${rows[0] + 1}:${rows[1]}` : quoted(tab.title);
  const query = new URLSearchParams({
    ranges: range,
    fields: `sheets.data(startRow,rowData.${CELL},columnMetadata(pixelSize,hiddenByUser))`,
  });
  const body: { sheets?: { data?: GridData[] }[] } = await call(id, `?${query}`);
  return body.sheets?.[0]?.data?.[0] ?? {};
}

/** What a dropdown offers whose list stands in cells. */
export async function getColumn(id: string, range: string): Promise<string[]> {
  const body: { values?: string[][] } = await call(id, `/values/${encodeURIComponent(range)}`);
  return (body.values ?? []).flat().filter((value) => value !== '');
}

/** Enters texts as if they were typed, from one cell on. */
export async function enterValues(id: string, range: string, values: readonly (readonly string[])[]): Promise<void> {
  const path = `/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`;
  await call(id, path, { method: 'PUT', body: JSON.stringify({ values }) });
}

/** Applies requests, all or none. */
export async function batchUpdate(id: string, requests: readonly Request[]): Promise<void> {
  await call(id, ':batchUpdate', { method: 'POST', body: JSON.stringify({ requests }) });
}

/** A tab's name as it stands in a range. */
export const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;

async function call<T>(id: string, path: string, init: RequestInit = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  let response: Response;
  try {
    response = await fetch(`/v4/spreadsheets/${encodeURIComponent(id)}${path}`, { ...init, headers });
  } catch {
    throw new Refused('Not saved: the spreadsheet cannot be reached. Try again once it is back.');
  }
  const body = await response.json();
  if (response.ok) return body;
  throw new Refused(body.error?.message ?? `The spreadsheet answered with ${response.status}.`);
}
