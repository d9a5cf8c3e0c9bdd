/** Widths, formats and dropdowns of columns. */
import type { Request } from '../google.ts';
import { type Column, tabAt } from '../records.ts';

const momentFormat = { numberFormat: { type: 'DATE_TIME', pattern: 'd mmm yyyy hh:mm' } };
/** Two digits, whatever the currency: which one it is may change, and a yen has none. */
const moneyFormat = { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } };
const textFormat = { numberFormat: { type: 'TEXT' } };

export function columnLook(column: Column, sheetId: number, at: number): Request[] {
  const range = { sheetId, startRowIndex: 1, startColumnIndex: at, endColumnIndex: at + 1 };
  const format = formatOf(column);
  const condition = choicesOf(column);
  return [
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 },
        properties: { pixelSize: widthOf(column) },
        fields: 'pixelSize',
      },
    },
    ...(format
      ? [
          {
            repeatCell: {
              range,
              cell: { userEnteredFormat: format },
              fields: `userEnteredFormat(${Object.keys(format)})`,
            },
          },
        ]
      : []),
    // Never strict: whatever a host types is taken, and Problems says what isn't understood.
    ...(condition ? [{ setDataValidation: { range, rule: { condition, showCustomUi: true, strict: false } } }] : []),
  ];
}

function formatOf({ kind, header }: Column): object | undefined {
  if (header.startsWith('What') || header === 'Why') return { wrapStrategy: 'WRAP' };
  switch (kind) {
    case 'moment':
      return momentFormat;
    // As text, because Sheets would make a fraction of a typed 10%, and a date of 5/3/2.
    case 'percent':
    case 'split':
    case 'bonuses':
    case 'digits':
      return textFormat;
    case 'money':
    case 'amount':
      return moneyFormat;
    case 'position':
    case 'scored':
      return { horizontalAlignment: 'CENTER' };
    default:
      return undefined;
  }
}

/** What a dropdown offers: a list of ours, or what stands in the hidden tab with the lists. */
function choicesOf(column: Column): object | undefined {
  switch (column.kind) {
    case 'oneOf':
      return listed(column.of);
    case 'yesNo':
      return listed(['Yes', 'No']);
    case 'reference':
      return fromList(column.to);
    case 'position':
      return fromList('Positions');
    case 'account':
      return fromList('Accounts');
    default:
      return column.header === 'Scoring' && column.kind === 'text' ? fromList('Scorings') : undefined;
  }
}

function listed(values: readonly string[]): object {
  return { type: 'ONE_OF_LIST', values: values.map((userEnteredValue) => ({ userEnteredValue })) };
}

function fromList(header: string): object {
  const columns = Object.values<Column>(tabAt('cozy_lists').columns);
  const letter = String.fromCharCode(65 + columns.findIndex((column) => column.header === header));
  return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=cozy_lists!$${letter}$2:$${letter}` }] };
}

/** Pixels, by what the column usually holds. */
function widthOf({ kind, header }: Column): number {
  if (header === 'What it does') return 620;
  if (header.startsWith('What') || header === 'Why') return 420;
  if (header === 'Reason' || header === 'Message') return 260;
  if (kind === 'moment') return 150;
  // Their headers are longer than what stands below.
  if (header === 'Adjustments' || header === 'Drop worst') return 110;
  if (kind === 'number' || kind === 'position' || kind === 'scored') return 80;
  // Race, Racer and Position fit side by side on a phone.
  if (header === 'Race' || header === 'Season') return 110;
  if (kind === 'name' || kind === 'reference' || kind === 'digits' || kind === 'account') return 170;
  if (kind === 'link') return 220;
  if (['Racer', 'By', 'Where', 'Setting', 'Who'].includes(header)) return 170;
  return 120;
}
