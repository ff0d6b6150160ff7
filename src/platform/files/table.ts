import { openCsv } from './csv-table';
import { fileProblem } from './file-problems';
import type { SheetLimits, SheetLine, Workbook } from './sheet';
import { openXlsx } from './xlsx/open-xlsx';

export interface TableRow {
  /** Number of the line as a spreadsheet shows it; the first line of the sheet is 1. */
  row: number;
  /** By column name; every column is present, an empty cell is ''. */
  cells: Record<string, string>;
}

export interface Table {
  headers: string[];
  rows: TableRow[];
}

const LIMITS: SheetLimits = { rows: 20_000, columns: 100 };
const CELL_LIMIT = 32_767;
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Opens a CSV (UTF-8; comma, semicolon or tab) or XLSX file. Cells are clean text, days as `YYYY-MM-DD`, numbers
 * plain; of a formula only its stored value is taken. Anything it cannot read is a Problem that says what to do.
 */
export async function openWorkbook(
  fileName: string,
  content: Buffer,
  limits: SheetLimits,
): Promise<Workbook> {
  const zipped = content.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  const type = /\.(csv|xlsx)$/i.exec(fileName)?.[1].toLowerCase();
  if (content.length === 0) throw fileProblem('file.empty');
  if (!type) throw fileProblem('file.type');
  if (type === 'xlsx' && !zipped) throw fileProblem('file.unreadable');
  return zipped ? openXlsx(content, limits) : openCsv(content, limits);
}

/**
 * The table of such a file: its first sheet that is not hidden. The first line that is not empty names the columns,
 * empty lines are left out.
 */
export async function readTable(
  fileName: string,
  content: Buffer,
  options: Partial<SheetLimits> = {},
): Promise<Table> {
  const limits = { ...LIMITS, ...options };
  const workbook = await openWorkbook(fileName, content, { ...limits, head: 1 });
  const first = workbook.sheets.findIndex(({ hidden }) => !hidden);
  if (first < 0) throw fileProblem('file.empty');
  const { lines } = await workbook.read(first);
  for (const line of lines) checkCells(line);
  return tableOf(lines);
}

/** No cell is longer than a spreadsheet allows or holds what cannot be seen. */
export function checkCells({ row, cells }: SheetLine): void {
  const wrong = cells.findIndex((cell) => cell.length > CELL_LIMIT || control.test(cell));
  if (wrong >= 0) throw fileProblem('file.cell', { row, column: wrong + 1 });
}

function tableOf(lines: SheetLine[]): Table {
  const [head, ...body] = lines;
  if (!head || body.length === 0) throw fileProblem('file.empty');
  const columns = columnsOf(head, body);
  return {
    headers: columns.map(({ name }) => name),
    rows: body.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(columns.map(({ name, index }) => [name, cells[index] ?? ''])),
    })),
  };
}

function columnsOf(head: SheetLine, body: SheetLine[]): { name: string; index: number }[] {
  const width = head.cells.length;
  const long = body.find(({ cells }) => cells.length > width);
  if (long) throw fileProblem('file.row_too_long', { row: long.row });
  const columns = head.cells.map((cell, index) => ({ name: cell.replace(/\s+/g, ' '), index }));
  for (const { name, index } of columns) {
    if (name === '' && body.some(({ cells }) => (cells[index] ?? '') !== '')) {
      throw fileProblem('file.header_missing', { column: index + 1, row: head.row });
    }
    if (name !== '' && columns.findIndex((other) => other.name === name) < index) {
      throw fileProblem('file.header_twice', { name });
    }
  }
  return columns.filter(({ name }) => name !== '');
}
