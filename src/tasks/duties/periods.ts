import { addDays, yearOf, type Day } from '../../platform/clock/day';

export const rhythms = ['par_report', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** One turn of a rhythm: the days that are reported on, both inclusive, and what it is called. */
export interface Period {
  from: Day;
  to: Day;
  nameVi: string;
  nameEn: string;
}

/** The periods of a rhythm whose last day lies from `first` to `last`, in the order of their last days. */
export function periodsEnding(rhythm: Rhythm, first: Day, last: Day): Period[] {
  const years = Array.from(
    { length: Math.max(0, yearOf(last) - yearOf(first) + 1) },
    (_, n) => yearOf(first) + n,
  );
  return years.flatMap(endingIn[rhythm]).filter(({ to }) => first <= to && to <= last);
}

/** The periods that end in a calendar year. */
const endingIn: Record<Rhythm, (year: number) => Period[]> = {
  // An event on 15 December belongs to the next report year. There is no report of a second and a fourth quarter:
  // those of six months and of the year stand for them.
  par_report: (y) => [
    reportOf(day(y - 1, 12, 15), day(y, 3, 14), `Quý I năm ${y}`, `Q1 ${y}`),
    reportOf(day(y - 1, 12, 15), day(y, 6, 14), `6 tháng đầu năm ${y}`, `first six months of ${y}`),
    reportOf(day(y, 6, 15), day(y, 9, 14), `Quý III năm ${y}`, `Q3 ${y}`),
    reportOf(day(y - 1, 12, 15), day(y, 12, 14), `Năm ${y}`, `year ${y}`),
  ],
  monthly: (y) =>
    months.map((name, n) => reportOf(...span(y, n + 1, 1), `Tháng ${n + 1} năm ${y}`, `${name} ${y}`)),
  quarterly: (y) =>
    ['I', 'II', 'III', 'IV'].map((name, n) =>
      reportOf(...span(y, 3 * n + 1, 3), `Quý ${name} năm ${y}`, `Q${n + 1} ${y}`),
    ),
  half_yearly: (y) => [
    reportOf(...span(y, 1, 6), `6 tháng đầu năm ${y}`, `first six months of ${y}`),
    reportOf(...span(y, 7, 6), `6 tháng cuối năm ${y}`, `last six months of ${y}`),
  ],
  yearly: (y) => [reportOf(...span(y, 1, 12), `Năm ${y}`, `year ${y}`)],
};

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function reportOf(from: Day, to: Day, nameVi: string, nameEn: string): Period {
  return { from, to, nameVi, nameEn };
}

/** The first and the last day of `length` months from `month` on; they never cross the year's end. */
function span(year: number, month: number, length: number): [Day, Day] {
  const next = month + length;
  const after = next > 12 ? day(year + 1, 1, 1) : day(year, next, 1);
  return [day(year, month, 1), addDays(after, -1)];
}

function day(year: number, month: number, date: number): Day {
  return [String(year).padStart(4, '0'), ...[month, date].map((n) => String(n).padStart(2, '0'))].join('-');
}
