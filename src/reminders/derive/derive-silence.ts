import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import { nagged } from '../reminder';
import { overseersOf } from './recipients';
import { putRows, tasksAndRows, voidWrong } from './rows';
import { rulesInForce } from './rules-in-force';
import { lastWord } from './still-so';

/** Silence is told for a year; after that it is told no more (decision 0030). */
export const MOST_WEEKS = 52;

/**
 * Brings the reminders of silence (`no_progress`) of some open tasks in line with the world as of the day `to`: one when
 * the last word is n weeks old, and again with every further n weeks. `subject_id` is that last word, `revision` the weeks
 * that have passed since, so that a new report begins anew and a rule changed from 2 to 4 weeks repeats nothing.
 * Inserted are only rows of the days from `from` on, all that are right now when it is null.
 */
export async function deriveSilence(
  manager: EntityManager,
  taskIds: string[],
  from: Day | null,
  to: Day,
): Promise<void> {
  await manager.query(statement, [taskIds, to, from]);
}

const why = `CASE
  WHEN t.closed_on IS NOT NULL THEN 'plan_closed'
  WHEN t.state = 'submitted' THEN 'task_submitted'
  WHEN t.state NOT IN ${nagged} THEN 'task_ended'
  WHEN r.subject_id NOT IN (SELECT word_id FROM held) THEN 'settled'
  WHEN (r.task_id, r.rule_id) NOT IN (SELECT id, rule_id FROM silent) THEN 'rule_off'
  WHEN (r.task_id, r.rule_id, r.recipient_id) IN (SELECT task_id, rule_id, recipient_id FROM owed) THEN 'superseded'
  ELSE 'recipient_changed' END`;

const statement = `
WITH ${tasksAndRows(['no_progress'])},
held AS MATERIALIZED (
  SELECT t.*, word.id AS word_id, word.on_day AS word_on
    FROM asked t
   CROSS JOIN LATERAL (${lastWord}) AS word
   WHERE t.state IN ${nagged} AND t.closed_on IS NULL
),
rule AS MATERIALIZED (SELECT * FROM (${rulesInForce('held')}) AS r WHERE r.kind = 'no_progress' AND r.active),
silent AS MATERIALIZED (
  SELECT t.*, rule.id AS rule_id, 'over_' || rule.recipient AS told, least(($2::date - t.word_on) / 7, ${MOST_WEEKS}) / rule.weeks * rule.weeks AS weeks
    FROM held t
    JOIN rule ON rule.plan_id = t.plan_id AND rule.priority = t.priority
   WHERE t.word_on <= $2::date - 7 * rule.weeks
),
overseer AS MATERIALIZED (${overseersOf('(SELECT DISTINCT id, handed_down, lead_unit_id, responsible_id, assigned_by FROM silent) AS t')}),
owed AS MATERIALIZED (
  SELECT t.id AS task_id, t.rule_id, t.weeks AS revision, c.user_id AS recipient_id, t.word_id AS subject_id, t.word_on + 7 * t.weeks AS fire_on
    FROM silent t
    JOIN overseer c ON c.task_id = t.id AND c.kind = t.told
),
${voidWrong('NULL', why)}
${putRows('SELECT *, false AS superseded FROM owed WHERE $3::date IS NULL OR fire_on >= $3::date')}`;
