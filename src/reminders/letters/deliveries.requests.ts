import { OneOf, Optional, PageRequest } from '../../platform/http/fields';

export const deliveryStates = ['waiting', 'sent', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export class DeliveriesQuery extends PageRequest {
  @Optional()
  @OneOf(deliveryStates)
  state?: DeliveryState;
}
