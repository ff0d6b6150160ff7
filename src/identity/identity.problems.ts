import { defineProblems } from '../platform/errors/problem';

/** Refusals of this room. */
export const identityProblem = defineProblems({
  'session.refused': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra rồi thử lại.',
    en: 'The username or the password is wrong. Check both and try again.',
  },
  'session.locked': {
    status: 423,
    vi: 'Đăng nhập sai quá nhiều lần. Thử lại sau {until}, hoặc nhờ quản trị đặt lại mật khẩu.',
    en: 'Too many failed sign-ins. Try again after {until}, or ask an administrator to reset the password.',
  },
  'session.cross_site': {
    status: 403,
    vi: 'Yêu cầu đăng nhập đến từ một trang khác. Mở trang của hệ thống rồi đăng nhập tại đó.',
    en: 'This sign-in came from another site. Open the page of this system and sign in there.',
  },
  'session.needed': {
    status: 403,
    vi: 'Việc này phải do người đã đăng nhập trên trang thực hiện; mã truy cập của chương trình không làm được.',
    en: 'This must be done by a person signed in on the page; a program’s token cannot do it.',
  },
  'token.shown_once': {
    status: 409,
    vi: 'Mã truy cập này đã được tạo và chỉ hiện một lần. Nếu chưa kịp lưu, thu hồi mã rồi tạo mã mới.',
    en: 'This token was already made and is shown only once. If it was not kept, revoke it and make a new one.',
  },
  'token.too_many': {
    status: 409,
    vi: 'Đã có {limit} mã truy cập còn hiệu lực. Thu hồi mã không dùng rồi tạo mã mới.',
    en: 'There are {limit} valid tokens already. Revoke those that are not used, then make a new one.',
  },
  'user.higher_rights': {
    status: 403,
    vi: 'Người này giữ vai trò ở đơn vị ngoài phạm vi quản trị của bạn. Nhờ quản trị cấp trên thực hiện.',
    en: 'This person holds a role in a unit that you do not administer. Ask an administrator above you.',
  },
  'user.import_rejected': {
    status: 422,
    vi: 'Có {rejected} dòng bị từ chối nên chưa nhập dòng nào. Sửa các dòng được nêu rồi gửi lại tệp.',
    en: '{rejected} rows were rejected, so none was taken. Correct them and send the file again.',
  },
  'user.last_admin': {
    status: 409,
    vi: 'Đây là quản trị viên cuối cùng của đơn vị cao nhất. Giao vai trò quản trị cho người khác trước.',
    en: 'This is the last administrator of the top unit. Make somebody else administrator first.',
  },
  'user.no_username': {
    status: 409,
    vi: 'Người này chưa có tên đăng nhập. Đặt tên đăng nhập trước, rồi đặt mật khẩu.',
    en: 'This person has no username. Give one first, then set the password.',
  },
  'user.own_password': {
    status: 409,
    vi: 'Đổi mật khẩu của chính mình tại session/password, kèm mật khẩu hiện tại.',
    en: 'Change your own password at session/password, with the current one.',
  },
});
