import type { Merge, SheetLine } from '../../../platform/files/sheet';
import { fileProblem } from '../../../platform/files/file-problems';
import type { AppendixSheet } from './pick-sheet';
import type { Cells, Column } from './columns';

/** A line below the head, by the meaning of its columns; the text of a merged cell stands on each line of the merge. */
export interface BodyLine {
  row: number;
  hidden: boolean;
  cells: Cells;
  /** Columns whose text comes from a merge that began above, with the row where it began. */
  fromAbove: Map<Column, number>;
  /** Columns filled by a formula: the text is the value stored with it. */
  formulas: Column[];
  /** Its text runs over the whole table: a heading or a note, never a task. */
  wide: boolean;
  /** Texts in columns that mean nothing here. */
  elsewhere: string[];
}

/** What stands once for several rows names one thing; these name the row itself. */
const notRepeated: Column[] = ['taskRef', 'ordinal'];
/** Cells that merges may fill; a hostile file could ask for billions. */
const MOST_FILLED = 1_000_000;

export function bodyLines({ lines, merges, head }: AppendixSheet): BodyLine[] {
  const meaning = new Map<number, Column>();
  for (const [column, places] of Object.entries(head.columns) as [Column, number[]][])
    for (const at of places) meaning.set(at, column);
  const body = lines.slice(head.last + 1);
  const drafts = new Map(body.map((line) => [line.row, new Draft(line, meaning)]));
  const titleAt = head.columns.titleVi![0];
  const others = (['leadUnitCode', 'dueText'] as const).flatMap((column) => head.columns[column] ?? []);
  let filled = 0;
  for (const merge of merges) {
    const first = drafts.get(merge.top);
    const text = first?.line.cells[merge.left] ?? '';
    if (!first || text === '' || merge.left >= head.width) continue;
    if (merge.left <= titleAt && titleAt <= merge.right && merge.left < merge.right) {
      first.moveToTitle(merge, titleAt);
      first.wide ||= others.some((at) => at <= merge.right);
      continue;
    }
    for (const row of rowsOf(merge, body)) {
      for (let at = merge.left; at <= Math.min(merge.right, head.width); at++) {
        if (++filled > MOST_FILLED) throw fileProblem('file.unreadable');
        drafts.get(row)!.fill(at, text, row === merge.top ? null : merge.top);
      }
    }
  }
  return [...drafts.values()].map((draft) => draft.finished());
}

/** The lines of the sheet that a merge covers. */
function rowsOf({ top, bottom }: Merge, body: SheetLine[]): number[] {
  if (top === bottom) return [top];
  let [from, to] = [0, body.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (body[middle].row < top) from = middle + 1;
    else to = middle;
  }
  const rows: number[] = [];
  for (let n = from; n < body.length && body[n].row <= bottom; n++) rows.push(body[n].row);
  return rows;
}

class Draft {
  wide = false;
  private readonly cells: string[];
  private readonly fromAbove = new Map<Column, number>();

  constructor(
    readonly line: SheetLine,
    private readonly meaning: Map<number, Column>,
  ) {
    this.cells = [...line.cells];
  }

  fill(at: number, text: string, began: number | null): void {
    const column = this.meaning.get(at);
    if (!column || (this.cells[at] ?? '') !== '') return;
    if (began !== null && notRepeated.includes(column)) return;
    this.cells[at] = text;
    if (began !== null) this.fromAbove.set(column, began);
  }

  /** Text of a merge over number and title belongs to the title. */
  moveToTitle({ left }: Merge, titleAt: number): void {
    if (left === titleAt || (this.cells[titleAt] ?? '') !== '') return;
    this.cells[titleAt] = this.cells[left];
    this.cells[left] = '';
  }

  finished(): BodyLine {
    const { row, hidden, formulas } = this.line;
    const cells: Cells = {};
    const elsewhere: string[] = [];
    for (const [at, raw] of this.cells.entries()) {
      const text = unguarded(raw ?? '');
      const column = this.meaning.get(at);
      if (text === '') continue;
      if (!column) elsewhere.push(text);
      else if (cells[column] === undefined) cells[column] = text;
      else if (cells[column] !== text) cells[column] += ` ${text}`;
    }
    const computed = new Set(
      formulas.map((at) => this.meaning.get(at)).filter((column) => column !== undefined),
    );
    return {
      ...{ row, hidden, cells, elsewhere, wide: this.wide },
      ...{ fromAbove: this.fromAbove, formulas: [...computed] },
    };
  }
}

/** Takes back the apostrophe that an export sets before text that looks like a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** Columns of the line that hold a text of its own. */
export function ownColumns({ cells, fromAbove }: BodyLine): Column[] {
  return (Object.keys(cells) as Column[]).filter((column) => !fromAbove.has(column));
}
