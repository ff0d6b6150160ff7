/**
 * Rules as they hold for tasks: a rule's step, weeks, recipient and whether it is active may differ by plan and
 * priority (`rules_of`). Deriving and telling ask through these same words, so that both see one rule; of what a reminder
 * of a day speaks of: `stillSo` (still-so.ts).
 */

/**
 * SQL query: the rules in force for the tasks of a relation that has plan_id and priority, asked once for each pair of them:
 * plan_id, priority, id, code, kind, active, step, weeks, recipient. To be joined by plan_id and priority.
 */
export function rulesInForce(tasks: string): string {
  return `SELECT pair.plan_id, pair.priority, rule.*
            FROM (SELECT DISTINCT plan_id, priority FROM ${tasks}) AS pair
           CROSS JOIN LATERAL rules_of(pair.plan_id, pair.priority) AS rule`;
}

/** SQL query, for LATERAL: the rule of the reminder `r` as it holds for its task `t`. */
export const ruleInForce = `SELECT * FROM rules_of(t.plan_id, t.priority) AS of_task WHERE of_task.id = r.rule_id`;
