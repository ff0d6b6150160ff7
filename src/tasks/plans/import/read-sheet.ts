import { setImmediate } from 'node:timers/promises';
import type { Locale } from '../../../platform/errors/problem';
import type { Table } from '../../../platform/files/table';
import type { NewTask } from '../../task/create-tasks';
import { columns, type Column, type Layout } from './columns';
import { fault, warning, type Finding } from './findings';
import { groupHeading } from './group-heading';
import { presentGroup, presentHeader, presentTaskRow, type PlanImportRow } from './plan-import.presenter';
import { readRow, type Cells, type RowReading, type Sheet } from './read-row';
import { saysTheSame, type TaskInPlan } from './tasks-in-plan';

export interface Appendix extends Sheet {
  /** Tasks of the plan with a code or title of the file. */
  inPlan: TaskInPlan[];
  /** The highest number of a code `<year>-NNN` in the plan. */
  highest: number;
}

export interface SheetReading {
  rows: PlanImportRow[];
  /** What is to be written: the rows that are new, when none is rejected. */
  tasks: NewTask[];
}

const LINES_AT_A_TIME = 100;

interface Line {
  row: number;
  cells: Cells;
}

/** Reads the lines of an appendix one by one, in the order of the file; other requests are served in between. */
export async function readSheet(
  table: Table,
  layout: Layout,
  appendix: Appendix,
  locale: Locale,
): Promise<SheetReading> {
  const reader = new SheetReader(layout, appendix);
  const rows: PlanImportRow[] = layout.unknown.length > 0 ? [presentHeader(layout.unknown, locale)] : [];
  const given = new Set(table.rows.map(({ cells }) => cells[layout.heads.taskRef ?? '']));
  reader.skipNumbers(given, appendix.planYear);
  for (const [n, line] of linesOf(table, layout).entries()) {
    if (n % LINES_AT_A_TIME === 0) await setImmediate();
    const heading = groupHeading(line.cells);
    if (heading) rows.push(presentGroup(line.row, heading));
    else rows.push(presentTaskRow(line.row, reader.read(line), locale));
    if (heading) reader.field = heading.field;
  }
  return { rows, tasks: reader.tasks };
}

export interface TaskLine extends RowReading {
  unchanged: boolean;
}

/** What earlier lines of the file mean for later ones: codes taken, the field they stand under. */
class SheetReader {
  field: string | null = null;
  readonly tasks: NewTask[] = [];
  private readonly present: Set<Column>;
  private readonly byCode: Map<string, TaskInPlan>;
  private readonly byTitle = new Map<string, TaskInPlan[]>();
  private readonly rowOfCode = new Map<string, number>();
  private readonly rowOfContent = new Map<string, number>();
  private readonly matched = new Set<TaskInPlan>();
  private number: number;

  constructor(
    layout: Layout,
    private readonly appendix: Appendix,
  ) {
    this.present = new Set(columns.filter((column) => layout.heads[column] !== undefined));
    this.byCode = new Map(appendix.inPlan.map((task) => [task.code, task]));
    for (const task of appendix.inPlan) {
      this.byTitle.set(task.titleVi, [...(this.byTitle.get(task.titleVi) ?? []), task]);
    }
    this.number = appendix.highest;
  }

  /** Codes that the file gives itself are not given again to rows without one. */
  skipNumbers(given: Iterable<string | undefined>, year: number): void {
    const pattern = new RegExp(`^${year}-(\\d{1,6})$`);
    for (const code of given) this.number = Math.max(this.number, Number(pattern.exec(code ?? '')?.[1] ?? 0));
  }

  read({ row, cells }: Line): TaskLine {
    const known = this.byCode.get(cells.taskRef ?? '');
    const reading = readRow(cells, this.appendix, known?.lead);
    const { task, findings } = reading;
    task.fieldCode ??= this.field;
    const inPlan = known ?? (task.code ? undefined : this.likeIt(task));
    const unchanged = inPlan !== undefined && !faulty(findings) && saysTheSame(task, inPlan, this.present);
    if (unchanged) {
      this.matched.add(inPlan);
      task.code = inPlan.code;
    } else if (inPlan) findings.push(fault('taskRef', 'exists', { text: inPlan.code }));
    findings.push(...this.repeated(row, task));
    if (!faulty(findings) && !unchanged) {
      task.code ??= `${this.appendix.planYear}-${String(++this.number).padStart(3, '0')}`;
      this.tasks.push(task);
    }
    return { ...reading, unchanged };
  }

  /** A row without a code is the task of the plan with its title, lead unit and due date, each such task once. */
  private likeIt(task: NewTask): TaskInPlan | undefined {
    const alike = (this.byTitle.get(task.titleVi) ?? []).filter(
      (other) =>
        other.lead.id === task.leadUnitId &&
        other.originalDueDate === task.dueDate &&
        !this.matched.has(other),
    );
    return alike.find((other) => saysTheSame(task, other, this.present)) ?? alike[0];
  }

  private repeated(row: number, task: NewTask): Finding[] {
    if (task.code && this.rowOfCode.has(task.code)) {
      return [fault('taskRef', 'duplicate', { text: task.code, row: this.rowOfCode.get(task.code)! })];
    }
    if (task.code) this.rowOfCode.set(task.code, row);
    const content = JSON.stringify([task.titleVi, task.leadUnitId, task.dueDate]);
    const first = this.rowOfContent.get(content);
    if (first === undefined) this.rowOfContent.set(content, row);
    return first === undefined || task.titleVi === ''
      ? []
      : [warning('titleVi', 'same_as_row', { row: first })];
  }
}

function faulty(findings: Finding[]): boolean {
  return findings.some((finding) => !finding.warning);
}

function linesOf(table: Table, { heads }: Layout): Line[] {
  const present = Object.entries(heads) as [Column, string][];
  return table.rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(present.map(([column, head]) => [column, unguarded(cells[head])])),
  }));
}

/** Takes back the apostrophe that an export sets before text that looks like a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
