import type { Actor } from '../platform/access/actor';
import { within, withinScope } from '../platform/access/scope';
import type { Day } from '../platform/clock/day';
import { cellSql } from '../tasks/tasks.api';

/** What a report is asked about. Every field but the day narrows it. */
export interface ReportFilter {
  asOf: Day;
  planId?: string;
  /** Year of the plan. */
  year?: number;
  /** A unit: tasks led by it or by any unit below it. */
  within?: string;
  /** Index of the plan's edition. */
  index?: string;
  /** Only plans that are linked to this edition. */
  editionId?: string;
  /** Only plans that are not closed by the day. */
  openPlans?: boolean;
}

/**
 * `counted AS (…)`: one row for each task that the plan's document assigned and that counts on the day (decision 0020), with its cell by the due date of that day and by the
 * original one, in the actor's scope. The day is $1; further parameters are appended to `parameters`, which starts as `[asOf]`.
 */
export function countedTasks(actor: Actor, filter: ReportFilter, parameters: unknown[]): string {
  const conditions = [withinScope(actor, 'report.read', 't.lead_unit_id', parameters)];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  add(filter.planId, (p) => `t.plan_id = ${p}`);
  add(filter.year, (p) => `plan.year = ${p}`);
  add(filter.within && [filter.within], (p) => within('t.lead_unit_id', `${p}::uuid[]`));
  add(filter.index, (p) => `plan.edition_id IN (SELECT e.id FROM edition e WHERE e.index_code = ${p})`);
  add(filter.editionId, (p) => `plan.edition_id = ${p}`);
  if (filter.openPlans) conditions.push('(plan.closed_on IS NULL OR plan.closed_on > $1::date)');
  return `counted AS (
  SELECT t.task_id, t.plan_id, t.lead_unit_id, t.responsible_id, t.state, t.due_date, t.submitted_on, plan.illustrative,
         ${cellSql('$1')} AS cell, ${cellSql('$1', 't.original_due_date')} AS original_cell
    FROM task_period t JOIN plan ON plan.id = t.plan_id
   WHERE t.valid_from <= $1::date AND t.valid_to > $1::date AND t.state NOT IN ('draft', 'cancelled')
     AND NOT EXISTS (SELECT 1 FROM task part WHERE part.id = t.task_id AND part.handed_down)
     AND ${conditions.join(' AND ')})`;
}

/** The four cells of rows that carry `cell`, as columns named like the response's. */
export const cellColumns = `count(cell)::int AS "all",
  count(*) FILTER (WHERE cell = 'doneOnTime')::int AS "doneOnTime", count(*) FILTER (WHERE cell = 'doneLate')::int AS "doneLate",
  count(*) FILTER (WHERE cell = 'inTerm')::int AS "inTerm", count(*) FILTER (WHERE cell = 'overdue')::int AS "overdue"`;

/** True when any of the counted tasks belongs to a plan that is not a real one. */
export const illustrativeColumn = 'coalesce(bool_or(illustrative), false) AS illustrative';

/** `{id, code, nameVi, nameEn}` of the unit row `u`. */
export const unitJson = `json_build_object('id', u.id, 'code', u.code, 'nameVi', u.name_vi, 'nameEn', u.name_en)`;

/** True where the link `l` of a task to a component holds on the day. */
export const linkHolds = 'l.valid_from <= $1::date AND l.valid_to > $1::date';
