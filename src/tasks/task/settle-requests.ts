import type { Change } from '../../platform/change/change';

/** Closes the extension requests of tasks that end: nobody is to be asked for a day that no longer matters. */
export async function settleRequests(change: Change, taskIds: string[]): Promise<void> {
  await change.manager.query(
    `UPDATE extension SET decided_at = $2, decided_by = $3, approved = false, decision_reason = 'Nhiệm vụ đã kết thúc'
      WHERE task_id = ANY($1::uuid[]) AND decided_at IS NULL`,
    [taskIds, change.now, change.caller.actor.userId],
  );
}
