import { defineProblems } from '../../platform/errors/problem';

export const taskProblem = defineProblems({
  'task.wrong_state': {
    status: 409,
    vi: 'Nhiệm vụ đang ở trạng thái "{state}" nên không thể {verb}. Tải lại để xem tình trạng hiện tại.',
    en: 'The task is "{stateEn}", so it cannot be {verbEn}. Reload to see where it stands.',
  },
  'task.due_by_extension': {
    status: 409,
    vi: 'Thời hạn của nhiệm vụ đã giao chỉ thay đổi khi đề nghị gia hạn được phê duyệt.',
    en: 'The due date of an assigned task moves only by an approved extension.',
  },
  'task.no_due_date': {
    status: 409,
    vi: 'Nhiệm vụ thường xuyên không có thời hạn nên không gia hạn được.',
    en: 'A task without a due date cannot be extended.',
  },
  'task.extension_pending': {
    status: 409,
    vi: 'Đang có một đề nghị gia hạn chờ quyết định.',
    en: 'An extension request is already waiting for a decision.',
  },
  'task.extension_decided': {
    status: 409,
    vi: 'Đề nghị gia hạn này đã được quyết định.',
    en: 'This extension request has been decided already.',
  },
  'task.plan_closed': {
    status: 409,
    vi: 'Kế hoạch đã đóng: không thể giao thêm, sửa hay hủy nhiệm vụ. Giao lại trong kế hoạch mới nếu còn cần.',
    en: 'The plan is closed: tasks cannot be added, changed or cancelled. Assign again in a new plan what is still needed.',
  },
  'task.code_taken': {
    status: 409,
    vi: 'Mã nhiệm vụ đã có trong kế hoạch.',
    en: 'The plan already has a task with this code.',
  },
});

const stateWords: Record<string, { vi: string; en: string }> = {
  draft: { vi: 'Dự thảo', en: 'draft' },
  assigned: { vi: 'Đã giao', en: 'assigned' },
  in_progress: { vi: 'Đang thực hiện', en: 'in progress' },
  submitted: { vi: 'Đã báo cáo hoàn thành', en: 'submitted' },
  returned: { vi: 'Bị trả lại', en: 'returned' },
  accepted: { vi: 'Đã xác nhận hoàn thành', en: 'accepted' },
  cancelled: { vi: 'Đã hủy', en: 'cancelled' },
};

const verbWords: Record<string, { vi: string; en: string }> = {
  assign: { vi: 'giao', en: 'assigned' },
  progress: { vi: 'cập nhật tiến độ', en: 'updated' },
  submit: { vi: 'báo cáo hoàn thành', en: 'submitted' },
  accept: { vi: 'xác nhận hoàn thành', en: 'accepted' },
  return: { vi: 'trả lại', en: 'returned' },
  cancel: { vi: 'hủy', en: 'cancelled' },
  extend: { vi: 'gia hạn', en: 'extended' },
  direct: { vi: 'cho ý kiến chỉ đạo', en: 'directed' },
  change: { vi: 'sửa', en: 'changed' },
};

/** The refusal of a verb in a state, in words. */
export function wrongState(state: string, verb: string) {
  const [stateText, verbText] = [stateWords[state], verbWords[verb]];
  return taskProblem('task.wrong_state', {
    state: stateText.vi,
    stateEn: stateText.en,
    verb: verbText.vi,
    verbEn: verbText.en,
  });
}
