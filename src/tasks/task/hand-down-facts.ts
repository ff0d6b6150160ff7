import type { EntityManager } from 'typeorm';

/** What says who decides on a part that was handed down. */
export interface HandDown {
  /** The parent's lead unit and every unit above it: whoever hands down there decides on the part. */
  parentUnitIds: string[];
  /** Who made the submission that waits. */
  submittedBy: string | null;
  /** Who made the extension request that waits. */
  extensionAskedBy: string | null;
}

/** A HandDown as JSON for the task row `t`; null for every task that was not handed down. */
export const handDownSql = `CASE WHEN t.handed_down THEN json_build_object(
    'parentUnitIds', ARRAY(SELECT a.ancestor_id FROM task up JOIN unit_ancestor a ON a.unit_id = up.lead_unit_id WHERE up.id = t.parent_id),
    'submittedBy', (SELECT s.by_user_id FROM submission s WHERE s.task_id = t.id AND s.decided_at IS NULL),
    'extensionAskedBy', (SELECT x.by_user_id FROM extension x WHERE x.task_id = t.id AND x.decided_at IS NULL)) END`;

/**
 * The same for a task that is locked. A statement of its own: one that waited for the lock would still see the
 * submission and the parent as they were before it waited.
 */
export async function readHandDown(manager: EntityManager, taskId: string): Promise<HandDown | null> {
  const [row]: { handDown: HandDown | null }[] = await manager.query(
    `SELECT ${handDownSql} AS "handDown" FROM task t WHERE t.id = $1`,
    [taskId],
  );
  return row.handDown;
}
