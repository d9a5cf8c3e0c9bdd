import { SheetsError } from './errors.ts';
import type { Schema } from './model/api.ts';
import type { Book } from './model/book.ts';
import { rangesOf } from './model/filter.ts';
import { matching } from './model/metadata.ts';
import type { ValuesCalls } from './values/calls.ts';
import { parseMessage } from './wire/parse.ts';
import { present } from './wire/present.ts';

type ById = { readonly spreadsheetId: string; readonly fields?: string | undefined };
type Filters = { dataFilters?: Schema['DataFilter'][] };
type Matched<Key extends string, T> = { [K in Key]: T } & { dataFilters: Schema['DataFilter'][] };
type Data = { dataFilter?: Schema['DataFilter']; values?: unknown[][]; majorDimension?: string };

/** The calls that choose cells by data filters: the other calls, with ranges looked up first. */
export type FilteredCalls = {
  batchGet(params: ById & { requestBody?: object }): {
    spreadsheetId: string;
    valueRanges: Matched<'valueRange', Schema['ValueRange']>[];
  };
  batchUpdate(params: ById & { requestBody?: object }): ReturnType<ValuesCalls['batchUpdate']>;
  batchClear(params: ById & { requestBody?: object }): ReturnType<ValuesCalls['batchClear']>;
  /** The ranges that `getByDataFilter` shows. */
  ranges(params: ById & { requestBody?: object }): { ranges: string[]; includeGridData: boolean };
  getMetadata(params: ById & { metadataId: number }): Schema['DeveloperMetadata'];
  searchMetadata(params: ById & { requestBody?: object }): {
    matchedDeveloperMetadata?: Matched<'developerMetadata', Schema['DeveloperMetadata']>[];
  };
};

export function filteredCalls(find: (spreadsheetId: string) => Book, values: ValuesCalls): FilteredCalls {
  return {
    batchGet({ spreadsheetId, requestBody = {} }) {
      const body = parseMessage<Filters & Record<string, string>>('BatchGetValuesByDataFilterRequest', requestBody);
      const { dataFilters = [], ...options } = body;
      const valueRanges = rangesOf(find(spreadsheetId), dataFilters).map(({ filter, range }) => ({
        valueRange: values.get({ ...options, spreadsheetId, range }),
        dataFilters: [filter],
      }));
      return { spreadsheetId, valueRanges };
    },

    batchUpdate({ spreadsheetId, requestBody = {}, fields }) {
      const body = parseMessage<{ data?: Data[] }>('BatchUpdateValuesByDataFilterRequest', requestBody);
      const book = find(spreadsheetId);
      const data = (body.data ?? []).flatMap(({ dataFilter, ...rest }) =>
        rangesOf(book, [dataFilter ?? {}]).map(({ range }) => ({ ...rest, range })),
      );
      return values.batchUpdate({ spreadsheetId, requestBody: { ...body, data }, fields });
    },

    batchClear({ spreadsheetId, requestBody = {}, fields }) {
      const { dataFilters = [] } = parseMessage<Filters>('BatchClearValuesByDataFilterRequest', requestBody);
      const ranges = rangesOf(find(spreadsheetId), dataFilters).map(({ range }) => range);
      return values.batchClear({ spreadsheetId, requestBody: { ranges }, fields });
    },

    ranges({ spreadsheetId, requestBody = {} }) {
      const body = parseMessage<Filters & { includeGridData?: boolean }>(
        'GetSpreadsheetByDataFilterRequest',
        requestBody,
      );
      const ranges = rangesOf(find(spreadsheetId), body.dataFilters ?? []).map(({ range }) => range);
      return { ranges, includeGridData: body.includeGridData ?? false };
    },

    getMetadata({ spreadsheetId, metadataId }) {
      const found = find(spreadsheetId).metadata.find((each) => each.metadataId === metadataId);
      if (found) return present('DeveloperMetadata', found);
      throw new SheetsError(404, 'NOT_FOUND', `No developer metadata with ID: ${metadataId}`);
    },

    searchMetadata({ spreadsheetId, requestBody = {} }) {
      const { dataFilters = [] } = parseMessage<Filters>('SearchDeveloperMetadataRequest', requestBody);
      const book = find(spreadsheetId);
      const matchedDeveloperMetadata = dataFilters.flatMap((filter) =>
        matching(book, filter.developerMetadataLookup ?? {}).map((developerMetadata) => ({
          developerMetadata: present('DeveloperMetadata', developerMetadata),
          dataFilters: [filter],
        })),
      );
      return matchedDeveloperMetadata.length > 0 ? { matchedDeveloperMetadata } : {};
    },
  };
}
