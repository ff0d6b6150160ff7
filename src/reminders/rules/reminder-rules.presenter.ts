import type { RecipientKind } from '../derive/recipients';
import type { RuleKind } from '../reminder';

export class ReminderRuleView {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
  kind!: RuleKind;
  /** Of deadline rules: working days from the due date. */
  offsetWorkingDays!: number | null;
  recipient!: RecipientKind;
  active!: boolean;
  version!: number;
}

export class ReminderRuleList {
  items!: ReminderRuleView[];
  nextCursor!: string | null;
  count?: number;
}
