import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { addDays, weekdayOf, type Day } from '../platform/clock/day';
import { faultsOf } from './calendar-year.rules';
import type { CalendarDay } from './calendar-year';
import { WorkingCalendar } from './working-calendar';

const file = JSON.parse(readFileSync(join(__dirname, '../../data/holidays.json'), 'utf8')) as {
  days: (CalendarDay & { year: number })[];
};
const years = [2022, 2023, 2024, 2025, 2026, 2027].map((year) => {
  const days = file.days.filter((day) => day.year === year);
  return { year, provisional: days.every((day) => day.provisional), days };
});
const calendar = new WorkingCalendar(years);

/** The convention word for word, day by day. */
function worked(day: Day): boolean {
  const kind = file.days.find(({ date }) => date === day)?.kind;
  return kind === 'swap_work' || (kind === undefined && weekdayOf(day) <= 5);
}

describe('the n-th working day', () => {
  it.each([
    ['2025-04-25', 1, '2025-04-26', 'a Saturday worked by exchange'],
    ['2025-04-25', 2, '2025-04-28', 'the Monday after it'],
    ['2025-04-29', 1, '2025-05-05', 'after 30 April, 1 May, the swapped 2 May and a weekend'],
    ['2025-05-05', -1, '2025-04-29', 'and back'],
    ['2024-05-03', 1, '2024-05-04', 'the Saturday worked for 29 April'],
    ['2023-01-19', 1, '2023-01-27', 'over Tết 2023'],
    ['2023-01-27', -1, '2023-01-19', 'before Tết 2023'],
    ['2025-01-24', 1, '2025-02-03', 'over Tết 2025'],
    ['2023-08-31', 1, '2023-09-05', 'over National Day 2023'],
    ['2025-08-29', 1, '2025-09-03', 'over National Day 2025'],
    ['2022-12-30', 1, '2023-01-03', 'over the end of a year'],
    ['2023-01-03', -1, '2022-12-30', 'over the beginning of a year'],
    ['2023-04-30', 1, '2023-05-04', 'from a holiday on a Sunday'],
    ['2023-04-30', 0, '2023-04-30', 'zero moves nothing, not even from a rest day'],
  ])('%s and %i give %s: %s', (from, n, date) => {
    expect(calendar.addWorkingDays(from, n)).toBe(date);
  });
});

describe('the working days between two days', () => {
  it.each([
    ['2025-04-25', '2025-04-26', 1],
    ['2025-04-26', '2025-04-25', -1],
    ['2023-01-19', '2023-01-27', 1],
    ['2023-06-30', '2023-06-30', 0],
    ['2023-04-29', '2023-05-03', 0],
    ['2022-12-30', '2023-01-03', 1],
    ['2021-12-31', '2022-12-31', 249],
  ])('after %s up to %s are %i', (from, to, count) => {
    expect(calendar.countWorkingDays(from, to)).toBe(count);
  });
});

describe('what holds for every day', () => {
  const day = fc.integer({ min: 0, max: 6 * 365 }).map((n) => addDays('2022-01-01', n));

  it('counts as a walk from day to day does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, span) => {
        const to = [addDays(from, span), '2027-12-31'].sort()[0];
        let count = 0;
        for (let at = from; at < to; at = addDays(at, 1)) if (worked(addDays(at, 1))) count += 1;
        expect(calendar.countWorkingDays(from, to)).toBe(count);
        expect(calendar.countWorkingDays(to, from)).toBe(0 - count);
      }),
      { numRuns: 60 },
    );
  });

  it('lands on a working day, n of them away, and comes back', () => {
    const middle = fc.integer({ min: 0, max: 3 * 365 }).map((n) => addDays('2023-06-01', n));
    fc.assert(
      fc.property(
        middle,
        fc.integer({ min: -200, max: 200 }).filter((n) => n !== 0),
        (from, n) => {
          const date = calendar.addWorkingDays(from, n);
          expect(worked(date)).toBe(true);
          expect(calendar.isWorkingDay(date)).toBe(true);
          if (n > 0) expect(calendar.countWorkingDays(from, date)).toBe(n);
          else expect(calendar.countWorkingDays(addDays(date, -1), addDays(from, -1))).toBe(-n);
          if (worked(from)) expect(calendar.addWorkingDays(date, -n)).toBe(from);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what is not known', () => {
  it('is refused, naming the year', () => {
    const unknown = (year: number) =>
      expect.objectContaining({
        code: 'calendar.year_unknown',
        status: 422,
        message: expect.stringContaining(String(year)),
      });
    const failure = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    expect(failure(() => calendar.addWorkingDays('2027-12-31', 1))).toEqual(unknown(2028));
    expect(failure(() => calendar.addWorkingDays('2022-01-01', -1))).toEqual(unknown(2021));
    expect(failure(() => calendar.countWorkingDays('2027-12-01', '2028-01-10'))).toEqual(unknown(2028));
    expect(failure(() => calendar.isWorkingDay('2019-05-05'))).toEqual(unknown(2019));
  });

  it('is called provisional: all of 2027, and the swaps of 2026', () => {
    expect(calendar.isProvisional('2026-12-30', '2027-01-04')).toBe(true);
    expect(calendar.isProvisional('2027-03-01', '2027-03-02')).toBe(true);
    expect(calendar.isProvisional('2026-01-05', '2025-12-31')).toBe(true);
    expect(calendar.isProvisional('2026-03-02', '2026-04-30')).toBe(false);
    expect(calendar.isProvisional('2023-01-01', '2025-12-31')).toBe(false);
  });
});

describe('the days of a year', () => {
  const day = (date: Day, kind: CalendarDay['kind'], forDate: Day | null = null): CalendarDay => ({
    ...{ date, kind, forDate, nameVi: 'Ngày nghỉ', nameEn: 'Day off', notice: null, provisional: false },
  });
  const codes = (...days: CalendarDay[]) => faultsOf(2025, days).map(({ path, code }) => [path, code]);

  it('are sound in the data of the province', () => {
    for (const { year, days } of years) {
      expect(
        faultsOf(
          year,
          days.map((entry) => ({ ...entry, forDate: entry.forDate ?? null })),
        ),
      ).toEqual([]);
    }
  });

  it('are refused where they contradict each other', () => {
    const holiday = day('2025-04-26', 'holiday');
    expect(codes(day('2024-01-01', 'holiday'))).toEqual([['days[0].date', 'calendar.other_year']]);
    expect(codes(day('2025-01-01', 'holiday'), day('2025-01-01', 'holiday'))).toEqual([
      ['days[0].date', 'calendar.day_twice'],
    ]);
    expect(codes(holiday, day('2025-04-27', 'made_up', '2025-04-26'))).toEqual([
      ['days[1].date', 'calendar.rest_day'],
    ]);
    expect(codes(day('2025-04-28', 'made_up', '2025-04-26'))).toEqual([
      ['days[0].forDate', 'calendar.made_up_for'],
    ]);
    expect(codes(day('2025-04-28', 'made_up'))).toEqual([['days[0].forDate', 'calendar.for_date_missing']]);
    expect(codes(day('2025-05-04', 'swap_work', '2025-05-02'))).toEqual([
      ['days[0].date', 'calendar.not_saturday'],
    ]);
    expect(codes(day('2025-05-02', 'swap_off', '2025-04-26'))).toEqual([
      ['days[0].forDate', 'calendar.swap_pair'],
    ]);
    expect(codes(day('2025-05-01', 'holiday', '2025-04-26'))).toEqual([
      ['days[0].forDate', 'calendar.for_date_needless'],
    ]);
  });
});
