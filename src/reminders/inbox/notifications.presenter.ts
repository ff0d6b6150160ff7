import type { Day } from '../../platform/clock/day';
import type { NotificationKind } from '../reminder';

export class StoodInFor {
  id!: string;
  displayName!: string;
}

export class NotificationView {
  id!: string;
  kind!: NotificationKind;
  taskId!: string | null;
  titleVi!: string;
  titleEn!: string;
  bodyVi!: string;
  bodyEn!: string;
  createdAt!: string;
  /** Its place in the inbox: when it was told, or the morning of the day to which it was put off. */
  shownAt!: string;
  /** The day to which its reader has put it off, while that is to come. */
  snoozedUntil!: Day | null;
  readAt!: string | null;
  /** For whom the reader stood in when it was told. */
  onBehalfOf!: StoodInFor | null;
}

export class NotificationPage {
  items!: NotificationView[];
  nextCursor!: string | null;
  count?: number;
  /** All of the caller's unread notifications that are shown now, whatever the filter. */
  unreadCount!: number;
}

export class ReadAllView {
  /** Notifications that were unread until now. */
  read!: number;
}

/** A row as the query gives it; `sortAt` keeps the microseconds that a cursor needs. */
export type NotificationRow = NotificationView & { sortAt: string };

export function presentNotification({ sortAt: _, ...view }: NotificationRow): NotificationView {
  return view;
}
