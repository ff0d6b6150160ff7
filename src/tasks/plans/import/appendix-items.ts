import { beginsFooter, assigns } from './footer';
import { groupHeading, type GroupHeading } from './group-heading';
import { ownColumns, type BodyLine } from './body-lines';
import { columnOf, type Column } from './columns';
import type { Head } from './find-head';
import { markOf, type Mark } from './ordinals';

/** Why a line is no task. */
export type NoteReason = 'column_numbers' | 'head_again' | 'same_row' | 'joined' | 'footer' | 'nothing_known';

export interface TaskItem {
  kind: 'task';
  line: BodyLine;
  /** Columns taken from the line to which this one belongs, and that line's row. */
  inherited: { columns: Column[]; row: number } | null;
}

export type AppendixItem =
  | TaskItem
  | { kind: 'group'; row: number; heading: GroupHeading; sub: boolean }
  | { kind: 'note'; row: number; reason: NoteReason; into?: number };

/** What a line says for the lines that belong to it. */
interface Above {
  depth: number;
  line: BodyLine;
}

/** What each line of an appendix is, in its order: heading, task, part of another line, or nothing to assign. */
export function itemsOf(lines: BodyLine[], head: Head): AppendixItem[] {
  const items: AppendixItem[] = [];
  let above: Above[] = [];
  let last: TaskItem | null = null;
  let [nearHead, below] = [true, false];
  const note = (line: BodyLine, reason: NoteReason, into?: number) =>
    items.push({ kind: 'note', row: line.row, reason, into });
  for (const [n, line] of lines.entries()) {
    const numbers = nearHead && isColumnNumbers(line);
    const again = isHeadAgain(line, head);
    nearHead = again || numbers;
    if (numbers || again) {
      note(line, numbers ? 'column_numbers' : 'head_again');
      continue;
    }
    const own = ownColumns(line);
    const heading = headingOf(line, own);
    const mark = markOf(line.cells.ordinal ?? '', line.cells.titleVi ?? '');
    below = (below || beginsFooter(line)) && !heading?.field && !looksAssigned(line, mark);
    if (below) note(line, 'footer');
    else if (Object.keys(line.cells).length === 0) note(line, 'nothing_known');
    else if (own.length === 0) note(line, 'same_row', last?.line.row);
    else if (heading) {
      items.push({ kind: 'group', row: line.row, heading, sub: heading.field === null && mark !== null });
      [above, last] = [[], null];
    } else if (last && isPart(line, own, mark)) {
      join(last.line, line, own);
      note(line, 'joined', last.line.row);
    } else {
      const depth = mark?.depth ?? (above.length > 0 ? -1 : 0);
      above = above.filter((each) => each.depth < depth);
      if (isSubHeading(line, mark, lines[n + 1])) {
        items.push({ kind: 'group', row: line.row, heading: subHeading(line), sub: true });
        last = null;
      } else {
        last = { kind: 'task', line, inherited: inherit(line, above.at(-1)?.line) };
        items.push(last);
      }
      if (mark) above.push({ depth, line });
    }
  }
  return items;
}

/** Below the table a numbered line with a unit or a time is a task still. */
function looksAssigned(line: BodyLine, mark: Mark | null): boolean {
  const { titleVi, leadUnitCode, dueText } = line.cells;
  return assigns(line) || Boolean(mark && !mark.bullet && titleVi && (leadUnitCode || dueText));
}

/** "(1) | (2) | (3)" or "1 | 2 | 3" under the head, sums such as "(5)=(3)+(4)" among them. */
function isColumnNumbers({ cells, elsewhere }: BodyLine): boolean {
  const texts = [...Object.values(cells), ...elsewhere];
  const number = /^[([]?(?:\d{1,2}|[A-Za-z])[)\]]?(?:\s*=[\d()+\-*/:\s]+)?$/;
  return texts.length >= 3 && texts.every((text) => number.test(text)) && number.test(cells.titleVi ?? '');
}

/** Printed tables repeat their head on each page. */
function isHeadAgain({ cells }: BodyLine, head: Head): boolean {
  const named = Object.entries(cells) as [Column, string][];
  return (
    named.length >= 2 &&
    named.every(([column, text]) => columnOf(text) === column || head.names[column] === text)
  );
}

/** Only a number and a title stand in a heading. */
function headingOf({ cells, wide }: BodyLine, own: Column[]): GroupHeading | null {
  if (own.some((column) => column !== 'ordinal' && column !== 'titleVi')) return null;
  return groupHeading(cells.ordinal ?? '', own.includes('titleVi') ? cells.titleVi! : '', wide);
}

/** Columns in which a task may run over several lines of a sheet. */
const running: Column[] = [
  'titleVi',
  'titleEn',
  'deliverableVi',
  'deliverableEn',
  'coordinatingUnitCodes',
  'componentCodes',
];

/** A line that only goes on with the task above it: points of its content, or more of its products or helpers. */
function isPart(line: BodyLine, own: Column[], mark: Mark | null): boolean {
  if (line.fromAbove.size > 0) return false;
  const text = own.filter((column) => column !== 'ordinal');
  const point = mark !== null && mark.depth >= 2 && text.length === 1 && text[0] === 'titleVi';
  const more = !line.cells.titleVi && !line.cells.ordinal && own.every((column) => running.includes(column));
  return point || more;
}

function join(task: BodyLine, line: BodyLine, own: Column[]): void {
  const { ordinal } = line.cells;
  for (const column of own) {
    if (column === 'ordinal') continue;
    const text = column === 'titleVi' && ordinal ? `${ordinal} ${line.cells.titleVi}` : line.cells[column]!;
    task.cells[column] = [task.cells[column], text].filter(Boolean).join('\n');
  }
}

/** "1 | Công tác tuyên truyền" with nothing else, above lines that stand below it. */
function isSubHeading(line: BodyLine, mark: Mark | null, next: BodyLine | undefined): boolean {
  if (!mark || mark.bullet || !next) return false;
  const own = ownColumns(line).filter((column) => column !== 'ordinal' && column !== 'titleVi');
  const below = markOf(next.cells.ordinal ?? '', next.cells.titleVi ?? '');
  return own.length === 0 && below !== null && below.depth > mark.depth;
}

function subHeading({ cells }: BodyLine): GroupHeading {
  return { field: null, title: [cells.ordinal, cells.titleVi].filter(Boolean).join(' ') };
}

/** A sub-row says only what differs from its parent: unit and time it lacks are the parent's. */
function inherit(line: BodyLine, parent: BodyLine | undefined): TaskItem['inherited'] {
  if (!parent) return null;
  const lacking: Column[] = line.cells.leadUnitCode ? [] : ['leadUnitCode', 'coordinatingUnitCodes'];
  if (!line.cells.dueText) lacking.push('dueText');
  const columns = lacking.filter((column) => !line.cells[column] && parent.cells[column]);
  for (const column of columns) line.cells[column] = parent.cells[column];
  return columns.length > 0 ? { columns, row: parent.row } : null;
}
