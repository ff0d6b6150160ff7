import { waiting, type RuleKind } from '../reminder';

/*
 * Pieces of the statements that bring the reminders of some tasks ($1) and kinds in line with the world. Each is written for
 * thousands of tasks: what is joined are lists, read by index once (see Rounds).
 */

/** SQL: the CTEs `asked`, the tasks with the day their plan was closed, and `mine`, their reminders of these kinds. */
export function tasksAndRows(kinds: RuleKind[]): string {
  return `
  asked AS MATERIALIZED (
    SELECT t.id, t.plan_id, t.priority, t.handed_down, t.lead_unit_id, t.responsible_id, t.assigned_by, t.assigned_on, t.state,
           t.deadline_revision, t.due_date, (SELECT p.closed_on FROM plan p WHERE p.id = t.plan_id) AS closed_on
      FROM task t WHERE t.id = ANY($1::uuid[])
  ),
  mine AS MATERIALIZED (
    SELECT r.id, r.task_id, r.rule_id, r.revision, r.recipient_id, r.subject_id, r.fire_on, r.void_at,
           r.told_at IS NOT NULL OR r.failed_at IS NOT NULL AS over, ${waiting} AS waits
      FROM reminder r
     WHERE r.task_id = ANY($1::uuid[]) AND r.rule_id = ANY(ARRAY(SELECT id FROM reminder_rule WHERE kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})))
  )`;
}

/**
 * SQL: waiting rows that are not in `owed` (task_id, rule_id, revision, recipient_id, subject_id), a CTE of what is right, are
 * void for `reason`, an expression beside the row `r` and its task `t`. Only rows of the days up to `through`, unless that is
 * null. A row that another worker holds is left to him: he looks at it too.
 */
export function voidWrong(through: string, reason: string): string {
  return `
  wrong AS MATERIALIZED (
    SELECT r.id, ${reason} AS reason
      FROM mine r
      JOIN asked t ON t.id = r.task_id
     WHERE r.waits AND (${through}::date IS NULL OR r.fire_on <= ${through})
       AND NOT EXISTS (SELECT 1 FROM owed o
                        WHERE o.task_id = r.task_id AND o.rule_id = r.rule_id AND o.revision = r.revision
                          AND o.recipient_id = r.recipient_id AND o.subject_id = r.subject_id)
  ),
  free AS MATERIALIZED (
    SELECT r.id FROM reminder r WHERE r.id = ANY(ARRAY(SELECT id FROM wrong)) AND ${waiting} ORDER BY r.id FOR UPDATE SKIP LOCKED
  ),
  voided AS (
    UPDATE reminder r SET void_at = now(), void_reason = wrong.reason
      FROM wrong
     WHERE r.id = ANY(ARRAY(SELECT id FROM free)) AND wrong.id = r.id
  )`;
}

/**
 * SQL: inserts the rows of `dated` (owed, with fire_on and superseded) that are missing. Void rows that are right again
 * wait again, and rows whose day moved with the calendar move. What was told or failed is never touched. In one order,
 * so that two who derive the same at once follow one another.
 */
export function putRows(dated: string): string {
  return `
INSERT INTO reminder AS r (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at, void_at, void_reason)
SELECT uuid_v7(), task_id, rule_id, revision, recipient_id, subject_id, fire_on,
       (fire_on + time '07:30') AT TIME ZONE 'Asia/Ho_Chi_Minh', now(),
       CASE WHEN superseded THEN now() END, CASE WHEN superseded THEN 'superseded' END
  FROM (${dated}) AS d
 WHERE NOT EXISTS (SELECT 1 FROM mine x
                    WHERE x.task_id = d.task_id AND x.rule_id = d.rule_id AND x.revision = d.revision
                      AND x.recipient_id = d.recipient_id AND x.subject_id = d.subject_id
                      AND (x.over OR d.superseded OR (x.void_at IS NULL AND x.fire_on = d.fire_on)))
 ORDER BY task_id, rule_id, revision, recipient_id, subject_id
ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO UPDATE
   SET fire_on = excluded.fire_on, fire_at = excluded.fire_at, void_at = NULL, void_reason = NULL,
       attempts = 0, next_attempt_at = NULL
 WHERE r.told_at IS NULL AND r.failed_at IS NULL AND excluded.void_at IS NULL
   AND (r.void_at IS NOT NULL OR r.fire_on <> excluded.fire_on)`;
}
