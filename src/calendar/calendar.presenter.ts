import type { CalendarYear, DayKind } from './calendar-year';

export class CalendarDayView {
  date!: string;
  kind!: DayKind;
  nameVi!: string;
  nameEn!: string;
  notice!: string | null;
  provisional!: boolean;
  forDate!: string | null;
}

export class CalendarYearSummary {
  year!: number;
  version!: number;
  /** No notice for the year yet. */
  provisional!: boolean;
  effectiveFrom!: string;
}

export class CalendarYearView extends CalendarYearSummary {
  days!: CalendarDayView[];
}

export class CalendarYearList {
  items!: CalendarYearSummary[];
  nextCursor!: string | null;
  count?: number;
}

export class WorkingDays {
  /** Answer to `add`. */
  date?: string;
  /** Answer to `to`. */
  count?: number;
  /** It rests on days that are not decided yet. */
  provisional!: boolean;
}

export function presentSummary({
  year,
  version,
  provisional,
  effectiveFrom,
}: CalendarYear): CalendarYearSummary {
  return { year, version, provisional, effectiveFrom };
}

export function presentYear(year: CalendarYear): CalendarYearView {
  return { ...presentSummary(year), days: year.days };
}
