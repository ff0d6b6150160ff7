import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { decodeCursor } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import { notOfDraft } from '../task/readable';
import { nameJson } from '../task/task-sql';
import type { CommentItem } from './comments.presenter';

export type CommentRow = CommentItem & { sortKey: string };

const columns = `x.id, x.at, x.text, x.at::text AS "sortKey",
  ${nameJson('u')} AS by,
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'displayName', m.display_name)
            ORDER BY m.display_name COLLATE vietnamese, m.id), '[]')
     FROM task_comment_mention n JOIN app_user m ON m.id = n.user_id WHERE n.comment_id = x.id) AS mentioned`;

/** Up to `limit + 1` comments of a task that the actor may read, newest first. */
export async function listComments(
  dataSource: DataSource,
  actor: Actor,
  taskId: string,
  page: PageRequest,
): Promise<CommentRow[]> {
  const parameters: unknown[] = [taskId, page.limit + 1];
  if (page.cursor) parameters.push(...decodeCursor(page.cursor, 2));
  const after = page.cursor ? 'AND (x.at, x.id) < ($3::timestamptz, $4::uuid)' : '';
  return dataSource.query(
    `SELECT ${columns} FROM task_comment x LEFT JOIN app_user u ON u.id = x.by_user_id
      WHERE x.task_id = $1 ${after} AND ${notOfDraft(actor, parameters, 'a.at > x.at')} ORDER BY x.at DESC, x.id DESC LIMIT $2`,
    parameters,
  );
}

export async function countComments(dataSource: DataSource, actor: Actor, taskId: string): Promise<number> {
  const parameters: unknown[] = [taskId];
  const [{ count }]: { count: number }[] = await dataSource.query(
    `SELECT count(*)::int AS count FROM task_comment x WHERE x.task_id = $1 AND ${notOfDraft(actor, parameters, 'a.at > x.at')}`,
    parameters,
  );
  return count;
}

export async function readComment(manager: EntityManager, id: string): Promise<CommentRow> {
  const [row]: CommentRow[] = await manager.query(
    `SELECT ${columns} FROM task_comment x LEFT JOIN app_user u ON u.id = x.by_user_id WHERE x.id = $1`,
    [id],
  );
  return row;
}
