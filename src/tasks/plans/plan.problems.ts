import { defineProblems, type Texts } from '../../platform/errors/problem';

export const planProblem = defineProblems({
  'plan.code_taken': {
    status: 409,
    vi: 'Đã có kế hoạch mang mã này. Chọn mã khác.',
    en: 'A plan with this code exists already. Choose another code.',
  },
  'plan.closed': {
    status: 409,
    vi: 'Kế hoạch đã đóng, không còn sửa hay giao thêm được.',
    en: 'The plan is closed; it cannot be changed or extended any more.',
  },
  'plan.edition_in_use': {
    status: 409,
    vi: 'Nhiệm vụ của kế hoạch đã gắn với tiêu chí của bộ tiêu chí hiện tại, báo cáo các ngày trước cần đến. Lập kế hoạch mới cho bộ tiêu chí khác.',
    en: 'Tasks of the plan have been linked to components of the present edition, which reports of earlier days need. Issue a new plan for another edition.',
  },
  'plan.year_in_use': {
    status: 409,
    vi: 'Kế hoạch đã có nhiệm vụ nên không đổi năm được. Lập kế hoạch mới cho năm khác.',
    en: 'The plan has tasks, so its year cannot change. Issue a new plan for another year.',
  },
  'plan.import_rejected': {
    status: 422,
    vi: 'Có {rejected} dòng chưa đúng nên chưa nhập dòng nào. Sửa các dòng được nêu rồi gửi lại tệp.',
    en: 'Nothing was imported: rows to correct: {rejected}. Correct what is named here and send the file again.',
  },
  'plan.export_too_large': {
    status: 413,
    vi: 'Kế hoạch có hơn {limit} nhiệm vụ trong phạm vi của bạn. Dùng xuất dữ liệu ở mục báo cáo, theo từng đơn vị.',
    en: 'The plan has more than {limit} tasks in your scope. Use the exports of the reports, unit by unit.',
  },
});

export const unknownIssuer: Texts = {
  vi: 'Không có đơn vị này, hoặc bạn không được ban hành kế hoạch thay đơn vị này.',
  en: 'There is no such unit, or you may not issue plans for it.',
};

export const unknownEdition: Texts = {
  vi: 'Không có bộ tiêu chí này. Chọn một bộ trong danh mục chỉ số.',
  en: 'There is no such edition. Choose one from the list of indexes.',
};

export const codeTaken: Texts = {
  vi: 'Mã này đã dùng cho một kế hoạch khác.',
  en: 'Another plan has this code.',
};

export const cannotBeEmpty: Texts = {
  vi: 'Không được để trống.',
  en: 'Must not be empty.',
};
