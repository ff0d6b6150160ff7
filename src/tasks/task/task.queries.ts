import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { within, withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { prepared } from '../../platform/database/prepared';
import { commonProblem } from '../../platform/errors/common-problems';
import { relatedSql } from '../finding/relations';
import { holdsFewLettersSql, holdsSql, searchParts } from '../finding/search-words';
import type { TaskDetail, TaskRow } from './task.presenter';
import type { TaskFilter } from './task.requests';
import { handDownSql } from './hand-down-facts';
import { readable } from './readable';
import { cellSql, componentsJson, nameJson, isOpen, personJson, planJson, unitJson } from './task-sql';
import type { Cell } from './task-status';

type Reader = DataSource | EntityManager;

/** The same as `cellSql` = the cell, in words that the planner knows. */
const cellIs: Record<Cell, (day: string) => string> = {
  doneOnTime: () => `(t.state = 'accepted' AND (t.due_date IS NULL OR t.submitted_on <= t.due_date))`,
  doneLate: () => `(t.state = 'accepted' AND t.submitted_on > t.due_date)`,
  inTerm: (day) => `(${isOpen('t')} AND (t.due_date IS NULL OR t.due_date >= ${day}::date))`,
  overdue: (day) => `(${isOpen('t')} AND t.due_date < ${day}::date)`,
};

const EXTENSION_PENDING =
  'EXISTS (SELECT 1 FROM extension x WHERE x.task_id = t.id AND x.decided_at IS NULL)';

export const itemColumns = (day: string) => `
  t.id, t.code, t.parent_id AS "parentId", t.handed_down AS "handedDown", t.title_vi AS "titleVi", t.title_en AS "titleEn", t.priority,
  t.field_code AS "fieldCode", t.state, ${cellSql(day)} AS cell, ${cellSql(day, 't.original_due_date')} AS "cellByOriginalDueDate", t.due_text AS "dueText", t.due_date AS "dueDate",
  t.original_due_date AS "originalDueDate", t.percent, t.evidence_required AS "evidenceRequired", t.assigned_on AS "assignedOn", t.submitted_on AS "submittedOn", t.version,
  ${EXTENSION_PENDING} AS "extensionPending",
  p.closed_on IS NOT NULL AS "planClosed",
  ${planJson} AS plan,
  ${unitJson('u')} AS "leadUnit",
  ${personJson} AS responsible,
  to_json(ARRAY(SELECT a.ancestor_id FROM unit_ancestor a WHERE a.unit_id = t.lead_unit_id)) AS "unitIds",
  ${handDownSql} AS "handDown"`;

/** The tables of `itemColumns` besides the task `t`. */
export const itemJoins = `JOIN plan p ON p.id = t.plan_id JOIN unit u ON u.id = t.lead_unit_id
  LEFT JOIN app_user r ON r.id = t.responsible_id`;

/** The parts `t` of one task, counted; drafts and cancelled ones have no cell. */
export const partCountsJson = (day: string) => {
  const cell = cellSql(day);
  return `json_build_object('all', count(${cell}), 'done', count(*) FILTER (WHERE t.state = 'accepted'), 'overdue', count(*) FILTER (WHERE ${cell} = 'overdue'))`;
};

/** A task in full, or not found when it lies outside the actor's scope. */
export async function readTask(
  reader: Reader,
  actor: Actor,
  taskId: string,
  today: Day,
): Promise<TaskRow<TaskDetail>> {
  const parameters: unknown[] = [taskId, today];
  const [row] = await prepared<TaskRow<TaskDetail>>(
    reader,
    `SELECT ${itemColumns('$2')}, t.deliverable_vi AS "deliverableVi", t.deliverable_en AS "deliverableEn",
       t.source_number AS "sourceNumber", t.source_date AS "sourceDate",
       (SELECT json_build_object('at', to_char(x.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', ${nameJson('b')},
                 'reason', x.reason, 'documentNumber', x.document_number, 'documentDate', x.document_date, 'issuer', x.issuer)
          FROM cancellation x LEFT JOIN app_user b ON b.id = x.by_user_id WHERE x.task_id = t.id) AS cancellation,
       (SELECT coalesce(json_agg(${unitJson('cu')} ORDER BY cu.level, cu.name_vi COLLATE vietnamese), '[]')
          FROM task_coordinator c JOIN unit cu ON cu.id = c.unit_id WHERE c.task_id = t.id) AS "coordinatingUnits",
       (SELECT ${componentsJson}
          FROM task_component l JOIN node n ON n.id = l.component_id JOIN edition e ON e.id = n.edition_id
         WHERE l.task_id = t.id AND l.valid_to = 'infinity') AS components,
       (SELECT json_build_object('id', up.id, 'code', up.code, 'titleVi', up.title_vi, 'leadUnit', ${unitJson('pu')})
          FROM task up JOIN unit pu ON pu.id = up.lead_unit_id WHERE up.id = t.parent_id AND ${readable(actor, parameters, 'up')}) AS parent,
       (SELECT ${partCountsJson('$2')} FROM task t
         WHERE t.parent_id = $1 AND ${withinScope(actor, 'task.read', 't.lead_unit_id', parameters)}) AS parts
     FROM task t ${itemJoins} WHERE t.id = $1 AND ${readable(actor, parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

export async function countTasks(
  reader: Reader,
  actor: Actor,
  filter: TaskFilter,
  today: Day,
): Promise<number> {
  const parameters: unknown[] = [today];
  const conditions = taskConditions(actor, filter, parameters);
  const [{ count }]: { count: number }[] = await reader.query(
    `SELECT count(*)::int AS count FROM task t WHERE $1::date IS NOT NULL AND ${conditions.join(' AND ')}`,
    parameters,
  );
  return count;
}

/** The gate first, then each filter that was given. `parameters[0]` is today. */
export function taskConditions(actor: Actor, filter: TaskFilter, parameters: unknown[]): string[] {
  return [readable(actor, parameters), ...filterConditions(actor, filter, parameters)];
}

/** Each filter that was given, without the gate. `parameters[0]` is today. */
export function filterConditions(actor: Actor, filter: TaskFilter, parameters: unknown[]): string[] {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  const addIs = (value: boolean | undefined, condition: string) => {
    if (value !== undefined) conditions.push(value ? condition : `NOT ${condition}`);
  };
  add(filter.planId, (p) => `t.plan_id = ${p}`);
  add(filter.leadUnitId, (p) => `t.lead_unit_id = ${p}`);
  add(filter.within && [filter.within], (p) => within('t.lead_unit_id', `${p}::uuid[]`));
  add(filter.responsibleId, (p) => `t.responsible_id = ${p}`);
  add(filter.parentId, (p) => `t.parent_id = ${p}`);
  add(filter.year, (p) => `t.plan_id IN (SELECT y.id FROM plan y WHERE y.year = ${p})`);
  add(filter.priority, (p) => `t.priority = ${p}`);
  add(filter.fieldCode, (p) => `t.field_code = ${p}`);
  addIs(filter.handedDown, 't.handed_down');
  add(
    filter.coordinatingUnitId,
    (p) => `t.id IN (SELECT c.task_id FROM task_coordinator c WHERE c.unit_id = ${p})`,
  );
  addIs(filter.hasEvidence, 'EXISTS (SELECT 1 FROM evidence e WHERE e.task_id = t.id)');
  addIs(filter.extensionPending, EXTENSION_PENDING);
  if (filter.relation) conditions.push(relatedSql(actor, filter.relation, parameters));
  add(filter.state, (p) => `t.state = ${p}`);
  if (filter.cell) conditions.push(cellIs[filter.cell]('$1'));
  add(filter.componentId, (p) => linkedTo(`component_id = ${p}`));
  add(filter.componentCode, (p) => linkedTo(`component_id IN (SELECT n.id FROM node n WHERE n.code = ${p})`));
  add(filter.dueFrom, (p) => `t.due_date >= ${p}`);
  add(filter.dueTo, (p) => `t.due_date <= ${p}`);
  for (const part of searchParts(filter.q ?? '')) add(part, part.length < 3 ? holdsFewLettersSql : holdsSql);
  return conditions;
}

function linkedTo(condition: string): string {
  return `EXISTS (SELECT 1 FROM task_component l WHERE l.task_id = t.id AND l.valid_to = 'infinity' AND l.${condition})`;
}
