import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Permission } from '../../platform/access/roles';
import { withinScope } from '../../platform/access/scope';
import { addDays, momentOf } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import type { DeliveryAttempt, DeliveryView } from './deliveries.presenter';
import type { DeliveriesQuery, DeliveryState } from './deliveries.requests';
import { letterColumns, letterJoins, type LetterRow } from './letter';

type Database = DataSource | EntityManager;

const conditionOf: Record<DeliveryState, string> = {
  waiting: 'd.sent_at IS NULL AND d.failed_at IS NULL',
  sent: 'd.sent_at IS NOT NULL',
  failed: 'd.failed_at IS NOT NULL',
};

export const deliveryJoins = `JOIN app_user me ON me.id = d.recipient_id LEFT JOIN notification n ON n.id = d.notification_id
  LEFT JOIN digest g ON g.id = d.digest_id LEFT JOIN webhook w ON w.id = d.webhook_id`;

const columns = `d.id, d.notification_id AS "notificationId", n.task_id AS "taskId", d.channel, d.address, d.message_id AS "messageId",
  n.title_vi AS "titleVi", n.title_en AS "titleEn", d.created_at AS "createdAt", d.attempts,
  CASE WHEN ${conditionOf.waiting} THEN d.next_attempt_at END AS "nextAttemptAt",
  d.sent_at AS "sentAt", d.sent_to AS "sentTo", d.failed_at AS "failedAt", d.failure_reason AS "failureReason",
  CASE WHEN ${conditionOf.sent} THEN 'sent' WHEN ${conditionOf.failed} THEN 'failed' ELSE 'waiting' END AS state,
  json_build_object('id', me.id, 'displayName', me.display_name) AS recipient,
  CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'kind', g.kind, 'day', g.day) END AS digest,
  CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name) END AS webhook`;

/** Deliveries in the actor's scope about tasks the actor may read, newest first; one row more than the page. */
export function listDeliveries(
  database: DataSource,
  actor: Actor,
  query: DeliveriesQuery,
): Promise<DeliveryView[]> {
  const { where, parameters } = filter(actor, query);
  if (query.cursor) {
    parameters.push(...decodeCursor(query.cursor, 1));
    where.push(`d.id < $${parameters.length}::uuid`);
  }
  parameters.push(query.limit + 1);
  return database.query(
    `SELECT ${columns} FROM delivery d ${deliveryJoins}
      WHERE ${where.join(' AND ')} ORDER BY d.id DESC LIMIT $${parameters.length}`,
    parameters,
  );
}

export async function countDeliveries(
  database: DataSource,
  actor: Actor,
  query: DeliveriesQuery,
): Promise<number> {
  const { where, parameters } = filter(actor, query);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM delivery d ${deliveryJoins} WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** A delivery in the actor's scope; 404 otherwise. */
export async function readDelivery(database: Database, actor: Actor, id: string): Promise<DeliveryView> {
  const parameters: unknown[] = [id];
  const [row]: DeliveryView[] = await database.query(
    `SELECT ${columns} FROM delivery d ${deliveryJoins} WHERE d.id = $1 AND ${deliveriesWithin(actor, 'delivery.read', parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** The ledger of a delivery, the latest try first. */
export function attemptsOf(database: Database, id: string): Promise<DeliveryAttempt[]> {
  return database.query(
    `SELECT number, begun_at AS "begunAt", ended_at AS "endedAt", sent, answer
       FROM delivery_attempt WHERE delivery_id = $1 ORDER BY number DESC LIMIT 200`,
    [id],
  );
}

/** A digest speaks of many tasks: its words are for those who may read every task. */
export async function findLetter(
  database: DataSource,
  actor: Actor,
  id: string,
): Promise<(LetterRow & { sentTo: string | null }) | undefined> {
  const parameters: unknown[] = [id];
  const [row]: (LetterRow & { sentTo: string | null })[] = await database.query(
    `SELECT ${letterColumns}, d.sent_to AS "sentTo" FROM delivery d ${letterJoins}
      WHERE d.id = $1 AND d.channel = 'mail' AND ${deliveriesWithin(actor, 'delivery.read', parameters)}
        AND (d.digest_id IS NULL OR NOT EXISTS (SELECT 1 FROM unit top
              WHERE top.parent_id IS NULL AND NOT ${withinScope(actor, 'task.read', 'top.id', parameters)}))`,
    parameters,
  );
  return row;
}

/**
 * SQL: the delivery `d` (with its recipient `me` and notification `n`) is one that the actor may see, or send again. A letter
 * belongs to the part of its recipient; what goes to a program, address included, to the part of its webhook.
 */
export function deliveriesWithin(actor: Actor, permission: Permission, parameters: unknown[]): string {
  return `CASE WHEN d.webhook_id IS NULL THEN ${withinScope(actor, permission, 'me.unit_id', parameters)}
      ELSE d.webhook_id IN (SELECT x.id FROM webhook x WHERE ${withinScope(actor, permission, 'x.unit_id', parameters)}) END
    AND (n.task_id IS NULL OR EXISTS (SELECT 1 FROM task t
      WHERE t.id = n.task_id AND ${withinScope(actor, 'task.read', 't.lead_unit_id', parameters)}))`;
}

function filter(actor: Actor, query: DeliveriesQuery): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const where = [deliveriesWithin(actor, 'delivery.read', parameters)];
  const add = (value: unknown, condition: (p: string) => string) => {
    if (value !== undefined) where.push(condition(`$${parameters.push(value)}`));
  };
  if (query.state) where.push(conditionOf[query.state]);
  add(query.channel, (p) => `d.channel = ${p}`);
  add(query.recipientId, (p) => `d.recipient_id = ${p}`);
  add(query.webhookId, (p) => `d.webhook_id = ${p}`);
  add(query.from && momentOf(query.from), (p) => `d.created_at >= ${p}`);
  add(query.to && momentOf(addDays(query.to, 1)), (p) => `d.created_at < ${p}`);
  add(
    query.q?.replace(/[\\%_]/g, '\\$&'),
    (p) => `(fold(d.address) LIKE '%' || fold(${p}) || '%' OR me.search LIKE '%' || fold(${p}) || '%')`,
  );
  return { where, parameters };
}
