import * as fc from 'fast-check';
import { addDays, daysBetween, yearOf, type Day } from '../../platform/clock/day';
import { periodsEnding, rhythms, type Period, type Rhythm } from './periods';

const year = fc.integer({ min: 1990, max: 2199 });
const anyDay = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('2000-01-01', n));
const calendarRhythms = rhythms.filter((rhythm) => rhythm !== 'par_report');

const endingIn = (rhythm: Rhythm, y: number) => periodsEnding(rhythm, `${y}-01-01`, `${y}-12-31`);
const holding = (periods: Period[], day: Day) => periods.filter(({ from, to }) => from <= day && day <= to);
const shown = ({ from, to, nameVi, nameEn }: Period) => `${from}…${to} ${nameVi} | ${nameEn}`;

/** Each begins on the day after the one before has ended. */
function expectToFollow(periods: Period[]): void {
  periods.slice(1).forEach((period, n) => expect(period.from).toBe(addDays(periods[n].to, 1)));
}

describe('the periods of a rhythm', () => {
  it('are the four reports of the report year, from 15/12 to 14/12', () => {
    expect(endingIn('par_report', 2027).map(shown)).toEqual([
      '2026-12-15…2027-03-14 Quý I năm 2027 | Q1 2027',
      '2026-12-15…2027-06-14 6 tháng đầu năm 2027 | first six months of 2027',
      '2027-06-15…2027-09-14 Quý III năm 2027 | Q3 2027',
      '2026-12-15…2027-12-14 Năm 2027 | year 2027',
    ]);
  });

  it('are months, quarters, half years and years by the calendar', () => {
    expect(endingIn('monthly', 2028).map(shown)[1]).toBe(
      '2028-02-01…2028-02-29 Tháng 2 năm 2028 | February 2028',
    );
    expect(endingIn('monthly', 2027)[1].to).toBe('2027-02-28');
    expect(endingIn('quarterly', 2027).map(shown)).toEqual([
      '2027-01-01…2027-03-31 Quý I năm 2027 | Q1 2027',
      '2027-04-01…2027-06-30 Quý II năm 2027 | Q2 2027',
      '2027-07-01…2027-09-30 Quý III năm 2027 | Q3 2027',
      '2027-10-01…2027-12-31 Quý IV năm 2027 | Q4 2027',
    ]);
    expect(endingIn('half_yearly', 2027).map(shown)).toEqual([
      '2027-01-01…2027-06-30 6 tháng đầu năm 2027 | first six months of 2027',
      '2027-07-01…2027-12-31 6 tháng cuối năm 2027 | last six months of 2027',
    ]);
    expect(endingIn('yearly', 2027).map(shown)).toEqual(['2027-01-01…2027-12-31 Năm 2027 | year 2027']);
  });

  it('of the calendar follow each other without gap, leap years or not, and hold every day once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...calendarRhythms), year, anyDay, (rhythm, y, day) => {
        const two = [...endingIn(rhythm, y), ...endingIn(rhythm, y + 1)];
        expect([two[0].from, two[two.length - 1].to]).toEqual([`${y}-01-01`, `${y + 1}-12-31`]);
        expectToFollow(two);
        const [held, ...more] = holding(endingIn(rhythm, yearOf(day)), day);
        expect([held.nameVi.toLowerCase().endsWith(`năm ${yearOf(day)}`), more]).toEqual([true, []]);
      }),
    );
  });

  it('of the report make whole years of 365 or 366 days, without gap from year to year', () => {
    fc.assert(
      fc.property(year, (y) => {
        const [quarter, half, third, whole] = endingIn('par_report', y);
        const [, nextHalf, , next] = endingIn('par_report', y + 1);
        expectToFollow([half, third]);
        expectToFollow([whole, next]);
        // What the third quarter leaves open until 14/12 only the year's report tells.
        expect([daysBetween(third.to, whole.to), nextHalf.from]).toEqual([91, addDays(whole.to, 1)]);
        expect([quarter.from, half.from, whole.from]).toEqual(Array(3).fill(`${y - 1}-12-15`));
        const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
        expect(daysBetween(whole.from, whole.to) + 1).toBe(leap ? 366 : 365);
        expect([quarter, half, third, whole].every(({ nameVi }) => nameVi.endsWith(String(y)))).toBe(true);
      }),
    );
  });

  it('of the report put 15/12 into the next report year, and 14/12 into the one that ends', () => {
    fc.assert(
      fc.property(year, (y) => {
        const reports = [y, y + 1].flatMap((each) => endingIn('par_report', each));
        const names = (day: Day) => holding(reports, day).map(({ nameEn }) => nameEn);
        expect(names(`${y}-12-14`)).toEqual([`year ${y}`]);
        expect(names(`${y}-12-15`)).toEqual([`Q1 ${y + 1}`, `first six months of ${y + 1}`, `year ${y + 1}`]);
      }),
    );
  });

  it('are found by their last day alone, each once and in order, however the span is cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rhythms),
        anyDay,
        fc.nat(900),
        fc.nat(900),
        (rhythm, first, one, two) => {
          const [cut, last] = [addDays(first, one), addDays(first, one + 1 + two)];
          const whole = periodsEnding(rhythm, first, last);
          expect(whole).toEqual([
            ...periodsEnding(rhythm, first, cut),
            ...periodsEnding(rhythm, addDays(cut, 1), last),
          ]);
          const ends = whole.map(({ to }) => to);
          expect(ends).toEqual([...new Set(ends)].sort());
          expect(ends.every((to) => first <= to && to <= last)).toBe(true);
        },
      ),
    );
  });

  it('are none where the span ends before it begins', () => {
    expect(periodsEnding('monthly', '2027-05-31', '2027-05-30')).toEqual([]);
    expect(periodsEnding('monthly', '2029-01-01', '2027-01-01')).toEqual([]);
  });
});
