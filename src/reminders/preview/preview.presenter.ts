import type { Day } from '../../platform/clock/day';
import { ReminderRecipient, ReminderTask } from '../overview/reminders.presenter';
import type { RuleKind, VoidReason } from '../reminder';

/**
 * Beside what is planned: `if_still_so`, the next telling of a rule that counts silence or waiting, unless somebody reports or
 * decides before; `when_it_happens`, of a rule that follows an event and has no day.
 */
export const outcomes = ['added', 'moved', 'kept', 'if_still_so', 'when_it_happens'] as const;
export type Outcome = (typeof outcomes)[number];

export class PreviewedRule {
  /** Null: the rule that would be made. */
  id!: string | null;
  code!: string;
  nameVi!: string;
  nameEn!: string;
  kind!: RuleKind;
}

/** A telling that would take place. */
export class PlannedTelling {
  rule!: PreviewedRule;
  recipient!: ReminderRecipient;
  fireOn!: Day | null;
  fireAt!: string | null;
  /** Who would be told instead, when the recipient has said by now that he is away on that day. */
  deputy!: ReminderRecipient | null;
}

export class PreviewedReminder extends PlannedTelling {
  task!: ReminderTask;
  outcome!: Outcome;
}

/** A telling that is planned now and would not take place. */
export class DroppedReminder {
  task!: ReminderTask;
  rule!: PreviewedRule;
  recipient!: ReminderRecipient;
  fireOn!: Day;
  reason!: VoidReason;
}

/** Of the rule that would change and of whatever else its change touches; without a change, of all rules. */
export class PreviewCounts {
  added!: number;
  moved!: number;
  kept!: number;
  dropped!: number;
  ifStillSo!: number;
  whenItHappens!: number;
}

export class PreviewedTasks {
  /** Open tasks of the plan that the caller may see. */
  open!: number;
  /** How many of them were looked at; with more open tasks the rest is left out. */
  looked!: number;
}

export class RulesPreview {
  items!: PreviewedReminder[];
  nextCursor!: string | null;
  /** Of all items. */
  count!: number;
  counts!: PreviewCounts;
  /** The first of them by day, at most 200; all are in `counts`. */
  dropped!: DroppedReminder[];
  tasks!: PreviewedTasks;
}

export class TaskPreview {
  items!: PlannedTelling[];
  count!: number;
  /** From today to the due date; negative when it has passed. Null without a due date; working days also where no calendar is known. */
  calendarDaysLeft!: number | null;
  workingDaysLeft!: number | null;
}

/** A row as the query gives it, with its sort key. */
export type PreviewRow = PreviewedReminder & { sortKey: [string, string, string, string, string] };

export function presentPreviewed(
  { sortKey: _, ...item }: PreviewRow,
  newRuleId: string | null,
): PreviewedReminder {
  return { ...item, rule: presentRule(item.rule, newRuleId) };
}

/** The id of a rule that was made in vain is nobody's. */
export function presentRule(rule: PreviewedRule, newRuleId: string | null): PreviewedRule {
  return rule.id === newRuleId ? { ...rule, id: null } : rule;
}

export function presentPlanned(item: PreviewedReminder): PlannedTelling {
  const { rule, recipient, fireOn, fireAt, deputy } = item;
  return { rule, recipient, fireOn, fireAt, deputy };
}
