import { DateTime } from 'luxon';

/** A calendar day as `YYYY-MM-DD`, without zone: due dates, validity, reports. */
export type Day = string;

/** The one time zone in which days begin and end (data/holidays.json). */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

let known = { minute: NaN, day: '' };

/** The calendar day on which a moment falls in Việt Nam. Each request asks for the day of about the same minute. */
export function dayOf(moment: Date): Day {
  const minute = Math.floor(moment.getTime() / 60_000);
  if (minute !== known.minute) {
    known = { minute, day: DateTime.fromJSDate(moment, { zone: TIME_ZONE }).toISODate()! };
  }
  return known.day;
}

/** The moment at which a day begins in Việt Nam, `hour` hours later when given. */
export function momentOf(day: Day, hour = 0): Date {
  return DateTime.fromISO(day, { zone: TIME_ZONE }).plus({ hours: hour }).toJSDate();
}

/** A day that exists in the calendar; PostgreSQL has no year 0. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  // 30 February is no date, or one in March.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
}

export function addDays(day: Day, days: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate()!;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  return DateTime.fromISO(to, { zone: 'utc' }).diff(start, 'days').days;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday;
}

/** Also of the day after the last that `isDay` takes, `+010000-01-01`. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, -'-mm-dd'.length));
}

/** `dd/mm/yyyy`, as people of both languages write it here. */
export function showDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
