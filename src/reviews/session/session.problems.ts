import { fieldError } from '../../platform/errors/common-problems';
import { defineProblems, type FieldError } from '../../platform/errors/problem';

export const sessionProblem = defineProblems({
  'review.nothing_overdue': {
    status: 409,
    vi: 'Không có nhiệm vụ quá hạn nào để rà soát trong phạm vi đã chọn.',
    en: 'Nothing is overdue in what you have chosen, so there is nothing to review.',
  },
  'review.concluded': {
    status: 409,
    vi: 'Phiên rà soát đã kết luận. Mở phiên mới để rà soát tiếp.',
    en: 'The session is concluded. Open a new one to go on.',
  },
  'review.nothing_decided': {
    status: 409,
    vi: 'Chưa có nội dung nào được quyết định. Quyết định ít nhất một nội dung trước khi kết luận.',
    en: 'Nothing is decided yet. Decide on at least one item before concluding.',
  },
});

const texts = {
  unit_unknown: {
    vi: 'Không có đơn vị này trong phạm vi bạn được chỉ đạo.',
    en: 'There is no such unit where you may give directions.',
  },
  plan_unknown: {
    vi: 'Không có kế hoạch này trong phạm vi của bạn.',
    en: 'There is no such plan in your scope.',
  },
  day_past: { vi: 'Ngày phải từ hôm nay trở đi.', en: 'The day cannot lie before today.' },
  needed: { vi: 'Cần có với quyết định này.', en: 'Is needed with this decision.' },
  not_with_this: { vi: 'Không dùng với quyết định này.', en: 'Does not belong to this decision.' },
  person_elsewhere: {
    vi: 'Người được chọn phải là người đang công tác tại cơ quan chủ trì.',
    en: 'The person must be an active person of the lead unit.',
  },
};

export function sessionFault(path: string, code: keyof typeof texts): FieldError {
  return fieldError(path, code, texts[code]);
}
