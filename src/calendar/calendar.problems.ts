import { defineProblems } from '../platform/errors/problem';

export const calendarProblem = defineProblems({
  'calendar.year_unknown': {
    status: 422,
    vi: 'Chưa có lịch làm việc năm {year} nên không tính được ngày làm việc. Quản trị hệ thống nhập lịch nghỉ năm {year} tại mục Lịch làm việc rồi thử lại.',
    en: 'There is no working calendar for {year}, so working days cannot be counted. An administrator enters the days off of {year} under Calendar; then try again.',
  },
});
