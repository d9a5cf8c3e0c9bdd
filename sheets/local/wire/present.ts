import { type FieldType, messageType } from './schema.ts';

/**
 * Fields that Google leaves out of an answer while they are zero, false or empty; of all others a zero is said (a
 * sheet's own `sheetId` and `index`, a range's `startRowIndex`). Read off recorded answers.
 */
const ZEROS_LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  Color: ['red', 'green', 'blue', 'alpha'],
  GridRange: ['sheetId'],
  DimensionRange: ['sheetId'],
  GridCoordinate: ['sheetId', 'rowIndex', 'columnIndex'],
  GridData: ['startRow', 'startColumn'],
  SheetProperties: ['hidden', 'rightToLeft'],
  GridProperties: [
    'frozenRowCount',
    'frozenColumnCount',
    'hideGridlines',
    'rowGroupControlAfter',
    'columnGroupControlAfter',
  ],
  DimensionProperties: ['hiddenByUser', 'hiddenByFilter'],
  DimensionGroup: ['collapsed'],
  ProtectedRange: ['warningOnly', 'requestingUserCanEdit', 'description'],
  DataValidationRule: ['strict', 'showCustomUi'],
  CellData: ['note', 'hyperlink'],
  FindReplaceResponse: ['valuesChanged', 'formulasChanged', 'rowsChanged', 'sheetsChanged', 'occurrencesChanged'],
  UpdateValuesResponse: ['updatedRows', 'updatedColumns', 'updatedCells'],
};

/**
 * A message of ours as Google answers it: zeros left out where Google does, and each colour given twice, as
 * `xColorStyle`, which we keep, and as the older `xColor`.
 */
export function present(name: string, value: object): Record<string, unknown> {
  const type = messageType(name);
  const leftOut = ZEROS_LEFT_OUT[name];
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const field = type.get(key);
    if (!field || inner === undefined || inner === null) continue;
    if (leftOut?.includes(key) && (inner === 0 || inner === false || inner === '')) continue;
    out[key] = shown(field, inner);
    const plain = key.slice(0, -'Style'.length);
    if (key.endsWith('ColorStyle') || key === 'colorStyle') {
      const rgb = rgbOf(out[key]);
      if (rgb && type.has(plain)) out[plain] = rgb;
    }
  }
  return out;
}

function shown(type: FieldType, value: unknown): unknown {
  if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => shown(type.of, item));
  if (type.kind === 'message' && typeof value === 'object' && value !== null) return present(type.name, value);
  return value;
}

function rgbOf(style: unknown): unknown {
  return typeof style === 'object' && style !== null && 'rgbColor' in style ? style.rgbColor : undefined;
}
