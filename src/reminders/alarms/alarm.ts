/** What can be wrong with the system itself, from the causes to what comes of them. */
export const alarmKinds = [
  'queue_unreachable',
  'worker_silent',
  'job_stuck',
  'plan_queue_disagree',
  'outbox_late',
  'reminders_late',
  'letters_late',
  'webhooks_late',
  'dead_letters',
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** What was seen of it: how many (rows, jobs), the oldest of them, and the names of jobs. */
export interface Seen {
  count: number | null;
  since: string | null;
  jobs?: string[];
}

/** Several rows of one sort, and the oldest; `since` is null when there are none. */
export interface Lot {
  count: number;
  since: Date | null;
}
