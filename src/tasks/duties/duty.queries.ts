import { isUUID } from 'class-validator';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import type { Day } from '../../platform/clock/day';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import type { PageRequest } from '../../platform/http/fields';
import { readable } from '../task/readable';
import { personJson, planJson, unitJson } from '../task/task-sql';
import type { DutyDetail, DutyRow, DutyTask, MadePeriod } from './duty.presenter';
import type { DutiesRequest } from './duty.requests';

type Reader = DataSource | EntityManager;

const tables = 'duty d JOIN plan p ON p.id = d.plan_id';

/** The gate of every read of a duty: its plan's issuer is in the actor's scope. */
function inScope(actor: Actor, parameters: unknown[]): string {
  return withinScope(actor, 'plan.read', 'p.issuer_unit_id', parameters);
}

const taskColumns = `t.id, t.code, t.title_vi AS "titleVi", t.title_en AS "titleEn", ${unitJson('u')} AS "leadUnit",
  m.period_from AS "periodFrom", m.period_to AS "periodTo", t.due_date AS "dueDate", t.state`;
const taskTables = 'duty_task m JOIN task t ON t.id = m.task_id JOIN unit u ON u.id = t.lead_unit_id';

function columns(actor: Actor, today: Day, parameters: unknown[]): string {
  const day = `$${parameters.push(today)}::date`;
  const scope = readable(actor, parameters);
  return `d.id, d.rhythm, d.title_vi AS "titleVi", d.title_en AS "titleEn", d.due_after_days AS "dueAfterDays",
    d.lead_days AS "leadDays", d.starts_on AS "startsOn", d.ends_on AS "endsOn", d.version,
    ${planJson} AS plan,
    (SELECT count(*)::int FROM duty_unit x WHERE x.duty_id = d.id) AS "unitCount",
    ARRAY(SELECT DISTINCT m.period_to::text FROM duty_task m
           WHERE m.duty_id = d.id AND m.period_to >= ${day} - d.due_after_days) AS "madeTo",
    json_build_object(
      'count', (SELECT count(*)::int FROM ${taskTables} WHERE m.duty_id = d.id AND ${scope}),
      'last', (SELECT row_to_json(last) FROM (SELECT ${taskColumns} FROM ${taskTables}
                WHERE m.duty_id = d.id AND ${scope} ORDER BY t.id DESC LIMIT 1) AS last)) AS tasks,
    p.closed_on IS NOT NULL AS "planClosed",
    ${withinScope(actor, 'task.assign', 'p.issuer_unit_id', parameters)} AS "mayEdit"`;
}

function detailColumns(day: string): string {
  return `d.deliverable_vi AS "deliverableVi", d.deliverable_en AS "deliverableEn", d.priority, d.field_code AS "fieldCode",
    d.evidence_required AS "evidenceRequired",
    (SELECT coalesce(json_agg(json_build_object('unit', ${unitJson('u')}, 'responsible', ${personJson})
        ORDER BY u.name_vi COLLATE vietnamese, u.id), '[]')
       FROM duty_unit x JOIN unit u ON u.id = x.unit_id LEFT JOIN app_user r ON r.id = x.responsible_id
      WHERE x.duty_id = d.id) AS units,
    (SELECT coalesce(json_agg(json_build_object('unit', ${unitJson('u')},
        'reason', CASE WHEN u.valid_to < ${day} THEN 'unit_ended' ELSE 'unit_not_begun' END,
        'on', CASE WHEN u.valid_to < ${day} THEN u.valid_to ELSE u.valid_from END) ORDER BY u.name_vi COLLATE vietnamese, u.id), '[]')
       FROM duty_unit x JOIN unit u ON u.id = x.unit_id
      WHERE x.duty_id = d.id AND NOT daterange(u.valid_from, u.valid_to, '[]') @> ${day}) AS skipped,
    (SELECT coalesce(json_agg(json_build_object('id', n.id, 'code', n.code, 'nameVi', n.name_vi, 'nameEn', n.name_en) ORDER BY n.code), '[]')
       FROM duty_component c JOIN node n ON n.id = c.component_id WHERE c.duty_id = d.id) AS components`;
}

/** Up to `limit + 1` duties, the latest written first. */
export async function listDuties(
  reader: Reader,
  actor: Actor,
  request: DutiesRequest,
  today: Day,
): Promise<DutyRow[]> {
  const parameters: unknown[] = [request.planId ?? null, idAfter(request), request.limit + 1];
  return reader.query(
    `SELECT ${columns(actor, today, parameters)} FROM ${tables}
      WHERE ($1::uuid IS NULL OR d.plan_id = $1) AND ($2::uuid IS NULL OR d.id < $2) AND ${inScope(actor, parameters)}
      ORDER BY d.id DESC LIMIT $3`,
    parameters,
  );
}

export async function countDuties(reader: Reader, actor: Actor, { planId }: DutiesRequest): Promise<number> {
  const parameters: unknown[] = [planId ?? null];
  const [{ count }]: { count: number }[] = await reader.query(
    `SELECT count(*)::int AS count FROM ${tables} WHERE ($1::uuid IS NULL OR d.plan_id = $1) AND ${inScope(actor, parameters)}`,
    parameters,
  );
  return count;
}

export async function readDuty(
  reader: Reader,
  actor: Actor,
  id: string,
  today: Day,
): Promise<DutyRow<DutyDetail>> {
  const parameters: unknown[] = [id, today];
  const [row]: DutyRow<DutyDetail>[] = await reader.query(
    `SELECT ${columns(actor, today, parameters)}, ${detailColumns('$2::date')} FROM ${tables}
      WHERE d.id = $1 AND ${inScope(actor, parameters)}`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  return row;
}

/** The periods that have tasks, among those that end from…to. */
export async function madePeriods(
  reader: Reader,
  actor: Actor,
  dutyId: string,
  from: Day,
  to: Day,
): Promise<MadePeriod[]> {
  const parameters: unknown[] = [dutyId, from, to];
  return reader.query(
    `SELECT m.period_to AS "to", max(t.original_due_date) AS "dueOn",
            (count(*) FILTER (WHERE ${readable(actor, parameters)}))::int AS "inScope"
       FROM duty_task m JOIN task t ON t.id = m.task_id
      WHERE m.duty_id = $1 AND m.period_to BETWEEN $2 AND $3 GROUP BY m.period_to`,
    parameters,
  );
}

/** Up to `limit + 1` tasks that the duty has made, the latest first. */
export async function listDutyTasks(
  reader: Reader,
  actor: Actor,
  dutyId: string,
  page: PageRequest,
): Promise<DutyTask[]> {
  const parameters: unknown[] = [dutyId, idAfter(page), page.limit + 1];
  return reader.query(
    `SELECT ${taskColumns} FROM ${taskTables}
      WHERE m.duty_id = $1 AND ($2::uuid IS NULL OR t.id < $2) AND ${readable(actor, parameters)} ORDER BY t.id DESC LIMIT $3`,
    parameters,
  );
}

export async function countDutyTasks(reader: Reader, actor: Actor, dutyId: string): Promise<number> {
  const parameters: unknown[] = [dutyId];
  const [{ count }]: { count: number }[] = await reader.query(
    `SELECT count(*)::int AS count FROM duty_task m JOIN task t ON t.id = m.task_id
      WHERE m.duty_id = $1 AND ${readable(actor, parameters)}`,
    parameters,
  );
  return count;
}

function idAfter({ cursor }: PageRequest): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, 1);
  return isUUID(id) ? (id as string) : (decodeCursor('', 1) as never);
}
