import { uuidv7 } from 'uuidv7';
import type { EntityManager } from 'typeorm';
import type { Change } from '../../platform/change/change';
import { fieldError } from '../../platform/errors/common-problems';
import { refuse } from '../task/task-checks';
import { lockTask } from '../task/task.store';
import type { WriteComment } from './comments.requests';
import { readComment, type CommentRow } from './comments.queries';
import { readableBy } from './readers';

/** Leaves the task's version alone: a remark must not make anybody's edit stale. Who is mentioned is told, the writer excepted. */
export async function writeComment(change: Change, taskId: string, input: WriteComment): Promise<CommentRow> {
  const { manager, caller, now } = change;
  const task = await lockTask(change, taskId, 'comment', null);
  const mentionedIds = input.mentionedIds ?? [];
  await refuseStrangers(manager, taskId, mentionedIds);
  const commentId = uuidv7();
  await manager.query(
    'INSERT INTO task_comment (id, task_id, at, by_user_id, text) VALUES ($1, $2, $3, $4, $5)',
    [...[commentId, taskId, now, caller.actor.userId, input.text]],
  );
  await manager.query(
    'INSERT INTO task_comment_mention (comment_id, user_id) SELECT DISTINCT $1::uuid, id FROM unnest($2::uuid[]) AS id',
    [commentId, mentionedIds],
  );
  change.record({
    act: 'task.commented',
    subjectType: 'task',
    subjectId: taskId,
    unitId: task.leadUnitId,
    note: input.text,
  });
  if (mentionedIds.some((id) => id !== caller.actor.userId))
    change.announce('comment.mentioned', { taskId, version: task.version, commentId });
  return readComment(manager, commentId);
}

/** Only somebody who may read the task can be called to it. */
async function refuseStrangers(manager: EntityManager, taskId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows: { id: string }[] = await manager.query(
    `SELECT u.id FROM task t JOIN app_user u ON u.id = ANY($2::uuid[]) AND u.active WHERE t.id = $1 AND ${readableBy('u.id')}`,
    [taskId, ids],
  );
  const readers = new Set(rows.map(({ id }) => id));
  refuse(
    ids.flatMap((id, n) =>
      readers.has(id.toLowerCase()) ? [] : [fieldError(`mentionedIds[${n}]`, 'not_reader', notReader)],
    ),
  );
}

const notReader = {
  vi: 'Người này không xem được nhiệm vụ hoặc không còn công tác. Chọn người trong danh sách gợi ý.',
  en: 'This person cannot read the task or is no longer active. Choose somebody from the list.',
};
