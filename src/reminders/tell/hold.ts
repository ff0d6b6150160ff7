import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/database/prepared';
import { waiting } from '../reminder';

/** Reminders that a lane takes at once: one transaction, a constant number of statements. */
export const BATCH = 200;

export interface Held {
  id: string;
  fireAt: string;
  /** Now by the database's clock, or the `asOf` that stands in for it. */
  moment: Date;
}

/** Which reminders: those after a place in their order, or this one. */
export type Which = { after: Pick<Held, 'id' | 'fireAt'> } | { id: string };

export const fromTheStart: Which = {
  after: { id: '00000000-0000-0000-0000-000000000000', fireAt: '-infinity' },
};

/** SQL: the reminder `r` is to be told now, by the database's clock unless $1 is given. */
export const due = `${waiting} AND r.fire_at <= coalesce($1::timestamptz, now())
  AND (r.next_attempt_at IS NULL OR r.next_attempt_at <= now())`;

/**
 * Takes reminders that are due and free, at most a batch, and holds them and their tasks until the transaction ends. Whatever
 * somebody else has in hand is left for the next round, so lanes wait for nobody and nobody waits in a circle. The lock
 * on the task also keeps other lanes from it: all that is due of one task is told by one lane at a time (decision 0031).
 */
export function holdDue(manager: EntityManager, asOf: string | null, which: Which): Promise<Held[]> {
  const [condition, values] =
    'id' in which
      ? ['r.id = $2', [which.id]]
      : ['(r.fire_at, r.id) > ($2::timestamptz, $3::uuid)', [which.after.fireAt, which.after.id]];
  return prepared<Held>(
    manager,
    `SELECT r.id, r.fire_at::text AS "fireAt", coalesce($1::timestamptz, now()) AS moment
       FROM reminder r JOIN task t ON t.id = r.task_id
      WHERE ${due} AND ${condition}
      ORDER BY r.fire_at, r.id LIMIT ${BATCH} FOR UPDATE OF r SKIP LOCKED FOR NO KEY UPDATE OF t SKIP LOCKED`,
    [asOf, ...values],
  );
}
