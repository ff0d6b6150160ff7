import { fieldError, invalid } from '../../../platform/errors/common-problems';
import { fileProblem } from '../../../platform/files/file-problems';
import type { Sheet, Workbook } from '../../../platform/files/sheet';
import { checkCells, openWorkbook } from '../../../platform/files/table';
import { findHead, HEAD_WITHIN, likeliestHead, type Head } from './find-head';

export const LIMITS = { rows: 20_000, columns: 100, head: 200 };

/** The sheet that holds the appendix, and where its table begins. */
export interface AppendixSheet extends Sheet {
  head: Head;
  /** The workbook has others, or this one is hidden: worth saying which was read. */
  picked: { among: number; hidden: boolean };
}

/**
 * Opens an appendix: the one sheet with a head that names the task and the lead unit. Hidden sheets count only when no
 * other has one. `named` chooses among several.
 */
export async function openAppendix(
  fileName: string,
  content: Buffer,
  named?: string,
): Promise<AppendixSheet> {
  const workbook = await openWorkbook(fileName, content, LIMITS);
  const chosen = await pickSheet(workbook, named);
  const sheet = await workbook.read(chosen);
  for (const line of sheet.lines) checkCells(line);
  const head = findHead(sheet.lines, sheet.merges) ?? likeliestHead(sheet.lines);
  if (!head) throw fileProblem('file.empty');
  checkHead(head);
  if (sheet.lines.length - 1 === head.last) throw fileProblem('file.empty');
  // In a CSV file a cell too many is a separator that should have been quoted: everything after it has moved.
  const long =
    /\.csv$/i.test(fileName) && sheet.lines.slice(head.last).find(({ cells }) => cells.length > head.width);
  if (long) throw fileProblem('file.row_too_long', { row: long.row });
  const { hidden } = workbook.sheets[chosen];
  return { ...sheet, head, picked: { among: workbook.sheets.length, hidden } };
}

async function pickSheet(workbook: Workbook, named: string | undefined): Promise<number> {
  const { sheets } = workbook;
  if (sheets.length === 0) throw fileProblem('file.empty');
  if (named !== undefined) {
    const wanted = named.normalize('NFC').trim().toLowerCase();
    const found = sheets.findIndex(({ name }) => name.toLowerCase() === wanted);
    if (found >= 0) return found;
    throw invalid(fieldError('sheet', 'sheet_unknown', sheetUnknown, { names: listed(sheets) }));
  }
  if (sheets.length === 1) return 0;
  const withHead: number[] = [];
  for (const at of sheets.keys()) {
    if (findHead(await workbook.peek(at, HEAD_WITHIN), [])) withHead.push(at);
  }
  const visible = withHead.filter((at) => !sheets[at].hidden);
  const candidates = visible.length > 0 ? visible : withHead;
  if (candidates.length > 1) {
    const names = listed(candidates.map((at) => sheets[at]));
    throw invalid(fieldError('file', 'several_sheets', severalSheets, { names }));
  }
  return (
    candidates[0] ??
    Math.max(
      0,
      sheets.findIndex(({ hidden }) => !hidden),
    )
  );
}

function listed(sheets: { name: string }[]): string {
  const names = sheets.slice(0, 20).map(({ name }) => `"${name}"`);
  return names.join(', ');
}

/** A table without task, lead unit or time is refused, and one in which two columns mean the same. */
function checkHead({ columns, twice }: Head): void {
  if (twice) throw invalid(fieldError('file', 'column_twice', columnTwice, twice));
  const missing = (['titleVi', 'leadUnitCode', 'dueText'] as const).filter((column) => !columns[column]);
  if (missing.length === 0) return;
  throw invalid(...missing.map((column) => fieldError('file', 'missing_column', missingColumn[column])));
}

const severalSheets = {
  vi: 'Tệp có nhiều trang tính chứa bảng nhiệm vụ: {names}. Nhập từng trang: thêm tên trang vào tham số "sheet", hoặc chỉ giữ một trang trong tệp.',
  en: 'Several sheets of the file hold a table of tasks: {names}. Import one at a time: name it in the parameter "sheet", or keep one sheet only.',
};

const sheetUnknown = {
  vi: 'Tệp không có trang tính này. Các trang có trong tệp: {names}.',
  en: 'The file has no such sheet. It has: {names}.',
};

const columnTwice = {
  vi: 'Hai cột "{first}" và "{header}" cùng một nghĩa. Chỉ giữ một cột.',
  en: 'The columns "{first}" and "{header}" mean the same. Keep one of them.',
};

const missingColumn = {
  titleVi: {
    vi: 'Không tìm thấy cột nội dung nhiệm vụ. Đặt tên cột là "Nội dung nhiệm vụ" hoặc titleVi, cùng dòng tiêu đề với các cột khác.',
    en: 'The column of the task was not found. Name it "Nội dung nhiệm vụ" or titleVi, in one line with the other heads.',
  },
  leadUnitCode: {
    vi: 'Không tìm thấy cột cơ quan chủ trì. Đặt tên cột là "Cơ quan chủ trì" hoặc leadUnitCode, cùng dòng tiêu đề với các cột khác.',
    en: 'The column of the lead unit was not found. Name it "Cơ quan chủ trì" or leadUnitCode, in one line with the other heads.',
  },
  dueText: {
    vi: 'Không tìm thấy cột thời gian hoàn thành. Đặt tên cột là "Thời gian hoàn thành" hoặc dueText, cùng dòng tiêu đề với các cột khác.',
    en: 'The column of the time was not found. Name it "Thời gian hoàn thành" or dueText, in one line with the other heads.',
  },
};
