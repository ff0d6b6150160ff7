import { fieldError, invalid } from '../../../platform/errors/common-problems';
import { fold } from '../fold';

/** What a column of an appendix holds. `ordinal` is the STT. */
export const columns = [
  'taskRef',
  'ordinal',
  'titleVi',
  'titleEn',
  'deliverableVi',
  'deliverableEn',
  'leadUnitCode',
  'coordinatingUnitCodes',
  'dueText',
  'componentCodes',
  'priority',
  'groupField',
  'sourceNumber',
  'sourceDate',
] as const;
export type Column = (typeof columns)[number];

/** Heads of official appendices, folded; the names of the columns themselves always count. */
const heads: Partial<Record<Column, string[]>> = {
  taskRef: ['ma nhiem vu', 'ma so', 'ma'],
  ordinal: ['stt', 'tt', 'so tt', 'so thu tu'],
  titleVi: [
    'noi dung nhiem vu',
    'nhiem vu',
    'noi dung',
    'ten nhiem vu',
    'nhiem vu cu the',
    'nhiem vu hoat dong',
    'noi dung cong viec',
    'noi dung hoat dong',
    'noi dung nhiem vu hoat dong',
  ],
  deliverableVi: [
    'san pham',
    'ket qua',
    'san pham ket qua',
    'ket qua san pham',
    'san pham dau ra',
    'ket qua dau ra',
    'san pham ket qua dau ra',
    'san pham hoan thanh',
    'san pham du kien',
  ],
  leadUnitCode: ['co quan chu tri', 'don vi chu tri', 'co quan don vi chu tri', 'chu tri'],
  coordinatingUnitCodes: ['co quan phoi hop', 'don vi phoi hop', 'co quan don vi phoi hop', 'phoi hop'],
  dueText: [
    'thoi gian hoan thanh',
    'thoi han',
    'thoi han hoan thanh',
    'thoi gian thuc hien',
    'thoi gian',
    'han hoan thanh',
    'thoi han theo van ban',
  ],
  componentCodes: ['tieu chi thanh phan', 'ma tieu chi', 'ma tieu chi thanh phan'],
  priority: ['muc do uu tien', 'uu tien', 'muc uu tien'],
  groupField: ['linh vuc', 'nhom linh vuc'],
  sourceNumber: ['so ky hieu', 'so ky hieu van ban', 'van ban giao', 'so van ban'],
  sourceDate: ['ngay van ban', 'ngay ban hanh', 'ngay giao'],
};

const meaning = new Map<string, Column>(
  columns.flatMap((column) =>
    [column, ...(heads[column] ?? [])].map((head) => [keyOf(head), column] as const),
  ),
);

export interface Layout {
  /** Head in the file of each column that is there. */
  heads: Partial<Record<Column, string>>;
  unknown: string[];
}

/** Which head of the file means which column, in any order. A file without title, lead unit and time is refused. */
export function layoutOf(headers: string[]): Layout {
  const layout: Layout = { heads: {}, unknown: [] };
  for (const header of headers) {
    const column = meaning.get(keyOf(header));
    if (!column) layout.unknown.push(header);
    else if (layout.heads[column] === undefined) layout.heads[column] = header;
    else
      throw invalid(fieldError('file', 'column_twice', columnTwice, { first: layout.heads[column], header }));
  }
  const missing = (['titleVi', 'leadUnitCode', 'dueText'] as const).filter((column) => !layout.heads[column]);
  if (missing.length > 0) {
    throw invalid(...missing.map((column) => fieldError('file', 'missing_column', missingColumn[column])));
  }
  return layout;
}

/** True of the line of a sheet that names title and lead unit; appendices have titles above it. */
export function isHead(cells: string[]): boolean {
  const found = cells.map((cell) => meaning.get(keyOf(cell)));
  return found.includes('titleVi') && found.includes('leadUnitCode');
}

/** Words only: heads differ in punctuation, line breaks and brackets. */
function keyOf(head: string): string {
  return fold(head)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const columnTwice = {
  vi: 'Hai cột "{first}" và "{header}" cùng một nghĩa. Chỉ giữ một cột.',
  en: 'The columns "{first}" and "{header}" mean the same. Keep one of them.',
};

const missingColumn = {
  titleVi: {
    vi: 'Thiếu cột nội dung nhiệm vụ. Đặt tên cột là "Nội dung nhiệm vụ" hoặc titleVi, ở dòng đầu của tệp.',
    en: 'The column of the task is missing. Name it "Nội dung nhiệm vụ" or titleVi, in the first line of the file.',
  },
  leadUnitCode: {
    vi: 'Thiếu cột cơ quan chủ trì. Đặt tên cột là "Cơ quan chủ trì" hoặc leadUnitCode, ở dòng đầu của tệp.',
    en: 'The column of the lead unit is missing. Name it "Cơ quan chủ trì" or leadUnitCode, in the first line of the file.',
  },
  dueText: {
    vi: 'Thiếu cột thời gian hoàn thành. Đặt tên cột là "Thời gian hoàn thành" hoặc dueText, ở dòng đầu của tệp.',
    en: 'The column of the time is missing. Name it "Thời gian hoàn thành" or dueText, in the first line of the file.',
  },
};
