import { fieldError, invalid } from '../../platform/errors/common-problems';
import { fold } from '../directory/unit-names';

/** Columns of an import file by their English names, and how Vietnamese files head them. */
const heads = {
  code: ['mã', 'mã đơn vị'],
  gsoCode: ['mã thống kê', 'mã tổng cục thống kê'],
  nameVi: ['tên', 'tên đơn vị', 'tên tiếng việt'],
  nameEn: ['tên tiếng anh'],
  aliases: ['tên khác', 'tên viết tắt', 'viết tắt'],
  level: ['cấp'],
  subtype: ['loại', 'loại hình'],
  parentCode: ['mã đơn vị cấp trên', 'mã cấp trên', 'trực thuộc'],
  validFrom: ['hiệu lực từ', 'từ ngày', 'ngày bắt đầu'],
  validTo: ['hiệu lực đến', 'đến ngày', 'ngày kết thúc'],
} satisfies Record<string, string[]>;

export type UnitColumn = keyof typeof heads;
const required: UnitColumn[] = ['code', 'nameVi', 'level', 'parentCode'];

const keyOf = (head: string) => fold(head).replace(/[^\p{L}\p{N}]+/gu, '');

/** Which head of the file stands for which column; 400 when a required one is missing or an unknown one is there. */
export function columnsOf(headers: string[]): Map<UnitColumn, string> {
  const columns = Object.entries(heads) as [UnitColumn, string[]][];
  const found = new Map<UnitColumn, string>();
  for (const head of headers) {
    const column = columns.find(([name, others]) =>
      [name, ...others].some((other) => keyOf(other) === keyOf(head)),
    )?.[0];
    if (!column || found.has(column))
      throw refuse(
        'unit.column_unknown',
        'Cột "{name}" không dùng đến hoặc trùng nghĩa với cột khác. Đổi tên hoặc xóa cột.',
        'The column "{name}" is not known, or another means the same. Rename or remove it.',
        head,
      );
    found.set(column, head);
  }
  const missing = required.find((column) => !found.has(column));
  if (missing)
    throw refuse('unit.column_missing', 'Thiếu cột "{name}".', 'The column "{name}" is missing.', missing);
  return found;
}

function refuse(code: string, vi: string, en: string, name: string) {
  return invalid(fieldError('file', code, { vi, en }, { name }));
}
