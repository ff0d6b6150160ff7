import { defineProblems } from '../../platform/errors/problem';

export const ruleProblem = defineProblems({
  'reminder_rule.not_own': {
    status: 409,
    vi: 'Quy tắc này có sẵn trong hệ thống nên không xóa được. Hãy tắt quy tắc (active: false).',
    en: 'This rule came with the system and cannot be removed. Switch it off instead (active: false).',
  },
  'reminder_rule.has_told': {
    status: 409,
    vi: 'Quy tắc này đã nhắc việc nên phải giữ lại để tra cứu. Hãy tắt quy tắc (active: false).',
    en: 'This rule has told people and is kept for the record. Switch it off instead (active: false).',
  },
  'reminder_rule.too_many': {
    status: 409,
    vi: 'Đã có {most} quy tắc, mức nhiều nhất. Xóa quy tắc không dùng rồi thêm lại.',
    en: 'There are {most} rules already, the most there may be. Remove one that is not used, then add this one.',
  },
  'reminder_rule.too_many_exceptions': {
    status: 409,
    vi: 'Quy tắc đã có {most} ngoại lệ, mức nhiều nhất. Xóa ngoại lệ không dùng rồi thêm lại.',
    en: 'The rule has {most} exceptions already, the most there may be. Remove one that is not used, then add this one.',
  },
});
