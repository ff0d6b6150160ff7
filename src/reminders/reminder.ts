/** Words and conditions that all of this room shares. */

export const ruleKinds = [
  'deadline',
  'assigned',
  'submitted',
  'returned',
  'extension_requested',
  'extension_decided',
  'direction_given',
  'direction_answered',
  'mentioned',
  'no_progress',
  'acceptance_waits',
  'decision_waits',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What a notification is: a rule's kind, a deadline by how it stands, or a word about the system itself. */
export type NotificationKind = Exclude<RuleKind, 'deadline'> | 'due_soon' | 'due_today' | 'overdue' | 'alarm';

/** Words of one person to another. They are told whatever has become of the task or its plan (decision 0019). */
export const personalKinds: readonly RuleKind[] = ['direction_given', 'direction_answered', 'mentioned'];

/** Why a reminder will not be told any more. */
export const voidReasons = [
  'task_ended',
  'task_submitted',
  'deadline_moved',
  'recipient_changed',
  'rule_off',
  'plan_closed',
  'superseded',
  'settled',
] as const;
export type VoidReason = (typeof voidReasons)[number];

export const reminderStates = ['waiting', 'told', 'failed', 'void'] as const;
export type ReminderState = (typeof reminderStates)[number];

/** SQL: the reminder `r` waits to be told. The partial index `reminder_due` has the same words. */
export const waiting = 'r.told_at IS NULL AND r.failed_at IS NULL AND r.void_at IS NULL';

/** SQL: the states in which a deadline is still the lead unit's to keep. */
export const nagged = `('assigned', 'in_progress', 'returned')`;
