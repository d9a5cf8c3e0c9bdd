/** The part of Tabulator 6 that the page uses; the package brings no types of its own. */
declare module 'tabulator-tables' {
  export type RowValues = { row: number } & Record<string, string | number>;

  export interface RowComponent {
    getData(): RowValues;
    getElement(): HTMLElement;
    getCell(field: string): CellComponent | false;
    reformat(): void;
    scrollTo(position?: string, ifVisible?: boolean): Promise<void>;
  }

  export interface ColumnComponent {
    getField(): string | undefined;
    getWidth(): number;
  }

  export interface CellComponent {
    getRow(): RowComponent;
    getField(): string | undefined;
    getElement(): HTMLElement;
    edit(force?: boolean): void;
  }

  export interface RangeComponent {
    getRows(): RowComponent[];
    getColumns(): ColumnComponent[];
    setBounds(start: CellComponent, end?: CellComponent): void;
  }

  export type Editor = (
    cell: CellComponent,
    onRendered: (then: () => void) => void,
    success: (value: string) => void,
    cancel: () => void,
  ) => HTMLElement;

  export interface ColumnDefinition {
    title: string;
    field?: string;
    width?: number;
    frozen?: boolean;
    resizable?: boolean | string;
    headerSort?: boolean;
    hozAlign?: string;
    cssClass?: string;
    editor?: Editor;
    formatter?: (cell: CellComponent) => Node | string;
  }

  export interface Options {
    data: RowValues[];
    columns: ColumnDefinition[];
    rowHeader?: ColumnDefinition;
    index: string;
    height: string;
    rowHeight: number;
    frozenRows?: number;
    placeholder?: string;
    layout?: string;
    renderHorizontal?: string;
    selectableRange: number;
    selectableRangeColumns: boolean;
    selectableRangeRows: boolean;
    selectableRangeAutoFocus: boolean;
    editTriggerEvent: string;
    headerSortClickElement?: string;
    columnDefaults?: Partial<ColumnDefinition>;
  }

  export class TabulatorFull {
    constructor(element: HTMLElement, options: Options);
    on(event: 'tableBuilt', listener: () => void): void;
    on(event: 'rangeChanged' | 'rangeAdded', listener: (range: RangeComponent) => void): void;
    on(event: 'columnResized', listener: (column: ColumnComponent) => void): void;
    getRanges(): RangeComponent[];
    getRow(index: number): RowComponent | false;
    updateData(rows: RowValues[]): Promise<void>;
    destroy(): void;
    element: HTMLElement;
  }
}
