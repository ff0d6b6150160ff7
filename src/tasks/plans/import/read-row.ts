import { showDay, type Day } from '../../../platform/clock/day';
import { parseDueText, type DueForm } from '../due-text';
import { fold } from '../fold';
import type { NewTask } from '../../task/create-tasks';
import { TITLE_MAX } from '../../task/task.requests';
import type { Column } from './columns';
import { fault, warning, type Finding } from './findings';
import { readCoordinating, readLead } from './read-units';
import type { NamedUnit, UnitNames } from './unit-names';

/** What the cells of a row are read against. */
export interface Sheet {
  planYear: number;
  issuedOn: Day;
  /** Components of the plan's edition, code → id; null when the plan has no edition. */
  components: ReadonlyMap<string, string> | null;
  units: UnitNames;
  /** Units to which the actor may assign. */
  assignable: ReadonlySet<string>;
}

export type Cells = Partial<Record<Column, string>>;

export interface RowReading {
  task: NewTask;
  /** Null when a fault says why. */
  lead: NamedUnit | null;
  dueForm: DueForm | null;
  componentCodes: string[];
  findings: Finding[];
}

const MAX: Partial<Record<Column, number>> = {
  taskRef: 40,
  titleVi: TITLE_MAX,
  titleEn: TITLE_MAX,
  deliverableVi: 2000,
  deliverableEn: 2000,
  leadUnitCode: 300,
  coordinatingUnitCodes: 10_000,
  dueText: 200,
  groupField: 40,
  componentCodes: 2000,
  sourceNumber: 100,
};
const MAX_COMPONENTS = 50;

/** Reads one row: the task it describes, and everything that is wrong or doubtful about it at once. */
export function readRow(given: Cells, sheet: Sheet, presentLead?: NamedUnit): RowReading {
  const findings: Finding[] = [];
  const cells = { ...given };
  for (const [column, max] of Object.entries(MAX) as [Column, number][]) {
    if ((cells[column] ?? '').length <= max) continue;
    findings.push(fault(column, 'too_long', { max }));
    cells[column] = cells[column]!.slice(0, max);
  }
  const cell = (column: Column) => cells[column] || null;
  if (!cell('titleVi')) findings.push(fault('titleVi', 'empty_title'));

  const sourceDate = readSourceDate(cells.sourceDate ?? '', sheet, findings);
  const day = sourceDate ?? sheet.issuedOn;
  const units = { names: sheet.units, day, assignable: sheet.assignable, present: presentLead };
  const leadReading = readLead(cells.leadUnitCode ?? '', units);
  const lead = 'unit' in leadReading ? leadReading.unit : null;
  if ('finding' in leadReading) findings.push(leadReading.finding);
  const coordinating = readCoordinating(cells.coordinatingUnitCodes ?? '', units, lead?.id ?? null);
  findings.push(...coordinating.findings);
  const due = readDue(cells.dueText ?? '', day, sheet, findings);
  const componentCodes = readComponents(cells.componentCodes ?? '', sheet, findings);

  const task: NewTask = {
    code: cell('taskRef') ?? undefined,
    titleVi: cell('titleVi') ?? '',
    titleEn: cell('titleEn'),
    deliverableVi: cell('deliverableVi'),
    deliverableEn: cell('deliverableEn'),
    priority: readPriority(cells.priority ?? '', findings),
    fieldCode: cell('groupField'),
    sourceNumber: cell('sourceNumber'),
    sourceDate,
    leadUnitId: lead?.id ?? '',
    coordinatingUnitIds: coordinating.unitIds,
    dueText: cell('dueText'),
    dueDate: due.dueDate,
    componentIds: componentCodes.map((code) => sheet.components!.get(code)!),
    assigned: true,
  };
  return { task, lead, dueForm: due.form, componentCodes, findings };
}

function readSourceDate(text: string, { planYear }: Sheet, findings: Finding[]): Day | null {
  if (text === '') return null;
  const reading = parseDueText(text, planYear);
  const read = 'refusal' in reading || reading.normalisedAs !== 'day' ? null : reading;
  if (read && read.warning !== 'year_assumed') return read.dueDate;
  findings.push(fault('sourceDate', 'invalid_date', { text }));
  return null;
}

function readDue(
  text: string,
  day: Day,
  sheet: Sheet,
  findings: Finding[],
): { dueDate: Day | null; form: DueForm | null } {
  if (text === '') {
    findings.push(warning('dueText', 'due_missing'));
    return { dueDate: null, form: null };
  }
  const reading = parseDueText(text, sheet.planYear);
  if ('refusal' in reading) {
    findings.push({ path: 'dueText', code: reading.refusal, texts: reading.texts, warning: false });
    return { dueDate: null, form: null };
  }
  const { dueDate, normalisedAs, warning: doubt } = reading;
  const due = dueDate === null ? '' : showDay(dueDate);
  if (doubt) findings.push(warning('dueText', doubt, { due }));
  if (dueDate !== null && dueDate < day)
    findings.push(fault('dueText', 'due_before_source', { due, day: showDay(day) }));
  return { dueDate, form: normalisedAs };
}

function readComponents(text: string, { components }: Sheet, findings: Finding[]): string[] {
  const codes = [...new Set(text.split(/[;,\s]+/).filter((code) => code !== ''))];
  if (codes.length > MAX_COMPONENTS) {
    findings.push(fault('componentCodes', 'too_many_components', { max: MAX_COMPONENTS }));
    return [];
  }
  if (codes.length > 0 && !components)
    findings.push(fault('componentCodes', 'no_edition', { text: codes[0] }));
  const unknown = components ? codes.filter((code) => !components.has(code)) : [];
  findings.push(...unknown.map((code) => fault('componentCodes', 'unknown_component', { text: code })));
  return codes.filter((code) => components?.has(code));
}

const priorities: Record<string, NewTask['priority']> = {
  '': 'normal',
  high: 'high',
  cao: 'high',
  'uu tien': 'high',
  normal: 'normal',
  thuong: 'normal',
  'binh thuong': 'normal',
  'trung binh': 'normal',
  low: 'low',
  thap: 'low',
};

function readPriority(text: string, findings: Finding[]): NewTask['priority'] {
  const word = fold(text);
  const priority = Object.hasOwn(priorities, word) ? priorities[word] : undefined;
  if (!priority) findings.push(fault('priority', 'unknown_priority', { text }));
  return priority ?? 'normal';
}
