import { addDays, weekdayOf, yearOf, type Day } from '../platform/clock/day';
import { calendarProblem } from './calendar.problems';
import type { CalendarDay, CalendarYear } from './calendar-year';

type Year = Pick<CalendarYear, 'year' | 'provisional'> & {
  days: Pick<CalendarDay, 'date' | 'kind' | 'provisional'>[];
};

interface YearIndex {
  working: Day[];
  /** Working days of the year up to and including the day. */
  upTo: Map<Day, number>;
}

/**
 * Working days (data/holidays.json, `conventions`): Monday to Friday without `holiday`, `made_up` and `swap_off`, and
 * every `swap_work`. Asking about a year that is not loaded is a 422 `calendar.year_unknown`.
 */
export class WorkingCalendar {
  private readonly years: Map<number, Year>;
  private readonly indexes = new Map<number, YearIndex>();

  constructor(years: readonly Year[]) {
    this.years = new Map(years.map((year) => [year.year, year]));
  }

  isWorkingDay(day: Day): boolean {
    const { working, upTo } = this.indexOf(yearOf(day));
    return working[upTo.get(day)! - 1] === day;
  }

  /** The n-th working day after `from`, or before it when n < 0; 0 gives `from`. `from` itself is never counted. */
  addWorkingDays(from: Day, n: number): Day {
    if (n === 0) return from;
    return n > 0 ? this.after(from, n) : this.before(from, -n);
  }

  /** Working days d with from < d ≤ to; negative when `to` is earlier. */
  countWorkingDays(from: Day, to: Day): number {
    if (to < from) return 0 - this.countWorkingDays(to, from);
    if (to === from) return 0;
    const first = addDays(from, 1);
    let count = 0;
    for (let year = yearOf(first); year <= yearOf(to); year++) {
      const { working, upTo } = this.indexOf(year);
      count +=
        (year === yearOf(to) ? upTo.get(to)! : working.length) -
        (year === yearOf(from) ? upTo.get(from)! : 0);
    }
    return count;
  }

  /** Whether anything counted between two days rests on a day, or on a whole year, that is not decided yet. */
  isProvisional(from: Day, to: Day): boolean {
    const [low, high] = from < to ? [from, to] : [to, from];
    for (let year = yearOf(low); year <= yearOf(high); year++) {
      const known = this.years.get(year);
      const open = known?.days.some(({ provisional, date }) => provisional && low <= date && date <= high);
      if (known?.provisional || open) return true;
    }
    return false;
  }

  private after(from: Day, n: number): Day {
    let year = yearOf(addDays(from, 1));
    let index = this.indexOf(year);
    let position = n + (index.upTo.get(from) ?? 0);
    while (position > index.working.length) {
      position -= index.working.length;
      index = this.indexOf(++year);
    }
    return index.working[position - 1];
  }

  private before(from: Day, n: number): Day {
    const last = addDays(from, -1);
    let year = yearOf(last);
    let index = this.indexOf(year);
    let position = index.upTo.get(last)! + 1 - n;
    while (position < 1) {
      index = this.indexOf(--year);
      position += index.working.length;
    }
    return index.working[position - 1];
  }

  private indexOf(year: number): YearIndex {
    const known = this.indexes.get(year);
    if (known) return known;
    const found = this.years.get(year);
    if (!found) throw calendarProblem('calendar.year_unknown', { year });
    const index = indexYear(found);
    this.indexes.set(year, index);
    return index;
  }
}

function indexYear({ year, days }: Year): YearIndex {
  const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
  const index: YearIndex = { working: [], upTo: new Map() };
  let weekday = weekdayOf(`${year}-01-01`);
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const kind = kinds.get(day);
    if (kind === 'swap_work' || (weekday <= 5 && kind === undefined)) index.working.push(day);
    index.upTo.set(day, index.working.length);
    weekday = (weekday % 7) + 1;
  }
  return index;
}
