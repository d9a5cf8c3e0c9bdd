import { invalid, invalidField } from '../errors.ts';
import type { Schema } from '../model/api.ts';
import type { Book } from '../model/book.ts';
import { resolveRange } from '../model/resolve.ts';
import { answerMask } from '../wire/known-fields.ts';
import { project } from '../wire/mask.ts';
import { parseMessage } from '../wire/parse.ts';
import { present } from '../wire/present.ts';
import { appendValues } from './append.ts';
import { clearRange } from './clear.ts';
import type { Evaluate } from './evaluate.ts';
import { type ReadOptions, readValues } from './read.ts';
import { dateTimeRenderOptions, valueRenderOptions } from './render.ts';
import { rowsOf, totals, type ValueInput, valueInputOptions, type Written, writeValues } from './write.ts';

const insertOptions = ['OVERWRITE', 'INSERT_ROWS'] as const;

type Maybe = string | null | undefined;
type ById = { readonly spreadsheetId: string; readonly fields?: string | undefined };
type Reading = { majorDimension?: Maybe; valueRenderOption?: Maybe; dateTimeRenderOption?: Maybe };
type Answering = {
  includeValuesInResponse?: boolean;
  responseValueRenderOption?: Maybe;
  responseDateTimeRenderOption?: Maybe;
};
type Writing = ById & Answering & { range: string; valueInputOption?: Maybe; requestBody?: Schema['ValueRange'] };
type BatchUpdateBody = Answering & { data?: Schema['ValueRange'][]; valueInputOption?: Maybe };
type BatchUpdateAnswer = {
  spreadsheetId: string;
  totalUpdatedRows: number;
  totalUpdatedColumns: number;
  totalUpdatedCells: number;
  totalUpdatedSheets: number;
  responses: Schema['UpdateValuesResponse'][];
};
type AppendAnswer = { spreadsheetId: string; tableRange?: string; updates: Schema['UpdateValuesResponse'] };

/** `spreadsheets.values` of the API; see LocalSheets. */
export type ValuesCalls = {
  get(params: ById & Reading & { range: string }): Schema['ValueRange'];
  batchGet(params: ById & Reading & { ranges?: string | string[] }): {
    spreadsheetId: string;
    valueRanges: Schema['ValueRange'][];
  };
  update(params: Writing): Schema['UpdateValuesResponse'];
  batchUpdate(params: ById & { requestBody?: BatchUpdateBody }): BatchUpdateAnswer;
  append(params: Writing & { insertDataOption?: Maybe }): AppendAnswer;
  clear(params: ById & { range: string }): { spreadsheetId: string; clearedRange: string };
  batchClear(params: ById & { requestBody?: { ranges?: string[] } }): {
    spreadsheetId: string;
    clearedRanges: string[];
  };
};

type Access = {
  readonly find: (spreadsheetId: string) => Book;
  readonly commit: (book: Book) => void;
  readonly evaluate: Evaluate;
  /** The book with the cells over which results of formulas spread. */
  readonly spread: (book: Book) => Book;
  readonly year: () => number;
};

