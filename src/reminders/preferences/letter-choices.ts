import type { NotificationKind } from '../reminder';

/** How a notification goes out by mail; it stands in the inbox in any case. */
export const letterChoices = ['at_once', 'digest', 'none'] as const;
export type LetterChoice = (typeof letterChoices)[number];

/** What holds for whoever chose nothing: words of people and what starts or returns work at once, what days bring in the digest. */
export const defaultChoice: Record<NotificationKind, LetterChoice> = {
  assigned: 'at_once',
  submitted: 'at_once',
  returned: 'at_once',
  extension_requested: 'at_once',
  extension_decided: 'at_once',
  direction_given: 'at_once',
  direction_answered: 'at_once',
  mentioned: 'at_once',
  due_soon: 'digest',
  due_today: 'digest',
  overdue: 'digest',
  no_progress: 'digest',
  acceptance_waits: 'digest',
  decision_waits: 'digest',
  alarm: 'at_once',
};

/** Every kind of notification, in the order in which a page shows them. */
export const notificationKinds = Object.keys(defaultChoice) as NotificationKind[];

/** Duty forbids to switch these off: a person may have them at once or in the digest, never by no letter. */
export const dutyKinds: readonly NotificationKind[] = [
  'assigned',
  'returned',
  'direction_given',
  'overdue',
  'alarm',
];
