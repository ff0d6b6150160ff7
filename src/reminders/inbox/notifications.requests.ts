import type { Day } from '../../platform/clock/day';
import { DayField, Flag, Id, OneOf, Optional, PageRequest } from '../../platform/http/fields';
import { notificationKinds } from '../preferences/letter-choices';
import type { NotificationKind } from '../reminder';

export class NotificationsQuery extends PageRequest {
  /** true: only what is not read yet. */
  @Optional()
  @Flag()
  unread?: boolean;

  /** true: only what is put off to a later day, which is hidden otherwise. */
  @Optional()
  @Flag()
  snoozed?: boolean;

  @Optional()
  @OneOf(notificationKinds)
  kind?: NotificationKind;

  @Optional()
  @Id()
  taskId?: string;
}

export class Snooze {
  /** Shown again, unread, on the morning of this day: from tomorrow to a year ahead. */
  @DayField()
  until!: Day;
}
