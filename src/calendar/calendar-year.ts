import type { Day } from '../platform/clock/day';

/**
 * `holiday` the public holiday itself, also on a weekend · `made_up` a weekday off for a holiday (`forDate`) on a rest
 * day · `swap_off` a weekday off by exchange with the worked Saturday `forDate` · `swap_work` that Saturday.
 */
export const dayKinds = ['holiday', 'made_up', 'swap_off', 'swap_work'] as const;
export type DayKind = (typeof dayKinds)[number];

export interface CalendarDay {
  date: Day;
  kind: DayKind;
  nameVi: string;
  nameEn: string;
  /** Number of the notice that decides it; null when there is none yet. */
  notice: string | null;
  provisional: boolean;
  forDate: Day | null;
}

/** One version of a year. Stored versions never change; a correction is a new one. */
export interface CalendarYear {
  year: number;
  version: number;
  /** No notice for the year yet: all of it may still change. */
  provisional: boolean;
  effectiveFrom: Day;
  days: CalendarDay[];
}
