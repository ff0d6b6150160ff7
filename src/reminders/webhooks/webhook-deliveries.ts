/**
 * SQL: the deliveries to programs of fresh notifications, as rows of `notification_id`, `recipient_id`, `webhook_id`, `address`.
 * `notified` names a CTE or table of (id, recipient_id, task_id, kind). A program hears of tasks at or below its unit.
 */
export const webhookDeliveries = `
  SELECT n.id AS notification_id, n.recipient_id, w.id AS webhook_id, w.url AS address
    FROM notified n
    JOIN task t ON t.id = n.task_id
    JOIN unit_ancestor a ON a.unit_id = t.lead_unit_id
    JOIN webhook w ON w.unit_id = a.ancestor_id AND w.active AND (w.kinds = '{}' OR n.kind = ANY(w.kinds))
   WHERE NOT EXISTS (SELECT 1 FROM telling_preference p WHERE p.user_id = n.recipient_id AND NOT p.webhook)`;
