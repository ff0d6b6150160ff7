import { defineProblems } from '../platform/errors/problem';

export const reportProblem = defineProblems({
  'report.no_edition': {
    status: 400,
    vi: 'Báo cáo này cần một bộ tiêu chí. Chọn kế hoạch đã gắn bộ tiêu chí (planId), hoặc chỉ số và năm (index, year).',
    en: 'This report needs an edition. Choose a plan that is linked to one (planId), or an index and year (index, year).',
  },
});
