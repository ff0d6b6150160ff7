import { defineProblems } from '../../platform/errors/problem';

export const analysisProblem = defineProblems({
  'analysis.there_already': {
    status: 409,
    vi: 'Đơn vị này đã có bản phân tích của tiêu chí thành phần này. Mở bản đó để bổ sung.',
    en: 'This unit has an analysis of this component already. Open that one and add to it.',
  },
  'analysis.agreed': {
    status: 409,
    vi: 'Bản phân tích đã được thống nhất. Ban Chỉ đạo mở lại trước khi sửa.',
    en: 'The analysis is agreed. The steering committee must reopen it before it is changed.',
  },
  'analysis.not_agreed': {
    status: 409,
    vi: 'Bản phân tích chưa được thống nhất nên không cần mở lại.',
    en: 'The analysis is not agreed, so it need not be reopened.',
  },
});
