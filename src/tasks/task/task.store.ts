import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Change } from '../../platform/change/change';
import { prepared } from '../../platform/database/prepared';
import { commonProblem } from '../../platform/errors/common-problems';
import { changesBetween, type FieldChanges } from '../../platform/journal/journal';
import { Task, type TaskFields } from './task';
import { readHandDown } from './hand-down-facts';
import { endsWithPlan, ownDecision, permitted, type TaskAct } from './task.policy';
import { taskProblem } from './task-problems';
import { readable } from './readable';

/** Column of each field that can change. */
const columns: Record<keyof TaskFields, string> = {
  titleVi: 'title_vi',
  titleEn: 'title_en',
  deliverableVi: 'deliverable_vi',
  deliverableEn: 'deliverable_en',
  priority: 'priority',
  fieldCode: 'field_code',
  sourceNumber: 'source_number',
  sourceDate: 'source_date',
  leadUnitId: 'lead_unit_id',
  responsibleId: 'responsible_id',
  state: 'state',
  dueText: 'due_text',
  dueDate: 'due_date',
  originalDueDate: 'original_due_date',
  deadlineRevision: 'deadline_revision',
  percent: 'percent',
  assignedOn: 'assigned_on',
  submittedOn: 'submitted_on',
  evidenceRequired: 'evidence_required',
};

/** Fields whose past is kept, by day; others in the journal only describe an act. */
export const keptFields = new Set([...Object.keys(columns), 'coordinatingUnitIds', 'componentIds']);

const selected = Object.entries(columns)
  .map(([field, column]) => `t.${column} AS "${field}"`)
  .join(', ');

/**
 * The task, locked until the change ends. Outside the actor's scope it is not found; inside, an act his role does not
 * allow is refused, and so is a version other than the one he read (`expected`).
 */
export async function lockTask(
  change: Change,
  taskId: string,
  act: TaskAct,
  expected: number | null,
): Promise<Task> {
  const { actor } = change.caller;
  const parameters: unknown[] = [taskId];
  const [row] = await prepared<{ handedDown: boolean }>(
    change.manager,
    `SELECT t.id, t.plan_id AS "planId", p.issued_on AS "planIssuedOn", p.closed_on IS NOT NULL AS "planClosed", t.code, t.parent_id AS "parentId", t.handed_down AS "handedDown", t.assigned_by AS "assignedBy", t.version, ${selected},
            ARRAY(SELECT a.ancestor_id FROM unit_ancestor a WHERE a.unit_id = t.lead_unit_id) AS "unitIds"
       FROM task t JOIN plan p ON p.id = t.plan_id WHERE t.id = $1 AND ${readable(actor, parameters)} FOR UPDATE OF t`,
    parameters,
  );
  if (!row) throw commonProblem('not_found');
  const handDown = row.handedDown ? await readHandDown(change.manager, taskId) : null;
  const task = Object.assign(new Task(), row, { handDown });
  if (!permitted(actor, act, task)) throw commonProblem('forbidden');
  if (ownDecision(actor, act, task)) throw taskProblem('task.own_decision');
  if (task.planClosed && endsWithPlan.includes(act)) throw taskProblem('task.plan_closed');
  if (expected !== null && expected !== task.version) throw commonProblem('stale');
  return task;
}

export function snapshot(task: Task): TaskFields {
  return Object.fromEntries(
    Object.keys(columns).map((f) => [f, task[f as keyof TaskFields]]),
  ) as unknown as TaskFields;
}

/**
 * Writes what changed since `before`, with its journal entry under `act`, and returns the new version. An act that
 * changes no column (a direction, a request) still counts as a version of the task. `beside` is what changed in the
 * rows beside the task. A clock set back changes the day that is open, as `task_period` does; an act that changes
 * no kept field moves no day (decision 0024).
 */
export async function saveTask(
  change: Change,
  task: Task,
  before: TaskFields,
  act: string,
  note: string | null = null,
  beside: FieldChanges = {},
): Promise<number> {
  const after = snapshot(task);
  const ofRow = changesBetween<TaskFields>(before, after);
  const changes = { ...ofRow, ...beside };
  const fields = Object.keys(ofRow) as (keyof TaskFields)[];
  const counts = Object.keys(changes).some((field) => keptFields.has(field));
  const assignments = fields.map((field, n) => `, ${columns[field]} = $${n + 3}`).join('');
  await prepared(
    change.manager,
    `UPDATE task SET version = version + 1, changed_at = greatest(changed_at, $2)${assignments} WHERE id = $1`,
    [task.id, counts ? change.now : null, ...fields.map((field) => after[field])],
  );
  change.record({ act, subjectType: 'task', subjectId: task.id, unitId: task.leadUnitId, changes, note });
  return task.version + 1;
}

/** True where the actor may read the task. */
export async function mayRead(manager: EntityManager, actor: Actor, taskId: string): Promise<boolean> {
  const parameters: unknown[] = [taskId];
  const rows = await prepared(
    manager,
    `SELECT 1 FROM task t WHERE t.id = $1 AND ${readable(actor, parameters)}`,
    parameters,
  );
  return rows.length > 0;
}
