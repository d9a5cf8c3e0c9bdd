import type { Schema } from '../model/api.ts';
import { numberPattern } from '../values/format.ts';

/** A cell as a person sees it, and what it comes to. Colours are `rrggbb`. */
export type ShownCell = {
  readonly text: string;
  readonly value?: number | boolean | string;
  /** How a number is written, such as `#,##0.00` or `yyyy-mm-dd`. */
  readonly pattern?: string;
  readonly look: ShownLook;
};

export type ShownLook = {
  readonly bold?: true;
  readonly italic?: true;
  readonly fill?: string;
  readonly ink?: string;
  readonly align?: 'left' | 'center' | 'right';
};

/** A tab as a person sees it; widths in pixels. Rows and cells after the last that shows anything are left out. */
export type ShownTab = {
  readonly title: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly ShownCell[])[];
};

/** @param sheet as `spreadsheets.get` answers it with its cells */
export function shownTab({ properties, data }: Schema['Sheet']): ShownTab {
  const [grid] = data ?? [];
  const rows = (grid?.rowData ?? []).map((row) => (row.values ?? []).map(shownCell));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    title: properties?.title ?? '',
    frozenRows: properties?.gridProperties?.frozenRowCount ?? 0,
    frozenColumns: properties?.gridProperties?.frozenColumnCount ?? 0,
    widths: (grid?.columnMetadata ?? [])
      .slice(0, width)
      .map(({ hiddenByUser, pixelSize }) => (hiddenByUser ? 0 : (pixelSize ?? 0))),
    rows,
  };
}

function shownCell({ formattedValue, effectiveValue, effectiveFormat }: Schema['CellData']): ShownCell {
  const value = effectiveValue?.numberValue ?? effectiveValue?.boolValue ?? effectiveValue?.stringValue ?? undefined;
  const pattern = typeof value === 'number' ? numberPattern(effectiveFormat?.numberFormat) : undefined;
  return {
    text: formattedValue ?? '',
    ...(value !== undefined && { value }),
    ...(pattern !== undefined && { pattern }),
    look: shownLook(effectiveFormat ?? {}),
  };
}

const ALIGNED = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;

function shownLook({ backgroundColor, textFormat, horizontalAlignment }: Schema['CellFormat']): ShownLook {
  const fill = hexOf(backgroundColor);
  const ink = hexOf(textFormat?.foregroundColor);
  const align = ALIGNED[horizontalAlignment as keyof typeof ALIGNED];
  return {
    ...(textFormat?.bold && { bold: true }),
    ...(textFormat?.italic && { italic: true }),
    ...(fill && fill !== 'ffffff' && { fill }),
    ...(ink && ink !== '000000' && { ink }),
    ...(align && { align }),
  };
}

function hexOf(color: { red?: number | null; green?: number | null; blue?: number | null } | undefined) {
  if (!color) return undefined;
  const byte = (part: number | null | undefined) => Math.round((part ?? 0) * 255);
  return [color.red, color.green, color.blue].map((part) => byte(part).toString(16).padStart(2, '0')).join('');
}
