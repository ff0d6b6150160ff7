import type { DataSource } from 'typeorm';
import { prepared } from '../../platform/database/prepared';
import { presentNotification, type NotificationRow } from '../inbox/notifications.presenter';
import { columns, shown } from '../inbox/notifications.queries';
import type { PictureOf } from './live-inbox.presenter';

type Row = NotificationRow & { userId: string; seen: string; unreadCount: number };

const unread = `n.recipient_id = p.user_id AND n.read_at IS NULL AND ${shown}`;

/**
 * The pictures of these people that are not the ones they know, in one statement. Each picture is made of the person's own
 * rows alone: this is the gate of the live inbox.
 */
export async function changedPictures(
  database: DataSource,
  people: readonly { userId: string; known: string | null }[],
): Promise<PictureOf[]> {
  const rows = await prepared<Row>(
    database,
    `WITH picture AS MATERIALIZED (
       SELECT p.user_id, p.known, counted.unread, newest.ids, counted.unread || ' ' || array_to_string(newest.ids, ' ') AS seen
         FROM unnest($1::uuid[], $2::text[]) AS p (user_id, known)
        CROSS JOIN LATERAL (SELECT count(*)::int AS unread FROM notification n WHERE ${unread}) AS counted
        CROSS JOIN LATERAL (SELECT ARRAY(
          SELECT n.id FROM notification n WHERE ${unread} ORDER BY n.shown_at DESC, n.id DESC LIMIT 5) AS ids) AS newest)
     SELECT p.user_id AS "userId", p.seen, p.unread AS "unreadCount", ${columns}
       FROM picture p
       LEFT JOIN LATERAL (SELECT * FROM notification WHERE id = ANY(p.ids) AND recipient_id = p.user_id) AS n ON true
       LEFT JOIN app_user b ON b.id = n.on_behalf_of
      WHERE p.seen IS DISTINCT FROM p.known
      ORDER BY p.user_id, n.shown_at DESC, n.id DESC`,
    [people.map(({ userId }) => userId), people.map(({ known }) => known)],
  );
  const pictures = new Map<string, PictureOf>();
  for (const { userId, seen, unreadCount, ...notification } of rows) {
    const picture = pictures.get(userId) ?? { userId, seen, unreadCount, newest: [] };
    pictures.set(userId, picture);
    // Nobody unread: the one row of the person has no notification.
    if (notification.id !== null) picture.newest.push(presentNotification(notification));
  }
  return [...pictures.values()];
}
