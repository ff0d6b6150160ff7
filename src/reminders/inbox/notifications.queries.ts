import type { DataSource, EntityManager } from 'typeorm';
import { decodeCursor } from '../../platform/http/cursor';
import type { NotificationView } from './notifications.presenter';
import type { NotificationsQuery } from './notifications.requests';

const columns = `id, kind, task_id AS "taskId", title_vi AS "titleVi", title_en AS "titleEn", body_vi AS "bodyVi",
  body_en AS "bodyEn", created_at AS "createdAt", read_at AS "readAt"`;

/** One person's own notifications, newest first; one row more than the page. */
export function inboxOf(
  database: DataSource,
  userId: string | null,
  query: NotificationsQuery,
): Promise<NotificationView[]> {
  const parameters: unknown[] = [userId, query.limit + 1];
  if (query.cursor) parameters.push(...decodeCursor(query.cursor, 1));
  return database.query(
    `SELECT ${columns} FROM notification
      WHERE recipient_id = $1 ${query.unread ? 'AND read_at IS NULL' : ''} ${query.cursor ? 'AND id < $3::uuid' : ''}
      ORDER BY shown_at DESC, id DESC LIMIT $2`,
    parameters,
  );
}

export async function countInbox(
  database: DataSource,
  userId: string | null,
  unreadOnly: boolean,
): Promise<number> {
  const [{ count }]: { count: number }[] = await database.query(
    `SELECT count(*)::int AS count FROM notification WHERE recipient_id = $1 ${unreadOnly ? 'AND read_at IS NULL' : ''}`,
    [userId],
  );
  return count;
}

/** Marks one as read and returns it; a second reading keeps the first moment. Undefined when it is not theirs. */
export async function markRead(
  manager: EntityManager,
  userId: string | null,
  id: string,
  now: Date,
): Promise<NotificationView | undefined> {
  const [read]: NotificationView[] = await manager.query(
    `WITH read AS (
       UPDATE notification SET read_at = coalesce(read_at, $3) WHERE id = $1 AND recipient_id = $2 RETURNING *)
     SELECT ${columns} FROM read`,
    [id, userId, now],
  );
  return read;
}

export async function markAllRead(manager: EntityManager, userId: string | null, now: Date): Promise<number> {
  const [{ count }]: { count: number }[] = await manager.query(
    `WITH read AS (
       UPDATE notification SET read_at = $2 WHERE recipient_id = $1 AND read_at IS NULL RETURNING 1)
     SELECT count(*)::int AS count FROM read`,
    [userId, now],
  );
  return count;
}
