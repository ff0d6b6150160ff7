import { SetMetadata } from '@nestjs/common';
import type { Change } from '../change/change';
import type { DomainEvent } from './outbox';

export const SUBSCRIBES = 'par:subscribes';

/**
 * Marks a method `(event, change) => Promise<void>` that a room runs when a lower room's event has been committed.
 * It runs once: its writes and the mark "delivered" are one transaction.
 */
export const Subscribes = (...topics: string[]) => SetMetadata(SUBSCRIBES, topics);

export type Subscriber = (event: DomainEvent, change: Change) => Promise<void>;
