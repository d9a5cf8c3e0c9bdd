import type { LocalSheets } from '../engine.ts';
import { SheetsError } from '../errors.ts';
import type { Query } from './query.ts';

/** The parts of a path in the order in which its pattern names them, percent-decoded. */
type Parts = readonly string[];

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: RegExp;
  /** The query parameters that it takes besides those that every method does. */
  readonly query?: readonly string[];
  /** A POST that changes nothing. */
  readonly reads?: true;
  readonly run: (sheets: Pick<LocalSheets, 'spreadsheets'>, parts: Parts, query: Query, body: object) => unknown;
};

const READING = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption'];
const WRITING = [
  'valueInputOption',
  'includeValuesInResponse',
  'responseValueRenderOption',
  'responseDateTimeRenderOption',
];

/** The methods of the API. A path may end in a slash, and one may stand before the colon of a method's name. */
const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/?$/,
    run: ({ spreadsheets }, _, query, requestBody) =>
      spreadsheets.create({ requestBody, fields: query.text('fields') }),
  },
  {
    method: 'GET',
    path: /^\/([^/:]+)\/?$/,
    query: ['ranges', 'includeGridData', 'excludeTablesInBandedRanges'],
    run: ({ spreadsheets }, [spreadsheetId = ''], query) =>
      spreadsheets.get({
        spreadsheetId,
        ranges: query.list('ranges'),
        includeGridData: query.flag('includeGridData'),
        fields: query.text('fields'),
      }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/?:batchUpdate\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = ''], query, requestBody) =>
      spreadsheets.batchUpdate({ spreadsheetId, requestBody, fields: query.text('fields') }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/sheets\/([^/:]+):copyTo\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = '', sheetId = ''], query, body) =>
      spreadsheets.copySheetTo({
        spreadsheetId,
        sheetId: Number(sheetId),
        requestBody: body,
        fields: query.text('fields'),
      }),
  },
  {
    method: 'GET',
    path: /^\/([^/:]+)\/values\/?:batchGet\/?$/,
    query: ['ranges', ...READING],
    run: ({ spreadsheets }, [spreadsheetId = ''], query) =>
      spreadsheets.values.batchGet({ spreadsheetId, ranges: query.list('ranges'), ...reading(query) }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/values\/?:batchUpdate\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = ''], query, requestBody) =>
      spreadsheets.values.batchUpdate({ spreadsheetId, requestBody, fields: query.text('fields') }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/values\/?:batchClear\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = ''], query, requestBody) =>
      spreadsheets.values.batchClear({ spreadsheetId, requestBody, fields: query.text('fields') }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/values\/([^/]+):append\/?$/,
    query: ['insertDataOption', ...WRITING],
    run: ({ spreadsheets }, [spreadsheetId = '', range = ''], query, requestBody) =>
      spreadsheets.values.append({
        spreadsheetId,
        range,
        requestBody,
        insertDataOption: query.text('insertDataOption'),
        ...writing(query),
      }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/values\/([^/]+):clear\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = '', range = ''], query) =>
      spreadsheets.values.clear({ spreadsheetId, range, fields: query.text('fields') }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/?:getByDataFilter\/?$/,
    reads: true,
    run: ({ spreadsheets }, [spreadsheetId = ''], query, requestBody) =>
      spreadsheets.get({
        spreadsheetId,
        ...spreadsheets.filtered.ranges({ spreadsheetId, requestBody }),
        fields: query.text('fields'),
      }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/values\/?:batchGetByDataFilter\/?$/,
    reads: true,
    run: ({ spreadsheets }, [spreadsheetId = ''], _, requestBody) =>
      spreadsheets.filtered.batchGet({ spreadsheetId, requestBody }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/values\/?:batchUpdateByDataFilter\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = ''], query, requestBody) =>
      spreadsheets.filtered.batchUpdate({ spreadsheetId, requestBody, fields: query.text('fields') }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/values\/?:batchClearByDataFilter\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = ''], query, requestBody) =>
      spreadsheets.filtered.batchClear({ spreadsheetId, requestBody, fields: query.text('fields') }),
  },
  {
    method: 'POST',
    path: /^\/([^/:]+)\/developerMetadata\/?:search\/?$/,
    reads: true,
    run: ({ spreadsheets }, [spreadsheetId = ''], _, requestBody) =>
      spreadsheets.filtered.searchMetadata({ spreadsheetId, requestBody }),
  },
  {
    method: 'GET',
    path: /^\/([^/:]+)\/developerMetadata\/([^/:]+)\/?$/,
    run: ({ spreadsheets }, [spreadsheetId = '', metadataId = '']) =>
      spreadsheets.filtered.getMetadata({ spreadsheetId, metadataId: Number(metadataId) }),
  },
  {
    method: 'GET',
    path: /^\/([^/:]+)\/values\/([^/]+?)\/?$/,
    query: READING,
    run: ({ spreadsheets }, [spreadsheetId = '', range = ''], query) =>
      spreadsheets.values.get({ spreadsheetId, range, ...reading(query) }),
  },
  {
    method: 'PUT',
    path: /^\/([^/:]+)\/values\/([^/]+?)\/?$/,
    query: WRITING,
    run: ({ spreadsheets }, [spreadsheetId = '', range = ''], query, requestBody) =>
      spreadsheets.values.update({ spreadsheetId, range, requestBody, ...writing(query) }),
  },
];

/**
 * The method that a request means.
 * @param path what follows `/v4/spreadsheets`, still percent-encoded
 * @throws SheetsError 404 when there's none
 */
export function findRoute(method: string, path: string): { route: Route; path: Parts } {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { route, path: match.slice(1).map((part) => decodeURIComponent(part)) };
  }
  throw new SheetsError(404, 'NOT_FOUND', 'Method not found.');
}

const reading = (query: Query) => ({
  majorDimension: query.text('majorDimension'),
  valueRenderOption: query.text('valueRenderOption'),
  dateTimeRenderOption: query.text('dateTimeRenderOption'),
  fields: query.text('fields'),
});

const writing = (query: Query) => ({
  valueInputOption: query.text('valueInputOption'),
  includeValuesInResponse: query.flag('includeValuesInResponse'),
  responseValueRenderOption: query.text('responseValueRenderOption'),
  responseDateTimeRenderOption: query.text('responseDateTimeRenderOption'),
  fields: query.text('fields'),
});
