import type { EntityManager } from 'typeorm';
import type { Day } from '../../platform/clock/day';
import type { FieldError } from '../../platform/errors/problem';
import type { Task } from './task';
import { fault } from './task-checks';
import { openStates } from './task-status';
import { taskProblem } from './task-problems';

/** Levels from the plan's task down to the lowest part. */
const MOST_LEVELS = 5;
/** Live parts that one task can have handed down. */
const MOST_PARTS = 200;

/** Where a new part may lie, and by when it may be due. */
export async function partFaults(
  manager: EntityManager,
  parent: Task,
  part: { leadUnitId: string; dueDate: Day | null },
  today: Day,
): Promise<FieldError[]> {
  const [unit]: { valid: boolean }[] = await manager.query(
    `SELECT daterange(u.valid_from, u.valid_to, '[]') @> $3::date AS valid
       FROM unit u JOIN unit_ancestor a ON a.unit_id = u.id AND a.ancestor_id = $2 WHERE u.id = $1`,
    [part.leadUnitId, parent.leadUnitId, today],
  );
  const faults = unit?.valid
    ? []
    : [fault('leadUnitId', unit === undefined ? 'unit_not_below' : 'unit_not_valid')];
  return [...faults, ...dueFaults(parent, part.dueDate, today)];
}

function dueFaults(parent: Task, dueDate: Day | null, today: Day): FieldError[] {
  if (dueDate === null) return parent.dueDate === null ? [] : [fault('dueDate', 'due_needed')];
  if (dueDate < today) return [fault('dueDate', 'due_past')];
  if (dueDate < parent.earliestDay()) return [fault('dueDate', 'due_before_source')];
  return parent.dueDate !== null && dueDate > parent.dueDate ? [fault('dueDate', 'due_after_parent')] : [];
}

/** A part stays at or below its parent's lead unit: faults when the task, given to `leadUnitId`, or one of its open parts would not. */
export async function familyUnitFaults(
  manager: EntityManager,
  taskId: string,
  leadUnitId: string,
): Promise<FieldError[]> {
  const lies = (unit: string, above: string) =>
    `EXISTS (SELECT 1 FROM unit_ancestor a WHERE a.unit_id = ${unit} AND a.ancestor_id = ${above})`;
  const [torn]: { above: boolean; below: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT 1 FROM task t JOIN task up ON up.id = t.parent_id
                     WHERE t.id = $1 AND t.handed_down AND NOT ${lies('$2', 'up.lead_unit_id')}) AS above,
            EXISTS (SELECT 1 FROM task part WHERE part.parent_id = $1 AND part.handed_down AND part.state = ANY($3::text[])
                       AND NOT ${lies('part.lead_unit_id', '$2')}) AS below`,
    [taskId, leadUnitId, openStates],
  );
  if (torn.above) return [fault('leadUnitId', 'unit_not_below')];
  return torn.below ? [fault('leadUnitId', 'parts_elsewhere')] : [];
}

export interface FamilyPlace {
  planYear: number;
  /** 1 for a task of the plan itself. */
  level: number;
  liveParts: number;
  /** The highest number that any part has. */
  highestNumber: number;
}

/** Where a task stands in its family. It must be locked: then no part is added meanwhile. */
export async function placeInFamily(manager: EntityManager, taskId: string): Promise<FamilyPlace> {
  const [place]: FamilyPlace[] = await manager.query(
    `WITH RECURSIVE up AS (
       SELECT t.parent_id, 1 AS level FROM task t WHERE t.id = $1
       UNION ALL SELECT t.parent_id, up.level + 1 FROM up JOIN task t ON t.id = up.parent_id)
     SELECT p.year AS "planYear", (SELECT max(up.level) FROM up) AS level, family.*
       FROM task whole JOIN plan p ON p.id = whole.plan_id
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE part.handed_down AND part.state <> 'cancelled')::int AS "liveParts",
               coalesce(max(substring(part.code FROM '[.]([0-9]{1,6})$')::int), 0) AS "highestNumber"
          FROM task part WHERE part.parent_id = whole.id) AS family
      WHERE whole.id = $1`,
    [taskId],
  );
  return place;
}

export function refuseFullFamily({ level, liveParts }: FamilyPlace): void {
  if (level >= MOST_LEVELS) throw taskProblem('task.too_deep', { limit: MOST_LEVELS });
  if (liveParts >= MOST_PARTS) throw taskProblem('task.too_many_parts', { limit: MOST_PARTS });
}

/** `<parent>.NNN` after the highest of its parts; a code that another task of the plan was given is passed over. */
export async function freePartCode(manager: EntityManager, parent: Task, highest: number): Promise<string> {
  const [{ code }]: { code: string }[] = await manager.query(
    `SELECT next.code FROM generate_series($3::int + 1, $3::int + 1000) AS n
      CROSS JOIN LATERAL (SELECT $2 || '.' || lpad(n::text, greatest(3, length(n::text)), '0') AS code) AS next
      WHERE NOT EXISTS (SELECT 1 FROM task t WHERE t.plan_id = $1 AND t.code = next.code) LIMIT 1`,
    [parent.planId, parent.code, highest],
  );
  return code;
}
