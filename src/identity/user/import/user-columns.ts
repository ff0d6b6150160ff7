import { fieldError, invalid } from '../../../platform/errors/common-problems';

/** Columns of an import file by their English names, and how Vietnamese files head them. */
const heads = {
  username: ['tên đăng nhập', 'tài khoản'],
  displayName: ['họ và tên', 'họ tên'],
  email: ['thư điện tử', 'thư công vụ'],
  unitCode: ['mã đơn vị'],
  position: ['chức vụ', 'chức danh'],
  role: ['vai trò'],
  roleUnitCode: ['mã đơn vị giữ vai trò'],
  password: ['mật khẩu'],
} satisfies Record<string, string[]>;

export type UserColumn = keyof typeof heads;
const required: UserColumn[] = ['displayName', 'unitCode'];

const keyOf = (head: string) =>
  head
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Which head of the file stands for which column; 400 when a required one is missing or an unknown one is there. */
export function columnsOf(headers: string[]): Map<UserColumn, string> {
  const columns = Object.entries(heads) as [UserColumn, string[]][];
  const found = new Map<UserColumn, string>();
  for (const head of headers) {
    const column = columns.find(([name, others]) =>
      [name, ...others].some((other) => keyOf(other) === keyOf(head)),
    );
    if (!column || found.has(column[0])) {
      throw refuse('user.column_unknown', head, {
        vi: 'Cột "{name}" không dùng đến hoặc trùng nghĩa với cột khác. Đổi tên hoặc xóa cột.',
        en: 'The column "{name}" is not known, or another means the same. Rename or remove it.',
      });
    }
    found.set(column[0], head);
  }
  const missing = required.find((column) => !found.has(column));
  if (!missing) return found;
  throw refuse('user.column_missing', missing, {
    vi: 'Thiếu cột "{name}".',
    en: 'The column "{name}" is missing.',
  });
}

function refuse(code: string, name: string, texts: { vi: string; en: string }) {
  return invalid(fieldError('file', code, texts, { name }));
}
