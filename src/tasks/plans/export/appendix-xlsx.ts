import { showDay } from '../../../platform/clock/day';
import {
  CELL_MAX,
  writeXlsx,
  type PrintedCell,
  type PrintedRow,
} from '../../../platform/files/xlsx/write-xlsx';
import type { CellStyle } from '../../../platform/files/xlsx/cell-styles';
import { markOfField } from '../import/group-heading';
import type { PlanRow } from '../plan.queries';
import type { AppendixContents, AppendixTask } from './appendix.queries';
import type { AppendixUnits } from './appendix-units';
import { documentHead } from './document-head';
import { printedDue } from './printed-due';

interface PrintedColumn {
  head: string;
  width: number;
  style: CellStyle;
  text: (task: AppendixTask, units: { lead: string; coordinating: string }) => string;
}

/** What a printed appendix is made of. `pages` give the tasks in the order of `inPrintOrder`. */
export interface Appendix {
  plan: PlanRow;
  contents: AppendixContents;
  units: AppendixUnits;
  fields: Map<string, string>;
  pages: AsyncIterable<AppendixTask[]>;
}

/** The appendix as an official document has it: head, groups by field, full names; ready to print and to import. */
export function appendixXlsx(appendix: Appendix): AsyncGenerator<Buffer> {
  const columns = columnsOf(appendix);
  const head = documentHead(appendix.plan, appendix.units.get(appendix.plan.issuer.id), columns.length);
  const headRow = head.length + 1;
  return writeXlsx(
    {
      name: 'Phụ lục',
      widths: columns.map(({ width }) => width),
      frozenRows: headRow,
      headRows: [headRow, headRow],
    },
    rowsOf(appendix, columns, head),
  );
}

/** The ids by field as it is printed: tasks of no field first, for no heading ends a group. */
export function inPrintOrder({ ids, fieldCodes }: AppendixContents): string[] {
  const rank = (code: string | null) => (code === null ? -1 : /^\d{1,4}$/.test(code) ? Number(code) : 1e9);
  const places = ids.map((_, n) => n);
  places.sort((a, b) => {
    const [x, y] = [fieldCodes[a], fieldCodes[b]];
    return rank(x) - rank(y) || (x ?? '').localeCompare(y ?? '') || a - b;
  });
  return places.map((place) => ids[place]);
}

const PRIORITIES: Record<string, string> = { high: 'Cao', normal: 'Bình thường', low: 'Thấp' };

/** Columns that no task says anything in are not printed. */
function columnsOf({ plan, contents, fields }: Appendix): PrintedColumn[] {
  const unmarked = contents.fieldCodes.some((code) => code !== null && !printedMark(code, fields));
  const column = (head: string, width: number, text: PrintedColumn['text'], style: CellStyle = 'text') => ({
    ...{ head, width, text, style },
  });
  const ordinal = column('STT', 6, () => '', 'centred');
  return [
    ordinal,
    column('Mã', 11, ({ code }) => code, 'centred'),
    column('Nội dung nhiệm vụ', 46, ({ titleVi }) => titleVi),
    column('Sản phẩm', 28, ({ deliverableVi }) => deliverableVi ?? ''),
    column('Cơ quan chủ trì', 22, (_, { lead }) => lead),
    column('Cơ quan phối hợp', 32, (_, { coordinating }) => coordinating),
    column('Thời gian hoàn thành', 16, (task) => printedDue(task, plan.year), 'centred'),
    ...(plan.edition
      ? [column('Tiêu chí thành phần', 13, ({ componentCodes }) => componentCodes.join('; '), 'centred')]
      : []),
    ...(contents.priorities
      ? [column('Mức độ ưu tiên', 12, ({ priority }) => PRIORITIES[priority] ?? '', 'centred')]
      : []),
    ...(contents.sources
      ? [
          column('Số, ký hiệu văn bản', 18, ({ sourceNumber }) => sourceNumber ?? '', 'centred'),
          column('Ngày văn bản', 12, ({ sourceDate }) => (sourceDate ? showDay(sourceDate) : ''), 'centred'),
        ]
      : []),
    ...(contents.evidence
      ? [
          column(
            'Yêu cầu tài liệu kiểm chứng',
            13,
            ({ evidenceRequired }) => (evidenceRequired ? 'Có' : 'Không'),
            'centred',
          ),
        ]
      : []),
    ...(unmarked ? [column('Lĩnh vực', 10, ({ fieldCode }) => fieldCode ?? '', 'centred')] : []),
  ];
}

async function* rowsOf(
  { units, fields, pages }: Appendix,
  columns: PrintedColumn[],
  head: PrintedRow[],
): AsyncGenerator<PrintedRow> {
  yield* head;
  yield { cells: columns.map(({ head: text }) => ({ text, style: 'head' as const })) };
  let [field, number]: [string | null, number] = [null, 0];
  for await (const tasks of pages) {
    for (const task of tasks) {
      if (task.fieldCode !== field) {
        [field, number] = [task.fieldCode, 0];
        if (field !== null) yield groupRow(field, fields, columns.length);
      }
      yield { cells: taskCells(task, ++number, columns, units) };
    }
  }
}

function taskCells(
  task: AppendixTask,
  number: number,
  columns: PrintedColumn[],
  units: AppendixUnits,
): PrintedCell[] {
  const names = units.printedNames(task);
  // Hundreds of names may be more than a cell holds; codes are not.
  if (names.coordinating.length >= CELL_MAX) names.coordinating = units.codes(task).coordinating;
  return columns.map(({ text, style }, n) => ({ text: n === 0 ? String(number) : text(task, names), style }));
}

function groupRow(field: string, fields: Map<string, string>, width: number): PrintedRow {
  const mark = printedMark(field, fields);
  const name = fields.get(field)?.toUpperCase() ?? `LĨNH VỰC ${field}`;
  if (!mark) return { cells: [{ text: name, style: 'group', across: width }] };
  return {
    cells: [
      { text: mark, style: 'head' },
      { text: name, style: 'group', across: width - 1 },
    ],
  };
}

/** The mark of a group row, where an import of it gives this field again. */
function printedMark(field: string, fields: Map<string, string>): string | null {
  const mark = markOfField(field);
  const name = fields.get(field);
  const shared = name !== undefined && [...fields].some(([code, other]) => other === name && code !== field);
  return shared ? null : mark;
}
