import type { EntityManager, DataSource } from 'typeorm';
import type { Day } from '../../platform/clock/day';

/** What a receiver is sent; docs/webhooks.md tells receivers. */
export interface WebhookEvent {
  /** The delivery's id: the same however often it is sent. */
  id: string;
  kind: string;
  createdAt: string;
  notification: { id: string; titleVi: string; titleEn: string; bodyVi: string; bodyEn: string };
  recipient: { id: string; username: string | null; displayName: string };
  /** For whom the recipient stands in. */
  onBehalfOf: { id: string; displayName: string } | null;
  task: { id: string; code: string; dueDate: Day | null; link: string } | null;
}

/** A delivery to a program: its event, and where it goes. */
export interface Outgoing {
  webhookId: string;
  secretRevision: number;
  url: string;
  event: WebhookEvent;
}

export async function findOutgoing(
  database: DataSource | EntityManager,
  deliveryId: string,
  publicUrl: string,
): Promise<Outgoing> {
  const [{ createdAt, task, ...row }]: Row[] = await database.query(
    `SELECT w.id AS "webhookId", w.secret_revision AS "secretRevision", w.url, d.id, n.kind, d.created_at AS "createdAt",
            json_build_object('id', n.id, 'titleVi', n.title_vi, 'titleEn', n.title_en, 'bodyVi', n.body_vi, 'bodyEn', n.body_en) AS notification,
            json_build_object('id', me.id, 'username', me.username, 'displayName', me.display_name) AS recipient,
            CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'displayName', o.display_name) END AS "onBehalfOf",
            CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'code', t.code, 'dueDate', t.due_date) END AS task
       FROM delivery d JOIN webhook w ON w.id = d.webhook_id JOIN app_user me ON me.id = d.recipient_id
       JOIN notification n ON n.id = d.notification_id LEFT JOIN app_user o ON o.id = n.on_behalf_of
       LEFT JOIN task t ON t.id = n.task_id
      WHERE d.id = $1`,
    [deliveryId],
  );
  const { webhookId, secretRevision, url, ...said } = row;
  const link = task && `${publicUrl.replace(/\/+$/, '')}/tasks/${task.id}`;
  const event = { ...said, createdAt: createdAt.toISOString(), task: task && { ...task, link: link! } };
  return { webhookId, secretRevision, url, event };
}

interface Row extends Omit<Outgoing, 'event'>, Omit<WebhookEvent, 'createdAt' | 'task'> {
  createdAt: Date;
  task: Omit<NonNullable<WebhookEvent['task']>, 'link'> | null;
}

/** An event that tells of nothing, to try a receiver with. */
export function sampleEvent(id: string, now: Date, recipient: WebhookEvent['recipient']): WebhookEvent {
  return {
    id,
    kind: 'test',
    createdAt: now.toISOString(),
    notification: {
      id,
      titleVi: 'Thử kết nối nhận thông báo',
      titleEn: 'A trial of the webhook',
      bodyVi: 'Đây là thông báo thử, không về nhiệm vụ nào.',
      bodyEn: 'This is a trial; it is about no task.',
    },
    recipient,
    onBehalfOf: null,
    task: null,
  };
}
