import { uuidv7 } from 'uuidv7';
import type { Change } from '../../platform/change/change';
import type { Day } from '../../platform/clock/day';
import { changesBetween, type FieldChanges } from '../../platform/journal/journal';

export interface NewTask {
  code?: string;
  parentId?: string | null;
  titleVi: string;
  titleEn?: string | null;
  deliverableVi?: string | null;
  deliverableEn?: string | null;
  priority?: 'high' | 'normal' | 'low';
  fieldCode?: string | null;
  sourceNumber?: string | null;
  sourceDate?: Day | null;
  leadUnitId: string;
  responsibleId?: string | null;
  coordinatingUnitIds: string[];
  dueText?: string | null;
  dueDate: Day | null;
  componentIds: string[];
  evidenceRequired?: boolean;
  /** A part that the parent's lead unit hands down. */
  handedDown?: boolean;
  /** Who ordered what the system makes; the actor when left out. */
  assignedBy?: string | null;
  /** For the journal. */
  note?: string | null;
  /** False leaves the task a draft. */
  assigned: boolean;
}

const BATCH = 5_000;

/**
 * Writes checked tasks with their coordinating units, component links, journal entries and events, in bulk. Tasks
 * without a code get `<year>-NNN` after the highest in the plan.
 */
export async function createTasks(
  change: Change,
  plan: { id: string; year: number },
  tasks: NewTask[],
): Promise<{ id: string; code: string }[]> {
  const nextCode = await codesOf(change, plan, tasks);
  const rows = tasks.map((task) => ({
    ...task,
    priority: task.priority ?? 'normal',
    evidenceRequired: task.evidenceRequired ?? false,
    handedDown: task.handedDown ?? false,
    id: uuidv7(),
    code: task.code ?? nextCode(),
    state: task.assigned ? 'assigned' : 'draft',
    assignedOn: task.assigned ? change.today : null,
  }));
  for (let start = 0; start < rows.length; start += BATCH) {
    await insertBatch(change, plan.id, rows.slice(start, start + BATCH));
  }
  for (const row of rows) {
    const { id, leadUnitId, note } = row;
    const act = row.assigned ? 'task.assigned' : 'task.drafted';
    const changes = beginnings(row);
    change.record({ act, subjectType: 'task', subjectId: id, unitId: leadUnitId, changes, note });
    if (row.assigned) change.announce('task.assigned', { taskId: id, version: 1 });
  }
  return rows.map(({ id, code }) => ({ id, code }));
}

/** What the journal tells of a new task: all that can change later or names others, but for the words of it. */
function beginnings(row: NewTask & { code: string; state: string; assignedOn: Day | null }): FieldChanges {
  const { code, parentId, state, leadUnitId, responsibleId, priority, fieldCode, sourceNumber, sourceDate } =
    row;
  const { dueText, dueDate, assignedOn, coordinatingUnitIds, componentIds } = row;
  const told = {
    ...{ code, parentId, state, leadUnitId, responsibleId, fieldCode, sourceNumber, sourceDate },
    ...{ dueText, dueDate, originalDueDate: dueDate, assignedOn },
    priority: priority === 'normal' ? null : priority,
    evidenceRequired: row.evidenceRequired || null,
    handedDown: row.handedDown || null,
    coordinatingUnitIds: coordinatingUnitIds.length > 0 ? [...coordinatingUnitIds].sort() : null,
    componentIds: componentIds.length > 0 ? [...componentIds].sort() : null,
  };
  return changesBetween({}, told);
}

async function insertBatch(change: Change, planId: string, rows: object[]): Promise<void> {
  const { manager, now, today, caller } = change;
  const batch = JSON.stringify(rows);
  await manager.query(
    `INSERT INTO task (id, plan_id, parent_id, code, title_vi, title_en, deliverable_vi, deliverable_en, priority, field_code,
        source_number, source_date, lead_unit_id, responsible_id, state, due_text, due_date, original_due_date,
        assigned_on, evidence_required, handed_down, assigned_by, changed_at)
     SELECT r.id, $1, r."parentId", r.code, r."titleVi", r."titleEn", r."deliverableVi", r."deliverableEn", r.priority,
        r."fieldCode", r."sourceNumber", r."sourceDate", r."leadUnitId", r."responsibleId", r.state, r."dueText",
        r."dueDate", r."dueDate", r."assignedOn", r."evidenceRequired", r."handedDown", coalesce(r."assignedBy", $2), $3
       FROM jsonb_to_recordset($4::jsonb) AS r(id uuid, "parentId" uuid, code text, "titleVi" text, "titleEn" text,
        "deliverableVi" text, "deliverableEn" text, priority text, "fieldCode" text, "sourceNumber" text,
        "sourceDate" date, "leadUnitId" uuid, "responsibleId" uuid, state text, "dueText" text, "dueDate" date,
        "assignedOn" date, "evidenceRequired" boolean, "handedDown" boolean, "assignedBy" uuid)`,
    [planId, caller.actor.userId, now, batch],
  );
  await manager.query(
    `INSERT INTO task_coordinator (task_id, unit_id)
     SELECT r.id, u.unit_id FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "coordinatingUnitIds" uuid[])
      CROSS JOIN LATERAL unnest(r."coordinatingUnitIds") AS u(unit_id)`,
    [batch],
  );
  await manager.query(
    `INSERT INTO task_component (task_id, component_id, valid_from)
     SELECT r.id, c.component_id, $2 FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "componentIds" uuid[])
      CROSS JOIN LATERAL unnest(r."componentIds") AS c(component_id)`,
    [batch, today],
  );
}

/** Serialises numbering within the plan, so that two imports cannot give the same code. */
async function codesOf(
  change: Change,
  plan: { id: string; year: number },
  tasks: NewTask[],
): Promise<() => string> {
  if (tasks.every((task) => task.code)) return () => '';
  await change.manager.query('SELECT 1 FROM plan WHERE id = $1 FOR UPDATE', [plan.id]);
  const prefix = `${plan.year}-`;
  const [{ highest }]: { highest: number }[] = await change.manager.query(
    `SELECT coalesce(max(substring(code FROM '^' || $2 || '([0-9]{1,6})$')::int), 0) AS highest FROM task WHERE plan_id = $1`,
    [plan.id, prefix],
  );
  const given = tasks.map((task) =>
    Number(new RegExp(`^${prefix}(\\d{1,6})$`).exec(task.code ?? '')?.[1] ?? 0),
  );
  let last = given.reduce((a, b) => Math.max(a, b), highest);
  return () => `${prefix}${String(++last).padStart(3, '0')}`;
}
