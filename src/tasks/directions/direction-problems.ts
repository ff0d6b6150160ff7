import { fieldError } from '../../platform/errors/common-problems';
import { defineProblems, type FieldError } from '../../platform/errors/problem';

export const directionProblem = defineProblems({
  'direction.answered': {
    status: 409,
    vi: 'Ý kiến chỉ đạo này đã được trả lời. Bổ sung thêm ở mục trao đổi của nhiệm vụ.',
    en: 'This direction has been answered already. Add what is missing as a comment on the task.',
  },
});

const words = {
  addressee_elsewhere: {
    vi: 'Người nhận phải là người đang công tác tại cơ quan chủ trì hoặc cơ quan phối hợp. Chọn người khác, hoặc để trống để gửi người chịu trách nhiệm.',
    en: 'The addressee must be an active person of the lead unit or of a coordinating unit. Choose another, or leave it out to address the responsible individual.',
  },
  answer_by_past: {
    vi: 'Hạn trả lời không thể trước hôm nay. Chọn hôm nay hoặc ngày sau đó.',
    en: 'The last day for an answer cannot lie before today. Choose today or a later day.',
  },
};

export function directionFault(path: string, code: keyof typeof words): FieldError {
  return fieldError(path, code, words[code]);
}
