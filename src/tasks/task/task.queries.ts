import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { within } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import type { TaskDetail, TaskItem, TaskRow } from './task.presenter';
import type { TaskFilter, TaskSearch, TaskSort } from './task.requests';
import { readable } from './readable';

type Reader = DataSource | EntityManager;

/** The cell of a task `t` on the day in parameter `day`; null for what no report counts. */
export function cellSql(day: string): string {
  return `CASE WHEN t.state IN ('draft', 'cancelled') THEN NULL
    WHEN t.state = 'accepted' THEN CASE WHEN t.due_date IS NULL OR t.submitted_on <= t.due_date THEN 'doneOnTime' ELSE 'doneLate' END
    WHEN t.due_date < ${day}::date THEN 'overdue' ELSE 'inTerm' END`;
}

const unitJson = (u: string) =>
  `json_build_object('id', ${u}.id, 'code', ${u}.code, 'nameVi', ${u}.name_vi, 'nameEn', ${u}.name_en)`;

const itemColumns = (day: string) => `
  t.id, t.code, t.parent_id AS "parentId", t.handed_down AS "handedDown", t.title_vi AS "titleVi", t.title_en AS "titleEn", t.priority,
  t.field_code AS "fieldCode", t.state, ${cellSql(day)} AS cell, t.due_text AS "dueText", t.due_date AS "dueDate",
  t.original_due_date AS "originalDueDate", t.percent, t.evidence_required AS "evidenceRequired", t.assigned_on AS "assignedOn", t.submitted_on AS "submittedOn", t.version,
  EXISTS (SELECT 1 FROM extension x WHERE x.task_id = t.id AND x.decided_at IS NULL) AS "extensionPending",
  p.closed_on IS NOT NULL AS "planClosed",
  json_build_object('id', p.id, 'code', p.code, 'titleVi', p.title_vi, 'year', p.year, 'illustrative', p.illustrative) AS plan,
  ${unitJson('u')} AS "leadUnit",
  CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'displayName', r.display_name, 'position', r.position, 'invented', r.invented) END AS responsible,
  ARRAY(SELECT a.ancestor_id FROM unit_ancestor a WHERE a.unit_id = t.lead_unit_id) AS "unitIds"`;

const itemTables = `task t JOIN plan p ON p.id = t.plan_id JOIN unit u ON u.id = t.lead_unit_id
  LEFT JOIN app_user r ON r.id = t.responsible_id`;

/** A task in full, or not found when it lies outside the actor's scope. */
export async function readTask(
  reader: Reader,
  actor: Actor,
  taskId: string,
  today: Day,
): Promise<TaskRow<TaskDetail>> {
  const parameters: unknown[] = [taskId, today];
  const [row]: TaskRow<TaskDetail>[] = await reader.query(
    `SELECT ${itemColumns('$2')}, t.deliverable_vi AS "deliverableVi", t.deliverable_en AS "deliverableEn",
       t.source_number AS "sourceNumber", t.source_date AS "sourceDate",
       (SELECT coalesce(json_agg(${unitJson('cu')} ORDER BY cu.level, cu.name_vi COLLATE vietnamese), '[]')
          FROM task_coordinator c JOIN unit cu ON cu.id = c.unit_id WHERE c.task_id = t.id) AS "coordinatingUnits",
       (SELECT coalesce(json_agg(json_build_object('id', n.id, 'code', n.code, 'nameVi', n.name_vi, 'nameEn', n.name_en,
                 'maxPoints', n.max_points, 'indexCode', e.index_code, 'year', e.year, 'illustrative', e.illustrative)
                 ORDER BY string_to_array(n.code, '.')), '[]')
          FROM task_component l JOIN node n ON n.id = l.component_id JOIN edition e ON e.id = n.edition_id
         WHERE l.task_id = t.id AND l.valid_to = 'infinity') AS components
     FROM ${itemTables} WHERE t.id = $1 AND ${readable(actor, parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** How each order sorts: an expression that is never null, its type, and the direction. */
const sorts: Record<TaskSort, { key: string; type: string; direction: 'ASC' | 'DESC' }> = {
  due: { key: `coalesce(t.due_date, 'infinity'::date)`, type: 'date', direction: 'ASC' },
  '-due': { key: `coalesce(t.due_date, '-infinity'::date)`, type: 'date', direction: 'DESC' },
  code: { key: 't.code', type: 'text', direction: 'ASC' },
  title: { key: 't.title_vi COLLATE vietnamese', type: 'text COLLATE vietnamese', direction: 'ASC' },
};

/** Up to `limit + 1` tasks in scope that match, in the asked order; each row carries its sort key. */
export async function listTasks(
  reader: Reader,
  actor: Actor,
  search: TaskSearch,
  today: Day,
): Promise<TaskRow<TaskItem>[]> {
  const parameters: unknown[] = [today];
  const conditions = taskConditions(actor, search, parameters);
  const { key, type, direction } = sorts[search.sort];
  if (search.cursor) {
    const [sortKey, id] = decodeCursor(search.cursor, 2);
    parameters.push(sortKey, id);
    const n = parameters.length;
    conditions.push(`(${key}, t.id) ${direction === 'ASC' ? '>' : '<'} ($${n - 1}::${type}, $${n}::uuid)`);
  }
  parameters.push(search.limit + 1);
  return reader.query(
    `SELECT ${itemColumns('$1')}, (${key})::text AS "sortKey" FROM ${itemTables}
      WHERE ${conditions.join(' AND ')} ORDER BY ${key} ${direction}, t.id ${direction} LIMIT $${parameters.length}`,
    parameters,
  );
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

/** Scope first, then each filter that was given. `parameters[0]` is today. */
function taskConditions(actor: Actor, filter: TaskFilter, parameters: unknown[]): string[] {
  const conditions = [readable(actor, parameters)];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  add(filter.planId, (p) => `t.plan_id = ${p}`);
  add(filter.leadUnitId, (p) => `t.lead_unit_id = ${p}`);
  add(filter.within && [filter.within], (p) => within('t.lead_unit_id', `${p}::uuid[]`));
  add(filter.responsibleId, (p) => `t.responsible_id = ${p}`);
  add(filter.parentId, (p) => `t.parent_id = ${p}`);
  add(filter.state, (p) => `t.state = ${p}`);
  add(filter.cell, (p) => `${cellSql('$1')} = ${p}`);
  add(filter.componentId, (p) => linkedTo(`component_id = ${p}`));
  add(filter.componentCode, (p) => linkedTo(`component_id IN (SELECT n.id FROM node n WHERE n.code = ${p})`));
  add(filter.dueFrom, (p) => `t.due_date >= ${p}`);
  add(filter.dueTo, (p) => `t.due_date <= ${p}`);
  add(filter.q && likePattern(filter.q), (p) => `t.search LIKE '%' || fold(${p}) || '%'`);
  return conditions;
}

function linkedTo(condition: string): string {
  return `EXISTS (SELECT 1 FROM task_component l WHERE l.task_id = t.id AND l.valid_to = 'infinity' AND l.${condition})`;
}

/** The user's words with LIKE's own signs made plain. */
function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
