import { DateTime } from 'luxon';
import { addDays, type Day } from '../../platform/clock/day';
import { fillTexts, type Params, type Texts } from '../../platform/errors/problem';
import { fold } from './fold';

/** How a text was understood, so that a person can check it. */
export type DueForm = 'day' | 'month' | 'quarter' | 'half_year' | 'nine_months' | 'year' | 'regular';
export type DueWarning = 'year_assumed' | 'year_differs' | 'recurring';
export type DueRefusal = 'due_not_understood' | 'impossible_date';

export type DueReading =
  | { dueDate: Day | null; normalisedAs: DueForm; warning?: DueWarning }
  | { refusal: DueRefusal; texts: Texts };

/**
 * Reads the time of a task as an appendix writes it: "Quý II/2023", "Trước 15/12/2023", "Cả năm", "Thường xuyên"
 * (data/README.md). A period means its last day, "trước" a day means that day, a missing year is the plan's.
 */
export function parseDueText(text: string, planYear: number): DueReading {
  const plain = simplify(text);
  if (recurring.test(plain)) return { dueDate: null, normalisedAs: 'regular', warning: 'recurring' };
  if (regular.test(plain)) return { dueDate: null, normalisedAs: 'regular' };
  for (const { form, pattern, endOf } of forms) {
    const found = pattern.exec(plain.replace(introduction, ''))?.groups;
    if (found) return dueOn(endOf, form, found, planYear, text);
  }
  return refuse('due_not_understood', text);
}

const regular = /^thuong xuyen\b/;
const recurring = /\bhang (?:ngay|tuan|thang|quy|nam)\b|\bdinh ky\b/;
const introduction =
  /^(?:(?:hoan thanh|thuc hien|xong|bao cao|cham nhat|truoc|den|het|trong|vao|thoi han)\b[ :]*(?=.*\d|nam))+/;
const year = '(?:(?:[/.,-]| nam )?(?<year>\\d{4}))?';
const [afterNoun, separator] = [' ?', '[/.-]'];

type Parts = Partial<Record<string, string>>;

interface Form {
  form: DueForm;
  pattern: RegExp;
  endOf: (found: Parts) => { month: number; day: number | 'last' };
}

const forms: Form[] = [
  {
    form: 'day',
    pattern: /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:t.*)?$/,
    endOf: ({ month, day }) => ({ month: Number(month), day: Number(day) }),
  },
  {
    form: 'day',
    pattern: new RegExp(
      `^(?:ngay )?(?<day>\\d{1,2})(?:${separator}| thang )(?<month>\\d{1,2})(?:(?:${separator}| nam )(?<year>\\d{4}|\\d{2}))?$`,
    ),
    endOf: ({ month, day }) => ({ month: Number(month), day: Number(day) }),
  },
  {
    form: 'month',
    pattern: new RegExp(`^(?:cuoi )?thang${afterNoun}(?<month>\\d{1,2})${year}$`),
    endOf: ({ month }) => ({ month: Number(month), day: 'last' }),
  },
  {
    form: 'month',
    pattern: new RegExp(`^(?<month>\\d{1,2})${separator}(?<year>\\d{4})$`),
    endOf: ({ month }) => ({ month: Number(month), day: 'last' }),
  },
  {
    form: 'quarter',
    pattern: new RegExp(`^(?:cuoi )?qu[iy]${afterNoun}(?<quarter>iv|i{1,3}|[1-4])${year}$`),
    endOf: ({ quarter }) => ({ month: 3 * quarterOf(quarter!), day: 'last' }),
  },
  {
    form: 'half_year',
    pattern: new RegExp(`^(?:6|sau) thang (?<half>dau|cuoi) nam${year.replace(' nam ', ' ')}$`),
    endOf: ({ half }) => ({ month: half === 'dau' ? 6 : 12, day: 'last' }),
  },
  {
    form: 'nine_months',
    pattern: new RegExp(`^(?:9|chin) thang(?: dau nam)?${year.replace(' nam ', ' ')}$`),
    endOf: () => ({ month: 9, day: 'last' }),
  },
  {
    form: 'year',
    pattern: /^(?:(?:ca|cuoi) )?nam(?: (?<year>\d{4}))?$/,
    endOf: () => ({ month: 12, day: 'last' }),
  },
];

/** Periods that name no year by nature, such as "cả năm", are not an assumption to warn about. */
const wholeYear: DueForm[] = ['year', 'half_year', 'nine_months'];

function dueOn(
  endOf: Form['endOf'],
  form: DueForm,
  found: Parts,
  planYear: number,
  text: string,
): DueReading {
  const { month, day } = endOf(found);
  const written =
    found.year === undefined ? undefined : Number(found.year) + (found.year.length === 2 ? 2000 : 0);
  const inYear = written ?? planYear;
  const dueDate = dayIn(inYear, month, day);
  if (!dueDate) return refuse('impossible_date', text);
  if (written === undefined && !wholeYear.includes(form))
    return { dueDate, normalisedAs: form, warning: 'year_assumed' };
  const near = inYear === planYear || inYear === planYear + 1;
  return { dueDate, normalisedAs: form, ...(near ? {} : { warning: 'year_differs' as const }) };
}

function dayIn(inYear: number, month: number, day: number | 'last'): Day | null {
  if (inYear < 1990 || inYear > 2200 || month < 1 || month > 12) return null;
  const first = DateTime.utc(inYear, month, 1);
  if (day === 'last') return first.endOf('month').toISODate();
  return day >= 1 && day <= first.daysInMonth! ? addDays(first.toISODate()!, day - 1) : null;
}

function quarterOf(written: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[written] ?? Number(written);
}

/** What the patterns compare: folded, one kind of dash, no blanks around separators, no full stop at the end. */
function simplify(text: string): string {
  return fold(text)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/ ?([/.,-]) ?/g, '$1')
    .replace(/[.,;]+$/, '');
}

const refusals: Record<DueRefusal, Texts> = {
  impossible_date: {
    vi: 'Ngày "{text}" không có thật. Ghi một ngày có trong lịch, ví dụ 30/6/2023.',
    en: '"{text}" is not a day that exists. Write a day of the calendar, for example 30/6/2023.',
  },
  due_not_understood: {
    vi: 'Không hiểu thời hạn "{text}". Ghi ngày (30/6/2023), "Tháng 5/2023", "Quý II/2023", "Cả năm" hoặc "Thường xuyên".',
    en: 'The time "{text}" was not understood. Write a day (30/6/2023), "Tháng 5/2023", "Quý II/2023", "Cả năm" or "Thường xuyên".',
  },
};

function refuse(refusal: DueRefusal, text: string): DueReading {
  const params: Params = { text: text.trim().slice(0, 100) };
  return { refusal, texts: fillTexts(refusals[refusal], params) };
}
