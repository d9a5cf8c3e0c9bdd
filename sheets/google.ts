/** The one client of the Sheets API. Whoever needs the Sheet gets these few calls, and nothing else of Google. */
import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Raw } from './records.ts';

export type Request = sheets_v4.Schema$Request;
export type RowData = sheets_v4.Schema$RowData;

export interface Meta {
  title: string;
  /** Its address on the web. */
  url?: string;
  sheets: { sheetId: number; title: string; rowCount: number; columnCount: number }[];
  /** Named ranges by name, with their IDs. */
  namedRanges: Map<string, string>;
}

export type Doing = 'reading' | 'writing';

/** Why a call failed. `applied` tells whether a write may have been applied all the same. */
export class SheetsFailure extends Error {
  override name = 'SheetsFailure';
  /** Of HTTP; 0 if there was no answer. */
  readonly status: number;
  readonly applied: 'no' | 'unknown';
  readonly doing: Doing;
  constructor(message: string, status: number, applied: 'no' | 'unknown', doing: Doing) {
    super(message);
    this.status = status;
    this.applied = applied;
    this.doing = doing;
  }
}

/** All reject with SheetsFailure. */
export interface SheetsCalls {
  meta(spreadsheet: string): Promise<Meta>;
  /** The cells of each range, as values or as they were typed; what is empty to the right and below is left out. */
  read(spreadsheet: string, ranges: readonly string[], as?: 'values' | 'formulas'): Promise<Raw[][][]>;
  /** All of it or nothing. */
  batchUpdate(spreadsheet: string, requests: readonly Request[]): Promise<void>;
}

export interface GoogleOptions {
  /** Of a Sheets API that isn't Google's: `http://127.0.0.1:8081/`. */
  rootUrl?: string;
  /** A service account. */
  credentials?: { client_email: string; private_key: string };
  /** Milliseconds for a call. */
  timeout?: number;
}

export function openGoogle({ rootUrl, credentials, timeout = 30_000 }: GoogleOptions): SheetsCalls {
  const api = sheets({
    version: 'v4',
    timeout,
    retry: false,
    ...(rootUrl !== undefined && { rootUrl }),
    ...(credentials && {
      auth: new auth.JWT({
        email: credentials.client_email,
        key: credentials.private_key,
        scopes: ['https://www.googleapis.com/auth/spreadsheets'],
      }),
    }),
  });

  return {
    meta: (spreadsheetId) =>
      attempt('reading', async () => {
        const fields =
          'spreadsheetUrl,properties.title,sheets.properties(sheetId,title,gridProperties(rowCount,columnCount)),namedRanges';
        const { data } = await api.spreadsheets.get({ spreadsheetId, fields });
        return metaOf(data);
      }),

    read: (spreadsheetId, ranges, as = 'values') =>
      attempt('reading', async () => {
        const { data } = await api.spreadsheets.values.batchGet({
          spreadsheetId,
          ranges: [...ranges],
          valueRenderOption: renderOptions[as],
          dateTimeRenderOption: 'SERIAL_NUMBER',
        });
        return ranges.map((_, index) => (data.valueRanges?.[index]?.values ?? []) as Raw[][]);
      }),

    batchUpdate: (spreadsheetId, requests) =>
      attempt('writing', async () => {
        await api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...requests] } });
      }),
  };
}

export const renderOptions = { values: 'UNFORMATTED_VALUE', formulas: 'FORMULA' } as const;

/** The answer of spreadsheets.get as we use it. Zeros are left out of Google's JSON. */
export function metaOf(data: sheets_v4.Schema$Spreadsheet): Meta {
  return {
    title: data.properties?.title ?? '',
    ...(data.spreadsheetUrl && { url: data.spreadsheetUrl }),
    sheets: (data.sheets ?? []).map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
      rowCount: properties?.gridProperties?.rowCount ?? 0,
      columnCount: properties?.gridProperties?.columnCount ?? 0,
    })),
    namedRanges: new Map((data.namedRanges ?? []).map((range) => [range.name ?? '', range.namedRangeId ?? ''])),
  };
}

async function attempt<T>(doing: Doing, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw failureOf(error, doing);
  }
}

/** A refusal (4xx) was not applied. A 5xx, a time-out or a lost connection may have been. */
function failureOf(error: unknown, doing: Doing): SheetsFailure {
  const { message, status, code } = error as { message?: unknown; status?: unknown; code?: unknown };
  const number = Number(status ?? code);
  const refused = number >= 400 && number < 500;
  return new SheetsFailure(String(message), Number.isFinite(number) ? number : 0, refused ? 'no' : 'unknown', doing);
}
