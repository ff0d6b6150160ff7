import type { Day } from '../../platform/clock/day';
import type { NotificationKind } from '../reminder';
import { defaultChoice, dutyKinds, notificationKinds, type LetterChoice } from './letter-choices';
import { choiceOf, type TellingPreference } from './preference';

/** Every kind of notification with its way out by mail. */
export class LetterChoicesView implements Record<NotificationKind, LetterChoice> {
  assigned!: LetterChoice;
  submitted!: LetterChoice;
  returned!: LetterChoice;
  extension_requested!: LetterChoice;
  extension_decided!: LetterChoice;
  direction_given!: LetterChoice;
  direction_answered!: LetterChoice;
  mentioned!: LetterChoice;
  due_soon!: LetterChoice;
  due_today!: LetterChoice;
  overdue!: LetterChoice;
  no_progress!: LetterChoice;
  acceptance_waits!: LetterChoice;
  decision_waits!: LetterChoice;
  alarm!: LetterChoice;
}

export class QuietHoursView {
  from!: number;
  to!: number;
}

export class PersonRef {
  id!: string;
  displayName!: string;
}

export class AbsenceView {
  from!: Day;
  /** The last day away. */
  to!: Day;
  deputy!: PersonRef | null;
}

export class PreferenceView {
  digestHour!: number;
  quietHours!: QuietHoursView | null;
  /** What holds, the defaults filled in. */
  letters!: LetterChoicesView;
  defaults!: LetterChoicesView;
  /** Kinds that duty forbids to have by no letter. */
  duty!: NotificationKind[];
  webhook!: boolean;
  /** Of leaders: whether the review of the week comes by mail. */
  weeklyReview!: boolean;
  /** Present or to come; one that is over is not shown. */
  absence!: AbsenceView | null;
  /** 0 while nothing was ever chosen. */
  version!: number;
}

export class PersonAbsenceView {
  person!: PersonRef;
  absence!: AbsenceView | null;
  /** Of all the person's preferences; 0 while nothing was ever chosen. */
  version!: number;
}

export class StandInView {
  person!: PersonRef;
  from!: Day;
  to!: Day;
}

export class StandInPage {
  items!: StandInView[];
  nextCursor!: string | null;
  count?: number;
}

/** A preference as the query gives it: with the deputy's name. */
export interface PreferenceRow extends TellingPreference {
  deputy: PersonRef | null;
}

export function presentPreference(row: PreferenceRow, today: Day): PreferenceView {
  const { digestHour, quietHours, webhook, weeklyReview, version } = row;
  const letters = Object.fromEntries(notificationKinds.map((kind) => [kind, choiceOf(row.letters, kind)]));
  return {
    digestHour,
    quietHours,
    letters: letters as unknown as LetterChoicesView,
    defaults: { ...defaultChoice },
    duty: [...dutyKinds],
    webhook,
    weeklyReview,
    absence: presentAbsence(row, today),
    version,
  };
}

export function presentAbsence({ absence, deputy }: PreferenceRow, today: Day): AbsenceView | null {
  if (!absence || absence.to < today) return null;
  return { from: absence.from, to: absence.to, deputy };
}
