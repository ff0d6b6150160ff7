import type { Day } from '../../platform/clock/day';
import { DayField, Id, OneOf, Optional, PageRequest, Text, Whole } from '../../platform/http/fields';
import { channels, type Channel } from '../sending/outcome';

export const deliveryStates = ['waiting', 'sent', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export class DeliveriesQuery extends PageRequest {
  @Optional()
  @OneOf(deliveryStates)
  state?: DeliveryState;

  @Optional()
  @OneOf(channels)
  channel?: Channel;

  @Optional()
  @Id()
  recipientId?: string;

  @Optional()
  @Id()
  webhookId?: string;

  /** Made on this day or later. */
  @Optional()
  @DayField()
  from?: Day;

  /** Made on this day or earlier. */
  @Optional()
  @DayField()
  to?: Day;

  /** Part of the address or of the recipient's name; diacritics do not matter. */
  @Optional()
  @Text(200)
  q?: string;
}

/** Which failed deliveries are sent again, the oldest failures first. */
export class ResendDeliveries {
  @Optional()
  @OneOf(channels)
  channel?: Channel;

  @Optional()
  @Id()
  webhookId?: string;

  /** Failed on this day or later. */
  @Optional()
  @DayField()
  failedFrom?: Day;

  /** Failed on this day or earlier. */
  @Optional()
  @DayField()
  failedTo?: Day;

  /** At most so many, 1 to 1,000. */
  @Whole(1, 1000)
  limit: number = 1000;
}
