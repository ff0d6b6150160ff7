import { NotificationView } from '../inbox/notifications.presenter';

/** What a live inbox shows. */
export class InboxPicture {
  /** Unread notifications that are shown now. */
  unreadCount!: number;
  /** The newest of them, at most five. */
  newest!: NotificationView[];
}

/** A person's picture; `seen` names it, two pictures that look alike have the same. */
export interface PictureOf extends InboxPicture {
  userId: string;
  seen: string;
}
