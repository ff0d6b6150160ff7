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
  'task.evidence_missing': {
    status: 409,
    vi: 'Sản phẩm của nhiệm vụ này phải có tài liệu kiểm chứng. Thêm tệp hoặc số hiệu văn bản vào mục tài liệu kiểm chứng, rồi báo cáo hoàn thành.',
    en: 'The deliverable of this task must be proved. Add a file or the reference of a document as evidence, then submit.',
  },
  'task.evidence_full': {
    status: 409,
    vi: 'Nhiệm vụ đã có {limit} tài liệu kiểm chứng, mức tối đa. Nêu số hiệu các văn bản khác khi cập nhật tiến độ.',
    en: 'The task has {limit} pieces of evidence already, the most it can hold. Name further documents in a progress update.',
  },
  'task.own_decision': {
    status: 403,
    vi: 'Bạn là người đã báo cáo hoặc đề nghị nên không thể tự quyết định. Nhờ thủ trưởng hoặc cán bộ khác của đơn vị giao quyết định.',
    en: 'You made this submission or request, so you cannot decide on it. Ask the head or another officer of the unit that handed the part down.',
  },
  'task.too_deep': {
    status: 409,
    vi: 'Nhiệm vụ đã ở cấp thứ {limit} kể từ nhiệm vụ của kế hoạch, không giao tiếp xuống được nữa.',
    en: 'The task is on level {limit}, counted from the task of the plan; no part can be handed down from it.',
  },
  'task.too_many_parts': {
    status: 409,
    vi: 'Nhiệm vụ đã có {limit} nhiệm vụ thành phần, mức tối đa. Hủy phần không còn cần trước khi giao thêm.',
    en: 'The task has {limit} parts already, the most it can have. Cancel those no longer needed first.',
  },
  'task.points_of_plan': {
    status: 409,
    vi: 'Nhiệm vụ thành phần do đơn vị giao tiếp không gắn tiêu chí: điểm thuộc nhiệm vụ của kế hoạch.',
    en: 'A part that was handed down is linked to no component: the points belong to the task of the plan.',
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

export const stateWords: Record<string, { vi: string; en: string }> = {
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
  handDown: { vi: 'giao tiếp', en: 'handed down' },
  note: { vi: 'ghi kết quả phối hợp', en: 'noted' },
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
