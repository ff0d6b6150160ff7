import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import { decodeCursor } from '../../platform/http/cursor';
import type { DeliveryView } from './deliveries.presenter';
import type { DeliveriesQuery, DeliveryState } from './deliveries.requests';
import { letterColumns, letterJoins, type LetterRow } from './letter';

const conditionOf: Record<DeliveryState, string> = {
  waiting: 'd.sent_at IS NULL AND d.failed_at IS NULL',
  sent: 'd.sent_at IS NOT NULL',
  failed: 'd.failed_at IS NOT NULL',
};

/** Letters to people in the actor's scope about tasks the actor may read, newest first; one row more than the page. */
export function listDeliveries(
  database: DataSource,
  actor: Actor,
  query: DeliveriesQuery,
): Promise<DeliveryView[]> {
  const { where, parameters } = filter(actor, query.state);
  if (query.cursor) {
    parameters.push(...decodeCursor(query.cursor, 1));
    where.push(`d.id < $${parameters.length}::uuid`);
  }
  parameters.push(query.limit + 1);
  return database.query(
    `SELECT d.id, d.notification_id AS "notificationId", n.task_id AS "taskId", d.channel, d.address, d.message_id AS "messageId",
            n.title_vi AS "titleVi", n.title_en AS "titleEn", d.created_at AS "createdAt", d.attempts,
            CASE WHEN ${conditionOf.waiting} THEN d.next_attempt_at END AS "nextAttemptAt",
            d.sent_at AS "sentAt", d.sent_to AS "sentTo", d.failed_at AS "failedAt", d.failure_reason AS "failureReason",
            CASE WHEN ${conditionOf.sent} THEN 'sent' WHEN ${conditionOf.failed} THEN 'failed' ELSE 'waiting' END AS state,
            json_build_object('id', me.id, 'displayName', me.display_name) AS recipient
       FROM delivery d ${letterJoins}
      WHERE ${where.join(' AND ')} ORDER BY d.id DESC LIMIT $${parameters.length}`,
    parameters,
  );
}

export async function countDeliveries(
  database: DataSource,
  actor: Actor,
  state?: DeliveryState,
): Promise<number> {
  const { where, parameters } = filter(actor, state);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM delivery d ${letterJoins} WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

export async function findLetter(
  database: DataSource,
  actor: Actor,
  id: string,
): Promise<(LetterRow & { sentTo: string | null }) | undefined> {
  const { where, parameters } = filter(actor);
  where.push(`d.id = $${parameters.push(id)}`);
  const [row]: (LetterRow & { sentTo: string | null })[] = await database.query(
    `SELECT ${letterColumns}, d.sent_to AS "sentTo" FROM delivery d ${letterJoins} WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return row;
}

function filter(actor: Actor, state?: DeliveryState): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [
    withinScope(actor, 'delivery.read', 'me.unit_id', parameters),
    `(n.task_id IS NULL OR EXISTS (SELECT 1 FROM task t
       WHERE t.id = n.task_id AND ${withinScope(actor, 'task.read', 't.lead_unit_id', parameters)}))`,
  ];
  if (state) where.push(conditionOf[state]);
  return { where, parameters };
}
