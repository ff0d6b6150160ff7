import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { withinScope } from '../../platform/access/scope';
import { commonProblem } from '../../platform/errors/common-problems';
import { decodeCursor } from '../../platform/http/cursor';
import { planVisible } from '../../tasks/tasks.api';
import { recipientsOfTask } from '../derive/recipients';
import { withDeputies } from './deputies';
import type { Expected } from './forecast';
import { waiting } from '../reminder';
import { ownKinds } from '../rules/terms';
import type { Waiting } from './what-waits';
import type { DroppedReminder, Outcome, PreviewCounts, PreviewRow } from './preview.presenter';

/** A plan with more open tasks is looked at in part: the preview holds its tasks still while it looks. */
export const MOST_TASKS = 2_000;
const MOST_DROPPED = 200;

export interface Looked {
  ids: string[];
  open: number;
}

/** The task, when it lies in the actor's scope. */
export async function previewedTask(manager: EntityManager, actor: Actor, taskId: string): Promise<Looked> {
  const parameters: unknown[] = [taskId];
  const found: { open: boolean }[] = await manager.query(
    `SELECT ${isOpen} AS open FROM task t WHERE t.id = $1 AND ${withinScope(actor, 'reminder.read', 't.lead_unit_id', parameters)}`,
    parameters,
  );
  if (found.length === 0) throw commonProblem('not_found');
  return { ids: [taskId], open: found[0].open ? 1 : 0 };
}

/** The first open tasks of the plan in the actor's scope, and how many there are. */
export async function previewedTasks(manager: EntityManager, actor: Actor, planId: string): Promise<Looked> {
  const parameters: unknown[] = [planId];
  const visible = planVisible(actor, parameters);
  const inScope = withinScope(actor, 'reminder.read', 't.lead_unit_id', parameters);
  const [plan]: Looked[] = await manager.query(
    `SELECT coalesce(array_agg(o.id ORDER BY o.id) FILTER (WHERE o.place <= ${MOST_TASKS}), '{}') AS ids, count(o.id)::int AS open
       FROM plan p
       LEFT JOIN LATERAL (SELECT t.id, row_number() OVER (ORDER BY t.id) AS place
                            FROM task t WHERE t.plan_id = p.id AND ${isOpen} AND ${inScope}) AS o ON true
      WHERE p.id = $1 AND ${visible} GROUP BY p.id`,
    parameters,
  );
  if (!plan) throw commonProblem('not_found');
  return plan;
}

const isOpen = `t.state NOT IN ('draft', 'accepted', 'cancelled')`;

export interface Asked {
  taskIds: string[];
  before: Waiting;
  /** The rule that would change: with it, of the others only what its change touches. */
  ruleId: string | null;
  /** Of that rule. */
  expected: Expected[];
}

/** $1 tasks, $2 and $3 what waited before, $4 the rule, $5 what is expected of it. */
const planned = `
WITH before AS (SELECT * FROM unnest($2::uuid[], $3::date[]) AS b (id, fire_on)),
planned AS (
  SELECT r.task_id, r.rule_id, r.recipient_id, r.subject_id, r.fire_on, r.fire_at,
         CASE WHEN b.id IS NULL THEN 'added' WHEN b.fire_on <> r.fire_on THEN 'moved' ELSE 'kept' END AS outcome
    FROM reminder r LEFT JOIN before b ON b.id = r.id
   WHERE r.task_id = ANY($1::uuid[]) AND ${waiting}
     AND ($4::uuid IS NULL OR r.rule_id = $4 OR b.id IS NULL OR b.fire_on <> r.fire_on)
  UNION ALL
  SELECT e."taskId", $4, e."recipientId", e."subjectId", e."fireOn", e."fireAt", 'if_still_so'
    FROM jsonb_to_recordset($5::jsonb) AS e("taskId" uuid, "recipientId" uuid, "subjectId" uuid, "fireOn" date, "fireAt" timestamptz)
  UNION ALL
  SELECT t.id, rule.id, c.user_id, t.id, NULL, NULL, 'when_it_happens'
    FROM task t
   CROSS JOIN LATERAL (SELECT * FROM rules_of(t.plan_id, t.priority) AS of_task WHERE of_task.id = $4) AS rule
   CROSS JOIN LATERAL (${recipientsOfTask}) AS c
   WHERE t.id = ANY($1::uuid[]) AND rule.active AND c.kind = rule.recipient
     AND rule.kind NOT IN (${ownKinds.map((kind) => `'${kind}'`).join(', ')})
),
dropped AS (SELECT r.* FROM before b JOIN reminder r ON r.id = b.id WHERE r.void_at IS NOT NULL)`;

