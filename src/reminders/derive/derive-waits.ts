import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import type { FireDay } from './fire-days';
import { recipientsOf } from './recipients';
import { putRows, tasksAndRows, voidWrong } from './rows';
import { rulesInForce } from './rules-in-force';

/**
 * Brings the reminders of what waits to be decided in line with the world as of the day `to`: a submission
 * (`acceptance_waits`) or an extension request (`decision_waits`) undecided for so many working days, told once.
 * `fireDays` count from the day it was sent. Inserted are only rows of the days from `from` on, all due ones when it is null.
 */
export async function deriveWaits(
  manager: EntityManager,
  taskIds: string[],
  fireDays: FireDay[],
  from: Day | null,
  to: Day,
): Promise<void> {
  await manager.query(statement, [
    taskIds,
    to,
    from,
    fireDays.map((day) => day.since),
    fireDays.map((day) => day.step),
    fireDays.map((day) => day.fireOn),
  ]);
}

/** The days since when something of these tasks waits. */
export async function waitingSince(manager: EntityManager, taskIds: string[]): Promise<Day[]> {
  const rows: { since: Day }[] = await manager.query(
    `SELECT local_day(at) AS since FROM submission WHERE task_id = ANY($1::uuid[]) AND decided_at IS NULL
     UNION
     SELECT local_day(at) FROM extension WHERE task_id = ANY($1::uuid[]) AND decided_at IS NULL`,
    [taskIds],
  );
  return rows.map(({ since }) => since);
}

const why = `CASE
  WHEN t.closed_on IS NOT NULL THEN 'plan_closed'
  WHEN t.state IN ('draft', 'accepted', 'cancelled') THEN 'task_ended'
  WHEN r.subject_id NOT IN (SELECT subject_id FROM held) THEN 'settled'
  WHEN (t.plan_id, t.priority, r.rule_id) NOT IN (SELECT plan_id, priority, id FROM rule) THEN 'rule_off'
  ELSE 'recipient_changed' END`;

const statement = `
WITH ${tasksAndRows(['acceptance_waits', 'decision_waits'])},
undecided AS MATERIALIZED (
  SELECT 'acceptance_waits' AS kind, s.task_id, s.id AS subject_id, local_day(s.at) AS since
    FROM submission s WHERE s.task_id = ANY($1::uuid[]) AND s.decided_at IS NULL
  UNION ALL
  SELECT 'decision_waits', x.task_id, x.id, local_day(x.at)
    FROM extension x WHERE x.task_id = ANY($1::uuid[]) AND x.decided_at IS NULL
),
held AS MATERIALIZED (
  SELECT t.*, w.kind, w.subject_id, w.since
    FROM undecided w
    JOIN asked t ON t.id = w.task_id
   WHERE t.state NOT IN ('draft', 'accepted', 'cancelled') AND t.closed_on IS NULL
),
rule AS MATERIALIZED (
  SELECT * FROM (${rulesInForce('held')}) AS r WHERE r.kind IN ('acceptance_waits', 'decision_waits') AND r.active
),
recipient AS MATERIALIZED (${recipientsOf('(SELECT DISTINCT id, handed_down, lead_unit_id, responsible_id, assigned_by FROM held) AS t')}),
owed AS MATERIALIZED (
  SELECT t.id AS task_id, rule.id AS rule_id, 1 AS revision, c.user_id AS recipient_id, t.subject_id, t.since, rule.step
    FROM held t
    JOIN rule ON rule.plan_id = t.plan_id AND rule.priority = t.priority AND rule.kind = t.kind
    JOIN recipient c ON c.task_id = t.id AND c.kind = rule.recipient
),
${voidWrong('NULL', why)}
${putRows(`SELECT o.*, day.fire_on, false AS superseded
    FROM owed o
    JOIN unnest($4::date[], $5::int[], $6::date[]) AS day (since, step, fire_on) ON day.since = o.since AND day.step = o.step
   WHERE day.fire_on <= $2::date AND ($3::date IS NULL OR day.fire_on >= $3::date)`)}`;
