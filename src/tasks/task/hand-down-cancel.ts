import type { EntityManager } from 'typeorm';
import type { Change } from '../../platform/change/change';
import type { Day } from '../../platform/clock/day';
import { settleRequests } from './settle-requests';
import { openStates, type TaskState } from './task-status';

interface Part {
  id: string;
  leadUnitId: string;
  state: TaskState;
  submittedOn: Day | null;
  version: number;
}

/**
 * Cancels what was handed down from a task that is being cancelled, however deep, for the same reason and by the same
 * document. The task's own cancellation is written before.
 */
export async function cancelParts(
  change: Change,
  taskId: string,
  reason: string,
  note: string | null,
): Promise<void> {
  const { manager, now, caller } = change;
  const parts = await lockOpenParts(manager, taskId);
  if (parts.length === 0) return;
  const ids = parts.map((part) => part.id);
  await manager.query(
    `UPDATE task SET state = 'cancelled', submitted_on = NULL, version = version + 1, changed_at = greatest(changed_at, $2)
      WHERE id = ANY($1::uuid[])`,
    [ids, now],
  );
  await manager.query(
    `UPDATE submission SET decided_at = $2, decided_by = $3, accepted = false, reason = $4
      WHERE task_id = ANY($1::uuid[]) AND decided_at IS NULL`,
    [ids, now, caller.actor.userId, reason],
  );
  await settleRequests(change, ids);
  await manager.query(
    `INSERT INTO cancellation (id, task_id, at, by_user_id, reason, document_number, document_date, issuer)
     SELECT uuid_v7(), part.id, x.at, x.by_user_id, x.reason, x.document_number, x.document_date, x.issuer
       FROM cancellation x CROSS JOIN unnest($2::uuid[]) AS part(id) WHERE x.task_id = $1`,
    [taskId, ids],
  );
  for (const { id, leadUnitId, state, submittedOn, version } of parts) {
    change.record({
      act: 'task.cancelled',
      subjectType: 'task',
      subjectId: id,
      unitId: leadUnitId,
      changes: { state: [state, 'cancelled'], ...(submittedOn && { submittedOn: [submittedOn, null] }) },
      note,
    });
    change.announce('task.cancelled', { taskId: id, version: version + 1 });
  }
}

/**
 * The open ones among everything handed down from a locked task. Level by level, each in a statement that begins when
 * the level above is held: so no part can be added behind it.
 */
async function lockOpenParts(manager: EntityManager, taskId: string): Promise<Part[]> {
  const open: Part[] = [];
  let level = [taskId];
  while (level.length > 0) {
    const parts: Part[] = await manager.query(
      `SELECT id, lead_unit_id AS "leadUnitId", state, submitted_on AS "submittedOn", version
         FROM task WHERE parent_id = ANY($1::uuid[]) AND handed_down ORDER BY id FOR UPDATE`,
      [level],
    );
    open.push(...parts.filter((part) => openStates.includes(part.state)));
    level = parts.map((part) => part.id);
  }
  return open;
}
