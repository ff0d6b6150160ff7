import { fileProblem } from '../file-problems';
import { mostLines, type Merge, type SheetLimits, type SheetLine } from '../sheet';
import { shownNumber, shownText, type NumberMeaning } from './cell-value';
import { isTrue } from './workbook-parts';
import { attribute, XmlUnreadable, type XmlReader } from './xml-reader';

/** What the cells of a sheet are read against. */
export interface CellContext {
  sharedStrings: string[];
  styles: NumberMeaning[];
  from1904: boolean;
}

const [LAST_ROW, LAST_COLUMN, MOST_MERGES] = [1_048_576, 16_384, 100_000];

interface Cell {
  column: number;
  type: string;
  style: number;
  formula: boolean;
  value: string | null;
}

/** Takes the lines and merges of a sheet out of its XML, in the order of the file. */
export class SheetReader implements XmlReader {
  readonly lines: SheetLine[] = [];
  readonly merges: Merge[] = [];
  done = false;
  private line: SheetLine = { row: 0, cells: [], hidden: false, formulas: [] };
  private cell: Cell | null = null;
  private column = -1;
  private inValue = false;
  private inReading = false;

  constructor(
    private readonly context: CellContext,
    private readonly limits: SheetLimits,
    /** Lines after which the reading ends. */
    private readonly enough = Infinity,
  ) {}

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.inValue = !this.inReading;
    else if (name === 'f' && this.cell) this.cell.formula = true;
    else if (name === 'rPh') this.inReading = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'mergeCell') this.addMerge(attribute(attributes, 'ref') ?? '');
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'rPh') this.inReading = false;
    else if (name === 'row') this.closeRow();
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value = (this.cell.value ?? '') + text;
  }

  private openRow(attributes: string): void {
    const row = Number(attribute(attributes, 'r') ?? this.line.row + 1);
    if (!(row > this.line.row && row <= LAST_ROW)) throw new XmlUnreadable('rows out of order');
    // Filters hide rows; some programs make them zero points high instead.
    const hidden = isTrue(attribute(attributes, 'hidden')) || Number(attribute(attributes, 'ht') ?? 1) === 0;
    this.line = { row, cells: [], hidden, formulas: [] };
    this.column = -1;
  }

  private closeRow(): void {
    const { cells } = this.line;
    cells.length = cells.findLastIndex((cell) => cell !== '') + 1;
    if (cells.length === 0) return;
    if (cells.length > this.limits.columns) {
      throw fileProblem('file.too_many_columns', { limit: this.limits.columns });
    }
    this.lines.push(this.line);
    if (this.lines.length > mostLines(this.limits))
      throw fileProblem('file.too_many_rows', { limit: this.limits.rows });
    this.done = this.lines.length >= this.enough;
  }

  private openCell(attributes: string): void {
    const place = attribute(attributes, 'r');
    this.column = place === undefined ? this.column + 1 : columnOf(place);
    this.cell = {
      column: this.column,
      type: attribute(attributes, 't') ?? 'n',
      style: Number(attribute(attributes, 's') ?? 0),
      formula: false,
      value: null,
    };
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    const text = cell.value === null ? '' : this.textOf(cell, cell.value);
    if (cell.formula) this.line.formulas.push(cell.column);
    if (text === '') return;
    const { cells } = this.line;
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = text;
  }

  private textOf({ type, style }: Cell, value: string): string {
    if (type === 's') {
      const text = this.context.sharedStrings[Number(value)];
      if (text === undefined) throw new XmlUnreadable('no such text');
      return text;
    }
    if (type === 'b') return value.trim() === '1' ? 'true' : 'false';
    if (type === 'd') return value.trim().slice(0, 10);
    if (type !== 'n') return shownText(value);
    return value.trim() === ''
      ? ''
      : shownNumber(value, this.context.styles[style] ?? 'number', this.context.from1904);
  }

  private addMerge(ref: string): void {
    const [from, to] = ref.split(':');
    if (to === undefined) return;
    if (this.merges.length >= MOST_MERGES) throw fileProblem('file.unpacked_too_large');
    const rowOf = (place: string) => Number(/\d+$/.exec(place)?.[0] ?? 0);
    this.merges.push({ top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) });
  }
}

/** "AB12" is column 27. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  if (column < 1 || column > LAST_COLUMN) throw new XmlUnreadable('no such column');
  return column - 1;
}
