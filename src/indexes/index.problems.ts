import { defineProblems } from '../platform/errors/problem';

/** Refusals of the indexes room. */
export const problem = defineProblems({
  'index.unknown': {
    status: 404,
    vi: 'Không có chỉ số {code}. Xem danh sách chỉ số rồi chọn lại.',
    en: 'There is no index {code}. Look at the list of indexes and choose again.',
  },
  'edition.unknown': {
    status: 404,
    vi: 'Chỉ số {code} chưa có bộ tiêu chí năm {year}. Chọn năm khác hoặc nhập bộ tiêu chí.',
    en: 'The index {code} has no set of criteria of {year}. Choose another year or import the set.',
  },
  'edition.published': {
    status: 409,
    vi: 'Bộ tiêu chí năm {year} đã công bố nên không thay đổi được.',
    en: 'The set of criteria of {year} is published and cannot change.',
  },
  'edition.in_use': {
    status: 409,
    vi: 'Bộ tiêu chí năm {year} đang gắn với kế hoạch, nhiệm vụ hoặc số liệu nên không thay được. Gỡ các liên kết trước.',
    en: 'Plans, tasks or values hang on the set of criteria of {year}, so it cannot be replaced. Remove these links first.',
  },
  'edition.checks_fail': {
    status: 409,
    vi: 'Chưa công bố được: các tổng hoặc số lượng dưới đây không khớp. Sửa rồi nhập lại bộ tiêu chí.',
    en: 'Not published: the sums or counts below do not agree. Correct the set and import it again.',
  },
  'component.unknown': {
    status: 404,
    vi: 'Không có tiêu chí thành phần {code} trong bộ tiêu chí này.',
    en: 'This set has no component {code}.',
  },
  'component.from_tasks': {
    status: 409,
    vi: 'Điểm của {code} tính từ nhiệm vụ, không nhập giá trị. Cập nhật các nhiệm vụ liên kết.',
    en: 'The points of {code} follow from its tasks; no value is entered. Update the linked tasks instead.',
  },
  'edition.draft': {
    status: 409,
    vi: 'Bộ tiêu chí năm {year} còn là bản thảo. Công bố rồi nhập giá trị.',
    en: 'The set of criteria of {year} is a draft. Publish it, then enter values.',
  },
  'component.not_owner': {
    status: 403,
    vi: 'Chỉ cơ quan phụ trách tiêu chí {code} hoặc bộ phận thường trực được nhập giá trị.',
    en: 'Only the unit that owns {code} or the standing office may enter its value.',
  },
  'results.exist': {
    status: 409,
    vi: 'Một số kết quả đã có; chưa nhập dòng nào. Bỏ các dòng được nêu rồi nhập lại.',
    en: 'Some results are already there; nothing was imported. Leave out the rows listed and import again.',
  },
});
