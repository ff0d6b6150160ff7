import type { DeliveryState } from './deliveries.requests';

export class DeliveryRecipient {
  id!: string;
  displayName!: string;
}

export class DeliveryView {
  id!: string;
  notificationId!: string;
  taskId!: string | null;
  recipient!: DeliveryRecipient;
  channel!: string;
  address!: string;
  messageId!: string;
  titleVi!: string;
  titleEn!: string;
  state!: DeliveryState;
  createdAt!: string;
  attempts!: number;
  nextAttemptAt!: string | null;
  sentAt!: string | null;
  /** The mail server's answer, or the file under DATA_DIR (`letters/….eml`) when no mail server is configured. */
  sentTo!: string | null;
  failedAt!: string | null;
  /** Of the last try that did not succeed. */
  failureReason!: string | null;
}

export class DeliveryPage {
  items!: DeliveryView[];
  nextCursor!: string | null;
  count?: number;
}

export class LetterView {
  to!: string;
  messageId!: string;
  subject!: string;
  text!: string;
  /** Where the letter lies as a file under DATA_DIR; null when it went to a mail server or is not sent yet. */
  file!: string | null;
  /** The file as it is, headers and encoding included; null when this machine does not have it. */
  eml!: string | null;
}
