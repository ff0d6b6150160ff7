/** A line of a sheet that holds anything, in clean text: days as `YYYY-MM-DD`, numbers plain. */
export interface SheetLine {
  /** Number of the line as a spreadsheet shows it; the first line of a sheet is 1. */
  row: number;
  /** From the first column to the last that holds anything; an empty cell is ''. */
  cells: string[];
  hidden: boolean;
  /** Columns, counted from 0, whose cell is a formula: `cells` holds the value that was stored with it. */
  formulas: number[];
}

/** Cells shown as one. The text stands in the first cell; the others of the file are empty. Both ends are inside. */
export interface Merge {
  top: number;
  bottom: number;
  /** Columns are counted from 0. */
  left: number;
  right: number;
}

export interface Sheet {
  name: string;
  lines: SheetLine[];
  merges: Merge[];
}

/** A file of one or more sheets, of which only what is asked for is read. */
export interface Workbook {
  sheets: { name: string; hidden: boolean }[];
  /** The first lines that hold anything: enough to tell what a sheet is. */
  peek(sheet: number, lines: number): Promise<SheetLine[]>;
  read(sheet: number): Promise<Sheet>;
}

export interface SheetLimits {
  /** Lines that hold anything, besides those of the head. */
  rows: number;
  columns: number;
  /** Lines that titles and the head may take on top. */
  head?: number;
}

export function mostLines({ rows, head = 0 }: SheetLimits): number {
  return rows + head;
}
