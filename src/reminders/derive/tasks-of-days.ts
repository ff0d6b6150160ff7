import type { DataSource } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { nagged, waiting } from '../reminder';
import { TASKS_A_ROUND, type Page } from './rounds';

/** Open tasks that are due on one of these days. */
export function dueOn(database: DataSource, days: Day[]): Page {
  return ({ day, id }) =>
    database.query(
      `SELECT t.due_date AS day, t.id
         FROM task t
        WHERE t.state IN ${nagged} AND coalesce(t.due_date, 'infinity') = ANY($1::date[])
          AND (coalesce(t.due_date, 'infinity'), t.id) > ($2::date, $3::uuid)
        ORDER BY coalesce(t.due_date, 'infinity'), t.id LIMIT ${TASKS_A_ROUND}`,
      [days, day, id],
    );
}

/** Open tasks whose last word fell on one of these days; some that have spoken since may be among them. */
export function lastHeardOn(database: DataSource, days: Day[]): Page {
  const after = (day: string, id: string) =>
    `${day} = ANY($1::date[]) AND (${day}, ${id}) > ($2::date, $3::uuid)`;
  return ({ day, id }) =>
    database.query(
      `SELECT day, id
         FROM ((SELECT local_day(w.at) AS day, w.task_id AS id
                  FROM progress_update w
                 WHERE ${after('local_day(w.at)', 'w.task_id')}
                   AND NOT EXISTS (SELECT 1 FROM progress_update later WHERE later.task_id = w.task_id AND later.id > w.id)
                   AND EXISTS (SELECT 1 FROM task t WHERE t.id = w.task_id AND t.state IN ${nagged})
                 ORDER BY 1, 2 LIMIT ${TASKS_A_ROUND})
               UNION ALL
               (SELECT local_day(s.decided_at), s.task_id
                  FROM submission s
                 WHERE s.accepted = false AND ${after('local_day(s.decided_at)', 's.task_id')}
                   AND EXISTS (SELECT 1 FROM task t WHERE t.id = s.task_id AND t.state IN ${nagged})
                 ORDER BY 1, 2 LIMIT ${TASKS_A_ROUND})
               UNION ALL
               (SELECT t.assigned_on, t.id
                  FROM task t
                 WHERE t.state IN ${nagged} AND ${after('t.assigned_on', 't.id')}
                   AND NOT EXISTS (SELECT 1 FROM progress_update w WHERE w.task_id = t.id)
                 ORDER BY 1, 2 LIMIT ${TASKS_A_ROUND})) AS word
        ORDER BY 1, 2 LIMIT ${TASKS_A_ROUND}`,
      [days, day, id],
    );
}

/** Tasks of which something was sent on one of these days and still waits to be decided. */
export function sentOn(database: DataSource, days: Day[]): Page {
  const of = (table: string) => `
    (SELECT local_day(s.at) AS day, s.task_id AS id
       FROM ${table} s
      WHERE s.decided_at IS NULL AND local_day(s.at) = ANY($1::date[]) AND (local_day(s.at), s.task_id) > ($2::date, $3::uuid)
      ORDER BY 1, 2 LIMIT ${TASKS_A_ROUND})`;
  return ({ day, id }) =>
    database.query(
      `SELECT day, id FROM (${of('submission')} UNION ALL ${of('extension')}) AS sent ORDER BY 1, 2 LIMIT ${TASKS_A_ROUND}`,
      [days, day, id],
    );
}

/**
 * Tasks that no day leads to and that are looked at all the same: with a row that is due by the end of the day `to` though
 * the task has ended, its plan is closed or its deadline moved; and with a row whose recipient had gone when it was to be
 * told, since `begun`.
 */
export function leftOver(database: DataSource, to: Day, begun: Date | null): Page {
  return ({ id }) =>
    database.query(
      `SELECT '-infinity' AS day, id
         FROM ((SELECT DISTINCT t.id
                  FROM reminder r
                  JOIN reminder_rule rule ON rule.id = r.rule_id AND rule.kind IN ('deadline', 'no_progress', 'acceptance_waits', 'decision_waits')
                  JOIN task t ON t.id = r.task_id
                  JOIN plan p ON p.id = t.plan_id
                 WHERE ${waiting} AND r.fire_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AND t.id > $2
                   AND (t.state IN ('draft', 'accepted', 'cancelled') OR p.closed_on IS NOT NULL
                     OR (rule.kind IN ('deadline', 'no_progress') AND t.state NOT IN ${nagged})
                     OR (rule.kind = 'deadline' AND r.revision <> t.deadline_revision))
                 ORDER BY 1 LIMIT ${TASKS_A_ROUND})
               UNION
               (SELECT DISTINCT r.task_id FROM reminder r
                 WHERE r.void_reason = 'recipient_changed' AND r.void_at >= $3::timestamptz AND r.task_id > $2
                 ORDER BY 1 LIMIT ${TASKS_A_ROUND})) AS task
        ORDER BY 2 LIMIT ${TASKS_A_ROUND}`,
      [to, id, begun],
    );
}

/** Every task that may be owed a reminder, and those with rows that may have lost their reason. */
export function everyOpen(database: DataSource): Page {
  return ({ id }) =>
    database.query(
      `SELECT '-infinity' AS day, t.id FROM task t JOIN plan p ON p.id = t.plan_id
        WHERE t.id > $1 AND ((t.state IN ('assigned', 'in_progress', 'submitted', 'returned') AND p.closed_on IS NULL)
           OR EXISTS (SELECT 1 FROM reminder r WHERE r.task_id = t.id AND ${waiting}))
        ORDER BY t.id LIMIT ${TASKS_A_ROUND}`,
      [id],
    );
}
