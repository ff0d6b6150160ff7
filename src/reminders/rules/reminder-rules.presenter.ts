import type { RecipientKind } from '../derive/recipients';
import type { RuleKind } from '../reminder';
import type { Priority } from './terms';

export class ExceptionPlan {
  id!: string;
  code!: string;
}

/** What differs from a rule for some tasks; null is as the rule says. Of several that fit a task the narrowest holds alone. */
export class RuleException {
  id!: string;
  /** Null: for tasks of every plan. */
  plan!: ExceptionPlan | null;
  /** Null: for tasks of every priority. */
  priority!: Priority | null;
  active!: boolean | null;
  offsetWorkingDays!: number | null;
  weeks!: number | null;
  recipient!: RecipientKind | null;
  version!: number;
}

export class ReminderRuleView {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
  kind!: RuleKind;
  /** deadline: working days from the due date; acceptance_waits, decision_waits: working days of waiting. */
  offsetWorkingDays!: number | null;
  /** no_progress: weeks without a progress update. */
  weeks!: number | null;
  recipient!: RecipientKind;
  active!: boolean;
  /** Made here, not one that came with the system: it can be removed until it has told somebody. */
  own!: boolean;
  /** Those for every plan, and those of plans the caller may see. */
  exceptions!: RuleException[];
  version!: number;
}

export class ReminderRuleList {
  items!: ReminderRuleView[];
  nextCursor!: string | null;
  count?: number;
}
