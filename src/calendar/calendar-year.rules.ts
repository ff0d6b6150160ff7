import { isDay, weekdayOf, yearOf } from '../platform/clock/day';
import { fieldError } from '../platform/errors/common-problems';
import type { FieldError, Texts } from '../platform/errors/problem';
import type { CalendarDay } from './calendar-year';

const faults = {
  'calendar.other_year': { vi: 'Ngày không thuộc năm này.', en: 'The day is not in this year.' },
  'calendar.day_twice': { vi: 'Ngày này đã có ở mục khác.', en: 'The day is listed twice.' },
  'calendar.rest_day': {
    vi: 'Ngày nghỉ bù hoặc nghỉ hoán đổi phải là ngày từ thứ Hai đến thứ Sáu.',
    en: 'A day off made up or swapped must be a Monday to Friday.',
  },
  'calendar.not_saturday': {
    vi: 'Ngày làm bù phải là thứ Bảy.',
    en: 'A day worked in exchange must be a Saturday.',
  },
  'calendar.for_date_needless': {
    vi: 'Ngày lễ không có "forDate".',
    en: 'A holiday has no "forDate".',
  },
  'calendar.for_date_missing': {
    vi: 'Phải cho biết ngày được bù hoặc được hoán đổi ("forDate").',
    en: 'Say for which day it is made up or swapped ("forDate").',
  },
  'calendar.made_up_for': {
    vi: '"forDate" phải là ngày lễ trước đó, rơi vào thứ Bảy hoặc Chủ nhật.',
    en: '"forDate" must be an earlier holiday on a Saturday or Sunday.',
  },
  'calendar.swap_pair': {
    vi: 'Ngày nghỉ hoán đổi và ngày làm bù phải chỉ vào nhau qua "forDate".',
    en: 'A swapped day off and its worked Saturday must name each other in "forDate".',
  },
} satisfies Record<string, Texts>;
type Fault = keyof typeof faults;

/** What is wrong with the days of a year, each with its place; empty when they are sound. */
export function faultsOf(year: number, days: CalendarDay[]): FieldError[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  return days.flatMap((day, index) => {
    const field = (name: string, code: Fault) => fieldError(`days[${index}].${name}`, code, faults[code]);
    if (!isDay(day.date) || yearOf(day.date) !== year) return [field('date', 'calendar.other_year')];
    if (byDate.get(day.date) !== day) return [field('date', 'calendar.day_twice')];
    const weekday = weekdayFault(day);
    if (weekday) return [field('date', weekday)];
    const pair = pairFault(year, day, byDate);
    return pair ? [field('forDate', pair)] : [];
  });
}

function weekdayFault({ kind, date }: CalendarDay): Fault | null {
  if (kind === 'swap_work') return weekdayOf(date) === 6 ? null : 'calendar.not_saturday';
  if (kind === 'made_up' || kind === 'swap_off') return weekdayOf(date) <= 5 ? null : 'calendar.rest_day';
  return null;
}

function pairFault(year: number, day: CalendarDay, byDate: Map<string, CalendarDay>): Fault | null {
  if (day.kind === 'holiday') return day.forDate === null ? null : 'calendar.for_date_needless';
  if (day.forDate === null) return 'calendar.for_date_missing';
  // A pair that reaches into another year is checked by eye: that year is another document.
  if (yearOf(day.forDate) !== year) return null;
  const other = byDate.get(day.forDate);
  if (day.kind === 'made_up') {
    const sound = other?.kind === 'holiday' && weekdayOf(other.date) >= 6 && other.date < day.date;
    return sound ? null : 'calendar.made_up_for';
  }
  const opposite = day.kind === 'swap_off' ? 'swap_work' : 'swap_off';
  return other?.kind === opposite && other.forDate === day.date ? null : 'calendar.swap_pair';
}
