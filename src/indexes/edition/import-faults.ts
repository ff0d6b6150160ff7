import { fieldError } from '../../platform/errors/common-problems';
import type { FieldError, Params, Texts } from '../../platform/errors/problem';

/** What can be wrong in an imported set of criteria. Each sentence says what to do. */
const faults = {
  required: { vi: 'Thiếu. Điền giá trị vào mục này.', en: 'Missing. Fill this in.' },
  text: { vi: 'Phải là chữ, tối đa {max} ký tự.', en: 'Must be text of at most {max} characters.' },
  list: { vi: 'Phải là danh sách.', en: 'Must be a list.' },
  unknown_field: {
    vi: 'Không có trường hoặc cột này. Đổi tên hoặc bỏ đi.',
    en: 'There is no such field or column. Rename or remove it.',
  },
  year: {
    vi: 'Năm phải là số nguyên từ 1990 đến 2200.',
    en: 'The year must be a whole number from 1990 to 2200.',
  },
  other_index: {
    vi: 'Bộ tiêu chí này thuộc chỉ số {found}, không phải {expected}.',
    en: 'This set belongs to the index {found}, not {expected}.',
  },
  empty: { vi: 'Bộ tiêu chí chưa có lĩnh vực nào.', en: 'The set of criteria has no field.' },
  too_many: { vi: 'Quá {max} dòng tiêu chí.', en: 'More than {max} criteria.' },
  code: {
    vi: 'Mã gồm chữ và số ngăn bởi dấu chấm, ví dụ 1.2.3; tối đa 20 ký tự.',
    en: 'A code is letters and digits separated by dots, such as 1.2.3, at most 20 characters.',
  },
  duplicate_code: { vi: 'Mã {code} xuất hiện hai lần.', en: 'The code {code} occurs twice.' },
  level: {
    vi: 'Cấp phải là field, criterion hoặc component.',
    en: 'The level must be field, criterion or component.',
  },
  missing_parent: {
    vi: 'Không có mục cha của {code} ở cấp trên. Thêm dòng cha hoặc sửa mã.',
    en: '{code} has no parent one level above. Add the parent or correct the code.',
  },
  max_points: {
    vi: 'Điểm tối đa phải là số không âm, tối đa 4 chữ số thập phân; để trống nếu chưa biết.',
    en: 'Maximum points must be a number of at least 0 with at most 4 decimals; leave empty when unknown.',
  },
  baseline_score: {
    vi: 'Điểm năm trước phải là số từ 0 đến điểm tối đa.',
    en: 'The score of the year before must be a number from 0 to the maximum.',
  },
  method: { vi: 'Phương pháp chấm không có trong danh mục.', en: 'The method is not one of those known.' },
  source: {
    vi: 'Nguồn phải là linked_tasks, reported_value hoặc survey.',
    en: 'The source must be linked_tasks, reported_value or survey.',
  },
  task_measure: { vi: 'Phải là done hoặc done_on_time.', en: 'Must be done or done_on_time.' },
  task_scope: { vi: 'Phải là linked hoặc plan.', en: 'Must be linked or plan.' },
  rule_unknown: {
    vi: 'Không có cách chấm này. Dùng binary, late_penalty, tiers, pro_rata, per_item_capped, survey_percent hoặc manual.',
    en: 'There is no such rule. Use binary, late_penalty, tiers, pro_rata, per_item_capped, survey_percent or manual.',
  },
  rule_parameters: {
    vi: 'Tham số của cách chấm thiếu hoặc sai: tỷ lệ từ 0 đến 1, ngưỡng từ 0, bậc cao không ít điểm hơn bậc thấp.',
    en: 'The parameters of the rule are missing or wrong: shares 0 to 1, thresholds from 0, higher tiers never give less.',
  },
  rule_level: { vi: 'Chỉ tiêu chí thành phần có cách chấm.', en: 'Only components have a scoring rule.' },
  rule_source: {
    vi: 'Nhiệm vụ không quyết định được cách chấm này. Chọn nguồn khác.',
    en: 'Tasks cannot decide this rule. Choose another source.',
  },
  totals: { vi: 'Tổng phải là số không âm.', en: 'Totals must be numbers of at least 0.' },
  sum: {
    vi: 'Tổng điểm không khớp ở {code}: ghi {expected}, cộng lại được {found}.',
    en: 'The points of {code} do not add up: stated {expected}, the sum is {found}.',
  },
  count: {
    vi: 'Số lượng không khớp ở {code}: ghi {expected}, có {found}.',
    en: 'The number of {code} does not agree: stated {expected}, there are {found}.',
  },
} satisfies Record<string, Texts>;

export type FaultCode = keyof typeof faults;

export function fault(path: string, code: FaultCode, params: Params = {}): FieldError {
  return fieldError(path, code, faults[code], params);
}
