import { defineProblems } from '../platform/errors/problem';

export const unitProblem = defineProblems({
  'unit.code_taken': {
    status: 409,
    vi: 'Mã {code} đã thuộc về {name} trong thời gian này. Dùng mã khác, hoặc sửa thời gian hiệu lực.',
    en: 'The code {code} belongs to {name} in this period. Use another code or change the period.',
  },
  'unit.children_outlive': {
    status: 409,
    vi: 'Còn {count} đơn vị trực thuộc có hiệu lực sau ngày này (ví dụ {name}). Kết thúc các đơn vị đó trước.',
    en: '{count} units under it are valid after this day (for example {name}). End those first.',
  },
  'unit.import_rejected': {
    status: 422,
    vi: 'Có {rejected} dòng bị từ chối nên chưa nhập dòng nào. Sửa các dòng được nêu rồi gửi lại tệp.',
    en: '{rejected} rows were rejected, so none was taken. Correct them and send the file again.',
  },
});
