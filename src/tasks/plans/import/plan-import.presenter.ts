import type { Locale } from '../../../platform/errors/problem';
import { ImportedRow, type RowOutcome } from '../../../platform/files/import-outcome';
import type { GroupHeading } from './group-heading';
import type { TaskLine } from './read-sheet';

export class PlanImportFault {
  /** Name of the column, as in data files: leadUnitCode, dueText … */
  path!: string;
  code!: string;
  message!: string;
  /** True: a doubt, with which the row is taken all the same. */
  warning!: boolean;
}

/** `kind` is task, group (a line that names a field) or header (columns that were not read). */
export class PlanImportRow extends ImportedRow {
  /** Every fault and doubt, one by one. */
  faults!: PlanImportFault[];
}

/** Of task lines; `tasks` is the sum of the others. */
export class PlanImportSummary {
  tasks!: number;
  accepted!: number;
  acceptedWithWarning!: number;
  rejected!: number;
}

export class PlanImportOutcome {
  summary!: PlanImportSummary;
  rows!: PlanImportRow[];
}

const unchangedText = {
  vi: 'Đã có trong kế hoạch, không có gì thay đổi.',
  en: 'Already in the plan; nothing changes.',
};

const unknownColumns = {
  vi: 'Không dùng đến các cột: {names}.',
  en: 'These columns were not read: {names}.',
};

export function presentOutcome(rows: PlanImportRow[]): PlanImportOutcome {
  const tasks = rows.filter(({ kind }) => kind === 'task');
  const count = (outcome: RowOutcome) => tasks.filter((row) => row.outcome === outcome).length;
  return {
    summary: {
      tasks: tasks.length,
      accepted: count('accepted'),
      acceptedWithWarning: count('accepted_with_warning'),
      rejected: count('rejected'),
    },
    rows,
  };
}

export function presentTaskRow(row: number, line: TaskLine, locale: Locale): PlanImportRow {
  const rejected = line.findings.some((finding) => !finding.warning);
  if (line.unchanged && !rejected) {
    const message = unchangedText[locale];
    return { ...rowOf(row, 'task', 'accepted', ['unchanged'], message), normalised: normalised(line) };
  }
  const outcome = rejected ? 'rejected' : line.findings.length > 0 ? 'accepted_with_warning' : 'accepted';
  const faults = line.findings.map(({ path, code, texts, warning }) => ({
    path,
    code,
    message: texts[locale],
    warning,
  }));
  const message = faults.length > 0 ? faults.map((each) => each.message).join(' ') : null;
  const codes = [...new Set(faults.map(({ code }) => code))];
  return { ...rowOf(row, 'task', outcome, codes, message), normalised: normalised(line), faults };
}

/** The line as it was understood. */
function normalised({ task, lead, dueForm, componentCodes }: TaskLine): Record<string, unknown> {
  return {
    taskRef: task.code ?? null,
    titleVi: task.titleVi,
    leadUnit: lead,
    coordinatingUnits: task.coordinatingUnitIds.length,
    dueText: task.dueText,
    dueDate: task.dueDate,
    dueReadAs: dueForm,
    componentCodes,
    priority: task.priority,
    groupField: task.fieldCode,
    sourceNumber: task.sourceNumber,
    sourceDate: task.sourceDate,
  };
}

export function presentGroup(row: number, { field, title }: GroupHeading): PlanImportRow {
  return { ...rowOf(row, 'group', 'accepted', [], null), normalised: { groupField: field, titleVi: title } };
}

export function presentHeader(unknown: string[], locale: Locale): PlanImportRow {
  const message = unknownColumns[locale].replace('{names}', () =>
    unknown.map((name) => `"${name}"`).join(', '),
  );
  const header = rowOf(1, 'header', 'accepted_with_warning', ['unknown_column'], message);
  return { ...header, normalised: { unknownColumns: unknown } };
}

function rowOf(
  row: number,
  kind: string,
  outcome: RowOutcome,
  codes: string[],
  message: string | null,
): PlanImportRow {
  return { row, kind, outcome, codes, message, normalised: null, faults: [] };
}
