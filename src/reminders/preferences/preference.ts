import type { Day } from '../../platform/clock/day';
import type { NotificationKind } from '../reminder';
import { defaultChoice, type LetterChoice } from './letter-choices';

/** How one person is told, as the row of `telling_preference` says, or as holds for whoever has no row (version 0). */
export interface TellingPreference {
  /** Hour of the day in Việt Nam from which the digest may be written, 5 to 21. */
  digestHour: number;
  /** Letters wait from this hour on, until that one; over midnight when `from` > `to`. */
  quietHours: { from: number; to: number } | null;
  /** Only what differs from `defaultChoice`. */
  letters: Partial<Record<NotificationKind, LetterChoice>>;
  webhook: boolean;
  /** Of leaders: the letter on the first working day of the week. */
  weeklyReview: boolean;
  /** Both days included, whether past, present or to come. */
  absence: { from: Day; to: Day; deputyId: string | null } | null;
  version: number;
}

export const defaultPreference: TellingPreference = {
  digestHour: 8,
  quietHours: null,
  letters: {},
  webhook: true,
  weeklyReview: true,
  absence: null,
  version: 0,
};

/** How a kind goes out by mail to whoever has kept these choices. */
export function choiceOf(letters: TellingPreference['letters'] | null, kind: NotificationKind): LetterChoice {
  return letters?.[kind] ?? defaultChoice[kind];
}

/** Whether letters wait in this hour (0 to 23) of the day in Việt Nam. */
function isQuiet(quiet: TellingPreference['quietHours'], hour: number): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** Hours from this one until letters may leave again; 0 when it is not quiet. */
export function quietHoursLeft(quiet: TellingPreference['quietHours'], hour: number): number {
  return isQuiet(quiet, hour) ? (quiet!.to - hour + 24) % 24 : 0;
}
