import { commonProblem, invalid } from '../platform/errors/common-problems';
import type { Change } from '../platform/change/change';
import { changesBetween } from '../platform/journal/journal';
import { insertYears, latestYear, lockCalendar } from './calendar.queries';
import { faultsOf } from './calendar-year.rules';
import type { CalendarDay, CalendarYear } from './calendar-year';

export interface YearInput {
  provisional: boolean;
  days: CalendarDay[];
}

/**
 * Enters a year, or corrects it by a new version that holds from today. `version` is the one the caller read (null:
 * none): 428 when a year exists and none is given, 412 when it is not the latest.
 */
export async function writeYear(
  change: Change,
  year: number,
  version: number | null,
  input: YearInput,
): Promise<CalendarYear> {
  const faults = faultsOf(year, input.days);
  if (faults.length > 0) throw invalid(...faults);
  await lockCalendar(change.manager);
  const before = await latestYear(change.manager, year);
  if (before && version === null) throw commonProblem('version_required');
  if (version !== null && version !== before?.version) throw commonProblem('stale');
  const after = nextVersion(change, year, input, before);
  await insertYears(change.manager, [after]);
  recordYear(change, before, after);
  return after;
}

export function nextVersion(
  change: Change,
  year: number,
  { provisional, days }: YearInput,
  before: CalendarYear | null,
): CalendarYear {
  const sorted = [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    year,
    version: (before?.version ?? 0) + 1,
    provisional,
    effectiveFrom: change.today,
    days: sorted,
  };
}

export function recordYear(change: Change, before: CalendarYear | null, after: CalendarYear): void {
  change.record({
    act: before ? 'calendar.corrected' : 'calendar.entered',
    subjectType: 'calendar_year',
    subjectId: journalIdOf(after.year),
    unitId: null,
    changes: {
      year: [before?.year ?? null, after.year],
      ...changesBetween<CalendarYear>(before ?? {}, after),
    },
  });
  change.announce('calendar.changed', { year: after.year });
}

/** The journal names things by UUID; a year's is made of its number. */
export function journalIdOf(year: number): string {
  return `00000000-0000-8000-8000-${String(year).padStart(12, '0')}`;
}
