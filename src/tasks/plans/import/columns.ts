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
  'evidenceRequired',
] as const;
export type Column = (typeof columns)[number];

export type Cells = Partial<Record<Column, string>>;

/**
 * Heads of official appendices without marks and diacritics; the names of the columns themselves always count. A head of
 * two lines is known by its lower line ("Chủ trì" below "Cơ quan thực hiện") or by both together.
 */
const heads: Partial<Record<Column, string[]>> = {
  taskRef: ['ma nhiem vu', 'ma so', 'ma', 'task code', 'code'],
  ordinal: ['stt', 'tt', 'so tt', 'so thu tu', 'no', 'number'],
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
    'noi dung thuc hien',
    'noi dung nhiem vu giai phap',
    'nhiem vu giai phap',
    'cong viec',
    'task',
    'title',
    'task title',
  ],
  titleEn: ['noi dung tieng anh', 'nhiem vu tieng anh', 'title english', 'english title'],
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
    'du kien san pham',
    'san pham ket qua du kien',
    'ket qua du kien',
    'deliverable',
    'product',
    'output',
  ],
  deliverableEn: ['san pham tieng anh', 'deliverable english'],
  leadUnitCode: [
    'co quan chu tri',
    'don vi chu tri',
    'co quan don vi chu tri',
    'don vi co quan chu tri',
    'co quan chu tri thuc hien',
    'don vi chu tri thuc hien',
    'chu tri',
    'chu tri thuc hien',
    'lead unit',
    'lead agency',
    'lead',
  ],
  coordinatingUnitCodes: [
    'co quan phoi hop',
    'don vi phoi hop',
    'co quan don vi phoi hop',
    'don vi co quan phoi hop',
    'co quan phoi hop thuc hien',
    'don vi phoi hop thuc hien',
    'phoi hop',
    'phoi hop thuc hien',
    'coordinating units',
    'co operating units',
    'coordinating agencies',
  ],
  dueText: [
    'thoi gian hoan thanh',
    'thoi han',
    'thoi han hoan thanh',
    'thoi gian thuc hien',
    'thoi gian',
    'han hoan thanh',
    'hoan thanh',
    'ket thuc',
    'thoi gian ket thuc',
    'ngay hoan thanh',
    'tien do',
    'tien do thuc hien',
    'tien do hoan thanh',
    'thoi han theo van ban',
    'thoi gian thuc hien hoan thanh',
    'due',
    'due date',
    'deadline',
    'time',
  ],
  componentCodes: [
    'tieu chi thanh phan',
    'ma tieu chi',
    'ma tieu chi thanh phan',
    'components',
    'component',
    'component codes',
  ],
  priority: ['muc do uu tien', 'uu tien', 'muc uu tien', 'do uu tien'],
  groupField: ['linh vuc', 'nhom linh vuc', 'field'],
  sourceNumber: [
    'so ky hieu',
    'so ky hieu van ban',
    'van ban giao',
    'so van ban',
    'van ban giao so ky hieu',
    'van ban giao nhiem vu',
    'document number',
    'document',
  ],
  sourceDate: [
    'ngay van ban',
    'ngay ban hanh',
    'ngay giao',
    'van ban giao ngay',
    'ngay thang van ban',
    'document date',
  ],
  evidenceRequired: [
    'yeu cau tai lieu kiem chung',
    'tai lieu kiem chung',
    'yeu cau minh chung',
    'minh chung',
    'can tai lieu kiem chung',
    'evidence required',
    'evidence',
  ],
};

const meanings = new Map<string, Column>(
  columns.flatMap((column) =>
    [column, ...(heads[column] ?? [])].map((head) => [headKey(head), column] as const),
  ),
);

export function columnOf(head: string): Column | undefined {
  return meanings.get(headKey(head));
}

/** Words only: heads differ in punctuation, line breaks and brackets. */
export function headKey(head: string): string {
  return fold(head)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
