import type { NotificationKind } from '../tell/compose';

export class NotificationView {
  id!: string;
  kind!: NotificationKind;
  taskId!: string | null;
  titleVi!: string;
  titleEn!: string;
  bodyVi!: string;
  bodyEn!: string;
  createdAt!: string;
  readAt!: string | null;
}

export class NotificationPage {
  items!: NotificationView[];
  nextCursor!: string | null;
  count?: number;
  /** All of the caller's unread notifications, whatever the filter. */
  unreadCount!: number;
}

export class ReadAllView {
  /** Notifications that were unread until now. */
  read!: number;
}
