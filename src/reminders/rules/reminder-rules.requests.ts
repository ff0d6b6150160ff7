import { Flag, Nullable, OneOf, Optional, Whole } from '../../platform/http/fields';
import { recipientKinds, type RecipientKind } from '../derive/recipients';

/** What of a rule may be changed; what is left out stays. */
export class ChangeReminderRule {
  @Optional()
  @Flag()
  active?: boolean;

  /** Working days from the due date: below zero before it, 0 on it, above zero after it. Deadline rules only. */
  @Nullable()
  @Whole(-60, 60)
  offsetWorkingDays?: number | null;

  @Optional()
  @OneOf(recipientKinds)
  recipient?: RecipientKind;
}
