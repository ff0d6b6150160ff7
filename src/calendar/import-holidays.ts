import { invalid } from '../platform/errors/common-problems';
import type { Change } from '../platform/change/change';
import { yearOf } from '../platform/clock/day';
import { insertYears, lockCalendar, yearsAsOf } from './calendar.queries';
import { faultsOf } from './calendar-year.rules';
import type { CalendarDay, CalendarYear } from './calendar-year';
import { nextVersion, recordYear } from './write-year';

export interface HolidaysFile {
  days: (Omit<CalendarDay, 'forDate'> & { forDate?: string | null })[];
}

/**
 * Takes over data/holidays.json. A year that is already there with the same days stays as it is; one with other days
 * gets a new version. A year without a single decided day is provisional. Returns the years written.
 */
export async function importHolidays(change: Change, file: HolidaysFile): Promise<CalendarYear[]> {
  await lockCalendar(change.manager);
  const known = new Map((await yearsAsOf(change.manager, null)).map((year) => [year.year, year]));
  const fresh = yearsOf(file).map(({ year, days }) => {
    const faults = faultsOf(year, days);
    if (faults.length > 0) throw invalid(...faults);
    const provisional = days.every((day) => day.provisional);
    return nextVersion(change, year, { provisional, days }, known.get(year) ?? null);
  });
  const written = fresh.filter((year) => !sameDays(known.get(year.year), year));
  await insertYears(change.manager, written);
  for (const year of written) recordYear(change, known.get(year.year) ?? null, year);
  return written;
}

function yearsOf(file: HolidaysFile): { year: number; days: CalendarDay[] }[] {
  const years = new Map<number, CalendarDay[]>();
  for (const day of file.days.map(dayOfFile)) {
    years.set(yearOf(day.date), [...(years.get(yearOf(day.date)) ?? []), day]);
  }
  return [...years].map(([year, days]) => ({ year, days }));
}

function dayOfFile(day: HolidaysFile['days'][number]): CalendarDay {
  const { date, kind, nameVi, nameEn, notice, provisional, forDate } = day;
  return { date, kind, nameVi, nameEn, notice, provisional, forDate: forDate ?? null };
}

function sameDays(known: CalendarYear | undefined, fresh: CalendarYear): boolean {
  const text = ({ provisional, days }: CalendarYear) =>
    JSON.stringify([
      provisional,
      days.map((d) => [d.date, d.kind, d.nameVi, d.nameEn, d.notice, d.provisional, d.forDate]),
    ]);
  return known !== undefined && text(known) === text(fresh);
}
