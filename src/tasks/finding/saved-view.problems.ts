import { defineProblems } from '../../platform/errors/problem';

export const savedViewProblem = defineProblems({
  'saved_view.name_taken': {
    status: 409,
    vi: 'Bạn đã có một danh sách lưu với tên này. Chọn tên khác.',
    en: 'You have a saved view of this name already. Choose another name.',
  },
  'saved_view.too_many': {
    status: 409,
    vi: 'Mỗi người lưu tối đa {limit} danh sách. Xóa bớt rồi lưu lại.',
    en: 'A person keeps at most {limit} saved views. Delete one and save again.',
  },
});
