import type { Day } from '../../platform/clock/day';
import type { Locale } from '../../platform/errors/problem';
import type { Channel } from '../sending/outcome';
import { sayReason } from '../sending/reasons';
import type { DeliveryState } from './deliveries.requests';

export class DeliveryRecipient {
  id!: string;
  displayName!: string;
}

export class DeliveryDigest {
  id!: string;
  kind!: 'daily' | 'weekly';
  day!: Day;
}

export class DeliveryWebhook {
  id!: string;
  name!: string;
}

export class DeliveryView {
  id!: string;
  /** What it carries: a notification or a digest. */
  notificationId!: string | null;
  digest!: DeliveryDigest | null;
  taskId!: string | null;
  recipient!: DeliveryRecipient;
  channel!: Channel;
  /** Of channel webhook: the program that is told. */
  webhook!: DeliveryWebhook | null;
  address!: string;
  messageId!: string;
  /** The notification's; null for a digest. */
  titleVi!: string | null;
  titleEn!: string | null;
  state!: DeliveryState;
  createdAt!: string;
  /** Tries that count, since it was made or last sent again by hand. */
  attempts!: number;
  nextAttemptAt!: string | null;
  sentAt!: string | null;
  /** The other side's answer, or the file under DATA_DIR (`letters/….eml`) when no mail server is configured. */
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

export class DeliveryAttempt {
  number!: number;
  begunAt!: string;
  /** Null: it is under way, or its worker ended before the answer. */
  endedAt!: string | null;
  sent!: boolean | null;
  /** The other side's answer, or why it failed. */
  answer!: string | null;
}

export class DeliveryDetail extends DeliveryView {
  /** Every try, the latest first; at most 200. */
  attemptLog!: DeliveryAttempt[];
}

export class Resent {
  /** Deliveries that are sent again. */
  resent!: number;
  /** Failed ones of the same choice that are left. */
  left!: number;
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

export function presentDelivery<Row extends DeliveryView>(row: Row, locale: Locale): Row {
  return { ...row, failureReason: sayReason(locale, row.failureReason) };
}

export function presentAttempt(row: DeliveryAttempt, locale: Locale): DeliveryAttempt {
  return { ...row, answer: sayReason(locale, row.answer) };
}
