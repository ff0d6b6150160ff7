import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { nagged } from '../reminder';
import type { FireDay } from './fire-days';
import { recipientsOf } from './recipients';
import { putRows, tasksAndRows, voidWrong } from './rows';
import { rulesInForce } from './rules-in-force';

/**
 * Brings the deadline reminders of some tasks in line with the world, in one statement however many tasks:
 * missing rows are inserted, rows no longer right are void, void rows that are right again wait again, rows whose day
 * moved with the calendar move. What was told or failed is never touched, so doing it twice changes nothing.
 * The caller holds locks on the tasks.
 *
 * Only the days in `fireDays` are derived, and with `through` only rows of the days up to that one void. Before the due
 * date and on it, only days from `today` on are derived; of the overdue ladder all steps are (late telling is right), but
 * of several that one person is already owed only the last; the others are kept as superseded.
 */
export async function deriveDeadlines(
  manager: EntityManager,
  taskIds: string[],
  fireDays: FireDay[],
  today: Day,
  through: Day | null = null,
): Promise<void> {
  await manager.query(statement, [
    taskIds,
    today,
    fireDays.map((day) => day.since),
    fireDays.map((day) => day.step),
    fireDays.map((day) => day.fireOn),
    through,
  ]);
}

const why = `CASE
  WHEN t.closed_on IS NOT NULL THEN 'plan_closed'
  WHEN t.state = 'submitted' THEN 'task_submitted'
  WHEN t.state NOT IN ${nagged} THEN 'task_ended'
  WHEN t.due_date IS NULL OR t.deadline_revision <> r.revision THEN 'deadline_moved'
  WHEN (t.plan_id, t.priority, r.rule_id) NOT IN (SELECT plan_id, priority, id FROM rule) THEN 'rule_off'
  ELSE 'recipient_changed' END`;

const statement = `
WITH ${tasksAndRows(['deadline'])},
held AS MATERIALIZED (
  SELECT * FROM asked t WHERE t.state IN ${nagged} AND t.due_date IS NOT NULL AND t.closed_on IS NULL
),
rule AS MATERIALIZED (SELECT * FROM (${rulesInForce('held')}) AS r WHERE r.kind = 'deadline' AND r.active),
day AS MATERIALIZED (SELECT * FROM unnest($3::date[], $4::int[], $5::date[]) AS day (due_date, step, fire_on)),
wanted AS MATERIALIZED (
  SELECT t.id AS task_id, t.deadline_revision AS revision, t.due_date, rule.id AS rule_id, rule.step, rule.recipient
    FROM held t
    JOIN rule ON rule.plan_id = t.plan_id AND rule.priority = t.priority
   WHERE $6::date IS NULL OR (t.due_date, rule.step) IN (SELECT due_date, step FROM day)
      OR (t.id, rule.id) IN (SELECT task_id, rule_id FROM mine WHERE waits AND fire_on <= $6)
),
recipient AS MATERIALIZED (${recipientsOf('held AS t', 'SELECT recipient FROM wanted')}),
owed AS MATERIALIZED (
  SELECT w.task_id, w.rule_id, w.revision, c.user_id AS recipient_id, w.task_id AS subject_id, w.due_date, w.step
    FROM wanted w
    JOIN recipient c ON c.task_id = w.task_id AND c.kind = w.recipient
),
${voidWrong('$6', why)},
dated AS (
  SELECT o.*, day.fire_on,
         coalesce(o.step < max(o.step) FILTER (WHERE day.fire_on <= $2::date) OVER (PARTITION BY o.task_id, o.recipient_id), false) AS superseded
    FROM owed o
    JOIN day ON day.due_date = o.due_date AND day.step = o.step
)
${putRows('SELECT * FROM dated WHERE fire_on >= $2::date OR step > 0')}`;
