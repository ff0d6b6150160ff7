import type { ReminderState, RuleKind, VoidReason } from '../reminder';

export class ReminderTask {
  id!: string;
  code!: string;
  titleVi!: string;
  titleEn!: string | null;
}

export class ReminderRecipient {
  id!: string;
  displayName!: string;
}

export class ReminderOfRule {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string;
  kind!: RuleKind;
}

export class ReminderView {
  id!: string;
  task!: ReminderTask;
  rule!: ReminderOfRule;
  recipient!: ReminderRecipient;
  /** Deadline rules: the revision of the due date; others: the task's version at the event. */
  revision!: number;
  fireOn!: string;
  fireAt!: string;
  state!: ReminderState;
  toldAt!: string | null;
  failedAt!: string | null;
  failureReason!: string | null;
  voidAt!: string | null;
  voidReason!: VoidReason | null;
}

export class ReminderPage {
  items!: ReminderView[];
  nextCursor!: string | null;
  count?: number;
}

/** A row as the query gives it; `sortAt` keeps the microseconds that a cursor needs. */
export type ReminderRow = ReminderView & { sortAt: string };

export function presentReminder({ sortAt: _, ...view }: ReminderRow): ReminderView {
  return view;
}
