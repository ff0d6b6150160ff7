import { fillTexts, type Locale, type Texts } from '../../../platform/errors/problem';
import { ImportedRow, type RowOutcome } from '../../../platform/files/import-outcome';
import type { NoteReason } from './appendix-items';
import type { Finding } from './findings';
import { saidOf, type Normalisation } from './normalisations';
import type { AppendixSheet } from './pick-sheet';
import type { TaskLine } from './sheet-reader';

export class PlanImportProposal {
  code!: string;
  nameVi!: string;
  /** The unit above it. */
  parentName!: string | null;
}

export class PlanImportFault {
  /** Name of the column, as in data files: leadUnitCode, dueText … */
  path!: string;
  code!: string;
  message!: string;
  /** True: a doubt, with which the row is taken all the same. */
  warning!: boolean;
  /** Units that may have been meant, at most five. */
  proposals!: PlanImportProposal[];
}

/** A cell that was not taken as it stands. */
export class PlanImportChange {
  path!: string;
  /** unit_name, unit_group, due_text, formula, merged, inherited, joined or yes_or_no. */
  how!: string;
  /** The cell's text; for merged, inherited and joined the number of the line. */
  from!: string;
  to!: string;
  message!: string;
}

/**
 * `kind` is task, group (a line that names a field), note (a line that assigns nothing) or header (which sheet and line
 * were read, and columns that were not).
 */
export class PlanImportRow extends ImportedRow {
  /** Every fault and doubt, one by one. */
  faults!: PlanImportFault[];
  /** What was understood differently from how it is written. */
  changes!: PlanImportChange[];
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
  const faults = line.findings.map((finding) => presentFault(finding, locale));
  const changes = line.normalised.map((each) => presentChange(each, locale));
  const message = faults.length > 0 ? faults.map((each) => each.message).join(' ') : null;
  const codes = [...new Set(faults.map(({ code }) => code))];
  return { ...rowOf(row, 'task', outcome, codes, message), normalised: normalised(line), faults, changes };
}

/** Rows that say the same share what is said of them. */
const presented = new WeakMap<object, Partial<Record<Locale, object>>>();

function once<T extends object>(key: object, locale: Locale, present: () => T): T {
  const known = presented.get(key) ?? {};
  if (!presented.has(key)) presented.set(key, known);
  return (known[locale] ??= present()) as T;
}

function presentFault(finding: Finding, locale: Locale): PlanImportFault {
  const { path, code, texts, warning, proposals = [] } = finding;
  return once(finding, locale, () => ({ path, code, message: texts[locale], warning, proposals }));
}

function presentChange(each: Normalisation, locale: Locale): PlanImportChange {
  return once(each, locale, () => ({ ...each, message: saidOf(each, locale) }));
}

/** The line as it was understood. */
function normalised({ task, lead, dueForm, componentCodes }: TaskLine): Record<string, unknown> {
  return {
    taskRef: task.code ?? null,
    titleVi: task.titleVi,
    leadUnit: lead && once(lead, 'vi', () => ({ id: lead.id, code: lead.code, nameVi: lead.nameVi })),
    coordinatingUnits: task.coordinatingUnitIds.length,
    dueText: task.dueText,
    dueDate: task.dueDate,
    dueReadAs: dueForm,
    componentCodes,
    priority: task.priority,
    groupField: task.fieldCode,
    sourceNumber: task.sourceNumber,
    sourceDate: task.sourceDate,
    evidenceRequired: task.evidenceRequired,
  };
}

export function presentGroup(row: number, title: string, field: string | null): PlanImportRow {
  return { ...rowOf(row, 'group', 'accepted', [], null), normalised: { groupField: field, titleVi: title } };
}

/** Which sheet and line were read, where a reader could not know, and the columns that were not. */
export function presentHeader(
  { name, lines, head, picked }: AppendixSheet,
  locale: Locale,
): PlanImportRow | null {
  const row = lines[head.first].row;
  const codes: string[] = [];
  if (head.unknown.length > 0) codes.push('unknown_column');
  if (picked.hidden) codes.push('hidden_sheet');
  if (picked.among > 1) codes.push('sheet_chosen');
  if (row > 1) codes.push('head_found');
  if (codes.length === 0) return null;
  const names = head.unknown.map((each) => `"${each}"`).join(', ');
  const message = codes
    .map((code) => fillTexts(headerWords[code], { name, row, names: names.slice(0, 1000) })[locale])
    .join(' ');
  const doubtful = codes.includes('unknown_column') || codes.includes('hidden_sheet');
  const header = rowOf(row, 'header', doubtful ? 'accepted_with_warning' : 'accepted', codes, message);
  return {
    ...header,
    normalised: { sheet: name || null, columns: head.names, unknownColumns: head.unknown },
  };
}

const headerWords: Record<string, Texts> = {
  unknown_column: { vi: 'Không dùng đến các cột: {names}.', en: 'These columns were not read: {names}.' },
  hidden_sheet: {
    vi: 'Trang tính "{name}" đang bị ẩn; không trang nào khác có bảng nhiệm vụ. Kiểm tra có đúng trang cần nhập không.',
    en: 'The sheet "{name}" is hidden; no other holds a table of tasks. Check that it is the right one.',
  },
  sheet_chosen: {
    vi: 'Chỉ đọc trang tính "{name}"; các trang khác của tệp không được nhập.',
    en: 'Only the sheet "{name}" was read; the other sheets of the file were not imported.',
  },
  head_found: {
    vi: 'Bảng nhiệm vụ bắt đầu từ dòng {row}; các dòng phía trên là tiêu đề của văn bản.',
    en: 'The table of tasks begins on line {row}; what stands above is the title of the document.',
  },
};

export function presentNote(
  row: number,
  reason: NoteReason,
  into: number | undefined,
  locale: Locale,
): PlanImportRow {
  const message = fillTexts(noteWords[reason], { into: into ?? row })[locale];
  return rowOf(row, 'note', 'accepted', [reason], message);
}

const noteWords: Record<NoteReason, Texts> = {
  column_numbers: { vi: 'Dòng đánh số cột, bỏ qua.', en: 'The numbers of the columns; left out.' },
  head_again: { vi: 'Dòng tiêu đề bảng lặp lại, bỏ qua.', en: 'The head of the table once more; left out.' },
  same_row: {
    vi: 'Phần tiếp của các ô trộn ở dòng {into}, không phải nhiệm vụ riêng.',
    en: 'The rest of the merged cells of line {into}, not a task of its own.',
  },
  joined: {
    vi: 'Nội dung được nối vào nhiệm vụ ở dòng {into}.',
    en: 'Its text was added to the task on line {into}.',
  },
  footer: {
    vi: 'Nằm dưới bảng (nơi nhận, chữ ký, ghi chú…), không phải nhiệm vụ, bỏ qua.',
    en: 'Below the table (receivers, signatures, notes …), not a task; left out.',
  },
  nothing_known: {
    vi: 'Chỉ có nội dung ở các cột không dùng đến, bỏ qua.',
    en: 'Holds text only in columns that are not read; left out.',
  },
};

function rowOf(
  row: number,
  kind: string,
  outcome: RowOutcome,
  codes: string[],
  message: string | null,
): PlanImportRow {
  return { row, kind, outcome, codes, message, normalised: null, faults: [], changes: [] };
}