export function valuesCalls({ find, commit, evaluate, spread, year }: Access): ValuesCalls {
  const summaryOf = (written: Written, book: Book, answering: Answering): Schema['UpdateValuesResponse'] => {
    if (!answering.includeValuesInResponse) return present('UpdateValuesResponse', written.summary);
    const place = {
      ...written.place,
      sheet: book.sheets.find((each) => each.id === written.place.sheet.id) ?? written.place.sheet,
    };
    const options = readOptions({
      valueRenderOption: answering.responseValueRenderOption,
      dateTimeRenderOption: answering.responseDateTimeRenderOption,
    });
    return {
      ...present('UpdateValuesResponse', written.summary),
      updatedData: readValues(place, evaluate(book), options),
    };
  };

  return {
    get(params) {
      const asked = askedOf(params, 'ValueRange');
      const book = find(params.spreadsheetId);
      return asked(readValues(resolveRange(spread(book), params.range), evaluate(book), readOptions(params)));
    },

    batchGet(params) {
      const asked = askedOf(params, 'BatchGetValuesResponse');
      const book = find(params.spreadsheetId);
      const evaluation = evaluate(book);
      const shown = spread(book);
      const options = readOptions(params);
      const ranges = [params.ranges ?? []].flat();
      const valueRanges = ranges.map((range) => readValues(resolveRange(shown, range), evaluation, options));
      return asked({ spreadsheetId: book.id, valueRanges });
    },

    update(params) {
      const asked = askedOf(params, 'UpdateValuesResponse');
      const book = find(params.spreadsheetId);
      const data = parseMessage<Schema['ValueRange']>('ValueRange', params.requestBody ?? {}, 'data');
      if (data.range && data.range !== params.range) {
        throw invalid(`Requested writing within range [${params.range}], but the data is for range [${data.range}].`);
      }
      const written = writeValues(book, params.range, data, inputOption(params.valueInputOption), year());
      commit(written.book);
      return asked(summaryOf(written, written.book, params));
    },

    batchUpdate(params) {
      const asked = askedOf(params, 'BatchUpdateValuesResponse');
      const before = find(params.spreadsheetId);
      const body = parseMessage<BatchUpdateBody>('BatchUpdateValuesRequest', params.requestBody ?? {});
      const how = inputOption(body.valueInputOption);
      let book = before;
      const all = (body.data ?? []).map((data) => {
        const written = writeValues(book, data.range ?? '', data, how, year());
        book = written.book;
        return written;
      });
      commit(book);
      return asked({
        spreadsheetId: book.id,
        ...totals(all),
        responses: all.map((written) => summaryOf(written, book, body)),
      });
    },

    append(params) {
      const asked = askedOf(params, 'AppendValuesResponse');
      const book = find(params.spreadsheetId);
      const data = parseMessage<Schema['ValueRange']>('ValueRange', params.requestBody ?? {}, 'data');
      const how = inputOption(params.valueInputOption);
      const insertion = oneOf(insertOptions, params.insertDataOption, 'insert_data_option', 'InsertDataOption');
      const appended = appendValues(book, params.range, rowsOf(data), how, insertion === 'INSERT_ROWS', year());
      commit(appended.book);
      const { tableRange } = appended;
      const updates = summaryOf(appended, appended.book, params);
      return asked({ spreadsheetId: book.id, ...(tableRange && { tableRange }), updates });
    },

    clear(params) {
      const asked = askedOf(params, 'ClearValuesResponse');
      const { book, cleared } = clearRange(find(params.spreadsheetId), params.range);
      commit(book);
      return asked({ spreadsheetId: book.id, clearedRange: cleared });
    },

    batchClear(params) {
      const asked = askedOf(params, 'BatchClearValuesResponse');
      const body = parseMessage<{ ranges?: string[] }>('BatchClearValuesRequest', params.requestBody ?? {});
      let book = find(params.spreadsheetId);
      const clearedRanges = (body.ranges ?? []).map((range) => {
        const result = clearRange(book, range);
        book = result.book;
        return result.cleared;
      });
      commit(book);
      return asked({ spreadsheetId: book.id, clearedRanges });
    },
  };
}

/** Leaves of an answer what `fields` asks for. A mask that no such answer has is refused before anything is written. */
function askedOf({ fields }: { fields?: string | undefined }, name: string): <T>(answer: T) => T {
  if (!fields) return (answer) => answer;
  const mask = answerMask(fields, name);
  // A mask only leaves fields out; all fields of an answer are optional to who asks for some of them.
  return <T>(answer: T) => project(mask, answer) as T;
}

function readOptions(params: Reading): ReadOptions {
  return {
    render: oneOf(valueRenderOptions, params.valueRenderOption, 'value_render_option', 'ValueRenderOption'),
    dates: oneOf(dateTimeRenderOptions, params.dateTimeRenderOption, 'date_time_render_option', 'DateTimeRenderOption'),
    dimension: oneOf(['ROWS', 'COLUMNS'], params.majorDimension, 'major_dimension', 'Dimension'),
  };
}

function inputOption(option: Maybe): ValueInput {
  if (!option || option === 'INPUT_VALUE_OPTION_UNSPECIFIED') {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return oneOf(valueInputOptions, option, 'value_input_option', 'ValueInputOption');
}

/** An option of a query; the first is what Google takes when none is given. */
function oneOf<T extends string>(options: readonly T[], given: Maybe, field: string, type: string): T {
  const [first] = options;
  if (!given && first) return first;
  const found = options.find((option) => option === given);
  if (found) return found;
  throw invalidField(
    field,
    `Invalid value at '${field}' (type.googleapis.com/google.apps.sheets.v4.${type}), "${given ?? ''}"`,
  );
}