const sortAt = `coalesce(x.fire_at, 'infinity')`;

const nameColumns = `
  json_build_object('id', t.id, 'code', t.code, 'titleVi', t.title_vi, 'titleEn', t.title_en) AS task,
  json_build_object('id', rule.id, 'code', rule.code, 'nameVi', rule.name_vi, 'nameEn', rule.name_en, 'kind', rule.kind) AS rule,
  json_build_object('id', u.id, 'displayName', u.display_name) AS recipient`;
const nameJoins = `
  JOIN task t ON t.id = x.task_id JOIN reminder_rule rule ON rule.id = x.rule_id JOIN app_user u ON u.id = x.recipient_id`;

/** Up to `limit + 1` tellings that would take place, by the moment; what follows an event last. */
export async function plannedTellings(
  manager: EntityManager,
  asked: Asked,
  limit: number,
  cursor?: string,
): Promise<PreviewRow[]> {
  const parameters = [...parametersOf(asked), limit + 1];
  const after = cursor ? decodeCursor(cursor, 5) : null;
  if (after) parameters.push(...after);
  const rest = after
    ? `WHERE (${sortAt}, x.task_id, rule.code, x.recipient_id, x.subject_id) > ($7::timestamptz, $8::uuid, $9::text, $10::uuid, $11::uuid)`
    : '';
  const rows: Omit<PreviewRow, 'deputy'>[] = await manager.query(
    `${planned}
     SELECT ${nameColumns}, x.fire_on AS "fireOn", x.fire_at AS "fireAt", x.outcome,
            json_build_array(${sortAt}::text, x.task_id, rule.code, x.recipient_id, x.subject_id) AS "sortKey"
       FROM (SELECT x.* FROM planned x JOIN reminder_rule rule ON rule.id = x.rule_id ${rest}
              ORDER BY ${sortAt}, x.task_id, rule.code, x.recipient_id, x.subject_id LIMIT $6) AS x ${nameJoins}
      ORDER BY ${sortAt}, x.task_id, rule.code, x.recipient_id, x.subject_id`,
    parameters,
  );
  return withDeputies(manager, rows);
}

/** The first tellings that would not take place any more. */
export function droppedTellings(manager: EntityManager, asked: Asked): Promise<DroppedReminder[]> {
  return manager.query(
    `${planned}
     SELECT ${nameColumns}, x.fire_on AS "fireOn", x.void_reason AS reason FROM dropped x ${nameJoins}
      ORDER BY x.fire_at, x.id LIMIT ${MOST_DROPPED}`,
    parametersOf(asked),
  );
}

/** `count` is of all that plannedTellings would give. */
export async function countTellings(
  manager: EntityManager,
  asked: Asked,
): Promise<PreviewCounts & { count: number }> {
  const of = (outcome: Outcome, name: string = outcome) =>
    `count(*) FILTER (WHERE outcome = '${outcome}')::int AS "${name}"`;
  const [counts]: (PreviewCounts & { count: number })[] = await manager.query(
    `${planned}
     SELECT count(*)::int AS count, ${of('added')}, ${of('moved')}, ${of('kept')}, ${of('if_still_so', 'ifStillSo')},
            ${of('when_it_happens', 'whenItHappens')}, (SELECT count(*)::int FROM dropped) AS dropped
       FROM planned`,
    parametersOf(asked),
  );
  return counts;
}

function parametersOf({ taskIds, before, ruleId, expected }: Asked): unknown[] {
  return [taskIds, before.ids, before.days, ruleId, JSON.stringify(expected)];
}
