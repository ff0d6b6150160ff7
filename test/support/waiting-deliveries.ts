import type { DataSource } from 'typeorm';

interface Waiting {
  recipientId: string;
  count?: number;
  taskId?: string;
  address?: string;
  webhookId?: string;
  kind?: string;
}

/** Notifications with a delivery each that waits to be sent, in the order of the ids that are returned. */
export async function addDeliveries(database: DataSource, waiting: Waiting): Promise<string[]> {
  const { recipientId, count = 1, taskId, address = 'person@example.test', webhookId, kind } = waiting;
  const rows: { id: string }[] = await database.query(
    `WITH n AS (
       INSERT INTO notification (id, recipient_id, task_id, kind, title_vi, title_en, body_vi, body_en, created_at, shown_at)
       SELECT uuid_v7(), $1, $2, $6, 'Được giao nhiệm vụ', 'A task is assigned', 'Nội dung', 'Words', now(), now()
         FROM generate_series(1, $3) RETURNING id)
     INSERT INTO delivery (id, notification_id, recipient_id, channel, webhook_id, address, message_id, created_at, next_attempt_at)
     SELECT uuid_v7(), n.id, $1, CASE WHEN $5::uuid IS NULL THEN 'mail' ELSE 'webhook' END, $5, $4,
            n.id || coalesce('.' || $5::text, '') || '@par.example.test', now(), now() FROM n RETURNING id`,
    [recipientId, taskId ?? null, count, address, webhookId ?? null, kind ?? 'assigned'],
  );
  return rows.map(({ id }) => id).sort();
}

export interface DeliveryLine {
  id: string;
  address: string;
  message_id: string;
  attempts: number;
  next_attempt_at: Date;
  sent_at: Date | null;
  sent_to: string | null;
  failed_at: Date | null;
  failure_reason: string | null;
  /** The ledger: `1 sent: 250 …`, `2 open`. */
  log: string[];
}

/** Deliveries with their ledgers, in order. */
export function deliveryLines(database: DataSource, id?: string): Promise<DeliveryLine[]> {
  return database.query(
    `SELECT d.*, (SELECT coalesce(json_agg(a.number || ' ' || CASE WHEN a.sent THEN 'sent: ' || a.answer
                           WHEN a.sent IS NULL THEN 'open' ELSE 'failed: ' || a.answer END ORDER BY a.number), '[]')
                    FROM delivery_attempt a WHERE a.delivery_id = d.id) AS log
       FROM delivery d WHERE $1::uuid IS NULL OR d.id = $1 ORDER BY d.id`,
    [id ?? null],
  );
}

/** As if so much time had passed for whatever waits: leases, tries, rests and the pace. */
export async function letPass(database: DataSource, interval: string): Promise<void> {
  await database.query(
    `UPDATE delivery SET next_attempt_at = next_attempt_at - $1::interval WHERE sent_at IS NULL`,
    [interval],
  );
  await database.query('UPDATE delivery_pause SET until = until - $1::interval', [interval]);
  const [pace]: [object[], number] = await database.query('DELETE FROM letter_pace RETURNING *');
  await database.query(
    `INSERT INTO letter_pace SELECT p.second - $1::interval, p.used FROM json_to_recordset($2) AS p(second timestamptz, used int)`,
    [interval, JSON.stringify(pace)],
  );
}
