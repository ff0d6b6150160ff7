import { fillTexts, type Params, type Texts } from '../../../platform/errors/problem';

const words = {
  'user.cell_empty': { vi: 'Cột "{name}" để trống.', en: 'The column "{name}" is empty.' },
  'user.cell_too_long': {
    vi: 'Cột "{name}" dài quá {max} ký tự.',
    en: 'The column "{name}" is longer than {max} characters.',
  },
  'user.username_form': {
    vi: 'Tên đăng nhập chỉ gồm chữ không dấu, số và . _ @ -',
    en: 'A username has only letters without diacritics, digits and . _ @ -',
  },
  'user.username_taken': {
    vi: 'Tên đăng nhập {username} đã có người dùng hoặc lặp lại trong tệp.',
    en: 'The username {username} is taken, or comes twice in the file.',
  },
  'user.email_form': { vi: 'Không phải địa chỉ thư điện tử.', en: 'This is not a mail address.' },
  'user.unit_unknown': {
    vi: 'Không có đơn vị mã "{code}" đang hoạt động trong phạm vi quản trị của bạn.',
    en: 'There is no unit in force with the code "{code}" in your administration.',
  },
  'user.role_unknown': {
    vi: 'Vai trò "{role}" không có. Dùng: admin, committee, leader, officer, auditor.',
    en: 'There is no role "{role}". Use admin, committee, leader, officer or auditor.',
  },
  'user.role_missing': {
    vi: 'Có đơn vị giữ vai trò nhưng chưa có vai trò.',
    en: 'There is a unit for a role, but no role.',
  },
  'user.password_weak': {
    vi: 'Mật khẩu phải có 10 đến 200 ký tự và khác tên đăng nhập.',
    en: 'A password needs 10 to 200 characters and must not be the username.',
  },
  'user.password_unused': {
    vi: 'Có mật khẩu nhưng chưa có tên đăng nhập.',
    en: 'There is a password, but no username.',
  },
} satisfies Record<string, Texts>;

export interface UserFault {
  code: keyof typeof words;
  texts: Texts;
}

export function userFault(code: UserFault['code'], params: Params = {}): UserFault {
  return { code, texts: fillTexts(words[code], params) };
}
