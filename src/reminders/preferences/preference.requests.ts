import { Type } from 'class-transformer';
import { IsObject, ValidateIf, ValidateNested } from 'class-validator';
import type { Day } from '../../platform/clock/day';
import { DayField, Flag, Id, Nullable, OneOf, Optional, Whole } from '../../platform/http/fields';
import type { NotificationKind } from '../reminder';
import { letterChoices, type LetterChoice } from './letter-choices';

function Choice(): PropertyDecorator {
  const checks = [OneOf(letterChoices), Optional()];
  return (target, key) => checks.forEach((check) => check(target, key));
}

/** Kinds left out stay as they are. */
export class ChangeLetters implements Partial<Record<NotificationKind, LetterChoice>> {
  @Choice() assigned?: LetterChoice;
  @Choice() submitted?: LetterChoice;
  @Choice() returned?: LetterChoice;
  @Choice() extension_requested?: LetterChoice;
  @Choice() extension_decided?: LetterChoice;
  @Choice() direction_given?: LetterChoice;
  @Choice() direction_answered?: LetterChoice;
  @Choice() mentioned?: LetterChoice;
  @Choice() due_soon?: LetterChoice;
  @Choice() due_today?: LetterChoice;
  @Choice() overdue?: LetterChoice;
  @Choice() no_progress?: LetterChoice;
  @Choice() acceptance_waits?: LetterChoice;
  @Choice() decision_waits?: LetterChoice;
  @Choice() alarm?: LetterChoice;
}

export class QuietHoursBody {
  /** Letters wait from this hour on. */
  @Whole(0, 23)
  from!: number;

  /** They leave again from this hour on; smaller than `from` when it is quiet over midnight. */
  @Whole(0, 23)
  to!: number;
}

export class AbsenceBody {
  @DayField()
  from!: Day;

  /** The last day away; at most 180 days with the first. */
  @DayField()
  to!: Day;

  /** Who is told instead; without one everything waits in the own inbox. */
  @Nullable()
  @Id()
  deputyId?: string | null;
}

/** What is left out stays as it is. */
export class ChangePreference {
  /** Hour of the day in Việt Nam from which the digest may be written. */
  @Optional()
  @Whole(5, 21)
  digestHour?: number;

  /** null: letters leave at any hour. */
  @Nullable()
  @ValidateNested()
  @IsObject()
  @Type(() => QuietHoursBody)
  quietHours?: QuietHoursBody | null;

  /** How each kind goes out by mail; it stands in the inbox in any case. */
  @Optional()
  @ValidateNested()
  @IsObject()
  @Type(() => ChangeLetters)
  letters?: ChangeLetters;

  /** Whether programs of the province hear of this person's notifications. */
  @Optional()
  @Flag()
  webhook?: boolean;

  /** Of leaders: whether the review of the week comes by mail. */
  @Optional()
  @Flag()
  weeklyReview?: boolean;

  /** null: not away. */
  @Nullable()
  @ValidateNested()
  @IsObject()
  @Type(() => AbsenceBody)
  absence?: AbsenceBody | null;
}

export class SetAbsence {
  /** null: not away. */
  @ValidateIf((_: object, value: unknown) => value !== null)
  @ValidateNested()
  @IsObject()
  @Type(() => AbsenceBody)
  absence!: AbsenceBody | null;
}
