import type { NotificationKind } from '../reminder';

export class WebhookUnit {
  id!: string;
  code!: string;
  nameVi!: string;
  nameEn!: string | null;
}

/** The receiver does not answer well: nothing is sent to it before `until`. */
export class WebhookPause {
  since!: string;
  until!: string;
  reason!: string;
}

export class WebhookView {
  id!: string;
  /** It hears of tasks whose lead unit stands at or below this one. */
  unit!: WebhookUnit;
  name!: string;
  url!: string;
  /** Kinds of notification it hears of; empty: all. */
  kinds!: NotificationKind[];
  active!: boolean;
  pause!: WebhookPause | null;
  createdAt!: string;
  /** Rises with each new secret. */
  secretRevision!: number;
  version!: number;
}

export class WebhookWithSecret extends WebhookView {
  /** Shown in this answer only; the receiver checks signatures with it. */
  secret!: string;
}

export class WebhookPage {
  items!: WebhookView[];
  nextCursor!: string | null;
  count?: number;
}

export class WebhookTrial {
  /** Whether the receiver took the event (2xx). */
  taken!: boolean;
  /** The HTTP status; null when no answer came. */
  status!: number | null;
  /** The beginning of what the receiver answered. */
  answer!: string | null;
  /** Why no answer came. */
  failure!: string | null;
  milliseconds!: number;
}
