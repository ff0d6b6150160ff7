import { fileProblem } from './file-problems';
import { cleanText } from '../text/clean-text';
import { readCsv } from './csv-table';
import { readXlsx } from './xlsx-table';

export interface TableRow {
  /** Number of the line as a spreadsheet shows it; the first line of the sheet is 1. */
  row: number;
  /** By column name; every column is present, an empty cell is ''. */
  cells: Record<string, string>;
}

/** A line that holds anything, in clean text. */
export interface TableLine {
  row: number;
  cells: string[];
}

export interface Table {
  headers: string[];
  rows: TableRow[];
}

export interface TableLimits {
  rows: number;
  columns: number;
}

const LIMITS: TableLimits = { rows: 20_000, columns: 100 };
const CELL_LIMIT = 32_767;
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Reads a CSV (UTF-8, comma or semicolon) or XLSX file (first sheet). The first line that is not empty names the
 * columns. Cells are clean text, days as `YYYY-MM-DD`, numbers plain; of a formula only its stored value is
 * taken. Empty lines are left out. Anything it cannot read is a Problem that says what to do. With `isHead`, titles above
 * the first line it knows are skipped, as printed tables have them.
 */
export async function readTable(
  fileName: string,
  content: Buffer,
  options: Partial<TableLimits> = {},
  isHead?: (cells: string[]) => boolean,
): Promise<Table> {
  const limits = { ...LIMITS, ...options };
  const zipped = content.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
  const type = /\.(csv|xlsx)$/i.exec(fileName)?.[1].toLowerCase();
  if (content.length === 0) throw fileProblem('file.empty');
  if (!type) throw fileProblem('file.type');
  if (type === 'xlsx' && !zipped) throw fileProblem('file.unreadable');
  // Titles and the head stand above the rows; how many there are is known only when the head is found.
  const most = limits.rows + HEAD_WITHIN;
  const lines = zipped
    ? linesOf(await readXlsx(content, { ...limits, rows: most }))
    : readCsv(content, most, limits.rows);
  return tableOf(lines, limits, isHead);
}

/** Lines among which the one that names the columns is looked for. */
const HEAD_WITHIN = 20;

function linesOf(grid: string[][]): TableLine[] {
  return grid
    .map((cells, index) => ({ row: index + 1, cells: cells.map(cleanText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function tableOf(lines: TableLine[], limits: TableLimits, isHead?: (cells: string[]) => boolean): Table {
  const titles = isHead ? lines.slice(0, HEAD_WITHIN).findIndex(({ cells }) => isHead(cells)) : 0;
  const [head, ...body] = lines.slice(Math.max(titles, 0));
  if (!head || body.length === 0) throw fileProblem('file.empty');
  if (body.length > limits.rows) throw fileProblem('file.too_many_rows', { limit: limits.rows });
  const columns = columnsOf(head, body, limits);
  return {
    headers: columns.map(({ name }) => name),
    rows: body.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(
        columns.map(({ name, index }) => [name, checkedCell(cells[index], row, name)]),
      ),
    })),
  };
}

function columnsOf(
  head: TableLine,
  body: TableLine[],
  limits: TableLimits,
): { name: string; index: number }[] {
  const width = head.cells.findLastIndex((cell) => cell !== '') + 1;
  if (width > limits.columns) throw fileProblem('file.too_many_columns', { limit: limits.columns });
  const long = body.find(({ cells }) => cells.findLastIndex((cell) => cell !== '') >= width);
  if (long) throw fileProblem('file.row_too_long', { row: long.row });
  const columns = head.cells
    .slice(0, width)
    .map((cell, index) => ({ name: cell.replace(/\s+/g, ' '), index }));
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

function checkedCell(cell: string | undefined, row: number, name: string): string {
  if (cell === undefined) return '';
  if (cell.length > CELL_LIMIT || control.test(cell)) throw fileProblem('file.cell', { row, name });
  return cell;
}
