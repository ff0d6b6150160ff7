import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { nagged, waiting } from '../reminder';
import type { FireDay } from './fire-days';
import { recipientsOfTask } from './recipients';

/**
 * Brings the deadline reminders of some tasks in line with the world, in one statement however many tasks:
 * missing rows are inserted, rows no longer right are void, void rows that are right again wait again, rows whose day
 * moved with the calendar move. What was told or failed is never touched, so doing it twice changes nothing.
 * The caller holds locks on the tasks.
 *
 * Before the due date and on it, only days from `today` on are derived; of the overdue ladder all steps are (late
 * telling is right), but of several that one person is already owed only the last; the others are kept as superseded.
 */
export async function deriveDeadlines(
  manager: EntityManager,
  taskIds: string[],
  fireDays: FireDay[],
  today: Day,
): Promise<void> {
  await manager.query(statement, [
    taskIds,
    today,
    fireDays.map((day) => day.dueDate),
    fireDays.map((day) => day.step),
    fireDays.map((day) => day.fireOn),
  ]);
}

const statement = `
WITH recipient AS MATERIALIZED (
  SELECT t.id AS task_id, t.deadline_revision AS revision, t.due_date, c.kind, c.user_id
    FROM task t
    JOIN plan p ON p.id = t.plan_id
   CROSS JOIN LATERAL (${recipientsOfTask}) AS c
   WHERE t.id = ANY($1::uuid[]) AND t.state IN ${nagged} AND t.due_date IS NOT NULL AND p.closed_on IS NULL
),
owed AS MATERIALIZED (
  SELECT c.task_id, rule.id AS rule_id, c.revision, c.user_id AS recipient_id, c.due_date, rule.offset_working_days AS step
    FROM recipient c
    JOIN reminder_rule rule ON rule.recipient = c.kind AND rule.kind = 'deadline' AND rule.active
),
voided AS (
  UPDATE reminder r SET void_at = now(), void_reason = CASE
           WHEN p.closed_on IS NOT NULL THEN 'plan_closed'
           WHEN t.state = 'submitted' THEN 'task_submitted'
           WHEN t.state NOT IN ${nagged} THEN 'task_ended'
           WHEN t.due_date IS NULL OR t.deadline_revision <> r.revision THEN 'deadline_moved'
           WHEN NOT rule.active THEN 'rule_off'
           ELSE 'recipient_changed' END
    FROM reminder_rule rule, task t, plan p
   WHERE r.task_id = ANY($1::uuid[]) AND ${waiting}
     AND rule.id = r.rule_id AND rule.kind = 'deadline' AND t.id = r.task_id AND p.id = t.plan_id
     AND (r.task_id, r.rule_id, r.revision, r.recipient_id) NOT IN (SELECT task_id, rule_id, revision, recipient_id FROM owed)
),
dated AS (
  SELECT o.*, f.fire_on,
         coalesce(o.step < max(o.step) FILTER (WHERE f.fire_on <= $2::date) OVER (PARTITION BY o.task_id, o.recipient_id), false) AS superseded
    FROM owed o
    JOIN unnest($3::date[], $4::int[], $5::date[]) AS f (due_date, step, fire_on) ON f.due_date = o.due_date AND f.step = o.step
)
INSERT INTO reminder AS r (id, task_id, rule_id, revision, recipient_id, subject_id, fire_on, fire_at, created_at, void_at, void_reason)
SELECT uuid_v7(), task_id, rule_id, revision, recipient_id, task_id, fire_on,
       (fire_on + time '07:30') AT TIME ZONE 'Asia/Ho_Chi_Minh', now(),
       CASE WHEN superseded THEN now() END, CASE WHEN superseded THEN 'superseded' END
  FROM dated d
 WHERE (fire_on >= $2::date OR step > 0)
   AND NOT EXISTS (SELECT 1 FROM reminder x
                    WHERE x.task_id = d.task_id AND x.rule_id = d.rule_id AND x.revision = d.revision
                      AND x.recipient_id = d.recipient_id AND x.subject_id = d.task_id
                      AND (x.told_at IS NOT NULL OR x.failed_at IS NOT NULL OR d.superseded
                           OR (x.void_at IS NULL AND x.fire_on = d.fire_on)))
 ORDER BY task_id, rule_id, recipient_id
ON CONFLICT (task_id, rule_id, revision, recipient_id, subject_id) DO UPDATE
   SET fire_on = excluded.fire_on, fire_at = excluded.fire_at, void_at = NULL, void_reason = NULL,
       attempts = 0, next_attempt_at = NULL
 WHERE r.told_at IS NULL AND r.failed_at IS NULL AND excluded.void_at IS NULL
   AND (r.void_at IS NOT NULL OR r.fire_on <> excluded.fire_on)`;
