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

  /**
   * A part that may fail alone: when it throws, what it wrote, recorded and announced is undone, and the rest of the
   * change stands. The rows it locked stay locked until the change ends. Parts follow one another, never side by side.
   */
  async part<T>(work: () => Promise<T>): Promise<T> {
    const [entries, events] = [this.entries.length, this.events.length];
    await this.manager.query('SAVEPOINT part');
    try {
      const result = await work();
      await this.manager.query('RELEASE SAVEPOINT part');
      return result;
    } catch (error) {
      this.entries.length = entries;
      this.events.length = events;
      await this.manager.query('ROLLBACK TO SAVEPOINT part');
      await this.manager.query('RELEASE SAVEPOINT part');
      throw error;
    }
  }
}
