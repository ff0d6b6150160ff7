import type { NewTask } from '../../task/create-tasks';
import type { Day } from '../../../platform/clock/day';
import type { TaskItem } from './appendix-items';
import type { BodyLine } from './body-lines';
import { columns, type Column } from './columns';
import { fault, warning, type Finding } from './findings';
import type { Head } from './find-head';
import type { Normalisation } from './normalisations';
import { readRow, type RowReading, type Sheet } from './read-row';
import { saysTheSame, type TaskInPlan } from './tasks-in-plan';

export interface Appendix extends Sheet {
  /** Tasks of the plan with a code or title of the file. */
  inPlan: TaskInPlan[];
  /** The highest number of a code `<year>-NNN` in the plan. */
  highest: number;
  /** Fields of the plan's edition. */
  fields: { code: string; nameVi: string }[];
  today: Day;
}

export interface TaskLine extends RowReading {
  unchanged: boolean;
}

/** What earlier lines of the file mean for later ones: codes taken, the field they stand under. */
export class SheetReader {
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
    head: Head,
    private readonly appendix: Appendix,
  ) {
    this.present = new Set(columns.filter((column) => head.columns[column] !== undefined));
    this.byCode = new Map(appendix.inPlan.map((task) => [task.code, task]));
    for (const task of appendix.inPlan) {
      if (task.handedDown) continue;
      const alike = this.byTitle.get(task.titleVi);
      if (alike) alike.push(task);
      else this.byTitle.set(task.titleVi, [task]);
    }
    this.number = appendix.highest;
  }

  /** Codes that the file gives itself are not given again to rows without one. */
  skipNumbers(given: Iterable<string | undefined>, year: number): void {
    const pattern = new RegExp(`^${year}-(\\d{1,6})$`);
    for (const code of given) this.number = Math.max(this.number, Number(pattern.exec(code ?? '')?.[1] ?? 0));
  }

  read(item: TaskItem, joined: number[]): TaskLine {
    const { line } = item;
    const known = this.byCode.get(line.cells.taskRef ?? '');
    const { reading, inPlan, unchanged } = this.compared(line, known);
    const { task, findings } = reading;
    reading.normalised.unshift(...origins(item, joined));
    if (line.hidden) findings.push(warning('titleVi', 'hidden_row'));
    if (unchanged) {
      this.matched.add(inPlan!);
      task.code = inPlan!.code;
    } else if (inPlan) findings.push(fault('taskRef', 'exists', { text: inPlan.code }));
    findings.push(...this.repeated(line.row, task));
    if (!faulty(findings) && !unchanged) {
      task.code ??= `${this.appendix.planYear}-${String(++this.number).padStart(3, '0')}`;
      this.tasks.push(task);
    }
    return { ...reading, unchanged };
  }

  /**
   * Of a task that is in the plan already the units may be newer than the row's day: units have merged since, or the
   * task was handed on. What it says today counts then.
   */
  private compared(line: BodyLine, known: TaskInPlan | undefined) {
    const first = this.reading(line, known);
    if (!known || first.unchanged) return first;
    const today = this.reading(line, known, this.appendix.today);
    return today.unchanged ? today : first;
  }

  private reading(line: BodyLine, known: TaskInPlan | undefined, unitsOn?: Day) {
    const reading = readRow(line.cells, line.formulas, this.appendix, known?.lead, unitsOn);
    const { task, findings } = reading;
    task.fieldCode ??= this.field;
    const inPlan = known ?? (task.code ? undefined : this.likeIt(task));
    const unchanged = inPlan !== undefined && !faulty(findings) && saysTheSame(task, inPlan, this.present);
    return { reading, inPlan, unchanged };
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
    const content = `${task.leadUnitId} ${task.dueDate} ${task.titleVi}`;
    const first = this.rowOfContent.get(content);
    if (first === undefined) this.rowOfContent.set(content, row);
    return first === undefined || task.titleVi === ''
      ? []
      : [warning('titleVi', 'same_as_row', { row: first })];
  }
}

/** Where the cells of a line come from, if not from the line itself. */
function origins({ line, inherited }: TaskItem, joined: number[]): Normalisation[] {
  const { cells, formulas, fromAbove } = line;
  if (!inherited && joined.length + formulas.length + fromAbove.size === 0) return [];
  return [
    ...formulas.flatMap((path): Normalisation[] =>
      cells[path] ? [{ path, how: 'formula', from: '=', to: cells[path] }] : [],
    ),
    ...[...fromAbove].map(([path, row]): Normalisation => ({
      path,
      how: 'merged',
      from: String(row),
      to: cells[path] ?? '',
    })),
    ...(inherited?.columns ?? []).map((path): Normalisation => ({
      path,
      how: 'inherited',
      from: String(inherited!.row),
      to: cells[path] ?? '',
    })),
    ...(joined.length > 0
      ? [{ path: 'titleVi', how: 'joined', from: joined.join(', '), to: '' } as const]
      : []),
  ];
}

function faulty(findings: Finding[]): boolean {
  return findings.some((finding) => !finding.warning);
}
