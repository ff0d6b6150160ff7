import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { dayOf, type Day } from '../clock/day';
import type { JournalEntry } from '../journal/journal';
import type { DomainEvent } from '../outbox/outbox';

/**
 * One change in one transaction: what is written through `manager`, recorded in the journal and announced to
 * other rooms is committed together or not at all.
 */
export class Change {
  readonly entries: JournalEntry[] = [];
  readonly events: DomainEvent[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly caller: Caller,
  ) {}

  get now(): Date {
    return this.caller.now;
  }

  get today(): Day {
    return dayOf(this.caller.now);
  }

  record(entry: JournalEntry): void {
    this.entries.push(entry);
  }

  announce(topic: string, payload: DomainEvent['payload']): void {
    this.events.push({ topic, payload });
  }
}
