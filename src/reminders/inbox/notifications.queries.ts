import type { DataSource, EntityManager } from 'typeorm';
import { TIME_ZONE } from '../../platform/clock/day';
import { decodeCursor } from '../../platform/http/cursor';
import type { NotificationRow } from './notifications.presenter';
import type { NotificationsQuery } from './notifications.requests';

/** SQL: the notification `n` stands in the inbox now. By the database's clock, which also set the moment when it was told. */
export const shown = 'n.shown_at <= now()';

/** Columns of a NotificationRow, of `n` and who is stood in for as `b`. */
export const columns = `n.id, n.kind, n.task_id AS "taskId", n.title_vi AS "titleVi", n.title_en AS "titleEn", n.body_vi AS "bodyVi",
  n.body_en AS "bodyEn", n.created_at AS "createdAt", n.shown_at AS "shownAt", n.shown_at::text AS "sortAt",
  CASE WHEN n.shown_at > now() THEN (n.shown_at AT TIME ZONE '${TIME_ZONE}')::date END AS "snoozedUntil", n.read_at AS "readAt",
  CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'displayName', b.display_name) END AS "onBehalfOf"`;

/** One person's own notifications, the latest shown first; one row more than the page. */
export function inboxOf(
  database: DataSource,
  userId: string | null,
  query: NotificationsQuery,
): Promise<NotificationRow[]> {
  const { where, parameters } = filter(userId, query);
  if (query.cursor) {
    parameters.push(...decodeCursor(query.cursor, 2));
    where.push(`(n.shown_at, n.id) < ($${parameters.length - 1}::timestamptz, $${parameters.length}::uuid)`);
  }
  parameters.push(query.limit + 1);
  return database.query(
    `SELECT ${columns} FROM notification n LEFT JOIN app_user b ON b.id = n.on_behalf_of WHERE ${where.join(' AND ')}
      ORDER BY n.shown_at DESC, n.id DESC LIMIT $${parameters.length}`,
    parameters,
  );
}

export async function countInbox(
  database: DataSource,
  userId: string | null,
  query: Omit<NotificationsQuery, 'limit'>,
): Promise<number> {
  const { where, parameters } = filter(userId, query);
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM notification n WHERE ${where.join(' AND ')}`,
    parameters,
  );
  return count;
}

function filter(
  userId: string | null,
  { unread, snoozed, kind, taskId }: Omit<NotificationsQuery, 'limit'>,
): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [userId];
  const where = ['n.recipient_id = $1', snoozed ? 'n.shown_at > now()' : shown];
  if (unread) where.push('n.read_at IS NULL');
  if (kind) where.push(`n.kind = $${parameters.push(kind)}`);
  if (taskId) where.push(`n.task_id = $${parameters.push(taskId)}`);
  return { where, parameters };
}

/** Changes one of the person's own notifications and returns it. Undefined when it is not theirs. */
async function change(
  manager: EntityManager,
  userId: string | null,
  id: string,
  set: string,
  values: unknown[] = [],
): Promise<NotificationRow | undefined> {
  const [changed]: NotificationRow[] = await manager.query(
    `WITH n AS (UPDATE notification SET ${set} WHERE id = $1 AND recipient_id = $2 RETURNING *)
     SELECT ${columns} FROM n LEFT JOIN app_user b ON b.id = n.on_behalf_of`,
    [id, userId, ...values],
  );
  return changed;
}

/** A second reading keeps the first moment. */
export function markRead(manager: EntityManager, userId: string | null, id: string, now: Date) {
  return change(manager, userId, id, 'read_at = coalesce(read_at, $3)', [now]);
}

/** Hidden until the moment, then shown as if it came anew. Nothing is told again: no letter, no program. */
export function putOff(manager: EntityManager, userId: string | null, id: string, until: Date) {
  return change(manager, userId, id, 'shown_at = $3, read_at = NULL', [until]);
}

/** Back to where it stood when it was told; what is not put off stays where it is. */
export function bringBack(manager: EntityManager, userId: string | null, id: string) {
  return change(
    manager,
    userId,
    id,
    'shown_at = CASE WHEN shown_at > now() THEN created_at ELSE shown_at END',
  );
}

/** Marks all that is shown; what is put off comes back unread. */
export async function markAllRead(manager: EntityManager, userId: string | null, now: Date): Promise<number> {
  const [{ count }]: { count: number }[] = await manager.query(
    `WITH read AS (
       UPDATE notification n SET read_at = $2 WHERE recipient_id = $1 AND read_at IS NULL AND ${shown} RETURNING 1)
     SELECT count(*)::int AS count FROM read`,
    [userId, now],
  );
  return count;
}
