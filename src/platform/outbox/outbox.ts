import type { EntityManager } from 'typeorm';
import { prepared } from '../database/prepared';

/** Something that happened, to be told to other rooms after commit. Payloads are ids and day strings. */
export interface DomainEvent {
  topic: string;
  payload: Record<string, string | number | boolean | null>;
}

/** Writes events in the transaction of the change; the relay hands them on once it is committed. */
export async function writeOutbox(manager: EntityManager, now: Date, events: DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await prepared(
    manager,
    `INSERT INTO outbox (topic, payload, occurred_at)
     SELECT e.topic, e.payload, $1 FROM jsonb_to_recordset($2::jsonb) AS e(topic text, payload jsonb)`,
    [now, JSON.stringify(events)],
  );
}
