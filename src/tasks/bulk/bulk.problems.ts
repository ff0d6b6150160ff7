import { fieldError, invalid } from '../../platform/errors/common-problems';
import { defineProblems } from '../../platform/errors/problem';

export const bulkProblem = defineProblems({
  'bulk.too_many': {
    status: 409,
    vi: 'Bộ lọc khớp {count} nhiệm vụ; mỗi lần xử lý tối đa {most}. Thu hẹp bộ lọc rồi gửi lại. Chưa có gì thay đổi.',
    en: 'The filter matches {count} tasks; one request takes at most {most}. Narrow the filter and send it again. Nothing was changed.',
  },
  'bulk.no_request': {
    status: 409,
    vi: 'Nhiệm vụ không có đề nghị gia hạn nào chờ quyết định.',
    en: 'The task has no extension request that waits for a decision.',
  },
});

export function namedOneWay() {
  return invalid(
    fieldError('taskIds', 'tasks_one_way', {
      vi: 'Nêu nhiệm vụ bằng đúng một cách: taskIds, tasks hoặc filter.',
      en: 'Name the tasks in exactly one way: taskIds, tasks or filter.',
    }),
  );
}

/** A filter that a page lost on its way must not mean every task. */
export function filterEmpty() {
  return invalid(
    fieldError('filter', 'filter_empty', {
      vi: 'Bộ lọc chưa có điều kiện nào. Nêu ít nhất một điều kiện, ví dụ planId.',
      en: 'The filter has no condition. Give at least one, for example planId.',
    }),
  );
}

export function namedTwice(path: string) {
  return invalid(
    fieldError(path, 'task_twice', {
      vi: 'Nhiệm vụ này đã có trong danh sách. Mỗi nhiệm vụ chỉ nêu một lần.',
      en: 'The task is in the list already. Name each task once.',
    }),
  );
}
