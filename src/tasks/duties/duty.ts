import { addDays, type Day } from '../../platform/clock/day';
import { periodsEnding, type Period, type Rhythm } from './periods';

/** When a duty makes tasks. */
export interface DutyTerms {
  rhythm: Rhythm;
  /** From the last day of the period; negative lies before it. */
  dueAfterDays: number;
  /** The task is made so many days before it is due. */
  leadDays: number;
  startsOn: Day;
  endsOn: Day | null;
}

export interface DutyPeriod extends Period {
  dueOn: Day;
  /** The day on which its tasks are made, never before the duty starts. */
  createOn: Day;
}

/** A duty covers the periods whose last day lies from its first to its last day; here those that end from…to. */
export function coveredPeriods(duty: DutyTerms, from: Day, to: Day): DutyPeriod[] {
  const first = from < duty.startsOn ? duty.startsOn : from;
  const last = duty.endsOn !== null && duty.endsOn < to ? duty.endsOn : to;
  return periodsEnding(duty.rhythm, first, last).map((period) => {
    const dueOn = addDays(period.to, duty.dueAfterDays);
    const early = addDays(dueOn, -duty.leadDays);
    return { ...period, dueOn, createOn: early < duty.startsOn ? duty.startsOn : early };
  });
}

/** The periods whose day of creation has come and whose due day has not passed. */
export function periodsToCreate(duty: DutyTerms, today: Day): DutyPeriod[] {
  const earliest = addDays(today, -duty.dueAfterDays);
  return coveredPeriods(duty, earliest, addDays(earliest, duty.leadDays)).filter(
    ({ createOn }) => createOn <= today,
  );
}

/** The first period, not due before today, that `unless` does not set aside; null when the duty has no more. */
export function nextPeriod(
  duty: DutyTerms,
  today: Day,
  unless: (period: DutyPeriod) => boolean,
): DutyPeriod | null {
  const notDue = addDays(today, -duty.dueAfterDays);
  const earliest = notDue < duty.startsOn ? duty.startsOn : notDue;
  const furthest = addDays(earliest, duty.leadDays + 2 * 366);
  return coveredPeriods(duty, earliest, furthest).find((period) => !unless(period)) ?? null;
}

/** The day from which the duty must be looked at again; null when it has nothing more to make. */
export function lookAgainOn(duty: DutyTerms, today: Day, skippedUnits: boolean): Day | null {
  // A unit may begin, or be found to go on, before the period is due.
  if (skippedUnits) return addDays(today, 1);
  return nextPeriod(duty, today, ({ createOn }) => createOn <= today)?.createOn ?? null;
}

const PLACE = '{period}';

/** The title of a period's task: the name stands where `{period}` does, else at the end. */
export function titleOf(title: string, periodName: string): string {
  return title.includes(PLACE) ? wordsOf(title, periodName) : `${title} – ${periodName}`;
}

export function wordsOf(text: string, periodName: string): string {
  return text.replaceAll(PLACE, () => periodName);
}
