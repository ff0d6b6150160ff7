import { Matches } from 'class-validator';
import { Flag, Id, Nullable, OneOf, Optional, Text, Whole } from '../../platform/http/fields';
import { priorities } from '../../tasks/tasks.api';
import { recipientKinds, type RecipientKind } from '../derive/recipients';
import { ownKinds, type OwnKind, type Priority } from './terms';

const NAME_MAX = 200;

/** What of a rule may be changed; what is left out stays. */
export class ChangeReminderRule {
  @Optional() @Text(NAME_MAX) nameVi?: string;
  @Optional() @Text(NAME_MAX) nameEn?: string;

  @Optional()
  @Flag()
  active?: boolean;

  /** deadline: working days from the due date (below zero before it, 0 on it); acceptance_waits, decision_waits: working days of waiting, 1 to 60. */
  @Nullable()
  @Whole(-60, 60)
  offsetWorkingDays?: number | null;

  /** no_progress: weeks without a progress update. */
  @Nullable()
  @Whole(1, 52)
  weeks?: number | null;

  @Optional()
  @OneOf(recipientKinds)
  recipient?: RecipientKind;
}

/** A rule of one's own, beside those that came with the system. */
export class CreateReminderRule {
  /** Small letters, digits and underscores; given by the system when left out. */
  @Optional()
  @Matches(/^[a-z][a-z0-9_]*$/)
  @Text(60)
  code?: string;

  @Text(NAME_MAX) nameVi!: string;
  /** As in Vietnamese when left out. */
  @Optional() @Text(NAME_MAX) nameEn?: string;
  @OneOf(ownKinds) kind!: OwnKind;

  /** deadline: working days from the due date (below zero before it, 0 on it); acceptance_waits, decision_waits: working days of waiting, 1 to 60. */
  @Nullable()
  @Whole(-60, 60)
  offsetWorkingDays?: number | null;

  /** no_progress: weeks without a progress update. */
  @Nullable()
  @Whole(1, 52)
  weeks?: number | null;

  @OneOf(recipientKinds) recipient!: RecipientKind;

  @Flag() active: boolean = true;
}

/** What differs from the rule for the tasks of a plan, of a priority, or of both; what is left out or null is as the rule says. */
export class SetException {
  @Nullable() @Id() planId?: string | null;
  @Nullable() @OneOf(priorities) priority?: Priority | null;
  @Nullable() @Flag() active?: boolean | null;
  @Nullable() @Whole(-60, 60) offsetWorkingDays?: number | null;
  @Nullable() @Whole(1, 52) weeks?: number | null;
  @Nullable() @OneOf(recipientKinds) recipient?: RecipientKind | null;
}
